// SPDX-License-Identifier: GPL-2.0-or-later
// Which side notes are written as blocks in the middle of a line?
#ifndef IDSEARCH_INDEXER_HTML_SIDE_BOXES_HPP
#define IDSEARCH_INDEXER_HTML_SIDE_BOXES_HPP

#include "indexer/html_tree.hpp"

namespace idsearch::indexer {

/// Makes parts of their lines of the blocks that are named as side notes ("<aside class=sidenote>")
/// and hold no blocks but paragraphs. A paragraph that such a block ended, as the rules of HTML
/// want it, goes on behind it: "<p>A card<aside class=sidenote>…</aside> is issued.</p>" is one. A
/// block between closed paragraphs stays what it is.
void join_side_boxes(HtmlTree& tree);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_SIDE_BOXES_HPP
