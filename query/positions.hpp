// SPDX-License-Identifier: GPL-2.0-or-later
// Do words stand next to, or near, each other? One answer for the matcher (positions out of the
// index) and for highlighting (positions out of the text).
#ifndef IDSEARCH_QUERY_POSITIONS_HPP
#define IDSEARCH_QUERY_POSITIONS_HPP

#include <cstdint>
#include <span>
#include <vector>

namespace idsearch::query {

/// Words `first` to `last` of a text, both inclusive.
struct WordSpan {
  std::uint32_t first = 0, last = 0;

  auto operator<=>(const WordSpan&) const = default;
};

/// Places where something of each slot follows directly on something of the slot before. Slots:
/// spans in ascending order. The result is ascending, each once.
std::vector<WordSpan> sequences(std::span<const std::vector<WordSpan>> slots);

/// NEAR: all choices of one span of each operand, no two overlapping, with at most `reach` words
/// from the first word of the choice to its last, words inside longer spans not counted. Two words
/// a NEAR/5 b: their numbers differ by at most 5 = reach.
/// Marks in `used` (one flag per span of each operand) the spans that take part in any choice;
/// with `used` null stops at the first. Returns whether there is any.
bool near_each_other(std::span<const std::vector<WordSpan>> operands, std::uint32_t reach,
                     std::vector<std::vector<bool>>* used);

/// All choices of one span of each operand, no two overlapping, that lie within one sentence.
/// `starts`: the first words of the sentences behind the first one, ascending. Else as
/// near_each_other().
bool in_one_sentence(std::span<const std::vector<WordSpan>> operands,
                     std::span<const std::uint32_t> starts, std::vector<std::vector<bool>>* used);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_POSITIONS_HPP
