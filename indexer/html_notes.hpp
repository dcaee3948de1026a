// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a page are notes, as far as links, lists and names show it?
#ifndef IDSEARCH_INDEXER_HTML_NOTES_HPP
#define IDSEARCH_INDEXER_HTML_NOTES_HPP

#include <string>
#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_page.hpp"
#include "indexer/html_side_notes.hpp"

namespace idsearch::indexer {

struct NoteItem {
  NodeIndex begin = kNoNode;  ///< the nodes [begin, end) are the note
  NodeIndex end = kNoNode;
  std::string label;
  bool in_ordered_list = false;  ///< the number is no text
  bool beside_text = false;      ///< a side note
  /// By how much `label` is more than the number that the page shows, where a further list begins
  /// from 1 again; 0 for all others.
  std::size_t shift = 0;
  bool by_place = false;     ///< of one of the lists that marks without links before it mean
  NodeIndex list = kNoNode;  ///< the same for all notes of a list; kNoNode for side notes
};

/// In reading order, not overlapping; notes without a label are left out.
///
/// A note is what marks lead to, and every other item of the same list; and the items of an <ol>
/// that is named ("footnotes", "references"), titled "Notes", or has links back in it. Elsewhere a
/// note goes from the place that a mark leads to up to the next such place.
/// `side` notes end where their elements do; those that show no number are counted from 1, or
/// called "s1", "s2" where other notes have their numbers. A further list that marks link to and
/// that begins with a number that an earlier list has is counted on from the highest before it; so
/// is one without links below a section whose marks it answers, when all lists are such.
std::vector<NoteItem> find_note_items(const HtmlPage& page, const std::vector<NoteLink>& links,
                                      const std::vector<SideNote>& side = {});

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTES_HPP
