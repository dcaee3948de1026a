// SPDX-License-Identifier: GPL-2.0-or-later
// Do marks and notes answer each other? Marks without notes, notes without marks.
#ifndef IDSEARCH_INDEXER_NOTE_CHECKS_HPP
#define IDSEARCH_INDEXER_NOTE_CHECKS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/citation.hpp"
#include "idsearch/diagnostic.hpp"

namespace idsearch::indexer {

/// A mark somewhere in the text, headings included.
struct CitedMark {
  std::string note;
  std::size_t line = 0;  ///< of the passage or heading that it stands in
  bool held = true;      ///< by a passage; a mark in a heading is not
};

/// Appends one dangling mark per label (where it first occurs), one uncited note per run of notes
/// that follow each other without a mark in a passage (label "1-22"; by number when
/// `numeric_labels`), and "no note list" when there are marks but `has_note_list` is false.
/// `marks`: in reading order.
void check_notes(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                 bool has_note_list, bool numeric_labels, std::vector<Diagnostic>& diagnostics);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_CHECKS_HPP
