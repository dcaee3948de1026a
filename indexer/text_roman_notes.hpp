// SPDX-License-Identifier: GPL-2.0-or-later
// Notes that a word processor numbers "[i]", "[ii]", "[iii]", as it exports endnotes to plain text.
#ifndef IDSEARCH_INDEXER_TEXT_ROMAN_NOTES_HPP
#define IDSEARCH_INDEXER_TEXT_ROMAN_NOTES_HPP

#include "indexer/raw_profile.hpp"
#include "indexer/text_notes.hpp"

namespace idsearch::indexer {

/// Takes the lines "[i] text", "[ii] text" … at the end, which count from i to the last line, out
/// of `list.body` to its notes, with labels as written; false when there are none, or when nothing
/// before them holds a mark of one of them.
bool take_roman_notes(NoteList& list);

/// Takes "[ii]" out of the blocks where there is a note of that label.
void take_roman_marks(RawProfile& raw);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_ROMAN_NOTES_HPP
