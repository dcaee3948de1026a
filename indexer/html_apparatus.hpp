// SPDX-License-Identifier: GPL-2.0-or-later
// Which words on a page belong to its making, not to its text? Comments of editors, page breaks,
// numbers of paragraphs, links of a place to itself, what a tracked change took out.
#ifndef IDSEARCH_INDEXER_HTML_APPARATUS_HPP
#define IDSEARCH_INDEXER_HTML_APPARATUS_HPP

#include "indexer/html_tree.hpp"

namespace idsearch::indexer {

/// Empties these elements: their nodes stay in the tree, without words, attributes and links, so
/// that no rule sees a mark, a note or a date in them. To be called before the page is indexed.
void cut_apparatus(HtmlTree& tree);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_APPARATUS_HPP
