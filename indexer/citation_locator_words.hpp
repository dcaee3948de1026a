// SPDX-License-Identifier: GPL-2.0-or-later
// Which words name a place in a work, in English and in the languages of the laws that are cited?
// All of these look at one place of a text and return the bytes of what stands there, or 0.
#ifndef IDSEARCH_INDEXER_CITATION_LOCATOR_WORDS_HPP
#define IDSEARCH_INDEXER_CITATION_LOCATOR_WORDS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// A digit of Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese or Khmer.
bool is_other_digit(char32_t c);

/// "para", "art", "Sch", "operative para": words behind which a number stands.
std::size_t place_word(std::string_view text, std::size_t at);

/// "p", "para" directly before its number: "p12".
std::size_t glued_place_word(std::string_view text, std::size_t at);

/// "vol", "book": words behind whose number that of a page may stand without another word.
bool names_volume(std::string_view text, std::size_t at);

/// "annex", "schedule": such a word that may also stand by itself.
bool may_lack_number(std::string_view text, std::size_t at);

/// "preamble", "passim", "executive summary": a place without a number; the last word of the text
/// or before punctuation ("introduction of cards" is none).
std::size_t lone_place(std::string_view text, std::size_t at);

/// A word of another language: "artículo", "Pasal", "ст", "Abs", "第". Any word that is not written
/// in ASCII may be one.
std::size_t foreign_place_word(std::string_view text, std::size_t at);

/// Whether a letter or a Roman number may follow the word of another language: "título II", "lit
/// b".
bool may_have_letter(std::string_view text, std::size_t at);

/// "One" to "Twelve".
std::size_t number_word(std::string_view text, std::size_t at);

/// "first" to "tenth", "last", "2nd".
std::size_t ordinal_word(std::string_view text, std::size_t at);

/// "f", "ff", "et seq", "bis": what belongs to the number before it.
std::size_t behind_number(std::string_view text, std::size_t at);

/// What parts the items of a list: ",", "and", "&", "to", "at", "esp", "read with".
std::size_t list_word(std::string_view text, std::size_t at);

/// Whether the number at [start, end) counts things or years, or is an ordinal: "5 million",
/// "40%", "1990s", "2nd".
bool counts_or_dates(std::string_view text, std::size_t start, std::size_t end);

/// Bytes of a month and a year, with the blank before it: " February 1977".
std::size_t month_and_year(std::string_view text, std::size_t at);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LOCATOR_WORDS_HPP
