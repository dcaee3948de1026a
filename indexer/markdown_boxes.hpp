// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines are boxes of MkDocs? `!!! note "Title"`, `??? note`, `=== "Tab"`, and below them a
// body that is indented by four columns, which would be code to any other program. So would be what
// goes on below a definition (": what it means") in such lines.
#ifndef IDSEARCH_INDEXER_MARKDOWN_BOXES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_BOXES_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

class MarkdownBoxes {
 public:
  /// The line without the indentation of the boxes around it; of a line that begins a box its
  /// title, or nothing. `rest`: the text behind the line, which tells whether a body follows.
  /// `literal`: the line is code, where no box begins. `in_list`: more than three blanks before a
  /// box do not make it code. A view into `line`.
  std::string_view unwrap(std::string_view line, std::string_view rest, bool literal, bool in_list);

  /// Whether the line just unwrapped stands directly below the title of its box, or goes on from
  /// there: it is no part of the title's paragraph.
  bool is_below_title() const { return below_title_; }

 private:
  std::vector<std::size_t> columns_;  // of the open boxes, each without the indentation before it
  bool below_text_ = false;           // the last line with words is no heading, item, quote, table
  bool titled_ = false;               // the line before is a title, or below one
  bool below_title_ = false;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_BOXES_HPP
