// SPDX-License-Identifier: GPL-2.0-or-later
// The elements and texts of an HTML page as libgumbo builds them, in one flat list.
#ifndef IDSEARCH_INDEXER_HTML_TREE_HPP
#define IDSEARCH_INDEXER_HTML_TREE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/html_names.hpp"

namespace idsearch::indexer {

/// Where a node stands in HtmlTree::nodes.
using NodeIndex = std::size_t;
inline constexpr NodeIndex kNoNode = static_cast<NodeIndex>(-1);

struct HtmlNode {
  HtmlName name = HtmlName::Text;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;     ///< behind the last node below this one
  std::size_t line = 0;  ///< 1-based; of a text, where its first visible character stands
  bool cut = false;      ///< an element that ends where another begins, without an end tag
  std::string text;      ///< of a text, entities decoded
  std::vector<std::pair<HtmlAttribute, std::string>> attributes;

  /// The attribute's value, entities decoded; null when there is none.
  const std::string* attribute(HtmlAttribute which) const;
  /// The same, empty when there is none.
  std::string_view value(HtmlAttribute which) const;
};

struct HtmlTree {
  /// Parents before children, in the order of the page; the first is <html>.
  std::vector<HtmlNode> nodes;
  std::string refusal;           ///< why the page was not parsed, "is nested …"; or empty
  std::size_t refusal_line = 0;  ///< where that was seen

  /// `node` itself or one around it with this name; kNoNode when there is none.
  NodeIndex around(NodeIndex node, HtmlName name) const;
  bool is_within(NodeIndex node, NodeIndex outer) const {
    return node >= outer && node < nodes[outer].end;
  }
};

/// `utf8` is valid UTF-8. Depths and times are limited by html_guard: a page beyond is refused and
/// has no nodes.
HtmlTree parse_html(std::string_view utf8);

/// The same without the tree: only whether the page is refused, and where.
HtmlTree check_html(std::string_view utf8);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_TREE_HPP
