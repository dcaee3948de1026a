// SPDX-License-Identifier: GPL-2.0-or-later
// Which lists of a page are lists of notes, and which number has each item?
#ifndef IDSEARCH_INDEXER_HTML_NOTE_LISTS_HPP
#define IDSEARCH_INDEXER_HTML_NOTE_LISTS_HPP

#include <map>
#include <string>
#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Places that marks lead to, and the labels that those marks show.
using MarkedNodes = std::map<NodeIndex, std::vector<std::string>>;

struct HtmlNoteList {
  NodeIndex list = kNoNode;
  std::vector<NodeIndex> items;     ///< <li>
  std::vector<std::string> labels;  ///< one each; empty where none is known
  bool ordered = false;             ///< an <ol>
  bool by_place = false;            ///< begins from 1 again; marks before it mean its notes
  bool doubtful = false;            ///< begins from 1 again, and which marks mean it is not clear
};

/// In reading order.
std::vector<HtmlNoteList> find_note_lists(const HtmlPage& page, const std::vector<NoteLink>& links,
                                          const MarkedNodes& marked);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTE_LISTS_HPP
