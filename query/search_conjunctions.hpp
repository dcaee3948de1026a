// SPDX-License-Identifier: GPL-2.0-or-later
// What if each operand of AND stands in passages, but no passage has all of them? Which to drop?
#ifndef IDSEARCH_QUERY_SEARCH_CONJUNCTIONS_HPP
#define IDSEARCH_QUERY_SEARCH_CONJUNCTIONS_HPP

#include <xapian.h>

#include <vector>

#include "query/compile.hpp"
#include "query/grammar.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// For a query that found nothing: a note for each AND (of many, the first kMaxCheckedPhrases) with
/// the number of passages that each operand has within the filters, and, of three operands or more,
/// the one without which most are found. None where an operand is nowhere: that was told.
std::vector<QueryNote> notes_of_conjunctions(const ParsedQuery& query,
                                             const Xapian::Database& database,
                                             const QueryWords& words,
                                             const CompileOptions& options);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_CONJUNCTIONS_HPP
