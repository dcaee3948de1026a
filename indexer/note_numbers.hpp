// SPDX-License-Identifier: GPL-2.0-or-later
// Labels of notes as numbers.
#ifndef IDSEARCH_INDEXER_NOTE_NUMBERS_HPP
#define IDSEARCH_INDEXER_NOTE_NUMBERS_HPP

#include <charconv>
#include <cstdint>
#include <string_view>

namespace idsearch::indexer {

/// Nothing but digits, and at least one.
constexpr bool is_note_number(std::string_view label) {
  return !label.empty() && label.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The number that `label` begins with; 0 when it begins with none, or with one of more than 64
/// bits.
inline std::uint64_t note_number(std::string_view label) {
  std::uint64_t number = 0;
  std::from_chars(label.data(), label.data() + label.size(), number);
  return number;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_NUMBERS_HPP
