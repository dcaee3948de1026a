// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of cases, laws and treaties, which have no authors and no quotes.
#ifndef IDSEARCH_INDEXER_CITATION_LAW_HPP
#define IDSEARCH_INDEXER_CITATION_LAW_HPP

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// "A v B [2020] ICJ Rep 3", "A v B App no 5/09 (ECtHR, 11 October 2011)". The container is the
/// series of reports or the court.
void read_case(const CitationLayout& layout, Reference& reference);

/// "Nationality Act 1963 (Bergland) art 2", "Constitution of Kenya, art 14". Nothing is set when
/// neither year, number nor pinpoint show that it is a law.
void read_statute(const CitationLayout& layout, Reference& reference);

/// What would be its title if the citation were a law: up to a pinpoint or a bracket that ends it,
/// "Identity Cards (Fees) Regulations 2007".
std::string_view law_name(const CitationLayout& layout);

/// "Convention … (adopted 20 November 1989, …) 1577 UNTS 3 (CRC) art 7".
void read_treaty(const CitationLayout& layout, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LAW_HPP
