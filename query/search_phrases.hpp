// SPDX-License-Identifier: GPL-2.0-or-later
// What if words stand in passages, but nowhere in the order or the nearness that was asked for?
#ifndef IDSEARCH_QUERY_SEARCH_PHRASES_HPP
#define IDSEARCH_QUERY_SEARCH_PHRASES_HPP

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "idsearch/search.hpp"
#include "query/compile.hpp"
#include "query/grammar.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// A note for each phrase and NEAR of the query (of many, the first kMaxCheckedPhrases) that stands
/// nowhere, whatever the filters, although each of its words stands somewhere: with the number of
/// passages within the filters that have all of its words. `found`: how many passages the query
/// has; what they must have is not looked up. What is left out by NOT is not looked at.
std::vector<QueryNote> notes_of_phrases(const ParsedQuery& query, const Xapian::Database& database,
                                        const QueryWords& words, const CompileOptions& options,
                                        std::size_t found);

/// Whether `other`, a respelt `typed`, finds more when the words of their phrases may stand apart
/// (in the form as typed): words were misspelt, and the phrase stands nowhere as well.
bool finds_more_apart(const Node& typed, const Node& other, const Xapian::Database& database,
                      const QueryWords& words, const CompileOptions& options);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_PHRASES_HPP
