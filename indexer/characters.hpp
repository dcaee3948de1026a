// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of character stands here? The few classes that tell the lines of a text dump apart:
// blanks, closing and opening punctuation, ends of sentences, small letters. Deliberately without
// tables of all Unicode: a wrong guess costs a heading, never a word.
#ifndef IDSEARCH_INDEXER_CHARACTERS_HPP
#define IDSEARCH_INDEXER_CHARACTERS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// A code point of valid UTF-8 and its bytes; length 0 at the end of the text.
struct Character {
  char32_t code = 0;
  std::size_t length = 0;
};

/// The character that begins at byte `at`; a stray byte counts as one character.
Character character_at(std::string_view utf8, std::size_t at);
Character first_character(std::string_view utf8);
Character last_character(std::string_view utf8);

/// Whether `text` begins with `lower` (ASCII, small letters) in any case.
bool starts_with_ignoring_case(std::string_view text, std::string_view lower);

/// Horizontal white space: blank, tab, NBSP and the other blanks of Unicode, but no line breaks.
bool is_gap(char32_t c);

/// Bytes of blanks at the beginning, at the end.
std::size_t leading_blanks(std::string_view utf8);
std::size_t trailing_blanks(std::string_view utf8);

/// Full stops, question and exclamation marks, ellipsis, in the scripts we know them of.
bool is_sentence_end(char32_t c);

/// Closing quotes and brackets; the straight quotes count as closing here.
bool is_closing(char32_t c);

/// Opening quotes and brackets, without the straight quotes.
bool is_opening(char32_t c);

bool is_letter(char32_t c);

/// A small letter of Latin, Greek, Cyrillic or Armenian script.
bool is_small_letter(char32_t c);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CHARACTERS_HPP
