// SPDX-License-Identifier: GPL-2.0-or-later
// Which links lead from a mark to its note, and which lead back?
#ifndef IDSEARCH_INDEXER_HTML_LINKS_HPP
#define IDSEARCH_INDEXER_HTML_LINKS_HPP

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

struct NoteLink {
  enum class Kind {
    Mark,   ///< reads like a mark and leads to something further down, or nowhere
    Back,   ///< leads from a note to its mark, by its place or by its words
    Other,  ///< any other link to a place in the page
  };
  NodeIndex node = kNoNode;    ///< the <a>
  NodeIndex target = kNoNode;  ///< kNoNode when the page has no such id
  Kind kind = Kind::Other;
  /// Of a Mark: the number (or sign) that it shows, normalised; empty when its place in the list of
  /// notes is all that tells its note.
  std::string label;
};

using LinkByNode = std::unordered_map<NodeIndex, const NoteLink*>;

/// All links to places in the page, in reading order.
std::vector<NoteLink> note_links(const HtmlPage& page);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_LINKS_HPP
