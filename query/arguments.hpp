// SPDX-License-Identifier: GPL-2.0-or-later
// Which arguments are options, and which belong to the query?
//
// The rule, the same in every place of the command line:
//   --name, --name=value, --name value     always an option; an unknown one is an error
//   -x                                     one ASCII letter: always an option, likewise
//   -x=value -n5 -C2 -cKP -fjson           an option with its value joined, only where the whole
//                                          cannot be a word: digits, upper-case country codes, the
//                                          name of a format, or behind "="
//   -china -"left stateless" -(a b) -5     anything else: text of the query (a negation)
//   --                                     ends the options; the rest is text
// Commands other than search have no query: there every other "-x…" is an unknown option.
#ifndef IDSEARCH_QUERY_ARGUMENTS_HPP
#define IDSEARCH_QUERY_ARGUMENTS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "query/options.hpp"

namespace idsearch::query {

struct GivenOption {
  OptionId id;
  std::string value;  ///< empty for a switch

  bool operator==(const GivenOption&) const = default;
};

/// A word to leave out that may have been meant as an option with its value, "-slaw": probably so
/// when it stands nowhere in the index, since then it leaves nothing out.
struct DoubtfulWord {
  std::string word;  ///< without its dash
  QueryNote note;    ///< what to say when it stands nowhere
};

struct Arguments {
  Command command = Command::Search;
  bool verb_given = false;           ///< the command was named
  std::vector<GivenOption> options;  ///< in order
  std::vector<std::string> words;    ///< of the query, or the arguments of the command
  std::vector<QueryNote> notes;      ///< what the asker may have meant otherwise; places in query()
  std::vector<DoubtfulWord> doubtful;

  bool has(OptionId id) const;
  /// The value given last; nullptr when the option was not given.
  const std::string* last(OptionId id) const;
  std::vector<std::string> all(OptionId id) const;
  /// The words joined by single blanks.
  std::string query() const;
};

/// Splits the arguments behind the program's name. Throws Error{Usage} for an unknown option (with
/// the nearest known one of the command as hint), a missing value, a value for a switch, and an
/// option that the command does not take.
Arguments split_arguments(const std::vector<std::string>& arguments);

/// "to search for the word: idsearch search stats": for one whose query began with the name of a
/// command.
std::string how_to_search_for(const Arguments& arguments);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_ARGUMENTS_HPP
