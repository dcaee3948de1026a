// SPDX-License-Identifier: GPL-2.0-or-later
// Which <br> of a page end paragraphs, not lines?
#ifndef IDSEARCH_INDEXER_HTML_LINE_BREAKS_HPP
#define IDSEARCH_INDEXER_HTML_LINE_BREAKS_HPP

#include <set>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// The <br> before the lines of a list whose numbers are typed: "1. …<br>2. …", "[1] …<br>[2] …".
/// At least two lines of one element, with numbers that count up by one or, where brackets or "^"
/// say that they are notes, just up.
std::set<NodeIndex> paragraph_ends(const HtmlPage& page);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_LINE_BREAKS_HPP
