// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_stack.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using T = HtmlTreatment;

// Nothing within one of these closes anything outside of it.
bool is_barrier(N name) {
  return name == N::Table || name == N::Td || name == N::Th || name == N::Caption;
}

bool is_row_group(N name) { return name == N::Tbody || name == N::Thead || name == N::Tfoot; }

bool same_tag(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](char x, char y) { return text::ascii_lower(x) == text::ascii_lower(y); });
}

bool is_inline(const OpenElement& open) { return open.element->treatment == T::Inline; }

}  // namespace

void HtmlStack::push(const HtmlElement& element, std::string_view tag) {
  std::string_view handed = element.tag;
  if (element.treatment == T::Inline) handed = "span";
  if (element.treatment == T::Div) handed = "div";
  open_.push_back({&element, tag, handed});
}

std::size_t HtmlStack::find_in_scope(N name, std::string_view tag) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const HtmlElement& element = *open_[i].element;
    const bool found = is_html_heading(name) ? is_html_heading(element.name)
                                             : element.name == name && element.tag == tag;
    if (found) return i;
    if (is_barrier(element.name)) break;
    if (name == N::Li && (element.name == N::Ol || element.name == N::Ul)) break;
  }
  return kKeepAll;
}

std::size_t HtmlStack::find_inline(std::string_view tag) const {
  for (std::size_t i = open_.size(); i-- > 0 && is_inline(open_[i]);) {
    if (same_tag(open_[i].tag, tag)) return i;
  }
  return kKeepAll;
}

// An item closes the item before it, unless a list, table or the like stands between; then every
// block closes the paragraph that is open, and a heading the heading.
std::size_t HtmlStack::kept_before_block(const HtmlElement& element) const {
  std::size_t kept = open_.size();
  const bool item = element.name == N::Li;
  if (item || element.name == N::Dd || element.name == N::Dt) {
    for (std::size_t i = kept; i-- > 0;) {
      const N name = open_[i].element->name;
      if (item ? name == N::Li : (name == N::Dd || name == N::Dt)) {
        kept = i;
        break;
      }
      const std::string_view handed = open_[i].handed;
      const bool passed = handed == "div" || handed == "p" || handed == "address";
      if (!is_inline(open_[i]) && !passed) break;
    }
  }
  for (std::size_t i = kept; i-- > 0 && !is_barrier(open_[i].element->name);) {
    if (open_[i].element->name != N::P) continue;
    kept = i;
    break;
  }
  const bool in_heading = kept > 0 && is_html_heading(open_[kept - 1].element->name);
  return is_html_heading(element.name) && in_heading ? kept - 1 : kept;
}

bool HtmlStack::has_table() const {
  return std::ranges::any_of(
      open_, [](const OpenElement& open) { return open.element->name == N::Table; });
}

// Row groups stand directly in their table, rows in a group, cells in a row: the guard sees to it.
std::size_t HtmlStack::kept_before_table_part(N name) const {
  std::size_t table = open_.size();
  while (table > 0 && open_[table - 1].element->name != N::Table) --table;
  if (table == 0) return kKeepAll;
  const auto name_at = [this](std::size_t i) {
    return i < open_.size() ? open_[i].element->name : N::Inline;
  };
  const bool has_group = is_row_group(name_at(table));
  const bool has_row = has_group && name_at(table + 1) == N::Tr;
  if (name == N::Table) {
    const bool in_cell = has_row && (name_at(table + 2) == N::Td || name_at(table + 2) == N::Th);
    return in_cell || name_at(table) == N::Caption ? kKeepAll : table - 1;
  }
  if (name == N::Tr) return table + (has_group ? 1 : 0);
  if (name == N::Td || name == N::Th) return table + (has_row ? 2 : has_group ? 1 : 0);
  return table;
}

std::size_t HtmlStack::kept_after_table_part(N name) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].element->name == name) return i;
    if (open_[i].element->name == N::Table) break;
  }
  return kKeepAll;
}

std::size_t HtmlStack::kept_before(const HtmlElement& element, std::string_view tag) const {
  std::size_t kept = kKeepAll;
  switch (element.treatment) {
    case T::Inline:
      if (element.name == N::A) kept = find_inline(tag);
      break;
    case T::Table:
      kept = kept_before_table_part(element.name);
      break;
    case T::Block:
    case T::Div:
      kept = kept_before_block(element);
      break;
    case T::Void:
      if (element.name == N::Hr) kept = kept_before_block(element);
      break;
    default:
      break;
  }
  return std::min(kept, open_.size());
}

std::size_t HtmlStack::kept_after(const HtmlElement& element, std::string_view tag) const {
  switch (element.treatment) {
    case T::Inline:
      return find_inline(tag);
    case T::Table:
      return kept_after_table_part(element.name);
    case T::Block:
    case T::Div:
      return find_in_scope(element.name, element.tag);
    default:
      return kKeepAll;
  }
}

}  // namespace idsearch::indexer
