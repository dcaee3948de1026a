// SPDX-License-Identifier: GPL-2.0-or-later
// Which tables hold data, and which only lay out the page? Which rows are the head of a table?
#ifndef IDSEARCH_INDEXER_HTML_TABLES_HPP
#define IDSEARCH_INDEXER_HTML_TABLES_HPP

#include <vector>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

enum class HtmlRow : unsigned char {
  None,  ///< no row, or one of a layout table: its cells are read like any box
  Head,  ///< names the columns; no text of its own
  Body,  ///< one passage
};

/// By node: what each <tr> is.
///
/// A table lays out the page when it says so (role), holds a heading or a list of notes' worth of
/// paragraphs in a cell, or has one column only; and when it holds another table, unless its cells
/// are small and it has titles or as many cells in each of three rows. Rows within such a row are
/// words of it.
std::vector<HtmlRow> html_rows(const HtmlPage& page);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_TABLES_HPP
