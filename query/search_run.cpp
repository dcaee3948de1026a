// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_run.hpp"

#include <algorithm>

#include "query/rank.hpp"
#include "store/schema.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

class Run {
 public:
  Run(const CompiledQuery& compiled, const Xapian::Database& database)
      : compiled_(compiled),
        database_(database),
        all_(database.get_doccount()),
        whole_(all_ <= kExactUpTo) {}

  FoundPage page(std::size_t offset, std::size_t limit) {
    skip_ = std::min<std::size_t>(offset, all_);
    open_ = std::min<std::size_t>(limit, all_);
    const std::vector<Query>& tiers = compiled_.tiers;
    bool counted = true;  // the sum of what every tier has is the total
    for (std::size_t k = tiers.size() + 1; k-- > 0;) {
      if (open_ == 0) {
        counted = false;
        break;
      }
      Query query = compiled_.query;
      if (k > 0) query = Query(Query::OP_FILTER, query, tiers[k - 1]);
      if (k < tiers.size()) query = Query(Query::OP_AND_NOT, query, tiers[k]);
      take(query, compiled_.step * static_cast<double>(k));
    }
    if (!counted) count();
    return std::move(page_);
  }

 private:
  Xapian::Enquire enquire(const Query& query, bool ranked) const {
    Xapian::Enquire result(database_);
    result.set_query(query);
    if (ranked) {
      result.set_weighting_scheme(*make_weight());
      result.set_sort_by_relevance_then_value(store::kSlotOrder, false);
    } else {
      result.set_weighting_scheme(Xapian::BoolWeight());
      result.set_sort_by_value(store::kSlotOrder, false);
    }
    return result;
  }

  void take(const Query& query, double base_score) {
    const Xapian::MSet found =
        enquire(query, compiled_.ranked)
            .get_mset(static_cast<Xapian::doccount>(skip_), static_cast<Xapian::doccount>(open_),
                      whole_ ? all_ : 0);
    for (auto item = found.begin(); item != found.end(); ++item)
      page_.passages.push_back({*item, base_score + item.get_weight()});
    page_.total += found.get_matches_estimated();
    page_.total_exact =
        page_.total_exact && found.get_matches_lower_bound() == found.get_matches_upper_bound();
    open_ -= found.size();
    skip_ -= std::min<std::size_t>(skip_, found.get_matches_estimated());
  }

  /// The page is full: only the number is wanted.
  void count() {
    const Xapian::MSet found = enquire(compiled_.query, false).get_mset(0, 0, whole_ ? all_ : 0);
    page_.total = std::max<std::size_t>(found.get_matches_estimated(), page_.total);
    page_.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }

  const CompiledQuery& compiled_;
  const Xapian::Database& database_;
  const Xapian::doccount all_;
  const bool whole_;  ///< look at every match, so that order and total are exact
  std::size_t skip_ = 0, open_ = 0;
  FoundPage page_;
};

}  // namespace

FoundPage run_query(const CompiledQuery& compiled, const Xapian::Database& database,
                    std::size_t offset, std::size_t limit) {
  if (compiled.query.empty()) return {};
  return Run(compiled, database).page(offset, limit);
}

}  // namespace idsearch::query
