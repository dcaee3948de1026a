// SPDX-License-Identifier: GPL-2.0-or-later
// Asks the index a compiled query: one page of passages in order, and how many there are in all.
//
// Of the lowest tier that few passages are in (that may be all that match) the passages are
// weighed, and the tiers above it asked for theirs only. The tiers below are asked one after the
// other, each as a condition on the ranked query. Constant weights in one query would say the same,
// but when Xapian 1.4.22 leaves out work for a short page it loses passages of such queries (1,722
// of 60,000 random ones).
//
// Then the best are compared with each other (query/likeness) and put in order anew, each within
// its tier.
#ifndef IDSEARCH_QUERY_SEARCH_RUN_HPP
#define IDSEARCH_QUERY_SEARCH_RUN_HPP

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/compile.hpp"
#include "query/rank.hpp"

namespace idsearch::query {

struct FoundPassage {
  Xapian::docid docid = 0;
  double score = 0;  ///< never rises with the rank
  double words = 0;  ///< what its own words weigh
  double like =
      0;  ///< what those of the passages most like it weigh; `words` if none were compared
};

struct FoundPage {
  std::vector<FoundPassage> passages;
  std::size_t total = 0;
  bool total_exact = true;
};

/// `limit` passages after the first `offset`; by score; equal ones by the weight of their own
/// words, then in reading order. Passages of a tier that no more than `few` are in are weighed at
/// once, which changes nothing but the time.
FoundPage run_query(const CompiledQuery& compiled, const Xapian::Database& database,
                    std::size_t offset, std::size_t limit, std::uint32_t few = kFewPostings);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_RUN_HPP
