// SPDX-License-Identifier: GPL-2.0-or-later
// What numbers a place: Roman numbers, divisions "(2)(a)", paragraphs "[12]"; and what ends one.
#ifndef IDSEARCH_INDEXER_CITATION_LOCATOR_VALUES_HPP
#define IDSEARCH_INDEXER_CITATION_LOCATOR_VALUES_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// Bytes of a Roman number at `at`, all small or all capitals; 0 for anything else ("civil").
std::size_t roman(std::string_view text, std::size_t at);

/// Bytes of "(2)", "(a)", "(iv)", "(3A)", a division of what stands before it; 0 for anything else
/// ("(2012)", "(see p 3)").
std::size_t division(std::string_view text, std::size_t at);

/// Bytes of "[12]", "[3.4]", "[A5]", a paragraph of a judgment; 0 for anything else ("[2019] UKSC
/// 41", "[sic]").
std::size_t paragraph(std::string_view text, std::size_t at);

/// No word character stands at `at`.
bool ends_word(std::string_view text, std::size_t at);

/// Behind blanks stands punctuation that ends something, or nothing: "ibid x.", "ibid v, 12".
bool ends_place(std::string_view text, std::size_t at);

/// A digit of ASCII or of another script.
bool is_any_digit(std::string_view text, std::size_t at);

/// Hyphens, dashes and the minus sign.
bool is_dash(char32_t c);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LOCATOR_VALUES_HPP
