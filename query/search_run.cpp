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
        look_at_(all_ <= kExactUpTo ? all_ : 0) {}

  FoundPage page(std::size_t offset, std::size_t limit) {
    const std::size_t wanted = std::min<std::size_t>(all_, offset + limit);
    if (limit == 0 || wanted == 0) {
      count();
      return std::move(page_);
    }
    // Each tier holds the ones above it: what those had comes again and is passed over. That is
    // cheaper than to take it away by AND_NOT, which looks for the words side by side once more.
    for (std::size_t k = compiled_.tiers.size() + 1; k-- > 0 && list_.size() < wanted;) {
      if (k == 0) {
        take(compiled_.query, 0, wanted);
        counted_ = true;
      } else {
        take(Query(Query::OP_FILTER, compiled_.query, compiled_.tiers[k - 1]),
             compiled_.step * static_cast<double>(k), wanted);
      }
    }
    if (!counted_) count();
    const auto first = list_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, list_.size()));
    page_.passages.assign(
        first, list_.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, list_.size())));
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

  void take(const Query& query, double base_score, std::size_t wanted) {
    // All of the tiers above may come again, and no more of this one than are wanted.
    const Xapian::MSet found =
        enquire(query, compiled_.ranked)
            .get_mset(0, static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all_)),
                      look_at_);
    set_total(found);
    std::vector<Xapian::docid> above;
    for (const FoundPassage& passage : list_) above.push_back(passage.docid);
    std::sort(above.begin(), above.end());
    for (auto item = found.begin(); item != found.end(); ++item)
      if (!std::binary_search(above.begin(), above.end(), *item))
        list_.push_back({*item, base_score + item.get_weight()});
  }

  /// The page is full, or none is wanted: only the number is.
  void count() {
    Xapian::Enquire unranked(database_);
    unranked.set_query(compiled_.query);
    unranked.set_weighting_scheme(Xapian::BoolWeight());
    set_total(unranked.get_mset(0, 0, look_at_));
  }

  void set_total(const Xapian::MSet& found) {
    page_.total = found.get_matches_estimated();
    page_.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }

  const CompiledQuery& compiled_;
  const Xapian::Database& database_;
  const Xapian::doccount all_;
  const Xapian::doccount look_at_;  ///< matches at least: all, so that order and total are exact
  std::vector<FoundPassage> list_;
  bool counted_ = false;
  FoundPage page_;
};

}  // namespace

FoundPage run_query(const CompiledQuery& compiled, const Xapian::Database& database,
                    std::size_t offset, std::size_t limit) {
  if (compiled.query.empty()) return {};
  return Run(compiled, database).page(offset, limit);
}

}  // namespace idsearch::query
