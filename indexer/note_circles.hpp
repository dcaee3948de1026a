// SPDX-License-Identifier: GPL-2.0-or-later
// Which notes refer to each other in a circle, and in which order can the others be resolved?
#ifndef IDSEARCH_INDEXER_NOTE_CIRCLES_HPP
#define IDSEARCH_INDEXER_NOTE_CIRCLES_HPP

#include <cstdint>
#include <functional>
#include <vector>

namespace idsearch::indexer {

struct NoteCircles {
  std::vector<std::uint32_t> circle;  ///< for each note; notes of one circle have one number
  std::vector<std::uint32_t> order;   ///< all notes, those they refer to first; circles ascending
};

/// `targets_of(note)`: the notes to which a note refers.
NoteCircles find_circles(
    std::uint32_t notes,
    const std::function<std::vector<std::uint32_t>(std::uint32_t)>& targets_of);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_CIRCLES_HPP
