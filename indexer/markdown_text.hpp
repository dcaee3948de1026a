// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a paragraph, heading or cell: what do emphasis, links, code, tags and images leave?
//
// A link leaves its text and the token of its target. In the body the text alone is shown; in a
// note the address follows in angle brackets, or the source would be lost:
// "[‘Title’](https://x.org)" is "‘Title’ <https://x.org>".
#ifndef IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP
#define IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP

#include <string>

#include "indexer/markdown_shields.hpp"
#include "indexer/markdown_tree.hpp"

namespace idsearch::indexer {

struct MarkdownText {
  std::string text;          ///< with tokens
  bool only_anchor = false;  ///< nothing but a link to a place in this file
};

MarkdownText text_of_node(cmark_node* node, Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP
