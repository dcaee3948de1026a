// SPDX-License-Identifier: GPL-2.0-or-later
// Digits that are raised by the character itself: "¹", "²", "³", "⁴" …
#ifndef IDSEARCH_INDEXER_RAISED_DIGITS_HPP
#define IDSEARCH_INDEXER_RAISED_DIGITS_HPP

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/characters.hpp"

namespace idsearch::indexer {

/// 0 to 9; nullopt for anything else.
constexpr std::optional<std::size_t> raised_digit(char32_t c) {
  if (c == 0xB9) return 1;
  if (c == 0xB2 || c == 0xB3) return c - 0xB0;
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return c - 0x2070;
  return std::nullopt;
}

constexpr bool is_raised_digit(char32_t c) { return raised_digit(c).has_value(); }

/// The number of raised digits at `at`, which moves behind it; nullopt when there are none, or more
/// than `most`.
inline std::optional<std::size_t> read_raised_number(std::string_view text, std::size_t& at,
                                                     std::size_t most) {
  std::size_t value = 0, digits = 0, end = at;
  for (Character c = character_at(text, end); is_raised_digit(c.code);
       c = character_at(text, end)) {
    value = value * 10 + *raised_digit(c.code);
    end += c.length;
    if (++digits > most) return std::nullopt;
  }
  if (digits == 0) return std::nullopt;
  at = end;
  return value;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_RAISED_DIGITS_HPP
