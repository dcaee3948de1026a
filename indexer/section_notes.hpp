// SPDX-License-Identifier: GPL-2.0-or-later
// Which numbered lists of a text dump hold the notes of the section above them?
#ifndef IDSEARCH_INDEXER_SECTION_NOTES_HPP
#define IDSEARCH_INDEXER_SECTION_NOTES_HPP

#include "indexer/text_notes.hpp"

namespace idsearch::indexer {

/// Moves lists "1. text" that stand below sections from the body to the notes, which are in the
/// order of their lines then, and may have numbers twice.
///
/// A list of the body may look the same. So all of it must fit: each list is the one that its
/// section's marks ask for, from the first mark to the last; the numbers of all lists, the one at
/// the end included, begin anew or go on from the list before; and most texts read as citations.
void take_section_notes(NoteList& list);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SECTION_NOTES_HPP
