// SPDX-License-Identifier: GPL-2.0-or-later
// A full OSCOLA citation to its fields: authors, title, container, publisher, date, URL, accessed.
#ifndef IDSEARCH_INDEXER_CITATION_FIELDS_HPP
#define IDSEARCH_INDEXER_CITATION_FIELDS_HPP

#include <string_view>

#include "idsearch/citation.hpp"

namespace idsearch::indexer {

/// Best effort: a field that is not there, or that cannot be told, stays absent.
Reference read_reference(std::string_view citation);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_FIELDS_HPP
