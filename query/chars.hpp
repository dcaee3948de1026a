// SPDX-License-Identifier: GPL-2.0-or-later
// Which characters of a query mean something: blanks, quotation marks, footnote marks. No ICU: it
// is on the way of every search.
#ifndef IDSEARCH_QUERY_CHARS_HPP
#define IDSEARCH_QUERY_CHARS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idsearch::query {

/// Bytes of the white space (Unicode's, and BOM) at this place; 0 when there is none.
std::size_t blank_length(std::string_view text, std::size_t at);

/// True for ASCII letters and digits and for every byte of a character beyond ASCII.
bool is_word_byte(char c);

/// True for A to Z.
bool is_upper(char c);

/// Characters that could be letters: ASCII letters and digits, and whole characters beyond ASCII.
std::size_t count_letters(std::string_view text);

/// Outer white space removed, runs of it inside made one blank.
std::string squeeze(std::string_view text);

/// Capital letters of ASCII made small, all else as it is.
std::string lower_ascii(std::string_view text);

/// Bytes of the double quotation mark that may open a phrase at this place; 0 when there is none.
/// A straight one between two Hebrew letters belongs to the word.
std::size_t quote_length(std::string_view text, std::size_t at);

/// Where the phrase that opens at `open` is closed: the place of the closing mark, or npos.
std::size_t find_closing_quote(std::string_view text, std::size_t open);

/// `text` in quotation marks that find_closing_quote() closes exactly where it ends; empty when no
/// pair of marks can do that.
std::string in_quotation_marks(std::string_view text);

/// Footnote marks "[28]", "[3, 4]", "[3–5]" overwritten with as many blanks, so that offsets stay;
/// `places` gets the first byte and the length of each. When nothing but marks would be left, the
/// text stays as it is and `places` empty.
std::string blank_marks(std::string_view text,
                        std::vector<std::pair<std::size_t, std::size_t>>& places);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_CHARS_HPP
