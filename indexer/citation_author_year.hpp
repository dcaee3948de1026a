// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of the author-year styles (APA): "Doe, J., & Roe, M. (2020). Title. Publisher."
#ifndef IDSEARCH_INDEXER_CITATION_AUTHOR_YEAR_HPP
#define IDSEARCH_INDEXER_CITATION_AUTHOR_YEAR_HPP

#include <string_view>

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// Sets authors as written ("Doe, J."), year and title. Nothing is set and the answer is false when
/// the citation has another shape.
bool read_author_and_year(const CitationLayout& layout, Reference& reference);

/// What stands before a title in quotes, "Doe, J. (2020).": sets authors and year. False, and
/// nothing set, when it has another shape.
bool read_year_before_title(std::string_view before, Reference& reference);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_AUTHOR_YEAR_HPP
