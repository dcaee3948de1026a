// SPDX-License-Identifier: GPL-2.0-or-later
// Which number does a note of an HTML page have: by its place in an <ol>, by its id, by what stands
// before its text, by the marks that lead to it?
#ifndef IDSEARCH_INDEXER_HTML_NOTE_LABEL_HPP
#define IDSEARCH_INDEXER_HTML_NOTE_LABEL_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// So many bytes of a text show its label: enough for "↑ [123] " and a letter behind it.
inline constexpr std::size_t kLabelBytes = 24;

struct LeadingLabel {
  std::string label;       ///< without leading zeros
  std::size_t length = 0;  ///< bytes of it, with the signs and blanks around
  bool bare = false;       ///< nothing but a number and a blank: may be the first word
};

/// The number at the beginning of a note: "[12] ", "12. ", "12.^", "^ 12. ", "(12) ", "12 ", "¹² ".
std::optional<LeadingLabel> leading_label(std::string_view text);

/// Labels for the items of one list. `items` are its <li>; `marked[i]` the labels that marks show
/// which lead to item i. `first` is the number of the first item where the list itself does not
/// say. Marks decide where list and ids contradict each other, and the ids where the list does not
/// say where it starts and they count up one by one.
std::vector<std::string> list_labels(const HtmlPage& page, NodeIndex list,
                                     const std::vector<NodeIndex>& items,
                                     const std::vector<std::vector<std::string>>& marked,
                                     std::size_t first);

/// Whether start=, value= or reversed say how the list is numbered.
bool says_numbers(const HtmlPage& page, NodeIndex list, const std::vector<NodeIndex>& items);

/// The number in the id of `item`, or of what stands first in it, that tells it from the ids of the
/// others; empty when there is none. "fn-12", "easy-footnote-bottom-12-345".
std::vector<std::string> id_labels(const HtmlPage& page, const std::vector<NodeIndex>& items);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTE_LABEL_HPP
