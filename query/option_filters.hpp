// SPDX-License-Identifier: GPL-2.0-or-later
// Which filters do the options of a request ask for?
#ifndef IDSEARCH_QUERY_OPTION_FILTERS_HPP
#define IDSEARCH_QUERY_OPTION_FILTERS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "query/ast.hpp"

namespace idsearch::query {

/// Filter nodes out of the lists of a request's option ("KP,KE"): one node per element, its values
/// as they were given: `Law,"Rights, Duties"` names two. Throws Error{Usage} for a list without a
/// value.
std::vector<Node> filters_of_option(std::string_view field, const std::vector<std::string>& lists);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_OPTION_FILTERS_HPP
