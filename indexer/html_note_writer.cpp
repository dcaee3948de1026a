// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_writer.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/html_note_label.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// "https://example.org/lon…", "www.example.org/...": nullopt, or the length without the dots.
std::optional<std::size_t> cut_short(std::string_view text) {
  for (const std::string_view dots : {"…", "..."}) {
    if (text.ends_with(dots)) return text.size() - dots.size();
  }
  return std::nullopt;
}

std::size_t leading_sign(std::string_view text) {
  for (const std::string_view sign : {"^", "↑", "↩\uFE0E", "↩\uFE0F", "↩", "⤴", "⏎"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

std::size_t trailing_sign(std::string_view text) {
  for (const std::string_view sign : {"^", "↑", "↩\uFE0E", "↩\uFE0F", "↩", "⤴", "⏎"}) {
    if (text.ends_with(sign)) return sign.size();
  }
  return 0;
}

// Signs of links back that were no links themselves.
std::string_view without_signs(std::string_view text) {
  text = text::trim(text);
  while (const std::size_t length = leading_sign(text)) {
    text = text::trim(text.substr(length));
  }
  while (const std::size_t length = trailing_sign(text)) {
    text = text::trim(text.substr(0, text.size() - length));
  }
  return text;
}

// ". ", ") ", ": " with blanks before or not: what parts a number in an element of its own from the
// words.
std::size_t parting_sign(std::string_view text) {
  const std::size_t before = leading_blanks(text);
  const std::string_view rest = text.substr(before);
  const bool sign = rest.starts_with('.') || rest.starts_with(')') || rest.starts_with(':');
  const std::size_t behind = sign ? leading_blanks(rest.substr(1)) : 0;
  return behind > 0 ? before + 1 + behind : 0;
}

// "(1, 2)", "[↩ ↩]": links back of one note are one thing with what parts them and the brackets
// around. `links` ascending.
std::vector<TextChange> groups_of_links_back(std::string_view text,
                                             const std::vector<TextChange>& links) {
  std::vector<TextChange> groups;
  for (const TextChange& link : links) {
    const std::string_view gap =
        groups.empty() || link.begin < groups.back().end
            ? std::string_view("x")
            : text.substr(groups.back().end, link.begin - groups.back().end);
    const bool parted = gap.find_first_not_of(" ,;/|&") == std::string_view::npos;
    if (parted) {
      groups.back().end = link.end;
    } else {
      groups.push_back(link);
    }
  }
  for (TextChange& group : groups) {
    if (group.begin == 0 || group.end >= text.size()) continue;
    const char before = text[group.begin - 1], behind = text[group.end];
    if ((before == '[' && behind == ']') || (before == '(' && behind == ')')) {
      --group.begin;
      ++group.end;
    }
  }
  return groups;
}

}  // namespace

std::string changed(std::string_view text, const std::vector<TextChange>& changes) {
  std::string out;
  std::size_t at = 0;
  for (const TextChange& change : changes) {
    if (change.begin < at) continue;
    out.append(text, at, change.begin - at).append(change.with);
    at = change.end;
  }
  return out.append(text, at);
}

std::string NoteWriter::text(const std::vector<std::size_t>& indexes, std::string_view label,
                             bool ordered) const {
  std::string out;
  bool first = true;
  for (const std::size_t index : indexes) {
    const HtmlBlock& block = blocks_[index];
    std::string text(without_signs(changed(block.text, changes(block))));
    if (first) text = without_label(block, std::move(text), label, ordered, indexes.size() > 1);
    first = first && text.empty();
    const std::string_view words = without_signs(text);
    if (words.empty()) continue;
    if (!out.empty()) out += block.kind == RawBlock::Kind::Row ? ' ' : '\n';
    out += words;
  }
  return out;
}

bool NoteWriter::has_own_label(const HtmlBlock& block) const {
  const HtmlNode& first = page_.node(block.first);
  if (first.parent == block.element && block.kind != RawBlock::Kind::Row) return false;
  const std::string_view text = without_signs(first.text);
  const auto label = leading_label(text);
  return label && label->length == text.size();
}

bool NoteWriter::begins_with_back_link(const HtmlBlock& block) const {
  return !block.links.empty() && block.links.front().begin == 0 &&
         is_back_link(block.links.front().node);
}

bool NoteWriter::is_in_note(NodeIndex node) const {
  const auto next = std::ranges::upper_bound(items_, node, {}, &NoteItem::begin);
  return next != items_.begin() && node < std::prev(next)->end;
}

std::vector<TextChange> NoteWriter::changes(const HtmlBlock& block) const {
  std::vector<TextChange> backs, out;
  for (const HtmlBlock::Span& span : block.links) {
    const std::string_view shown =
        std::string_view(block.text).substr(span.begin, span.end - span.begin);
    if (is_back_link(span.node)) {
      backs.push_back({span.begin, span.end, {}});
    } else if (const auto length = cut_short(shown)) {
      const std::string_view href = page_.node(span.node).value(HtmlAttribute::Href);
      const std::string_view begun = shown.substr(0, *length);
      const std::size_t at = begun.starts_with("http") ? 0 : href.find("://");
      if (!href.starts_with("http") || at == std::string_view::npos || begun.empty()) continue;
      const std::string_view address = at == 0 ? href : href.substr(at + 3);
      if (address.starts_with(begun)) out.push_back({span.begin, span.end, address});
    }
  }
  std::ranges::copy(groups_of_links_back(block.text, backs), std::back_inserter(out));
  std::ranges::stable_sort(out, {}, &TextChange::begin);
  return out;
}

bool NoteWriter::is_back_link(NodeIndex node) const {
  const auto found = links_.find(node);
  if (found == links_.end()) return false;
  const NoteLink& link = *found->second;
  if (is_back_text(page_.text_of(node, 60))) return true;
  if (link.target == kNoNode) return link.kind == NoteLink::Kind::Back;
  // A link to another note is a reference, "(n 5)"; one to a section, table or paragraph as well.
  const HtmlNode& target = page_.node(link.target);
  if (link.target > node || is_in_note(link.target) || is_html_block(target.name) ||
      page_.has_block(link.target, target.end)) {
    return false;
  }
  return link.kind == NoteLink::Kind::Back || is_at_mark(link.target);
}

// In or around a mark, or an empty place right before one.
bool NoteWriter::is_at_mark(NodeIndex target) const {
  constexpr NodeIndex kMostElements = 6;
  const auto is_mark = [this](NodeIndex i) {
    const auto found = links_.find(i);
    return found != links_.end() && found->second->kind == NoteLink::Kind::Mark;
  };
  for (NodeIndex i = target; i != kNoNode && !is_html_block(page_.node(i).name);
       i = page_.node(i).parent) {
    if (is_mark(i)) return true;
  }
  const NodeIndex end = std::min<NodeIndex>(page_.node(target).end + kMostElements, page_.size());
  for (NodeIndex i = target; i < end; ++i) {
    if (is_mark(i)) return true;
    if (i > target && i >= page_.node(target).end && page_.node(i).name == HtmlName::Text &&
        page_.has_text(i, i + 1)) {
      return false;
    }
  }
  return false;
}

std::string NoteWriter::without_label(const HtmlBlock& block, std::string text,
                                      std::string_view label, bool ordered,
                                      bool more_blocks) const {
  // A note of "*" or "a", with its sign before it.
  if (!text::is_ascii_digit(label.front()) && text.starts_with(label)) {
    const std::size_t gap = leading_blanks(std::string_view(text).substr(label.size()));
    return gap > 0 ? text.substr(label.size() + gap) : text;
  }
  // The number was a link back in a cell of its own.
  if (block.kind == RawBlock::Kind::Row && text.starts_with("| ") && begins_with_back_link(block))
    text.erase(0, 2);
  std::size_t length = 0;
  if (has_own_label(block)) {
    const std::string_view own = without_signs(page_.node(block.first).text);
    if (leading_label(own)->label == label && text.starts_with(own)) {
      length = own.size() + parting_sign(std::string_view(text).substr(own.size()));
    }
  }
  // The number was a link back, "<a>1</a>. Text".
  if (length == 0 && (text.starts_with(". ") || text.starts_with(") ")) &&
      begins_with_back_link(block)) {
    return std::string(without_signs(text.substr(1)));
  }
  if (length == 0) {
    const auto leading = leading_label(text);
    // "12 June 2020 …" as item 12: the list shows the number, this one belongs to the words.
    if (!leading || leading->label != label || (leading->bare && ordered)) return text;
    length = leading->length;
  }
  if (length == text.size() && more_blocks) return {};
  text = without_signs(std::string_view(text).substr(length));
  // The number had a cell of its own.
  if (block.kind == RawBlock::Kind::Row && text.starts_with("| ")) text.erase(0, 2);
  return text;
}

}  // namespace idsearch::indexer
