// SPDX-License-Identifier: GPL-2.0-or-later
// Where do notes begin and end that are no items of a list: paragraphs, rows, definitions?
#ifndef IDSEARCH_INDEXER_HTML_FREE_NOTES_HPP
#define IDSEARCH_INDEXER_HTML_FREE_NOTES_HPP

#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_note_lists.hpp"
#include "indexer/html_notes.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// A note goes from the place that a mark leads to up to the next such place; the last one of a
/// list up to the end of its box, or over further paragraphs where earlier notes have some. A
/// number that comes again begins the next list. `mark_nodes`: all marks, ascending. `targets`:
/// places to begin at, ascending, none within another. A label may be empty.
std::vector<NoteItem> find_free_notes(const HtmlPage& page, const std::vector<NoteLink>& links,
                                      const MarkedNodes& marked,
                                      const std::vector<NodeIndex>& mark_nodes,
                                      const std::vector<NodeIndex>& targets);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_FREE_NOTES_HPP
