// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of the index does a wildcard, or a word with all its inflections, stand for? Counted
// over all shards, so that one index and several give the same answer.
#ifndef IDSEARCH_QUERY_EXPAND_HPP
#define IDSEARCH_QUERY_EXPAND_HPP

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/words.hpp"

namespace idsearch::query {

struct Expansion {
  std::vector<std::string> words;  ///< without prefix; the most frequent ones, in byte order
  std::size_t all = 0;             ///< how many there are in the index
};

/// Words of the text field `prefix` that begin with `beginning`, at most kMaxExpansions.
Expansion words_beginning(const Xapian::Database& database, std::string_view prefix,
                          std::string_view beginning);

/// Words of the field that share a stem with `word` and some letters at the front, `word` itself
/// included, at most kMaxStemMates. Forms that begin otherwise are not found.
std::vector<std::string> stem_mates(const Xapian::Database& database, std::string_view prefix,
                                    const WordForms& word, const QueryWords& words);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_EXPAND_HPP
