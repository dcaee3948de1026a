// SPDX-License-Identifier: GPL-2.0-or-later
// A parsed page with what several rules ask of it: ids, visible text, where marks may be.
#ifndef IDSEARCH_INDEXER_HTML_PAGE_HPP
#define IDSEARCH_INDEXER_HTML_PAGE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/html_tree.hpp"

namespace idsearch::indexer {

class HtmlPage {
 public:
  explicit HtmlPage(HtmlTree tree);

  const HtmlTree& tree() const { return tree_; }
  const HtmlNode& node(NodeIndex index) const { return tree_.nodes[index]; }
  std::size_t size() const { return tree_.nodes.size(); }

  /// The element with this id (or <a name>), the first in the page; kNoNode when there is none.
  NodeIndex with_id(std::string_view id) const;
  /// Of several the next one behind `node`, or the last before it; else the first.
  NodeIndex with_id_behind(std::string_view id, NodeIndex node) const;
  NodeIndex with_id_before(std::string_view id, NodeIndex node) const;

  /// The text within `node`, white space as a browser shows it; at most about `most` bytes.
  std::string text_of(NodeIndex node, std::size_t most = 1000) const;

  /// Whether something other than white space stands in nodes [begin, end).
  bool has_text(NodeIndex begin, NodeIndex end) const;
  /// How many bytes of it.
  std::size_t text_bytes(NodeIndex begin, NodeIndex end) const;

  /// The last text that is seen before `node`; kNoNode when there is none.
  NodeIndex text_before(NodeIndex node) const { return text_before_[node]; }

  /// Whether nodes [begin, end) have a heading (h1 to h6, or role="heading").
  bool has_heading(NodeIndex begin, NodeIndex end) const;
  /// Whether they have an element that begins and ends lines.
  bool has_block(NodeIndex begin, NodeIndex end) const;

  /// 1 to 6; 0 when the element is no heading.
  std::size_t heading_level(NodeIndex node) const;

  /// The deepest element around both.
  NodeIndex common_ancestor(NodeIndex a, NodeIndex b) const;
  /// The child of `outer` that is or has `inner`, which must lie in `outer`.
  NodeIndex child_towards(NodeIndex outer, NodeIndex inner) const;

 private:
  HtmlTree tree_;
  void add_id(std::string_view id, NodeIndex node);

  std::unordered_map<std::string_view, NodeIndex> ids_;
  // All places of an id that has several, ascending.
  std::unordered_map<std::string_view, std::vector<NodeIndex>> doubles_;
  // Before each node, so that ranges are differences.
  std::vector<std::size_t> bytes_before_;
  std::vector<std::size_t> headings_before_;
  std::vector<std::size_t> blocks_before_;
  std::vector<NodeIndex> text_before_;
};

/// Whether `text` contains one of the words of an attribute: "footnote" is in "fn footnote-list"
/// and "doc-footnote", but not in "footnoted". Words end where letters do, and where a capital
/// follows a small letter ("siteFooter").
bool has_word(std::string_view text, std::string_view word);

/// `style`, `hidden` and `aria-hidden`: whether the element says that it is not shown.
bool is_hidden(const HtmlNode& node);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_PAGE_HPP
