// SPDX-License-Identifier: GPL-2.0-or-later
// Where is the list of notes in a text dump, and what stands in it? All layouts of number lines,
// mixed in one list, texts wrapped or not, numbers in any order.
#ifndef IDSEARCH_INDEXER_TEXT_NOTES_HPP
#define IDSEARCH_INDEXER_TEXT_NOTES_HPP

#include <span>
#include <vector>

#include "indexer/mark_styles.hpp"
#include "indexer/raw_profile.hpp"
#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

struct NoteList {
  std::vector<RawNote> notes;  ///< in file order, doubles kept; labels without leading zeros
  std::vector<Line> body;      ///< the lines that belong to no note, without the list's title
};

/// Splits the lines behind the head into body and notes.
///
/// A line with "^" is a number line wherever it stands, and the list begins with the first of them.
/// "12. text" and "[12] text" may as well be items of a numbered list: such lines are notes when
/// they stand at the end, each a block or line of its own, ascending, and answer the marks (all
/// marks of the body, or most are cited or look like citations, or under a title such as "Notes"),
/// be these in square brackets, raised digits or numbers in round brackets, or, when the numbers
/// run from 1 and most texts can be nothing else than citations, though nothing marks them; before
/// a line with "^" when they lead up to its number; behind one when they go on from it. A number
/// that comes again with "^" is wrapped text; so is, among numbers that mostly have "^", one that
/// stands in mid-sentence or that nothing asks for. `styles`: marks that may stand in the body, the
/// likelier ones first.
NoteList take_notes(std::span<const Line> lines, std::span<const MarkStyle> styles);

/// The same for readers that know marks by other signs: in square brackets only.
NoteList take_notes(std::span<const Line> lines);

/// All styles of a text dump.
inline constexpr MarkStyle kDumpStyles[] = {MarkStyle::Square, MarkStyle::Raised, MarkStyle::Round};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_NOTES_HPP
