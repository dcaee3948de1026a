// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the paragraphs and lines of a text dump are headings, items, paragraphs?
//
// Known names are headings, and so are numbered lines with the signs of a heading. Other lines
// with these signs are headings too, but a run of three or more bare lines is a table or a list;
// so are two behind a paragraph that ends in a colon, and whatever bare lines follow the caption of
// a table. Where nothing but such lines stands at the margin and the text is indented, a line at
// the margin with text behind it is a heading and ends such a run; an indented line right before
// one is none. A bare line with nothing behind it heads nothing and is text. Three known headings
// in a row that all come again are a menu and leave no trace.
#ifndef IDSEARCH_INDEXER_TEXT_BLOCKS_HPP
#define IDSEARCH_INDEXER_TEXT_BLOCKS_HPP

#include <span>
#include <vector>

#include "indexer/raw_profile.hpp"
#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

/// Blocks of the body, in reading order.
std::vector<RawBlock> text_blocks(std::span<const Line> body);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_BLOCKS_HPP
