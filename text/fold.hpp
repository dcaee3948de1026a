// SPDX-License-Identifier: GPL-2.0-or-later
// Folding of characters: case, width, quotes, diacritics. Internal to text/.
#ifndef IDSEARCH_TEXT_FOLD_HPP
#define IDSEARCH_TEXT_FOLD_HPP

#include <string>
#include <string_view>

namespace idsearch::text {

/// ICU's NFKC_Casefold: case, width, ligatures and compatibility forms folded; soft hyphens,
/// zero-width characters and other ignorable ones removed; composed. `utf8` must be valid.
std::string nfkc_casefold(std::string_view utf8);

/// Without diacritics of Latin, Greek, Cyrillic, Arabic and Hebrew; marks of other scripts are
/// letters in all but name and stay. Takes and gives composed, case-folded text.
std::string fold_diacritics(std::string_view casefolded);

/// Typographic apostrophes and single quotes, okina and geresh to "'"; double ones to '"'.
char32_t unify_quote(char32_t c);

/// Letters and numbers, and the marks that belong to them.
bool is_word_character(char32_t c);

/// True for scripts written without blanks between words (Thai, Lao, Khmer, Burmese, Han, kana …).
bool is_unspaced_script(char32_t c);

/// True for letters that are words of their own to the index: those of the scripts above but
/// Tibetan, which shows its syllables, and Hangul, whose words carry particles.
bool is_word_by_itself(char32_t c);

/// True when `c` belongs to the character before it: marks, format characters, vowels and finals of
/// decomposed Hangul, half-width voicing marks.
bool continues_character(char32_t c);

/// True for letters of Latin, Greek and Cyrillic.
bool is_european_letter(char32_t c);

/// General category L.
bool is_letter(char32_t c);

/// Combining marks and invisible format characters: never the beginning of a word.
bool is_mark_or_format(char32_t c);

/// A decimal digit of any script.
bool is_digit(char32_t c);

/// 0 to 9 for a decimal digit of any script, else -1.
int digit_value(char32_t c);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_FOLD_HPP
