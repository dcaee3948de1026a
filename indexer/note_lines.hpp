// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines look like the number of a note: "12.^", "12. ^ text", "^ 12. text", "12. text",
// "[12] text", "¹² text"?
#ifndef IDSEARCH_INDEXER_NOTE_LINES_HPP
#define IDSEARCH_INDEXER_NOTE_LINES_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

struct NoteLine {
  std::size_t index = 0;  ///< of the line
  std::size_t number = 0;
  bool certain = false;   ///< with "^": cannot be anything else
  bool bracket = false;   ///< "[12] text", "¹² text"
  std::string_view text;  ///< what stands behind the number; may be empty
  std::size_t lines = 1;  ///< 2 when the "^" stands on a line of its own
};

/// The number line at `lines[index]`, or nullopt.
std::optional<NoteLine> note_line(std::span<const Line> lines, std::size_t index);

/// "(12) text" and "12) text", which only answer marks in round brackets.
std::optional<NoteLine> round_note_line(std::span<const Line> lines, std::size_t index);

/// Whether a text has the air of a citation: an address, "accessed", quotation marks, "ibid",
/// "(n 5)", a year. Only used to tell a list of notes from a numbered list.
bool is_note_like(std::string_view text);

/// Whether a text can hardly be anything else: an ibid, "(n 5)", "accessed 2 May", an address alone
/// or in "<>", a quotation and a bracket that ends in a year.
bool is_citation(std::string_view text);

/// "Registration Act, s 4.": whether a short text names a law, or a part of one.
bool names_law_or_part(std::string_view text);

/// Whether a text is a sentence ("The state shall register every child.") rather than a citation:
/// it has a verb that titles do without, and neither an address nor anything else that only
/// citations have.
bool is_prose(std::string_view text);

/// Whether a note may end with this line: behind a sentence, an address, a bracket or an ibid the
/// next line is a note of its own rather than wrapped text. True for an empty line.
bool may_end_note(std::string_view line);

/// Which of `candidates` (in order) are wrapped text for sure: lines "3. Auflage" without "^" whose
/// number comes again behind them, with "^", or, when they go on amid a sentence, where a note may
/// begin: at the beginning of a block or behind a line that may end a note.
std::vector<bool> given_again(std::span<const Line> lines, std::span<const NoteLine> candidates);

/// Which numbers (below 1000) stand in brackets in `lines`, where marks stand.
std::vector<bool> bracketed_numbers(std::span<const Line> lines);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_LINES_HPP
