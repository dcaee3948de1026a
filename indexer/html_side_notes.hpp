// SPDX-License-Identifier: GPL-2.0-or-later
// Which notes stand in the middle of the text that they belong to, and are drawn beside it?
#ifndef IDSEARCH_INDEXER_HTML_SIDE_NOTES_HPP
#define IDSEARCH_INDEXER_HTML_SIDE_NOTES_HPP

#include <string>
#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

struct SideNote {
  enum class Kind {
    Note,    ///< numbered; its mark stands where it stands itself
    Marked,  ///< a link before it is its mark
    Remark,  ///< without a number: text of its own, and no note
    Copy,    ///< repeats a note from the list at the end
  };
  NodeIndex node = kNoNode;
  Kind kind = Kind::Note;
  /// What opens it or shows its number, and is no text: "1", "⊕"; or kNoNode.
  NodeIndex toggle = kNoNode;
  std::string label;  ///< as shown; empty when it is counted
  /// Elements at its beginning that show the number of the toggle again, and are no text.
  std::vector<NodeIndex> repeats = {};
};

/// By its class: "sidenote", "marginnote" and their like.
bool is_named_side_note(const HtmlNode& node);

/// In reading order, none within another: elements inside lines whose class says so ("sidenote",
/// "marginnote"), those that a mark in the same line leads to, and those behind a raised number
/// that repeat it, both alone in an element that is called a note.
std::vector<SideNote> find_side_notes(const HtmlPage& page, const std::vector<NoteLink>& links);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_SIDE_NOTES_HPP
