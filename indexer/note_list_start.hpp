// SPDX-License-Identifier: GPL-2.0-or-later
// Where does the list of notes begin? Body lists are numbered too, and notes need not carry a "^".
#ifndef IDSEARCH_INDEXER_NOTE_LIST_START_HPP
#define IDSEARCH_INDEXER_NOTE_LIST_START_HPP

#include <cstddef>
#include <optional>
#include <span>

#include "indexer/mark_styles.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

// How many numbers a list may skip where nothing but the number tells a note from wrapped text
// ("12. May 2020"). Chosen: larger gaps than a few lost notes were not seen.
inline constexpr std::size_t kMostSkipped = 20;

/// Index of the first note among `candidates` (all number lines, in order); nullopt when `lines`
/// have no list of notes that answers marks of this style. The rules are those of take_notes.
std::optional<std::size_t> find_note_list(std::span<const Line> lines,
                                          std::span<const NoteLine> candidates, MarkStyle style);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_LIST_START_HPP
