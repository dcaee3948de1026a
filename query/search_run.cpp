// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_run.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "query/likeness.hpp"
#include "query/rank.hpp"
#include "store/outline.hpp"
#include "store/schema.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

class Run {
 public:
  Run(const CompiledQuery& compiled, const Xapian::Database& database, std::uint32_t few)
      : compiled_(compiled),
        database_(database),
        few_(few),
        all_(database.get_doccount()),
        look_at_(all_ <= kExactUpTo ? all_ : 0) {}

  FoundPage page(std::size_t offset, std::size_t limit) {
    std::size_t wanted = std::min<std::size_t>(all_, offset + limit);
    if (limit == 0 || wanted == 0) {
      count();
      return std::move(page_);
    }
    // Whatever page is asked for, the same passages are compared.
    if (compiled_.ranked) wanted = std::max(wanted, std::min<std::size_t>(all_, kCompared));
    take_from_top(wanted, take_few());
    if (!counted_) count();
    if (compiled_.ranked) compare();
    const std::size_t end = std::min(offset + limit, list_.size());
    for (std::size_t i = offset; i < end; ++i) page_.passages.push_back(list_[i].passage);
    return std::move(page_);
  }

 private:
  struct Listed {
    FoundPassage passage;
    std::size_t tier = 0;
  };

  enum class Ties { InReadingOrder, InAnyOrder };

  Xapian::Enquire enquire(const Query& query, bool ranked, Ties ties = Ties::InReadingOrder) const {
    Xapian::Enquire result(database_);
    result.set_query(query);
    if (ranked) {
      result.set_weighting_scheme(*make_weight());
      if (ties == Ties::InReadingOrder)
        result.set_sort_by_relevance_then_value(store::kSlotOrder, false);
    } else {
      result.set_weighting_scheme(Xapian::BoolWeight());
      result.set_sort_by_value(store::kSlotOrder, false);
    }
    return result;
  }

  /// The lowest tier that few passages are in, and those above it: its passages are weighed once,
  /// and which of the tiers above each is in is asked without weights, upwards, until one is empty.
  /// What is below is left: the tier is returned, one above the highest when there is none. Tier 0
  /// are all passages that match.
  std::size_t take_few() {
    const std::size_t none = compiled_.tiers.size() + 1;
    if (compiled_.tiers.empty()) return none;
    std::size_t lowest = 0;
    std::vector<Weighed> found;
    if (compiled_.postings <= few_) {
      // Xapian takes memory for as many as are asked for.
      const auto likely = static_cast<Xapian::doccount>(compiled_.postings);
      found = weighed_all(likely + 1);
      if (found.size() > likely) found = weighed(0, few_ + 1);
    }
    if (compiled_.postings > few_ || found.size() > few_) {
      // What the matcher knows of a tier before it begins costs little.
      const auto at_most = [&](std::size_t k) {
        return unranked(in_tier(k)).get_mset(0, 0).get_matches_upper_bound();
      };
      for (lowest = 1; lowest < none && at_most(lowest) > few_;) ++lowest;
      if (lowest == none) return none;
      found = weighed(lowest, few_);
    } else {
      page_.total = found.size();
      counted_ = true;
    }
    TierOf tiers;
    for (const Weighed& one : found) tiers.emplace_back(one.docid, lowest);
    std::ranges::sort(tiers);
    for (std::size_t k = lowest + 1; k <= compiled_.tiers.size();) {
      const std::size_t before = k;
      k = compiled_.tiers[k - 1].within ? tell_nears(tiers, k) : tell_tier(tiers, k);
      if (std::ranges::none_of(tiers, [&](const auto& one) { return one.second >= before; })) break;
    }
    for (const auto& [docid, weight] : found) {
      const std::size_t tier = *tier_of(tiers, docid);
      list_.push_back({{docid, score_of(tier, weight), weight, weight}, tier});
    }
    std::ranges::stable_sort(list_, std::greater<>(), &Listed::tier);
    return lowest;
  }

  /// What matches in a tier and those above it; all that matches for 0.
  Query in_tier(std::size_t k) const {
    if (k == 0) return compiled_.query;
    return Query(Query::OP_FILTER, compiled_.query, compiled_.tiers[k - 1].condition);
  }

  struct Weighed {
    Xapian::docid docid;
    double weight;
  };

  static std::vector<Weighed> listed(const Xapian::MSet& found) {
    std::vector<Weighed> out;
    out.reserve(found.size());
    const Xapian::MSetIterator end = found.end();
    for (auto item = found.begin(); item != end; ++item) out.push_back({*item, item.get_weight()});
    return out;
  }

  std::vector<Weighed> weighed(std::size_t tier, Xapian::doccount most) const {
    return listed(enquire(in_tier(tier), compiled_.ranked).get_mset(0, most));
  }

  /// The same of tier 0 where it has fewer than `most`; else so many, which need not be the first.
  /// Xapian compares the places of all passages; here only those are asked for that weigh the same.
  std::vector<Weighed> weighed_all(Xapian::doccount most) const {
    std::vector<Weighed> out =
        listed(enquire(in_tier(0), compiled_.ranked, Ties::InAnyOrder).get_mset(0, most));
    if (compiled_.ranked && out.size() < most) order_ties(out);
    return out;
  }

  void order_ties(std::vector<Weighed>& found) const {
    struct Tied {
      Xapian::docid docid;
      std::size_t at;
      std::string place = {};
    };
    std::vector<Tied> tied;  // by weight
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double weight = found[i].weight;
      if ((i > 0 && found[i - 1].weight == weight) ||
          (i + 1 < found.size() && found[i + 1].weight == weight))
        tied.push_back({found[i].docid, i});
    }
    if (tied.empty()) return;
    std::ranges::sort(tied, {}, &Tied::docid);
    Xapian::ValueIterator value = database_.valuestream_begin(store::kSlotOrder);
    const Xapian::ValueIterator end = database_.valuestream_end(store::kSlotOrder);
    for (Tied& one : tied) {
      if (value != end) value.skip_to(one.docid);
      if (value != end && value.get_docid() == one.docid) one.place = *value;
    }
    // Those of one weight stand side by side in `found`: their numbers are dealt out anew.
    std::ranges::sort(tied, [&](const Tied& a, const Tied& b) {
      const double weight_a = found[a.at].weight, weight_b = found[b.at].weight;
      return weight_a != weight_b ? weight_a > weight_b : a.place < b.place;
    });
    std::vector<std::size_t> places;
    for (const Tied& one : tied) places.push_back(one.at);
    std::ranges::sort(places);
    for (std::size_t i = 0; i < tied.size(); ++i) found[places[i]].docid = tied[i].docid;
  }

  /// Passages by docid, and the highest tier known of each.
  using TierOf = std::vector<std::pair<Xapian::docid, std::size_t>>;

  static std::size_t* tier_of(TierOf& tiers, Xapian::docid docid) {
    const auto at = std::ranges::lower_bound(tiers, docid, {}, &TierOf::value_type::first);
    return at != tiers.end() && at->first == docid ? &at->second : nullptr;
  }

  /// Tier `k` is asked for all its passages. The next tier to tell.
  std::size_t tell_tier(TierOf& tiers, std::size_t k) const {
    const Xapian::Enquire tier = unranked(compiled_.tiers[k - 1].condition);
    // Xapian takes memory for as many as are asked for.
    const auto likely = static_cast<Xapian::doccount>(
        std::min<std::uint64_t>(all_, std::max<std::uint64_t>(compiled_.postings, tiers.size())));
    Xapian::MSet in_tier = tier.get_mset(0, likely);
    if (in_tier.size() == likely && likely < all_) in_tier = tier.get_mset(0, all_);
    for (auto item = in_tier.begin(); item != in_tier.end(); ++item)
      if (std::size_t* known = tier_of(tiers, *item)) *known = k;
    return k + 1;
  }

  /// Tier `k` and those behind it which only ask how words stand in passages of the tier before:
  /// these are looked at, each once, without a search. The next tier to tell.
  std::size_t tell_nears(TierOf& tiers, std::size_t k) const {
    std::vector<std::shared_ptr<const Near>> nears;
    while (k - 1 + nears.size() < compiled_.tiers.size() &&
           compiled_.tiers[k - 1 + nears.size()].within)
      nears.push_back(compiled_.tiers[k - 1 + nears.size()].within);
    std::vector<Xapian::docid> passages;
    for (const auto& [docid, tier] : tiers)
      if (tier == k - 1) passages.push_back(docid);
    const std::vector<std::size_t> hold = nears_that_hold(nears, database_, passages);
    for (std::size_t i = 0; i < passages.size(); ++i) *tier_of(tiers, passages[i]) += hold[i];
    return k + nears.size();
  }

  /// The tiers below one, one after the other, until the page is full. Each holds the ones
  /// above it: what those had comes again and is passed over. That is cheaper than to take it away
  /// by AND_NOT, which looks for the words side by side once more.
  void take_from_top(std::size_t wanted, std::size_t below) {
    for (std::size_t k = below; k-- > 0 && list_.size() < wanted;) {
      take(in_tier(k), k, wanted);
      counted_ = k == 0;
    }
  }

  Xapian::Enquire unranked(const Query& query) const {
    Xapian::Enquire result(database_);
    result.set_query(query);
    result.set_weighting_scheme(Xapian::BoolWeight());
    return result;
  }

  void take(const Query& query, std::size_t tier, std::size_t wanted) {
    // All of the tiers above may come again, and no more of this one than are wanted.
    const Xapian::MSet found =
        enquire(query, compiled_.ranked)
            .get_mset(0, static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all_)),
                      look_at_);
    set_total(found);
    std::vector<Xapian::docid> above;
    for (const Listed& one : list_) above.push_back(one.passage.docid);
    std::sort(above.begin(), above.end());
    for (auto item = found.begin(); item != found.end(); ++item) {
      if (std::binary_search(above.begin(), above.end(), *item)) continue;
      const double weight = item.get_weight();
      list_.push_back({{*item, score_of(tier, weight), weight, weight}, tier});
    }
  }

  double score_of(std::size_t tier, double weight) const {
    return compiled_.step * static_cast<double>(tier) + weight;
  }

  /// The best passages are put in order anew, each within its tier; those below keep theirs.
  void compare() {
    if (list_.size() < kFewestCompared) return;
    const std::size_t compared = std::min(list_.size(), kCompared);
    std::vector<double> words;
    for (std::size_t i = 0; i < compared; ++i) words.push_back(list_[i].passage.words);
    const double least = *std::ranges::min_element(words);
    const std::vector<double> like = scores_of_the_like(words, outlines(compared));
    for (std::size_t i = 0; i < list_.size(); ++i) {
      FoundPassage& passage = list_[i].passage;
      // Not compared: as if it were like none, so that no score rises with the rank.
      passage.like = i < compared ? like[i] : std::min(least, passage.words);
      passage.score = score_of(list_[i].tier, with_the_like(passage.words, passage.like));
    }
    std::stable_sort(list_.begin(), list_.begin() + static_cast<std::ptrdiff_t>(compared),
                     [](const Listed& a, const Listed& b) {
                       return a.tier != b.tier ? a.tier > b.tier
                                               : a.passage.score > b.passage.score;
                     });
  }

  std::vector<Outline> outlines(std::size_t compared) const {
    // By docid: neighbours stand in one block.
    std::vector<std::size_t> order(compared);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return list_[i].passage.docid; });
    std::vector<Outline> result(compared);
    Xapian::ValueIterator value = database_.valuestream_begin(store::kSlotOutline);
    const Xapian::ValueIterator end = database_.valuestream_end(store::kSlotOutline);
    for (const std::size_t i : order) {
      const Xapian::docid docid = list_[i].passage.docid;
      if (value != end) value.skip_to(docid);
      if (value == end) break;
      if (value.get_docid() == docid) result[i] = store::decode_outline(*value);
    }
    return result;
  }

  /// The page is full, or none is wanted: only the number is.
  void count() { set_total(unranked(compiled_.query).get_mset(0, 0, look_at_)); }

  void set_total(const Xapian::MSet& found) {
    page_.total = found.get_matches_estimated();
    page_.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }

  const CompiledQuery& compiled_;
  const Xapian::Database& database_;
  const std::uint32_t few_;
  const Xapian::doccount all_;
  const Xapian::doccount look_at_;  ///< matches at least: all, so that order and total are exact
  std::vector<Listed> list_;
  bool counted_ = false;
  FoundPage page_;
};

}  // namespace

FoundPage run_query(const CompiledQuery& compiled, const Xapian::Database& database,
                    std::size_t offset, std::size_t limit, std::uint32_t few) {
  if (compiled.query.empty()) return {};
  return Run(compiled, database, few).page(offset, limit);
}

}  // namespace idsearch::query
