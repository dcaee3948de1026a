// SPDX-License-Identifier: GPL-2.0-or-later
// A country that is named in the query, by any of its names or its people's: its passages come
// first among those that match. Nothing is left out. A name of several countries means all of them.
#ifndef IDSEARCH_QUERY_COMPILE_HINTS_HPP
#define IDSEARCH_QUERY_COMPILE_HINTS_HPP

#include <xapian.h>

#include <string>
#include <vector>

#include "query/compile.hpp"
#include "query/compile_synonyms.hpp"
#include "query/compile_tiers.hpp"
#include "query/compile_words.hpp"
#include "query/thesaurus.hpp"

namespace idsearch::query {

class HintCompiler {
 public:
  /// Sees no country when the options name no thesaurus.
  HintCompiler(const Xapian::Database& database, const CompileOptions& options)
      : database_(database), options_(options) {}

  /// Countries of the index that these items name, and remembers them. Words bound to a field are
  /// no hint.
  std::vector<NamedCountries> see(const std::vector<GroupItem>& typed);

  /// Passages of these countries, weight 0.
  static Xapian::Query passages_of(const std::vector<NamedCountries>& named);

  /// The tiers of the whole query with all countries seen on top of them. `rest`: tiers of the
  /// query without the names, or of the names where nothing else is typed or found; they put the
  /// passages of the countries in order. `others`: what has some of the other words; passages
  /// outside of it come last, also those of the countries; empty when there are no such words. On
  /// top of all stand the words side by side as typed, those of the countries if they have any.
  /// `bound`: see WordCompiler::bound().
  void add_tiers(Tiers& tiers, const Tiers& rest, const Xapian::Query& others, double bound) const;

  /// "Burmese: passages of Myanmar (Burma) come first".
  const std::vector<std::string>& expansions() const { return expansions_; }
  /// What was typed for them.
  const std::vector<std::string>& understood() const { return understood_; }
  /// Whether a country was named of which the index has nothing.
  bool names_absent() const { return names_absent_; }

 private:
  const Xapian::Database& database_;
  const CompileOptions& options_;
  std::vector<NamedCountries> seen_;
  std::vector<std::string> expansions_, understood_;
  bool names_absent_ = false;
};

/// The items that are not part of a country's name, without function words at either end.
std::vector<GroupItem> without_names(const std::vector<GroupItem>& typed,
                                     const std::vector<NamedCountries>& named);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_HINTS_HPP
