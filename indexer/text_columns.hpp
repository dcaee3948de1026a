// SPDX-License-Identifier: GPL-2.0-or-later
// Notes that a page prints in two columns: which words belong to which?
#ifndef IDSEARCH_INDEXER_TEXT_COLUMNS_HPP
#define IDSEARCH_INDEXER_TEXT_COLUMNS_HPP

#include <vector>

#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

/// The lines of a dump with two columns of notes one below the other: first all of the left one,
/// then all of the right one. There are two where a line that begins a note ("1.^", "[1]") holds
/// the number of another one behind a gap of two blanks or a tab, and the lines below have that
/// gap, too.
std::vector<Line> without_columns(std::vector<Line> lines);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_COLUMNS_HPP
