// SPDX-License-Identifier: GPL-2.0-or-later
// Does anything match? Stops at the first passage.
#ifndef IDSEARCH_QUERY_SEARCH_ANY_HPP
#define IDSEARCH_QUERY_SEARCH_ANY_HPP

#include <xapian.h>

namespace idsearch::query {

/// False also for a query that matches nothing by itself.
inline bool finds_any(const Xapian::Query& query, const Xapian::Database& database) {
  if (query.empty()) return false;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return !enquire.get_mset(0, 1).empty();
}

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_ANY_HPP
