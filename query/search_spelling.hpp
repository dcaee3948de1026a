// SPDX-License-Identifier: GPL-2.0-or-later
// Did the asker mean another word of the index? Looked up among the words that the index has, only
// when there is something to gain, and never applied to the query itself.
#ifndef IDSEARCH_QUERY_SEARCH_SPELLING_HPP
#define IDSEARCH_QUERY_SEARCH_SPELLING_HPP

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/grammar.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// What a query found as it was typed.
struct FoundAsTyped {
  std::size_t total = 0;
  bool lacks_word = false;  ///< see CompiledQuery
  /// Words that were typed and understood as a name: they need no other spelling.
  std::vector<std::string> understood;
};

/// Whether it is worth a look: most queries find enough with all their words.
bool may_be_misspelled(const FoundAsTyped& found);

/// The query with other words in the places of those that no passage has, in the case in which they
/// were typed; all else byte for byte. Empty when
/// there is none. Whether the new query finds more is for the caller to see. Same answer on any
/// number of shards.
std::string other_spelling(const ParsedQuery& query, const Xapian::Database& database,
                           const QueryWords& words, SearchIn in, const FoundAsTyped& found);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_SPELLING_HPP
