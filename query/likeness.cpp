// SPDX-License-Identifier: GPL-2.0-or-later
// Cosine of stem counts, in which a stem counts by how few of the passages compared have it.
#include "query/likeness.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>

#include "query/rank.hpp"

namespace idsearch::query {
namespace {

/// Length of a passage's vector: a product of two is at most 2^20, and fits 32 bits with a rank
/// beside it.
constexpr double kUnit = 1 << 10;
/// Steps of a weight before vectors are brought to length: finer than what kUnit keeps.
constexpr double kFine = 64;
/// Of a likeness of 20 bits 12 are kept: ten times a score of some 38 bits are exact in a double.
constexpr unsigned kLikenessBits = 12;
constexpr unsigned kDropBits = 20 - kLikenessBits;
constexpr unsigned kRankBits = 8;
constexpr std::uint32_t kRankMask = (1U << kRankBits) - 1;
static_assert(kCompared <= kRankMask);
/// The table has so many columns at a time: of the greatest of each the least needed is told.
constexpr std::size_t kLanes = 16;
static_assert(kLanes >= kNearest);
constexpr std::size_t kMaxColumns = (kCompared + kLanes - 1) / kLanes * kLanes;

/// By how much times a stem stands in a passage count: 1 + ln(times).
std::array<std::int32_t, store::kOutlineMaxTimes + 1> weights_of_times() {
  std::array<std::int32_t, store::kOutlineMaxTimes + 1> out{};
  for (unsigned times = 1; times < out.size(); ++times)
    out[times] = static_cast<std::int32_t>(std::lround(kFine * (1 + std::log(times))));
  return out;
}

/// Likeness of each pair of passages, in steps of 2^-20.
class Likenesses {
 public:
  explicit Likenesses(std::span<const Outline> outlines)
      : all_(outlines.size()), columns_((all_ + kLanes - 1) / kLanes * kLanes) {
    count(outlines);
    weigh(outlines);
    multiply();
  }

  /// Of one passage to each by rank; 0 to itself and behind the last, up to a multiple of kLanes.
  std::span<const std::uint32_t> row(std::size_t passage) const {
    return {&table_[passage * columns_], columns_};
  }

 private:
  struct Place {
    std::uint16_t passage;
    std::uint16_t weight;
  };

  /// Weights are told apart in so many steps where the heaviest are chosen.
  static constexpr unsigned kSteps = 256, kStep = (1U << 16) / kSteps;

  /// A stem of a passage, its weight before vectors are brought to length: at most kFine ln(151 /
  /// 1.5) times kFine (1 + ln 8), below 2^16.
  struct Raw {
    std::uint16_t weight, bucket;
  };

  /// Where the places of a stem stand.
  struct Shared {
    std::uint32_t begin, end;
  };

  void count(std::span<const Outline> outlines) {
    // Stems of two passages at least, in the order of their second ones: others make none like
    // another.
    std::size_t entries = 0;
    for (const Outline& outline : outlines) entries += outline.size();
    const auto shared = std::make_unique_for_overwrite<std::uint16_t[]>(entries / 2 + 1);
    std::size_t count = 0;
    for (const Outline& outline : outlines)
      for (const store::OutlineEntry entry : outline) {
        std::uint8_t& with = with_stem_[entry.bucket()];
        with = static_cast<std::uint8_t>(with + 1);
        shared[count] = static_cast<std::uint16_t>(entry.bucket());
        count += with == 2 ? 1 : 0;
      }
    std::uint32_t places = 0;
    shared_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      shared_of_[shared[i]] = static_cast<std::uint16_t>(i);
      shared_[i] = {places, places};
      places += with_stem_[shared[i]];
    }
    places_ = std::make_unique_for_overwrite<Place[]>(places);
  }

  void weigh(std::span<const Outline> outlines) {
    // A weight before vectors are brought to length, by how many have the stem and how often it
    // stands in this one.
    constexpr std::size_t kTimes = store::kOutlineMaxTimes;
    std::array<std::uint16_t, (kCompared + 1) * kTimes> raw;
    static const auto of_times = weights_of_times();
    for (std::size_t with = 1; with <= all_; ++with) {
      const auto rarity = static_cast<std::int32_t>(std::lround(
          kFine * std::log((static_cast<double>(all_) + 1) / (static_cast<double>(with) + 0.5))));
      for (unsigned times = 1; times <= kTimes; ++times)
        raw[with * kTimes + times - 1] = static_cast<std::uint16_t>(rarity * of_times[times]);
    }
    std::size_t longest = 0;
    for (const Outline& outline : outlines) longest = std::max(longest, outline.size());
    const auto own = std::make_unique_for_overwrite<Raw[]>(longest + 1);
    for (std::size_t i = 0; i < all_; ++i) {
      std::uint64_t squares = 0;
      std::size_t kept = 0;
      for (const store::OutlineEntry entry : outlines[i]) {
        const unsigned bucket = entry.bucket();
        const std::size_t with = with_stem_[bucket];
        const std::uint32_t weight = raw[with * kTimes + entry.times() - 1];
        squares += std::uint64_t{weight} * weight;
        own[kept] = {static_cast<std::uint16_t>(weight), static_cast<std::uint16_t>(bucket)};
        // A stem that stands in one passage only makes it longer, but like none; one that stands
        // in all weighs nothing.
        kept += with > 1 && weight > 0 ? 1 : 0;
      }
      if (squares == 0) continue;
      kept = keep_heaviest({own.get(), kept});
      const double scale = kUnit / std::sqrt(static_cast<double>(squares));
      constexpr double kHalf = 0.5;  // to the nearest: no weight is below 0
      for (std::size_t k = 0; k < kept; ++k) {
        // What rounds to 0 adds nothing to any product.
        places_[shared_[shared_of_[own[k].bucket]].end++] = {
            static_cast<std::uint16_t>(i),
            static_cast<std::uint16_t>(static_cast<std::int32_t>(scale * own[k].weight + kHalf))};
      }
    }
  }

  /// How many are kept, which then come first. Of equally heavy ones (to a step of 2^-8 of the
  /// heaviest there can be) those whose buckets come first. Without selecting by comparisons, whose
  /// branches nobody can foresee: with nth_element comparing passages is 35 % of TIME's queries, so
  /// 26 (perf record).
  static std::size_t keep_heaviest(std::span<Raw> own) {
    if (own.size() <= kComparedStems) return own.size();
    std::array<std::uint32_t, kSteps> with_step{};
    for (const Raw one : own) ++with_step[one.weight / kStep];
    std::size_t above = 0;
    unsigned step = kSteps - 1;
    while (above + with_step[step] < kComparedStems) above += with_step[step--];
    std::size_t left = kComparedStems - above, kept = 0;  // of this step; in all
    for (const Raw one : own) {
      const unsigned own_step = one.weight / kStep;
      const bool fits = own_step == step && left > 0;
      left -= fits ? 1 : 0;
      own[kept] = one;
      kept += fits || own_step > step ? 1 : 0;
    }
    return kept;
  }

  void multiply() {
    table_.resize(all_ * columns_);
    for (const Shared& stem : shared_) {
      // Passages were placed by rank.
      for (std::uint32_t a = stem.begin + 1; a < stem.end; ++a) {
        std::uint32_t* const of_a = &table_[places_[a].passage * columns_];
        const std::uint32_t weight = places_[a].weight;
        for (std::uint32_t b = stem.begin; b < a; ++b)
          of_a[places_[b].passage] += weight * places_[b].weight;
      }
    }
    for (std::size_t i = 1; i < all_; ++i)
      for (std::size_t j = 0; j < i; ++j) table_[j * columns_ + i] = table_[i * columns_ + j];
  }

  std::size_t all_, columns_;
  static_assert(kCompared < 1U << 8);
  static_assert(store::kOutlineBuckets <= 1U << 16);
  // Not in the object: pages of the stack that nobody used before cost a cold search more.
  std::vector<std::uint8_t> with_stem_ = std::vector<std::uint8_t>(store::kOutlineBuckets);
  std::unique_ptr<std::uint16_t[]>
      shared_of_ =  ///< bucket to index of `shared_`, where there is one
      std::make_unique_for_overwrite<std::uint16_t[]>(store::kOutlineBuckets);
  std::vector<Shared> shared_;
  std::unique_ptr<Place[]> places_;   ///< by stem, then by rank
  std::vector<std::uint32_t> table_;  ///< row by row
};

/// The kNearest greatest of a row of likenesses that are not 0, in no order, each with a place from
/// below in the low bits: of equally like passages the one that ranks higher is kept.
///
/// No branch depends on what is compared: nobody could foresee it. With a sorted list for each
/// passage this took 8 % of the time of the profiles' own questions, so 4 (perf record).
class Nearest {
 public:
  explicit Nearest(std::span<const std::uint32_t> row) {
    std::array<std::int32_t, kMaxColumns> offered;
    std::array<std::int32_t, kLanes> greatest{};  // of every kLanes-th
    for (std::size_t from = 0; from < row.size(); from += kLanes)
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const std::uint32_t likeness = row[from + lane] >> kDropBits;
        const auto place = static_cast<std::uint32_t>(kRankMask - from - lane);
        const auto one =
            likeness > 0 ? static_cast<std::int32_t>(likeness << kRankBits | place) : 0;
        offered[from + lane] = one;
        greatest[lane] = std::max(greatest[lane], one);
      }
    // kNearest of these are at least as great: none below is among the kNearest greatest.
    const std::int32_t least = std::max(1, least_of_the_greatest(greatest));
    std::array<std::int32_t, kMaxColumns + 1> left;
    std::size_t count = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      left[count] = offered[i];
      count += offered[i] >= least ? 1 : 0;
    }
    keep_the_greatest({left.data(), count});
  }

  std::span<const std::int32_t> all() const { return {kept_.data(), count_}; }

 private:
  static std::int32_t least_of_the_greatest(const std::array<std::int32_t, kLanes>& all) {
    std::int32_t least = std::numeric_limits<std::int32_t>::max();
    for (const std::int32_t one : all)
      least = how_many_above(all, one) < kNearest ? std::min(least, one) : least;
    return least;
  }

  static std::uint32_t how_many_above(std::span<const std::int32_t> all, std::int32_t one) {
    std::uint32_t above = 0;
    for (const std::int32_t other : all) above += other > one ? 1 : 0;
    return above;
  }

  void keep_the_greatest(std::span<const std::int32_t> all) {
    for (const std::int32_t one : all) {
      kept_[count_] = one;
      count_ += how_many_above(all, one) < kNearest ? 1 : 0;
    }
  }

  std::array<std::int32_t, kNearest + 1> kept_;  // and room for one that is not kept
  std::size_t count_ = 0;
};

}  // namespace

std::vector<double> scores_of_the_like(std::span<const double> scores,
                                       std::span<const Outline> outlines) {
  assert(scores.size() == outlines.size() && scores.size() <= kCompared);
  const std::size_t all = scores.size();
  if (all == 0) return {};
  const double least = *std::ranges::min_element(scores);
  const Likenesses like(outlines);
  std::vector<double> out(all, least);
  for (std::size_t i = 0; i < all; ++i) {
    double parts = kTraceLikeness * (1U << kLikenessBits);
    double sum = parts * least;
    const Nearest nearest(like.row(i));
    for (const std::int32_t one : nearest.all()) {
      const auto bits = static_cast<std::uint32_t>(one);
      const double part = bits >> kRankBits;
      sum += part * scores[kRankMask - (bits & kRankMask)];
      parts += part;
    }
    out[i] = std::max(least, std::round(sum / parts / kWeightGrain) * kWeightGrain);
  }
  return out;
}

double with_the_like(double own, double like) {
  const double both = (own + like * kLikeParts) / (1 + kLikeParts);
  return std::round(both / kWeightGrain) * kWeightGrain;
}

}  // namespace idsearch::query
