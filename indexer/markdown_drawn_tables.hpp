// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines draw a table of Pandoc without being one of pipes: grids ("+---+---+"), and columns
// below runs of dashes ("----  ------")?
#ifndef IDSEARCH_INDEXER_MARKDOWN_DRAWN_TABLES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_DRAWN_TABLES_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markdown_shields.hpp"

namespace idsearch::indexer {

struct DrawnTable {
  /// One for each line of the table in the file: of a row with its shield (Row or Head) and Cell
  /// between cells where it begins, all others empty. No lines: it is no table.
  std::vector<std::string> lines;
  std::size_t looked_at = 0;  ///< lines that were looked at
};

/// The table that begins with the first line of `text`; its lines may be indented as far as that.
/// What a row has over several lines is joined by blanks, without typed bullets. `below_gap`: the
/// line before is blank or a heading; only then columns below dashes can begin.
DrawnTable read_drawn_table(std::string_view text, bool below_gap, Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_DRAWN_TABLES_HPP
