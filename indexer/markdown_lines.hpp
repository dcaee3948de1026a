// SPDX-License-Identifier: GPL-2.0-or-later
// What does a line of Markdown begin with? Just as much of CommonMark's block rules as it takes to
// find definitions of notes where the parser proper would lose them.
#ifndef IDSEARCH_INDEXER_MARKDOWN_LINES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_LINES_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace idsearch::indexer {

/// Nothing but blanks and tabs.
constexpr bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// White space at the beginning of a line; a tab goes on to the next multiple of four columns.
struct Indent {
  std::size_t columns = 0;
  std::size_t bytes = 0;
};
Indent indent_of(std::string_view line, std::size_t most_columns = std::size_t(-1));

/// "```" or "~~~", three or more.
struct Fence {
  char character = 0;  ///< 0 = no fence is open
  std::size_t length = 0;
};
std::optional<Fence> opening_fence(std::string_view rest);
bool closes_fence(const Fence& fence, std::string_view rest);

/// Bytes of "> " at the beginning, up to three blanks before it; 0 when there is none.
std::size_t quote_marker_length(std::string_view rest);

/// Bytes of "-", "+", "*", "1." or "1)" when a blank or the end follows; 0 when there is none, or
/// when the line is a rule ("* * *").
std::size_t list_marker_length(std::string_view rest);

/// "---", "* * *", "___".
bool is_thematic_break(std::string_view rest);

/// Whether a line begins something that cannot go on a paragraph: heading, fence, quote, list,
/// rule, row of a table, block of HTML.
bool interrupts_paragraph(std::string_view rest);

/// Bytes of "[^label]" at the beginning; 0 when there is none. Labels have no blanks and no
/// brackets.
std::size_t footnote_label_length(std::string_view rest);

/// Whether a tag with this (lower case) name begins here: "<PRE class=…" is "pre".
bool begins_tag(std::string_view rest, std::string_view name);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_LINES_HPP
