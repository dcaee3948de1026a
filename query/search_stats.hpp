// SPDX-License-Identifier: GPL-2.0-or-later
// What an index contains, and which fields can be asked: for `idsearch stats` and `fields`.
#ifndef IDSEARCH_QUERY_SEARCH_STATS_HPP
#define IDSEARCH_QUERY_SEARCH_STATS_HPP

#include <vector>

#include "idsearch/search.hpp"
#include "store/reader.hpp"

namespace idsearch::query {

std::vector<FieldInfo> field_infos();

/// Walks all terms: the caller has checked the bytes. Throws Error{Integrity}.
IndexStats index_stats(const store::Reader& reader);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_STATS_HPP
