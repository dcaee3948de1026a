// SPDX-License-Identifier: GPL-2.0-or-later
// Which neighbours of the notes that marks lead to are notes, too, though nobody cites them?
#ifndef IDSEARCH_INDEXER_HTML_NOTE_SIBLINGS_HPP
#define IDSEARCH_INDEXER_HTML_NOTE_SIBLINGS_HPP

#include <vector>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// `targets`: the places in the page that marks lead to, ascending. Elements of the same name
/// beside them that begin with the next number, up or down, and go on from there: "[3] …" before a
/// cited
/// "[4] …". Ascending; none of `targets`.
std::vector<NodeIndex> uncited_siblings(const HtmlPage& page,
                                        const std::vector<NodeIndex>& targets);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTE_SIBLINGS_HPP
