// SPDX-License-Identifier: GPL-2.0-or-later
// One line of a page while it is put together: white space collapses, links and raised parts keep
// their places.
#ifndef IDSEARCH_INDEXER_HTML_LINE_HPP
#define IDSEARCH_INDEXER_HTML_LINE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_blocks.hpp"

namespace idsearch::indexer {

class HtmlLine {
 public:
  /// White space as in the page: runs of blanks, tabs and line ends are one blank, NBSP stays.
  void add(std::string_view text, NodeIndex node, std::size_t line);
  /// White space that markup stands for (<br>).
  void add_gap() { gap_ = true; }
  /// The next cell of a row.
  void begin_cell(NodeIndex cell);

  enum class Part { Link, Raised, Code };
  void open(Part part, NodeIndex node);
  void close(NodeIndex node);

  bool empty() const { return !has_text_; }
  /// The words so far; a gap behind them is not shown.
  std::string_view words() const { return block_.text; }
  bool ends_in_gap() const { return gap_; }

  /// Something set apart begins or ends here: a gap, and a seam of the block.
  void add_seam();

  /// The line, trimmed; the object begins anew, with the same parts open. Without text the result
  /// has an empty `text`.
  HtmlBlock take();

 private:
  struct OpenPart {
    Part part = Part::Link;
    HtmlBlock::Span span;
    bool begun = false;
  };

  void end_part(OpenPart& part);

  HtmlBlock block_;
  std::vector<OpenPart> open_;
  bool gap_ = false;
  bool has_text_ = false;
  bool in_cells_ = false;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_LINE_HPP
