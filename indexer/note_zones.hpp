// SPDX-License-Identifier: GPL-2.0-or-later
// Which notes belong to the sections above them, when the numbers begin from 1 again below each?
#ifndef IDSEARCH_INDEXER_NOTE_ZONES_HPP
#define IDSEARCH_INDEXER_NOTE_ZONES_HPP

#include <cstddef>
#include <vector>

#include "indexer/text_notes.hpp"

namespace idsearch::indexer {

/// Marks in the lines before `line` that no earlier zone has mean the note with the number that
/// they show and `shift`.
struct NoteZone {
  std::size_t line = 0;
  std::size_t shift = 0;
};

/// Counts further lists on from the highest number before them, when each list answers all marks
/// "[n]" between the one before and itself and no mark stands behind the last; the zones of all
/// lists then, by line. Otherwise empty, and nothing is changed. `list`: notes and body by line.
/// `of_dump`: raised digits ("¹") are marks, too, and one that no list answers does not count.
std::vector<NoteZone> count_sections_on(NoteList& list, bool of_dump = false);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_ZONES_HPP
