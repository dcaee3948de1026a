// SPDX-License-Identifier: GPL-2.0-or-later
// How many passages does a part of a query find?
#ifndef IDSEARCH_QUERY_SEARCH_COUNT_HPP
#define IDSEARCH_QUERY_SEARCH_COUNT_HPP

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "query/compile.hpp"
#include "query/search_run.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// As many as `root` finds by itself, without other names of its words; the filters of `options`
/// hold.
inline FoundPage count_passages(const Node& root, const Xapian::Database& database,
                                const QueryWords& words, CompileOptions options) {
  options.thesaurus = nullptr;
  options.explain = false;
  return run_query(compile_query(root, database, words, options), database, 0, 0);
}

/// One node for all of them.
inline Node all_of(std::vector<Node> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  Node node;
  node.kind = NodeKind::And;
  node.children = std::move(nodes);
  return node;
}

/// "1 passage", "about 12 passages".
inline std::string in_words(const FoundPage& found) {
  return (found.total_exact ? "" : "about ") + std::to_string(found.total) +
         (found.total == 1 ? " passage" : " passages");
}

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_COUNT_HPP
