// SPDX-License-Identifier: GPL-2.0-or-later
// What may an asker have meant by words that find nothing? The name of a country in another
// language, a country without a profile, the address of a source.
#ifndef IDSEARCH_QUERY_SEARCH_READINGS_HPP
#define IDSEARCH_QUERY_SEARCH_READINGS_HPP

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/compile.hpp"
#include "query/grammar.hpp"
#include "query/words.hpp"

namespace idsearch::query {

struct Readings {
  std::vector<QueryNote> notes;    ///< what was meant, and the filter to write
  std::vector<std::string> names;  ///< words as typed that name a country: no spelling errors
};

/// Of countries: names that stand in corpus/country-aliases.tsv when the index has a profile of
/// none that is named; names in other languages where no passage has the word, and only when
/// nothing is found (`found` is 0) or the word is not plain ASCII: looking them up reads ICU's
/// names of all languages. Of addresses: hosts that some passage cites. Only unquoted words that
/// stand for themselves; nothing without a thesaurus in the options, as for hints, and of countries
/// nothing where the index knows none.
Readings readings_of(const ParsedQuery& query, const Xapian::Database& database,
                     const QueryWords& words, const CompileOptions& options, std::size_t found);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_READINGS_HPP
