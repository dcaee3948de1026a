// SPDX-License-Identifier: GPL-2.0-or-later
// Does a part of a page hold sentences, or only links and labels?
#ifndef IDSEARCH_INDEXER_HTML_PROSE_HPP
#define IDSEARCH_INDEXER_HTML_PROSE_HPP

#include <cstddef>
#include <vector>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Reads the page once, at the first question.
class HtmlProse {
 public:
  /// `page` must outlive the object.
  explicit HtmlProse(const HtmlPage& page) : page_(page) {}

  /// Whether links have more than half of the text in `node`.
  bool is_mostly_links(NodeIndex node);

  /// Bytes of the paragraphs in `node` (itself included) that are sentences; headings, and what is
  /// mostly links, are none. 0 when most of the text in `node` is links.
  std::size_t sentence_bytes(NodeIndex node);

 private:
  void read();
  bool is_leaf(NodeIndex node) const;

  const HtmlPage& page_;
  // Before each node, so that ranges are differences.
  std::vector<std::size_t> sentences_before_;
  std::vector<std::size_t> linked_before_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_PROSE_HPP
