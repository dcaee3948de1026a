// SPDX-License-Identifier: GPL-2.0-or-later
// The nodes are a list in the order of the page, so that taking the next siblings into a node
// moves nothing.
#include "indexer/html_side_boxes.hpp"

#include <algorithm>
#include <vector>

#include "indexer/html_side_notes.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

class BoxJoiner {
 public:
  explicit BoxJoiner(HtmlTree& tree) : nodes_(tree.nodes), last_child_(nodes_.size(), kNoNode) {}

  void join() {
    for (NodeIndex i = 1; i < nodes_.size(); ++i) {
      const NodeIndex parent = nodes_[i].parent;
      const NodeIndex before = last_child_[parent];
      last_child_[parent] = i;
      if (!is_box(i)) continue;
      if (before != kNoNode && nodes_[before].name == N::P && nodes_[before].cut) {
        take_in(i, before);
      } else if ((before != kNoNode && is_words(before)) || words_follow(i)) {
        put_in_line(i);
      }
    }
  }

 private:
  bool is_box(NodeIndex i) const {
    const HtmlNode& node = nodes_[i];
    const bool block = node.name == N::Aside || node.name == N::Div || node.name == N::Section;
    if (!block || !is_named_side_note(node)) return false;
    for (NodeIndex inner = i + 1; inner < node.end; ++inner) {
      if (is_html_block(nodes_[inner].name) && nodes_[inner].name != N::P) return false;
    }
    return true;
  }

  // The box and its paragraphs, whose words stay apart.
  void put_in_line(NodeIndex box) {
    bool apart = false;
    for (NodeIndex i = box; i < nodes_[box].end; ++i) {
      if (is_html_block(nodes_[i].name)) {
        nodes_[i].name = N::Span;
        apart = i > box;
      } else if (apart && nodes_[i].name == N::Text) {
        nodes_[i].text.insert(0, 1, ' ');
        apart = false;
      }
    }
  }

  bool is_in_line(NodeIndex i) const {
    return nodes_[i].name == N::Text || !is_html_block(nodes_[i].name);
  }

  bool is_words(NodeIndex i) const {
    if (!is_in_line(i) || nodes_[i].name == N::Br) return false;
    for (NodeIndex inner = i; inner < nodes_[i].end; ++inner) {
      if (!std::ranges::all_of(nodes_[inner].text, text::is_ascii_space)) return true;
    }
    return false;
  }

  bool words_follow(NodeIndex i) const {
    const NodeIndex next = nodes_[i].end;
    return next < nodes_[nodes_[i].parent].end && is_words(next);
  }

  // The box, what follows it in the line, and further boxes.
  void take_in(NodeIndex box, NodeIndex paragraph) {
    const NodeIndex limit = nodes_[nodes_[paragraph].parent].end;
    NodeIndex at = box;
    while (at < limit && (is_in_line(at) || is_box(at))) {
      if (is_box(at)) put_in_line(at);
      nodes_[at].parent = paragraph;
      at = nodes_[at].end;
    }
    nodes_[paragraph].end = at;
    last_child_[nodes_[paragraph].parent] = paragraph;
  }

  std::vector<HtmlNode>& nodes_;
  std::vector<NodeIndex> last_child_;  // so far, by parent
};

}  // namespace

void join_side_boxes(HtmlTree& tree) { BoxJoiner(tree).join(); }

}  // namespace idsearch::indexer
