// SPDX-License-Identifier: GPL-2.0-or-later
// Why does a passage rank where it does? How the query was understood, and what each part of it
// adds to the score of a passage.
#ifndef IDSEARCH_QUERY_SEARCH_EXPLAIN_HPP
#define IDSEARCH_QUERY_SEARCH_EXPLAIN_HPP

#include <xapian.h>

#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/compile.hpp"
#include "query/search_run.hpp"

namespace idsearch::query {

/// `parsed`: the query as understood, in the query language.
QueryExplanation explain_query(const std::string& parsed, const CompiledQuery& compiled);

/// For each passage, in order, what makes up its score: the tier it stands in, then the parts of
/// the query that it has. The scores add up to the passage's; a part "other" says what no part
/// accounts for. `ids`: the passages' ids. Costs a query for each part.
std::vector<std::vector<ScorePart>> explain_scores(const CompiledQuery& compiled,
                                                   const Xapian::Database& database,
                                                   const std::vector<FoundPassage>& passages,
                                                   const std::vector<std::string>& ids);

/// The same as lines of text, for people.
std::string as_lines(const QueryExplanation& explanation,
                     const std::vector<std::string>& expansions);
std::string as_lines(double score, const std::vector<ScorePart>& parts);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_EXPLAIN_HPP
