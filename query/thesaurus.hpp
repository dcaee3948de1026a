// SPDX-License-Identifier: GPL-2.0-or-later
// What does a query mean beside its words? Other names of what was typed (thesaurus), and countries
// whose name, former name or demonym was typed.
#ifndef IDSEARCH_QUERY_THESAURUS_HPP
#define IDSEARCH_QUERY_THESAURUS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/items.hpp"

namespace idsearch::query {

/// Names to look for as well, in the order of the thesaurus, each once; views into the thesaurus.
struct SameMeaning {
  std::size_t first = 0, count = 0;  ///< items that were typed
  std::string typed;
  std::vector<std::string_view> names;
  bool inflected =
      false;  ///< names are the same word in another form: its inflected ones count as well
};

/// ISO codes of all countries that go by the name; none when it is no country's.
struct NamedCountries {
  std::size_t first = 0, count = 0;
  std::string typed;
  std::vector<std::string> codes;  ///< "MM"
};

class Thesaurus {
 public:
  /// The one that is compiled in (corpus/thesaurus.toml); with a path, that file. Throws
  /// Error{BadConfiguration}.
  explicit Thesaurus(const std::string& path = {});

  /// Of unquoted words side by side; the longest name wins.
  std::vector<SameMeaning> same_meaning(const std::vector<GroupItem>& items) const;

 private:
  std::string own_;  ///< of a file; empty: compiled in
};

/// Likewise. Names come from corpus/country-aliases.tsv; codes ("KE") are no words of a query.
std::vector<NamedCountries> countries_in(const std::vector<GroupItem>& items);

/// Whether folded words, single blanks between them, are all of a country's name or a word for its
/// people.
bool is_country(std::string_view words);

/// ICU's English name of a code that countries_in() gives, without asking ICU (which would read its
/// names first): "Myanmar (Burma)".
std::string display_name(std::string_view code);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_THESAURUS_HPP
