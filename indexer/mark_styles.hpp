// SPDX-License-Identifier: GPL-2.0-or-later
// Where may marks of a text dump stand that have no square brackets: raised digits ("¹", "²,³",
// "¹²") and numbers in round brackets ("(4)")?
//
// Both say other things, too: "km²", "10⁶", "section 5 (2)". A sign is sure where nothing else
// stands like it: raised behind a word or punctuation, round behind a word or a sentence with
// nothing but punctuation behind. A doubtful one ("the card (2) is") counts where the sure ones
// leave out just its number. Behind a unit of length, a number or "section" a sign is none.
#ifndef IDSEARCH_INDEXER_MARK_STYLES_HPP
#define IDSEARCH_INDEXER_MARK_STYLES_HPP

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/raw_profile.hpp"
#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

enum class MarkStyle { Square, Raised, Round };

/// What may be a mark, or a group of them.
struct MarkSign {
  std::size_t begin = 0, end = 0;    ///< bytes of the text
  std::vector<std::size_t> numbers;  ///< ranges are written out
  bool sure = false;
};

/// The signs of one text, in order; none of Square.
std::vector<MarkSign> mark_signs(std::string_view text, MarkStyle style);

/// Which numbers (below 1000) are marked in `lines`: in square brackets where marks stand, or by
/// signs of another style that count.
std::vector<bool> marked_numbers(std::span<const Line> lines, MarkStyle style);

/// Takes marks without square brackets out of the blocks of a dump that has notes, as its brackets
/// of numbers: raised ones of which there are notes, and others that go on from these; round ones
/// when there are no other marks and they go up to the last notes. Leaves all else as it is.
void take_other_marks(RawProfile& raw);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARK_STYLES_HPP
