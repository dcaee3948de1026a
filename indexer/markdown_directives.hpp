// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines only wrap text: directives of MyST ("```{note} Title", ":::{tip}", their options),
// tags of MDX (<TabItem label="…">)? To any other program the first would be code, the second
// words.
#ifndef IDSEARCH_INDEXER_MARKDOWN_DIRECTIVES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_DIRECTIVES_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markdown_shields.hpp"

namespace idsearch::indexer {

class MarkdownDirectives {
 public:
  explicit MarkdownDirectives(Shields& shields) : shields_(shields) {}

  /// The line without its wrappers: the title of what begins, with a Break behind it; nothing of an
  /// option; a line in tags without the indentation that it has for their sake. `rest`: the text
  /// from the line on. `literal`: the line is code, where nothing begins or ends. A view into
  /// `line` or this object, which the next call ends.
  std::string_view unwrap(std::string_view line, std::string_view rest, bool literal);

 private:
  struct Wrapper {
    char sign = 0;           // of a fence; 0 of a tag
    std::size_t length = 0;  // of a fence
    std::string name;        // of a tag
    bool dropped = false;    // with all that is in it
    std::size_t column = 0;  // where it begins
    std::size_t body = 0;    // where the first line in it begins; 0 before that line
  };

  bool take_option(std::string_view words);
  bool take_fence(std::string_view words, std::size_t column);
  bool take_tags(std::string_view words, std::string_view rest, std::size_t column);
  bool closes(std::string_view name);
  bool is_closed(std::string_view name, std::string_view rest);
  std::string_view without_indent(std::string_view line);
  void title(std::string_view title, std::string_view behind);

  Shields& shields_;
  std::vector<Wrapper> open_;
  bool options_ = false;       // options of a directive may follow
  bool first_option_ = false;  // none was yet
  bool in_yaml_ = false;       // between "---" and "---"
  std::size_t skipped_ = 0;    // lines of a tag that are still to come
  std::size_t searched_ = 0;   // bytes looked through for ends of tags
  std::string after_tag_;      // what stands behind it
  std::string out_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_DIRECTIVES_HPP
