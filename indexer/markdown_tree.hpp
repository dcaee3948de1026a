// SPDX-License-Identifier: GPL-2.0-or-later
// The parser of libcmark-gfm with its tables, as objects that clean up behind themselves.
#ifndef IDSEARCH_INDEXER_MARKDOWN_TREE_HPP
#define IDSEARCH_INDEXER_MARKDOWN_TREE_HPP

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

namespace idsearch::indexer {

struct FreeMarkdown {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeMarkdown>;
using MarkdownIter = std::unique_ptr<cmark_iter, FreeMarkdown>;

/// Without the footnotes of cmark: it renumbers them and drops those that nobody cites.
MarkdownTree parse_markdown(std::string_view text);

/// Types that belong to extensions have no names at compile time.
bool is_table(cmark_node* node);
bool is_table_row(cmark_node* node);  ///< header rows, too
bool is_table_header(cmark_node* node);

/// Null-safe view of the literal of a node.
std::string_view literal_of(cmark_node* node);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_TREE_HPP
