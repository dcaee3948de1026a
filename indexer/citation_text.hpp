// SPDX-License-Identifier: GPL-2.0-or-later
// Small steps through the text of a citation: the code point here, blanks, words in any case.
// Folding and comparing stay in text/; this only tells blanks, words and punctuation apart.
#ifndef IDSEARCH_INDEXER_CITATION_TEXT_HPP
#define IDSEARCH_INDEXER_CITATION_TEXT_HPP

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace idsearch::indexer {

/// Where what was looked for in a text does not stand.
inline constexpr std::size_t kEnd = std::string_view::npos;

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0 beyond the end of the text
};

/// The code point that begins at `at`; U+FFFD for bytes that are no UTF-8.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// The code point that ends at `at`; length 0 at the beginning.
CodePoint code_point_before(std::string_view text, std::size_t at);

/// Unicode White_Space: blanks, NBSP, line breaks.
bool is_blank(char32_t c);

/// Letters, digits and marks of any script: everything but blanks, symbols and punctuation.
bool is_word_character(char32_t c);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

constexpr bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != kEnd; }

/// The first byte from `at` on that does not begin a blank; at most `text.size()`.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Bytes of `word` (ASCII, lower case; a blank in it stands for one or more blanks) when it stands
/// at `at` in any case and no word character follows; else 0.
std::size_t match_word(std::string_view text, std::size_t at, std::string_view word);

/// The length of the first of `words` that matches at `at`; else 0. Put the longer ones first.
std::size_t match_any(std::string_view text, std::size_t at,
                      std::initializer_list<std::string_view> words);

/// Whether `text` begins a URL at `at`: "http://", "https://", "ftp://" or "www." in any case.
bool begins_url(std::string_view text, std::size_t at);

/// Bytes of the signals at the beginning of `text` ("See also", "cf", "but see, eg,") and the
/// blanks behind them; 0 when there is none.
std::size_t leading_signals(std::string_view text);

/// Calls `visit(at)` for each beginning of a word but the first; the first place that it accepts,
/// or kEnd.
template <typename Visit>
std::size_t find_word(std::string_view text, const Visit& visit) {
  char32_t before = 'x';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_word_character(before) && visit(at)) return at;
    before = c.value;
    at += c.length;
  }
  return kEnd;
}

/// Whether a number stands at `at`, blanks, a full stop and "No" apart.
bool number_follows(std::string_view text, std::size_t at);

/// Bytes of a semicolon that parts sources at `at`: ";" before a blank; "؛" and "；", which no URL
/// has, before anything. 0 when there is none.
std::size_t source_semicolon(std::string_view text, std::size_t at);

/// Without one final full stop and the blanks around it.
std::string_view without_final_stop(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_TEXT_HPP
