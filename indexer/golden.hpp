// SPDX-License-Identifier: GPL-2.0-or-later
// Does an index still answer the golden queries? Part of the program, not of the room: it asks as
// any program does that embeds idsearch, through the public headers.
#ifndef IDSEARCH_INDEXER_GOLDEN_HPP
#define IDSEARCH_INDEXER_GOLDEN_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch::indexer {

/// For BuildOptions::golden_ranks. Throws Error{BadConfiguration} for a query that cannot be asked.
std::vector<std::size_t> golden_ranks(const std::string& index,
                                      const std::vector<GoldenQuery>& golden);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_GOLDEN_HPP
