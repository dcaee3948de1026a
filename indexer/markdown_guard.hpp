// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a Markdown file would make the parser slow or hungry? They are read as plain text.
//
// libcmark-gfm 0.29.0.gfm.6 needs quadratic time or memory for rows of "![", for short rows below a
// wide header of a table, for links that share one long definition, for many containers in a
// line followed by blank lines, and for long paragraphs of mixed markup. Measured: 20,000 "![[]()"
// 0.7 s, 100,000 more than 20 s; a table of 5,000 columns with 500 short rows 0.6 s and 580 MB;
// 100,000 links to an address of 100 KB 14 s and 9.6 GB. The limits below keep each of these below
// some 10 ms a run and 100 MB.
#ifndef IDSEARCH_INDEXER_MARKDOWN_GUARD_HPP
#define IDSEARCH_INDEXER_MARKDOWN_GUARD_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

struct MarkdownPiece {
  std::string_view text;
  std::size_t line = 0;
  bool is_plain = false;  ///< not to be parsed
};

class MarkdownGuard {
 public:
  /// `text`, lines ended by LF, as pieces in order. Runs of lines without a blank one between them
  /// are never cut.
  std::vector<MarkdownPiece> pieces(std::string_view text, std::size_t line);

 private:
  bool is_dangerous(std::string_view run);
  bool has_too_many_cells(std::string_view run);

  std::size_t cells_ = 0;  // of all tables so far
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_GUARD_HPP
