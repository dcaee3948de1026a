// SPDX-License-Identifier: GPL-2.0-or-later
// What did the pages of a printed profile leave in its text? pdftotext keeps the running titles,
// the numbers of pages and the breaks between them.
#ifndef IDSEARCH_INDEXER_TEXT_PAGES_HPP
#define IDSEARCH_INDEXER_TEXT_PAGES_HPP

#include <vector>

#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

/// The lines without numbers of pages that count up and without titles that most pages repeat at
/// their top or bottom. Pages are parted by form feeds, or end with a number set in from the margin
/// in a block of its own. A sentence that a page break cuts goes on in one block. A text without
/// pages stays as it is.
std::vector<Line> without_pages(std::vector<Line> lines);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_PAGES_HPP
