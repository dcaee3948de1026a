// SPDX-License-Identifier: GPL-2.0-or-later
// Is this "<" a tag in a Markdown file, and which? Not a parser of HTML: pages have their own.
#ifndef IDSEARCH_INDEXER_MARKDOWN_TAGS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_TAGS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

struct HtmlTag {
  std::string name;  ///< lower case; empty for comments, declarations, instructions
  bool is_closing = false;
  bool is_words = false;  ///< nothing but words in brackets, should the name be no element's
  std::string href;
  std::size_t length = 0;  ///< bytes
};

/// The tag that `text` begins with; nullopt when "<" begins none.
std::optional<HtmlTag> read_html_tag(std::string_view text);

/// "div", "sup"; not "url" or "sic", which are words in brackets.
bool is_html_element(std::string_view name);

/// "a", "sup": stands within a line; all others begin and end a block.
bool is_inline_element(std::string_view name);

/// One to three digits, as a raised or linked mark has.
bool is_mark_number(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_TAGS_HPP
