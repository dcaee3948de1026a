// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of cases: who the parties are, and who reports or decides.
#ifndef IDSEARCH_INDEXER_CITATION_CASES_HPP
#define IDSEARCH_INDEXER_CITATION_CASES_HPP

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// "A v B [2020] ICJ Rep 3", "A v B App no 5/09 (ECtHR, 11 October 2011)". The container is the
/// series of reports or the court.
void read_case(const CitationLayout& layout, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_CASES_HPP
