// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_line_breaks.hpp"

#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "indexer/html_note_label.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

// A line of an element with <br>.
struct TypedLine {
  NodeIndex br = kNoNode;  // before it; kNoNode for the first
  long number = 0;         // 0 = it does not begin with one
  bool sure = false;       // brackets, or "^"
};

// The element that begins and ends the line in which `node` stands.
NodeIndex block_around(const HtmlPage& page, NodeIndex node) {
  do {
    node = page.node(node).parent;
  } while (node != kNoNode && !is_html_block(page.node(node).name));
  return node;
}

// Reads the label of a line from its first texts up to the next <br> or block.
void read_label(const HtmlPage& page, NodeIndex from, NodeIndex end, TypedLine& line) {
  std::string text;
  bool raised = false;
  for (NodeIndex i = from; i < end && text.size() < kLabelBytes; ++i) {
    const N name = page.node(i).name;
    if (name == N::Br || is_html_block(name)) break;
    if (!page.has_text(i, i + 1)) continue;
    const bool in_sup = page.tree().around(page.node(i).parent, N::Sup) != kNoNode;
    if (text.empty()) raised = in_sup;
    text += text::trim(page.node(i).text).substr(0, kLabelBytes);
    if (in_sup) text += ' ';  // "<sup>1</sup>Text"
  }
  const auto label = leading_label(text);
  if (!label) return;
  const std::string_view written = std::string_view(text).substr(0, label->length);
  if (label->bare && !raised) return;
  std::from_chars(label->label.data(), label->label.data() + label->label.size(), line.number);
  line.sure = written.find_first_of("[^") != std::string_view::npos;
}

bool goes_on(const TypedLine& from, const TypedLine& to) {
  if (from.number == 0 || to.number == 0) return false;
  if (to.number == from.number + 1) return true;
  return from.sure && to.sure && to.number > from.number;
}

}  // namespace

std::set<NodeIndex> paragraph_ends(const HtmlPage& page) {
  std::map<NodeIndex, std::vector<TypedLine>> lines;  // by the element around them
  for (NodeIndex i = 0; i < page.size(); ++i) {
    if (page.node(i).name != N::Br) continue;
    const NodeIndex block = block_around(page, i);
    if (block == kNoNode) continue;
    std::vector<TypedLine>& own = lines[block];
    if (own.empty()) {
      own.emplace_back();
      read_label(page, block + 1, i, own.back());
    }
    own.push_back({i, 0, false});
    read_label(page, i + 1, page.node(block).end, own.back());
  }
  std::set<NodeIndex> ends;
  for (const auto& [block, own] : lines) {
    for (std::size_t k = 0; k + 1 < own.size();) {
      // Lines without number between two with one go on from the first.
      std::size_t next = k + 1;
      while (next < own.size() && own[next].number == 0) ++next;
      if (next == own.size()) break;
      if (goes_on(own[k], own[next])) {
        if (own[k].br != kNoNode) ends.insert(own[k].br);
        ends.insert(own[next].br);
      }
      k = next;
    }
  }
  return ends;
}

}  // namespace idsearch::indexer
