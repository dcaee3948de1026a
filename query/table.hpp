// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of cells as aligned columns of text.
#ifndef IDSEARCH_QUERY_TABLE_HPP
#define IDSEARCH_QUERY_TABLE_HPP

#include <cstddef>
#include <string>
#include <vector>

namespace idsearch::query {

/// Each row a line; columns as wide as their widest cell, two blanks between them, no blanks at the
/// ends of lines. Control characters are shown escaped. With a `width` in columns the last cell is
/// wrapped between words to keep lines within it, and a cell of an earlier column that is too long
/// for that stands out without moving the others; 0: lines as long as they come.
std::string aligned(const std::vector<std::vector<std::string>>& rows, std::size_t width = 0);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_TABLE_HPP
