// SPDX-License-Identifier: GPL-2.0-or-later
// What if a word is typed with hyphens, or words without a blank, and no passage has them so?
// `birth-registration-system` is three words then: nobody asked for "in this order and no other".
#ifndef IDSEARCH_QUERY_COMPILE_COMPOUNDS_HPP
#define IDSEARCH_QUERY_COMPILE_COMPOUNDS_HPP

#include <xapian.h>

#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"
#include "query/compile.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// Exchanges each such word of the tree that no passage has, neither joined nor with its parts side
/// by side, for its parts: words of the group that it stands in, else all of them (AND). Returns a
/// note for each. Left alone: words with a part that no passage has, what is quoted, left out or
/// beside NEAR, and everything with CompileOptions::exact.
std::vector<QueryNote> part_compounds(Node& root, const Xapian::Database& database,
                                      const QueryWords& words, const CompileOptions& options);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_COMPOUNDS_HPP
