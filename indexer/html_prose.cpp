// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_prose.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/characters.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

// A label has fewer. Chosen: six words of English.
constexpr std::size_t kFewestBytes = 30;

// A full stop at the end, marks and closing signs behind it passed over.
bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const Character last = last_character(text);
    if (is_sentence_end(last.code)) return true;
    const bool passed = is_closing(last.code) || is_gap(last.code) || last.code == '[' ||
                        (last.code >= '0' && last.code <= '9');
    if (!passed) return false;
    text.remove_suffix(last.length);
  }
  return false;
}

}  // namespace

bool HtmlProse::is_mostly_links(NodeIndex node) {
  if (linked_before_.empty()) read();
  const NodeIndex end = page_.node(node).end;
  return 2 * (linked_before_[end] - linked_before_[node]) > page_.text_bytes(node, end);
}

std::size_t HtmlProse::sentence_bytes(NodeIndex node) {
  if (is_mostly_links(node)) return 0;
  return sentences_before_[page_.node(node).end] - sentences_before_[node];
}

// A paragraph or a box of text that holds no other.
bool HtmlProse::is_leaf(NodeIndex node) const {
  const HtmlNode& element = page_.node(node);
  return is_html_block(element.name) && page_.heading_level(node) == 0 &&
         !page_.has_block(node + 1, element.end) && page_.has_text(node, element.end);
}

void HtmlProse::read() {
  sentences_before_.assign(page_.size() + 1, 0);
  linked_before_.assign(page_.size() + 1, 0);
  NodeIndex link_end = 0;
  for (NodeIndex i = 0; i < page_.size(); ++i) {
    const HtmlNode& node = page_.node(i);
    if (node.name == N::A && node.attribute(HtmlAttribute::Href) != nullptr) {
      link_end = std::max(link_end, node.end);
    }
    linked_before_[i + 1] = linked_before_[i] + (i < link_end ? page_.text_bytes(i, i + 1) : 0);
  }
  for (NodeIndex i = 0; i < page_.size(); ++i) {
    std::size_t bytes = 0;
    if (is_leaf(i)) {
      const NodeIndex end = page_.node(i).end;
      const std::size_t all = page_.text_bytes(i, end);
      const NodeIndex last = page_.text_before(end);
      const bool linked = 2 * (linked_before_[end] - linked_before_[i]) > all;
      const bool sentence = all >= kFewestBytes && ends_sentence(page_.node(last).text);
      if (sentence && !linked) bytes = all;
    }
    sentences_before_[i + 1] = sentences_before_[i] + bytes;
  }
}

}  // namespace idsearch::indexer
