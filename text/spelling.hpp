// SPDX-License-Identifier: GPL-2.0-or-later
// Of two words, could one be the other with a typing error in it?
#ifndef IDSEARCH_TEXT_SPELLING_HPP
#define IDSEARCH_TEXT_SPELLING_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::text {

/// Code points, for edit_distance_up_to(). Invalid bytes count as one U+FFFD each.
std::u32string code_points(std::string_view utf8);

/// True when all of a folded word are letters of an alphabet in which a typing error is a letter
/// more, less or exchanged: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic. Neither
/// syllables (Ethiopic, Devanagari, Thai) nor characters, nor words with digits.
bool is_spelled_with_letters(std::string_view folded);

/// Letters to insert, delete, change or swap with their neighbour to make `b` of `a`, no letter
/// twice (optimal string alignment); `limit` + 1 when it takes more than `limit`.
std::size_t edit_distance_up_to(std::u32string_view a, std::u32string_view b, std::size_t limit);

/// `word` in capitals when `typed` is, with a capital when `typed` has one, else as it is.
std::string in_case_of(std::string_view typed, std::string_view word);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_SPELLING_HPP
