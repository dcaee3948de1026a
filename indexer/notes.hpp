// SPDX-License-Identifier: GPL-2.0-or-later
// Every note to its sources: "ibid" and "(n 5)" followed to the note that holds the full reference.
#ifndef IDSEARCH_INDEXER_NOTES_HPP
#define IDSEARCH_INDEXER_NOTES_HPP

#include <vector>

#include "idsearch/citation.hpp"
#include "idsearch/diagnostic.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// One Note per label (the first definition counts), in the order of the file. What cannot be
/// resolved is said in the note and in `diagnostics` (appended); nothing is guessed. Terminates on
/// any input; deep chains do not recurse on the stack. `numeric_labels`: notes follow each other by
/// number, and behind the last one those with other labels ("*", "s1") by themselves; else by order
/// of definition (then "(n 5)" means the fifth definition).
std::vector<Note> resolve_notes(const std::vector<RawNote>& raw, bool numeric_labels,
                                std::vector<Diagnostic>& diagnostics);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTES_HPP
