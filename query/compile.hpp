// SPDX-License-Identifier: GPL-2.0-or-later
// The tree of a query to one Xapian::Query, with the tiers of the ranking.
//
// Juxtaposed words are a ranked OR. A short query gets tiers on top of it: words side by side as
// typed > side by side inflected > all words in the main field > all words in any field > some of
// the words. A passage of a higher tier comes first whatever the weights say.
#ifndef IDSEARCH_QUERY_COMPILE_HPP
#define IDSEARCH_QUERY_COMPILE_HPP

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"
#include "query/compile_filters.hpp"
#include "query/near_source.hpp"
#include "query/thesaurus.hpp"
#include "query/words.hpp"

namespace idsearch::query {

struct WordMemo;

struct CompileOptions {
  SearchIn in = SearchIn::Body;
  bool exact = false;
  std::vector<Node> filters;  ///< from the options of the request; all must hold
  std::string since, until;   ///< days "YYYYMMDD", either may be empty
  bool explain = false;       ///< fill CompiledQuery::parts and words
  /// Null: nothing is looked for but what was typed.
  const Thesaurus* thesaurus = nullptr;
  /// Of one search: what is looked up for one of its steps serves the next. May be null.
  std::shared_ptr<WordMemo> memo = {};
};

/// Something that adds to a score by itself.
struct QueryPart {
  std::string what;     ///< for people: "“biometr”, stem"
  Xapian::Query query;  ///< the weight of a passage here is what it adds
  double most = 0;      ///< it cannot add more; 0 when that is not known
};

/// One step of the ranking.
struct Tier {
  Xapian::Query condition;  ///< what passages fulfil that are in it
  std::string name;         ///< of the condition, for people
  /// Where there is one: passages of the tier before fulfil the condition if words stand so.
  std::shared_ptr<const Near> within = {};
};

struct CompiledQuery {
  Xapian::Query query;         ///< all that matches, ranked by words; Query() matches nothing
  std::vector<Tier> tiers;     ///< from the lowest, each within the one before
  double step = 0;             ///< score between two tiers: more than any sum of word weights
  bool empty = false;          ///< there was neither a word nor a filter to look for
  std::uint64_t postings = 0;  ///< of its words: roughly, at most so many passages match
  bool ranked = false;         ///< false: no word ranks; show in reading order
  std::vector<QueryNote> notes;
  /// Values of filters, and what has no word to look for (no field); their notes are in `notes`,
  /// too.
  std::vector<UnknownValue> unknown;
  std::vector<std::string> expansions;  ///< "surveil*: surveillance, surveilled"
  /// "surveillance (stem surveil)"; with CompileOptions::explain.
  std::vector<std::string> words;
  std::vector<QueryPart> parts;  ///< with CompileOptions::explain; add up to the weight
  bool lacks_word = false;       ///< a word or phrase is in no passage, whatever the others are
  std::vector<std::string> understood;  ///< what was typed and is a name with `expansions`
  /// Those of them that name countries, or are there in another spelling: no unknown words.
  std::vector<std::string> named;
  bool names_absent = false;  ///< a country is named of which the index has nothing
  std::vector<Node> also;     ///< phrases looked for beside the tree, to be highlighted
};

CompiledQuery compile_query(const Node& root, const Xapian::Database& database,
                            const QueryWords& words, const CompileOptions& options);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_HPP
