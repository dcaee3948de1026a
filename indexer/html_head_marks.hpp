// SPDX-License-Identifier: GPL-2.0-or-later
// Where in the first row of a table do the marks of its head stand?
#ifndef IDSEARCH_INDEXER_HTML_HEAD_MARKS_HPP
#define IDSEARCH_INDEXER_HTML_HEAD_MARKS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// The cells of the head of a table as blocks of their own, each with the column that it begins in.
struct HeadCell {
  HtmlBlock block;
  std::size_t column = 0;
};
std::vector<HeadCell> head_cells(const HtmlPage& page, const HtmlBlock& head);

/// The byte of the row's text behind the cell that `column` falls into; its end when the row is
/// shorter.
std::size_t end_of_column(const HtmlPage& page, const HtmlBlock& row, std::size_t column);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_HEAD_MARKS_HPP
