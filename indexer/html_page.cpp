// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_page.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

std::size_t visible_bytes(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !text::is_ascii_space(c); }));
}

}  // namespace

HtmlPage::HtmlPage(HtmlTree tree) : tree_(std::move(tree)) {
  const std::size_t count = tree_.nodes.size();
  bytes_before_.assign(count + 1, 0);
  headings_before_.assign(count + 1, 0);
  blocks_before_.assign(count + 1, 0);
  text_before_.assign(count + 1, kNoNode);
  for (NodeIndex i = 0; i < count; ++i) {
    const HtmlNode& node = tree_.nodes[i];
    if (const std::string* id = node.attribute(HtmlAttribute::Id)) add_id(*id, i);
    bytes_before_[i + 1] = bytes_before_[i];
    // A page's title is no text of the page.
    if (node.name == HtmlName::Text && tree_.nodes[node.parent].name != HtmlName::Title) {
      bytes_before_[i + 1] += visible_bytes(node.text);
    }
    text_before_[i + 1] = bytes_before_[i + 1] > bytes_before_[i] ? i : text_before_[i];
    headings_before_[i + 1] = headings_before_[i] + (heading_level(i) != 0 ? 1 : 0);
    blocks_before_[i + 1] = blocks_before_[i] + (is_html_block(node.name) ? 1 : 0);
  }
  for (NodeIndex i = 0; i < count; ++i) {
    const HtmlNode& node = tree_.nodes[i];
    if (node.name != HtmlName::A) continue;
    if (const std::string* name = node.attribute(HtmlAttribute::Name)) add_id(*name, i);
  }
  for (auto& [id, places] : doubles_) std::ranges::sort(places);
}

void HtmlPage::add_id(std::string_view id, NodeIndex node) {
  const auto [first, is_new] = ids_.try_emplace(id, node);
  if (is_new || first->second == node) return;
  std::vector<NodeIndex>& places = doubles_[id];
  if (places.empty()) places.push_back(first->second);
  if (places.back() != node) places.push_back(node);
}

NodeIndex HtmlPage::with_id_behind(std::string_view id, NodeIndex node) const {
  const auto found = doubles_.find(id);
  if (found == doubles_.end()) return with_id(id);
  const auto next = std::ranges::upper_bound(found->second, node);
  return next == found->second.end() ? with_id(id) : *next;
}

NodeIndex HtmlPage::with_id_before(std::string_view id, NodeIndex node) const {
  const auto found = doubles_.find(id);
  if (found == doubles_.end()) return with_id(id);
  const auto next = std::ranges::lower_bound(found->second, node);
  return next == found->second.begin() ? with_id(id) : *std::prev(next);
}

NodeIndex HtmlPage::with_id(std::string_view id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? kNoNode : found->second;
}

std::string HtmlPage::text_of(NodeIndex node, std::size_t most) const {
  std::string out;
  bool gap = false;
  for (NodeIndex i = node; i < tree_.nodes[node].end && out.size() < most; ++i) {
    const HtmlNode& part = tree_.nodes[i];
    if (is_html_block(part.name) || part.name == HtmlName::Br) gap = true;
    for (const char c : part.text) {
      if (text::is_ascii_space(c)) {
        gap = true;
        continue;
      }
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += c;
    }
  }
  return out;
}

std::size_t HtmlPage::text_bytes(NodeIndex begin, NodeIndex end) const {
  return begin < end ? bytes_before_[end] - bytes_before_[begin] : 0;
}

bool HtmlPage::has_text(NodeIndex begin, NodeIndex end) const { return text_bytes(begin, end) > 0; }

bool HtmlPage::has_heading(NodeIndex begin, NodeIndex end) const {
  return begin < end && headings_before_[end] > headings_before_[begin];
}

bool HtmlPage::has_block(NodeIndex begin, NodeIndex end) const {
  return begin < end && blocks_before_[end] > blocks_before_[begin];
}

std::size_t HtmlPage::heading_level(NodeIndex index) const {
  const HtmlNode& node = tree_.nodes[index];
  if (node.value(HtmlAttribute::Role) == "heading") {
    std::size_t level = 0;
    const std::string_view text = node.value(HtmlAttribute::AriaLevel);
    std::from_chars(text.data(), text.data() + text.size(), level);
    constexpr std::size_t kDefaultLevel = 2;  // of ARIA
    constexpr std::size_t kDeepest = 6;
    return level == 0 ? kDefaultLevel : std::min(level, kDeepest);
  }
  if (!is_html_heading(node.name)) return 0;
  return static_cast<std::size_t>(node.name) - static_cast<std::size_t>(HtmlName::H1) + 1;
}

NodeIndex HtmlPage::common_ancestor(NodeIndex a, NodeIndex b) const {
  while (!tree_.is_within(b, a)) a = tree_.nodes[a].parent;
  return a;
}

NodeIndex HtmlPage::child_towards(NodeIndex outer, NodeIndex inner) const {
  while (inner != outer && tree_.nodes[inner].parent != outer) inner = tree_.nodes[inner].parent;
  return inner;
}

bool has_word(std::string_view text, std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (at > 0 && text::is_ascii_letter(text[at - 1]) &&
        (!is_capital(text[at]) || is_capital(text[at - 1]))) {
      continue;
    }
    const std::string_view rest = text.substr(at);
    if (!std::equal(word.begin(), word.end(), rest.begin(),
                    [](char a, char b) { return a == text::ascii_lower(b); })) {
      continue;
    }
    if (rest.size() == word.size() || !text::is_ascii_letter(rest[word.size()]) ||
        (is_capital(rest[word.size()]) && !is_capital(rest[word.size() - 1]))) {
      return true;
    }
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  if (node.attribute(HtmlAttribute::Hidden) != nullptr) return true;
  if (node.value(HtmlAttribute::AriaHidden) == "true") return true;
  const std::string_view style = node.value(HtmlAttribute::Style);
  if (style.empty()) return false;
  std::string tight;
  for (const char c : style) {
    if (!text::is_ascii_space(c)) tight += text::ascii_lower(c);
  }
  return tight.find("display:none") != std::string::npos ||
         tight.find("visibility:hidden") != std::string::npos;
}

}  // namespace idsearch::indexer
