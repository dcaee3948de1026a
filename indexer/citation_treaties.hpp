// SPDX-License-Identifier: GPL-2.0-or-later
// Is it a treaty that is cited, and who made it?
#ifndef IDSEARCH_INDEXER_CITATION_TREATIES_HPP
#define IDSEARCH_INDEXER_CITATION_TREATIES_HPP

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// "Convention … (adopted 20 November 1989, …) 1577 UNTS 3 (CRC) art 7", "Council of Europe,
/// European Convention on Nationality (6 November 1997) ETS 166". False, and nothing is set, when
/// nothing shows that it is the treaty itself rather than a work about one.
bool read_treaty(const CitationLayout& layout, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_TREATIES_HPP
