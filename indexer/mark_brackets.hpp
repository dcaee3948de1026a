// SPDX-License-Identifier: GPL-2.0-or-later
// Brackets of numbers, "[12]", "[3, 4]", "[3–5]", "[n 12]", and what parts them in a group.
#ifndef IDSEARCH_INDEXER_MARK_BRACKETS_HPP
#define IDSEARCH_INDEXER_MARK_BRACKETS_HPP

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/marks.hpp"

namespace idsearch::indexer {

/// Marks have one to three digits; four are a year.
inline constexpr std::size_t kMostMarkDigits = 3;

struct MarkBracket {
  std::vector<std::size_t> numbers;
  std::size_t end = 0;                 ///< byte behind it
  const ProvenMark* proven = nullptr;  ///< then its labels count, not the numbers
  bool named = false;                  ///< "[n 12]", "[fn 12]": says what the numbers are
};

/// Bytes of "n ", "fn. ", "Note " and their like at `at`, when a number follows; else 0.
std::size_t word_for_note(std::string_view text, std::size_t at);

/// The bracket that begins at byte `at`; nullopt when there is none, or more in it than numbers and
/// a word for "note" before the first.
std::optional<MarkBracket> read_mark_bracket(std::string_view text, std::size_t at);

/// Adds the numbers after the last one up to `last`; false when that is no sane range.
bool add_range(std::vector<std::size_t>& numbers, std::size_t last);

/// These move `at` behind what they find there, and say whether it was there.
bool skip_dash(std::string_view text, std::size_t& at);
bool skip_comma(std::string_view text, std::size_t& at);
void pass_blanks(std::string_view text, std::size_t& at);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARK_BRACKETS_HPP
