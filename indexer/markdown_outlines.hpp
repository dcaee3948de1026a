// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines of an outline (Logseq) are its own book-keeping and no words: "id:: 64f1…",
// "collapsed:: true", log books, the lines around quotes?
#ifndef IDSEARCH_INDEXER_MARKDOWN_OUTLINES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_OUTLINES_HPP

#include <string>
#include <string_view>
#include <utility>

namespace idsearch::indexer {

class MarkdownOutlines {
 public:
  /// `nothing`: a token that stands for nothing, in the place of a property that begins an item.
  explicit MarkdownOutlines(std::string nothing) : nothing_(std::move(nothing)) {}

  /// The line, without what an outline keeps for itself. Properties that authors made up
  /// ("source:: …") are text. A view into `line` or this object, which the next call ends.
  std::string_view strip(std::string_view line);

 private:
  std::string nothing_;
  std::string out_;
  bool in_log_ = false;
  int log_lines_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_OUTLINES_HPP
