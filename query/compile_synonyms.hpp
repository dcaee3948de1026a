// SPDX-License-Identifier: GPL-2.0-or-later
// Other names of what was typed, looked for as well, so that they help and never win.
//
// What a name adds to a score is at most kSynonymWeight of what the typed words would add at least;
// several names in a passage count as one. Short queries get tiers besides: a passage with the
// words themselves comes before one that has another name in their place.
#ifndef IDSEARCH_QUERY_COMPILE_SYNONYMS_HPP
#define IDSEARCH_QUERY_COMPILE_SYNONYMS_HPP

#include <xapian.h>

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "query/ast.hpp"
#include "query/compile.hpp"
#include "query/compile_tiers.hpp"
#include "query/compile_words.hpp"
#include "query/thesaurus.hpp"

namespace idsearch::query {

/// Other names of the items first … first + count - 1.
struct CompiledSynonyms {
  std::size_t first = 0, count = 0;
  Xapian::Query match;  ///< never empty
  std::string typed;
};

class SynonymCompiler {
 public:
  /// Looks for nothing when the options name no thesaurus.
  SynonymCompiler(const Xapian::Database& database, const QueryWords& words,
                  const CompileOptions& options, WordCompiler& compiler)
      : database_(database), words_(words), options_(options), compiler_(compiler) {}

  /// Those of the words typed side by side that the index has.
  std::vector<CompiledSynonyms> compile(const std::vector<GroupItem>& typed);

  /// Puts the tiers for other names below those for the words themselves.
  void add_tiers(Tiers& tiers, const std::vector<RankedItem>& content,
                 const std::vector<GroupItem>& typed,
                 const std::vector<CompiledSynonyms>& synonyms);

  /// The tier of a single item: passages with the word or another of its names.
  Tiers single_tier(const RankedItem& item, const std::vector<GroupItem>& typed,
                    const std::vector<CompiledSynonyms>& synonyms);

  /// "NID: national identity card, national ID".
  const std::vector<std::string>& expansions() const { return expansions_; }
  /// What was typed for them.
  const std::vector<std::string>& understood() const { return understood_; }
  /// Those of them that are there in another form of the same word.
  const std::vector<std::string>& respelt() const { return respelt_; }
  /// A phrase for each name: for highlighting.
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<SameMeaning> written_in_one(const std::vector<GroupItem>& typed);
  std::vector<SameMeaning> other_forms(const std::vector<GroupItem>& typed);
  bool stands(const WordUnit& unit, const std::string& prefix) const;
  double weight_of(const std::string& term) const;
  double least_worth(const WordForms& forms, std::string_view prefix) const;
  double least_worth(const WordUnit& unit, std::string_view prefix) const;
  double most_for(const SameMeaning& same, const std::vector<GroupItem>& typed) const;
  struct Name {
    Xapian::Query query;
    double factor = 1;  ///< of its weight
  };
  static Xapian::Query first_of(const std::vector<Name>& names);
  /// Returns the most that it adds to a score; 0 when the index does not have it.
  double add_name(std::vector<Name>& names, const std::string& name, const SameMeaning& same,
                  double most, const store::Field* field);

  Xapian::Query form_condition(const RankedItem& item) const;

  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  WordCompiler& compiler_;
  std::deque<std::string> made_;  ///< names that are in no thesaurus, for views
  std::vector<std::string> expansions_, understood_, respelt_;
  std::vector<Node> nodes_;
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_SYNONYMS_HPP
