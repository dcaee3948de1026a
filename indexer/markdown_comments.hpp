// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in comments, those of HTML and of Obsidian (`%% … %%`)? Nothing that counts: line by
// line they are taken out.
#ifndef IDSEARCH_INDEXER_MARKDOWN_COMMENTS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_COMMENTS_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::indexer {

class MarkdownComments {
 public:
  /// Of the whole text, which must outlive this. `hidden`: put into lines that a comment leaves
  /// empty in the midst of a paragraph, so that they do not end it.
  MarkdownComments(std::string_view text, std::string hidden);

  /// The line, a part of the text, without comments. "<!--" in a code span, behind a backslash, or
  /// in mid-line and never closed is text. One at the beginning of a line that is never closed
  /// takes the rest of the text, as in a browser. "%%" is text unless another one closes it. The
  /// view lives until the next call.
  std::string_view strip(std::string_view line);

  bool is_open() const { return open_; }

 private:
  void strip_from(std::string_view line, std::size_t at);
  bool opens_percent(std::string_view line, std::size_t at) const;

  std::string_view text_;
  std::string hidden_;
  std::size_t last_close_;    // where the last "-->" stands
  std::size_t last_percent_;  // the last "%%"
  std::string_view close_;    // what ends the open comment
  bool open_ = false;
  bool in_paragraph_ = false;  // the open comment began behind words
  std::string edited_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_COMMENTS_HPP
