// SPDX-License-Identifier: GPL-2.0-or-later
// Which note does "[1]" mean in a text dump whose notes begin from 1 again below each section?
#ifndef IDSEARCH_INDEXER_SECTION_MARKS_HPP
#define IDSEARCH_INDEXER_SECTION_MARKS_HPP

#include <span>

#include "indexer/note_zones.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Takes the marks out of the blocks of each zone; their labels are those that the notes below them
/// have since `count_sections_on`. A number that another list has, and not the one below, stays
/// text; one that none has dangles. Marks that were taken before, by the numbers that they show,
/// are counted on. Without zones nothing changes.
void take_section_marks(RawProfile& raw, std::span<const NoteZone> zones);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SECTION_MARKS_HPP
