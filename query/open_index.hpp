// SPDX-License-Identifier: GPL-2.0-or-later
// Which indexes answer a command, and what it means that some of them do not?
#ifndef IDSEARCH_QUERY_OPEN_INDEX_HPP
#define IDSEARCH_QUERY_OPEN_INDEX_HPP

#include "idsearch/search.hpp"
#include "query/settings.hpp"

namespace idsearch::query {

/// The indexes of the settings as one. Each of several that cannot be opened is named on standard
/// error, and the others answer; so is each that is older than the settings allow. Throws as
/// Searcher::open() when none is left.
Searcher open_indexes(const Settings& settings, bool check_bytes = false);

/// The exit status of a command that went well otherwise: of Integrity when an index is damaged,
/// else of Partial when one is missing, else `status`.
int status_with_missing(const Searcher& searcher, int status);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_OPEN_INDEX_HPP
