// SPDX-License-Identifier: GPL-2.0-or-later
// Books, reports and pages whose title stands without quotes.
#ifndef IDSEARCH_INDEXER_CITATION_DOCUMENTS_HPP
#define IDSEARCH_INDEXER_CITATION_DOCUMENTS_HPP

#include <optional>
#include <string>
#include <vector>

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// Sets `name` and the date of the first bracket that holds a date, the first name where that holds
/// none. A date that is set stays.
void apply_brackets(const CitationLayout& layout, const std::vector<const Span*>& brackets,
                    std::optional<std::string>& name, Reference& reference);

/// "Author, Title (Publisher 2012)": publisher and year stand in the last bracket that has both.
/// Nothing is set when no bracket, URL or symbol shows that it is a work.
void read_document(const CitationLayout& layout, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_DOCUMENTS_HPP
