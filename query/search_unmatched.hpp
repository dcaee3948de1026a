// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of a query does no passage have? A ranked query drops them without a trace: the asker
// must be told, or takes what the other words find for an answer to all of them.
#ifndef IDSEARCH_QUERY_SEARCH_UNMATCHED_HPP
#define IDSEARCH_QUERY_SEARCH_UNMATCHED_HPP

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/compile.hpp"
#include "query/grammar.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// Notes that name the words and wildcards that nothing in the index has where the query looks for
/// them, whatever its filters; in the order typed, each once, at most one note for what is nowhere
/// and one for what only sources have. Function words, negated words and names of countries
/// (`named`: see CompiledQuery) are left out. Empty when all are found, and when
/// there is nothing else in the query: that nothing is found says the same.
std::vector<QueryNote> notes_of_unmatched(const ParsedQuery& query,
                                          const Xapian::Database& database, const QueryWords& words,
                                          const CompileOptions& options,
                                          const std::vector<std::string>& named);

/// Whether `typed` is one of the `names`, or words of one.
bool is_in_a_name(std::string_view typed, const std::vector<std::string>& names);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_UNMATCHED_HPP
