// SPDX-License-Identifier: GPL-2.0-or-later
// What do the notes of a page say, and which of its lines are theirs?
#ifndef IDSEARCH_INDEXER_HTML_NOTE_TEXTS_HPP
#define IDSEARCH_INDEXER_HTML_NOTE_TEXTS_HPP

#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_links.hpp"
#include "indexer/html_notes.hpp"
#include "indexer/html_page.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Marks without links before node `end` that no earlier zone has mean the note with the number
/// that they show and `shift`.
struct MarkZone {
  NodeIndex end = kNoNode;
  std::size_t shift = 0;
};

struct HtmlNotes {
  std::vector<RawNote> notes;  ///< in reading order, doubles kept but for repeated side notes
  std::vector<bool> is_note;   ///< by block
  /// Ascending; none where marks have the notes with the numbers that they show.
  std::vector<MarkZone> zones = {};
};

/// The notes that links and lists show.
///
/// Texts are as the page shows them, blocks joined by a blank; two things are not shown: links back
/// to the mark, and the number. The text of a link that an editor cut short
/// ("https://example.org/lon…") is replaced by its address when it begins like it: there the page
/// holds what was written, and shows less.
HtmlNotes note_texts(const HtmlPage& page, const std::vector<NoteItem>& items,
                     const std::vector<HtmlBlock>& blocks, const LinkByNode& links);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTE_TEXTS_HPP
