// SPDX-License-Identifier: GPL-2.0-or-later
// Which passages might somebody have meant by an id that there is not?
#ifndef IDSEARCH_QUERY_NEAR_IDS_HPP
#define IDSEARCH_QUERY_NEAR_IDS_HPP

#include <string>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

/// Up to three ids: neighbours in the same section, else passages found by the words of the id, the
/// most alike first. Empty when nothing is near.
std::vector<std::string> near_ids(const Searcher& searcher, const std::string& id);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_NEAR_IDS_HPP
