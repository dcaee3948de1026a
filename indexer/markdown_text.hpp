// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a paragraph, heading or cell: what do emphasis, links, code, tags and images leave?
//
// In the body a link is its text. In a note its address follows in angle brackets, where the text
// does not show it: "[‘Title’](https://x.org)" is "‘Title’ <https://x.org>". The source would be
// lost otherwise.
#ifndef IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP
#define IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP

#include <string>

#include "indexer/markdown_shields.hpp"
#include "indexer/markdown_tree.hpp"

namespace idsearch::indexer {

struct MarkdownText {
  std::string text;          ///< with tokens, unless `in_note`
  bool only_anchor = false;  ///< nothing but a link to a place in this file
};

MarkdownText text_of_node(cmark_node* node, bool in_note, Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_TEXT_HPP
