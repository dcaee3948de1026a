// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines of dashes draw a table of Pandoc, and are no underlines of headings?
#ifndef IDSEARCH_INDEXER_MARKDOWN_DASHES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_DASHES_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// How many runs of two dashes or more; 0 when the line has anything else, or a single dash.
std::size_t runs_of_dashes(std::string_view line);

/// Pandoc underlines the head of a table with dashes that blanks part ("---- ------"), and closes
/// it with more of them. To any other program the last row is a heading then. Where columns can be
/// told apart such a table has rows (`read_drawn_table`); this is for all others.
class MarkdownDashes {
 public:
  /// The line; empty when it is such dashes. Lines in order, without those of code.
  std::string_view strip(std::string_view line);

 private:
  bool blank_before_ = true;
  bool opened_ = false;    // dashes above the lines directly before this one
  bool in_table_ = false;  // behind the dashes below its head
  bool has_gaps_ = false;  // rows may be parted by blank lines
  std::size_t lines_ = 0;  // of the table
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_DASHES_HPP
