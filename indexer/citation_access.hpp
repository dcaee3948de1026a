// SPDX-License-Identifier: GPL-2.0-or-later
// Which words say that a day is the one on which a page was seen?
#ifndef IDSEARCH_INDEXER_CITATION_ACCESS_HPP
#define IDSEARCH_INDEXER_CITATION_ACCESS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// Bytes of "accessed", "last visited on", "consulté le", "дата обращения" at `at`; 0 when there
/// are none.
std::size_t access_words(std::string_view text, std::size_t at);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_ACCESS_HPP
