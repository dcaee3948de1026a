// SPDX-License-Identifier: GPL-2.0-or-later
// Citations of laws, which have no authors and no quotes.
#ifndef IDSEARCH_INDEXER_CITATION_LAW_HPP
#define IDSEARCH_INDEXER_CITATION_LAW_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "idsearch/citation.hpp"
#include "indexer/citation_layout.hpp"

namespace idsearch::indexer {

/// "Nationality Act 1963 (Bergland) art 2", "Constitution of Kenya, art 14". Nothing is set when
/// neither year, number nor pinpoint show that it is a law.
void read_statute(const CitationLayout& layout, Reference& reference);

struct LawTitle {
  std::string_view title;             ///< up to a pinpoint or a bracket that ends it
  std::optional<std::string> issued;  ///< ISO 8601
  bool pinpoint = false;              ///< one follows
  bool numbered = false;              ///< a bracket holds the number of a law
};

/// The title that the citation has if it is a law, "Identity Cards (Fees) Regulations 2007".
/// Brackets before `from` belong to it.
LawTitle read_law_title(const CitationLayout& layout, std::size_t from = 0);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LAW_HPP
