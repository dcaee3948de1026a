// SPDX-License-Identifier: GPL-2.0-or-later
// How long ago was it, and is that too long for an index? The present is an argument.
#ifndef IDSEARCH_QUERY_AGE_HPP
#define IDSEARCH_QUERY_AGE_HPP

#include <cstddef>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

/// Whole days from an instant such as "2026-01-29T02:30:00Z" to `now`; 0 for one to come, nullopt
/// for what is none.
std::optional<long> days_since(const std::string& instant, std::time_t now);

/// A sentence for each index that was published more than `limit_days` days before `now`. An index
/// that says no instant is never too old, nor is one of the future.
std::vector<std::string> old_indexes(const std::vector<OpenedIndex>& indexes,
                                     std::size_t limit_days, std::time_t now);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_AGE_HPP
