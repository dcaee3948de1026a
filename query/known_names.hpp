// SPDX-License-Identifier: GPL-2.0-or-later
// Where does a query hold a name that a table knows? Words that are typed side by side, in any case
// and number; the longest name wins.
#ifndef IDSEARCH_QUERY_KNOWN_NAMES_HPP
#define IDSEARCH_QUERY_KNOWN_NAMES_HPP

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/items.hpp"
#include "query/word_table.hpp"

namespace idsearch::query {

struct KnownName {
  std::size_t first = 0, count = 0;       ///< which of the items
  std::vector<std::string_view> payload;  ///< of the rows for it, into the table
  std::string typed;                      ///< as in the query, single blanks between its words
};

/// Names among `items`, ascending, not overlapping. Only unquoted words count, and all words of a
/// name must be bound to the same field. `accepts(payload, typed)` has the last word on a row.
std::vector<KnownName> known_names(
    const std::vector<GroupItem>& items, const WordTable& table,
    const std::function<bool(std::string_view payload, std::string_view typed)>& accepts);

/// The text of a unit as it stands in the query.
std::string_view typed_text(const GroupItem& item);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_KNOWN_NAMES_HPP
