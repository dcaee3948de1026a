// SPDX-License-Identifier: GPL-2.0-or-later
// Does a list of words hold this one?
#ifndef IDSEARCH_INDEXER_AMONG_HPP
#define IDSEARCH_INDEXER_AMONG_HPP

#include <algorithm>
#include <iterator>
#include <string_view>

namespace idsearch::indexer {

/// True when one of `words` (an array, or anything else that has a begin) is exactly `word`.
template <typename Words>
constexpr bool is_among(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_AMONG_HPP
