// SPDX-License-Identifier: GPL-2.0-or-later
// What do words and phrases mean inside `field:( … )`?
#ifndef IDSEARCH_QUERY_BOUND_VALUES_HPP
#define IDSEARCH_QUERY_BOUND_VALUES_HPP

#include <vector>

#include "query/ast.hpp"
#include "query/grammar.hpp"

namespace idsearch::query {

/// Whether a comma between them makes `next` another value of the list that `before` belongs to:
/// `country:("North Korea", Kenya)`.
bool goes_on(const Node& before, const Node& next);

/// The nodes bound to the field: to a field of words the first of them; of a filter any of their
/// values, in one node. All of them are words, with a note, when one can be no value of the field.
Node bound_to(const store::Field& field, const std::vector<Node>& nodes,
              std::vector<GrammarNote>& notes);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_BOUND_VALUES_HPP
