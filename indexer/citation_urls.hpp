// SPDX-License-Identifier: GPL-2.0-or-later
// Where does a citation give its address, and the day on which somebody looked at it?
#ifndef IDSEARCH_INDEXER_CITATION_URLS_HPP
#define IDSEARCH_INDEXER_CITATION_URLS_HPP

#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// Sets `url`, when there is one outside quotes, and lets the body end before it.
void find_url(CitationLayout& layout);

/// Sets `accessed`, when its words and a date stand outside quotes; the body ends before them.
void find_accessed(CitationLayout& layout);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_URLS_HPP
