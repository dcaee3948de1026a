// SPDX-License-Identifier: GPL-2.0-or-later
// Which lists of notes that begin from 1 again belong to the sections before them, when no mark is
// a link?
#ifndef IDSEARCH_INDEXER_HTML_SECTION_LISTS_HPP
#define IDSEARCH_INDEXER_HTML_SECTION_LISTS_HPP

#include <vector>

#include "indexer/html_cited.hpp"
#include "indexer/html_note_lists.hpp"

namespace idsearch::indexer {

/// Sets `by_place` of all `lists` when each answers the marks between the list before it and
/// itself, every one of them, and no mark stands behind the last. Where some do not, `doubtful` is
/// set of those that have marks before them. Nothing is set of lists that have no number twice.
/// `lists`: in reading order, with the numbers that they show.
void find_section_lists(const HtmlPage& page, const std::vector<CitedPlace>& places,
                        std::vector<HtmlNoteList>& lists);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_SECTION_LISTS_HPP
