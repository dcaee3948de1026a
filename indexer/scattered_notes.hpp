// SPDX-License-Identifier: GPL-2.0-or-later
// Which notes of a text dump stand below the sections that cite them, outside of any list?
#ifndef IDSEARCH_INDEXER_SCATTERED_NOTES_HPP
#define IDSEARCH_INDEXER_SCATTERED_NOTES_HPP

#include "indexer/text_notes.hpp"

namespace idsearch::indexer {

/// Moves notes "[12] text", each a block or a row of them, from the body to the notes: those that
/// read as citations of a number that is marked, and that no list gives or that is marked above
/// them. The notes are in the order of their lines then, and may have numbers twice.
void take_scattered(NoteList& list);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SCATTERED_NOTES_HPP
