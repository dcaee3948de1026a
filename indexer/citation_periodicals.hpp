// SPDX-License-Identifier: GPL-2.0-or-later
// In which journal or newspaper did it appear, and when?
#ifndef IDSEARCH_INDEXER_CITATION_PERIODICALS_HPP
#define IDSEARCH_INDEXER_CITATION_PERIODICALS_HPP

#include <cstddef>
#include <vector>

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// "(2019) 12 Journal of Things 34", "[2019] PL 34" at `from`: a bare year, then volume and
/// journal. Sets the journal as container, its year and the type; nothing when it has another
/// shape.
void read_journal(const CitationLayout& layout, std::size_t from, Reference& reference);

/// "‘Title’ The Guardian (London, 5 May 2019)"; "“Title,” Radio Free Asia, 13 November 2019";
/// "“Title,” Harvard Law Review 120, no. 4 (2007)": sets the container, without any brackets the
/// date too. `brackets`: those from `from` on.
void read_newspaper(const CitationLayout& layout, std::size_t from,
                    const std::vector<const Span*>& brackets, Reference& reference);

/// "‘Title’, The Bulletin (London), 5 May 2019": the bracket holds the place. Whether it is one.
bool read_newspaper_of_a_place(const CitationLayout& layout, std::size_t from,
                               const std::vector<const Span*>& brackets, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PERIODICALS_HPP
