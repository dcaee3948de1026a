// SPDX-License-Identifier: GPL-2.0-or-later
// Rows of cells as aligned columns of text.
#ifndef IDSEARCH_QUERY_TABLE_HPP
#define IDSEARCH_QUERY_TABLE_HPP

#include <string>
#include <vector>

namespace idsearch::query {

/// Each row a line; columns as wide as their widest cell, two blanks between them, no blanks at the
/// ends of lines. Control characters are shown escaped.
std::string aligned(const std::vector<std::vector<std::string>>& rows);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_TABLE_HPP
