// SPDX-License-Identifier: GPL-2.0-or-later
// What does the text of a mark show, or that of a link back to one: a number, a sign, a word with a
// number?
#ifndef IDSEARCH_INDEXER_HTML_MARK_TEXT_HPP
#define IDSEARCH_INDEXER_HTML_MARK_TEXT_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// The labels that a mark shows: "[12]" → 12, "3, 4", "3–5", "(7)"; empty when the text is nothing
/// but that. Without leading zeros.
std::vector<std::string> shown_numbers(std::string_view text);

/// "^", "↩", "Jump up", "return to text": words of a link from a note back to its mark.
bool is_back_text(std::string_view text);

/// Digits of any script, and raised ones, as those of ASCII.
std::string mark_with_ascii_digits(std::string_view text);

/// Without one pair of brackets around it, and blanks.
std::string_view mark_without_brackets(std::string_view text);

/// "ii", "xiv": Word counts endnotes so.
bool is_roman_mark(std::string_view text);

/// "note 3", "nb 1": groups of notes beside the numbered ones.
bool is_group_sign(std::string_view text);

/// A sign that marks a note: "*", "†", "‡", "§", up to three of them, or one small letter.
bool is_sign(std::string_view text);

/// "footnote 1", "Note 12", "fn 3" → 1, 12, 3; empty for anything else.
std::string worded_number(std::string_view text);

/// "※1", "注 12", "прим. 3": the number behind a word or sign that is not of ASCII; empty for
/// anything else.
std::string foreign_number(std::string_view text);

/// "[2:1]", the second mark of note 2 → 2; empty for anything else.
std::string repeated_number(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_MARK_TEXT_HPP
