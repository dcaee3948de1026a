// SPDX-License-Identifier: GPL-2.0-or-later
// What a short query puts first, whatever the weights say: words side by side, then all words.
#ifndef IDSEARCH_QUERY_COMPILE_TIERS_HPP
#define IDSEARCH_QUERY_COMPILE_TIERS_HPP

#include <xapian.h>

#include <string>
#include <vector>

#include "query/compile.hpp"
#include "query/compile_words.hpp"
#include "query/items.hpp"

namespace idsearch::query {

/// One of the things that a group ranks by, compiled.
struct RankedItem : GroupItem {
  Xapian::Query match;
};

struct Tiers {
  std::vector<Tier> list;  ///< from the lowest, each within the one before
  Xapian::Query as_typed;  ///< several words side by side; may be empty
  double step = 0;         ///< more than any sum of the word weights compiled so far
};

/// `content`: what the group ranks by; `typed`: the same with the function words between.
Tiers tiers_of(const std::vector<RankedItem>& content, const std::vector<GroupItem>& typed,
               WordCompiler& compiler, const CompileOptions& options);

/// The distance between two tiers when no sum of word weights is above `bound`.
double tier_step(double bound);

/// Whether `found`, any of `content`, stands in some passages, but fewer than kFewPassages.
bool in_few_passages(const Xapian::Query& found, const std::vector<RankedItem>& content,
                     const Xapian::Database& database);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_TIERS_HPP
