// SPDX-License-Identifier: GPL-2.0-or-later
// Cosine of stem counts, in which a stem counts by how few of the passages compared have it.
#include "query/likeness.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>
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
static_assert(kCompared < 1U << kRankBits);

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
  explicit Likenesses(std::span<const Outline> outlines) : all_(outlines.size()) {
    count(outlines);
    weigh(outlines);
    multiply();
  }

  std::uint32_t of(std::size_t later, std::size_t earlier) const {
    return pairs_[row(later) + earlier];
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

  static std::size_t row(std::size_t passage) { return passage * (passage - 1) / 2; }

  void count(std::span<const Outline> outlines) {
    for (const Outline& outline : outlines)
      for (const store::OutlineEntry entry : outline) {
        std::uint8_t& with = with_stem_[entry.bucket()];
        with = static_cast<std::uint8_t>(with + 1);
      }
    // Stems of two passages at least: others make none like another. Most buckets are empty, and
    // eight at a time are passed over.
    constexpr std::size_t kAtOnce = sizeof(std::uint64_t);
    static_assert(store::kOutlineBuckets % kAtOnce == 0);
    std::uint32_t places = 0;
    for (std::size_t from = 0; from < with_stem_.size(); from += kAtOnce) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &with_stem_[from], kAtOnce);
      if (eight == 0) continue;
      for (std::size_t bucket = from; bucket < from + kAtOnce; ++bucket) {
        if (with_stem_[bucket] < 2) continue;
        shared_of_[bucket] = static_cast<std::uint16_t>(shared_.size());
        shared_.push_back({places, places});
        places += with_stem_[bucket];
      }
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
    std::vector<Raw> own;
    for (std::size_t i = 0; i < all_; ++i) {
      std::uint64_t squares = 0;
      if (own.size() < outlines[i].size()) own.resize(outlines[i].size());
      std::array<std::uint32_t, kSteps> with_step{};
      std::size_t kept = 0;
      for (const store::OutlineEntry entry : outlines[i]) {
        const unsigned bucket = entry.bucket();
        const std::size_t with = with_stem_[bucket];
        const std::uint32_t weight = raw[with * kTimes + entry.times() - 1];
        squares += std::uint64_t{weight} * weight;
        own[kept] = {static_cast<std::uint16_t>(weight), static_cast<std::uint16_t>(bucket)};
        // A stem that stands in one passage only makes it longer, but like none; one that stands
        // in all weighs nothing.
        const std::uint32_t counts = with > 1 && weight > 0 ? 1 : 0;
        kept += counts;
        with_step[weight / kStep] += counts;
      }
      if (squares == 0) continue;
      kept = keep_heaviest(own, kept, with_step);
      const double scale = kUnit / std::sqrt(static_cast<double>(squares));
      constexpr double kHalf = 0.5;  // to the nearest: no weight is below 0
      for (std::size_t k = 0; k < kept; ++k) {
        const auto weight = static_cast<std::uint16_t>(scale * own[k].weight + kHalf);
        if (weight == 0) continue;
        places_[shared_[shared_of_[own[k].bucket]].end++] = {static_cast<std::uint16_t>(i), weight};
      }
    }
  }

  /// Of the first `all`; how many are kept, which then come first. Of equally heavy ones (to a step
  /// of 2^-8 of the heaviest there can be) those whose buckets come first. Without selecting by
  /// comparisons, whose branches nobody can foresee: with nth_element comparing passages is 35 % of
  /// TIME's queries, so 26 (perf record).
  static std::size_t keep_heaviest(std::vector<Raw>& own, std::size_t all,
                                   const std::array<std::uint32_t, kSteps>& with_step) {
    if (all <= kComparedStems) return all;
    std::size_t above = 0;
    unsigned step = kSteps - 1;
    while (above + with_step[step] < kComparedStems) above += with_step[step--];
    std::size_t left = kComparedStems - above, kept = 0;  // of this step; in all
    for (std::size_t k = 0; k < all; ++k) {
      const Raw one = own[k];
      const unsigned own_step = one.weight / kStep;
      const bool fits = own_step == step && left > 0;
      left -= fits ? 1 : 0;
      own[kept] = one;
      kept += fits || own_step > step ? 1 : 0;
    }
    return kept;
  }

  void multiply() {
    pairs_.resize(all_ * (all_ - 1) / 2);
    for (const Shared& stem : shared_) {
      // Passages were placed by rank.
      for (std::uint32_t a = stem.begin + 1; a < stem.end; ++a) {
        std::uint32_t* const of_a = &pairs_[row(places_[a].passage)];
        const std::uint32_t weight = places_[a].weight;
        for (std::uint32_t b = stem.begin; b < a; ++b)
          of_a[places_[b].passage] += weight * places_[b].weight;
      }
    }
  }

  std::size_t all_;
  static_assert(kCompared < 1U << 8);
  static_assert(store::kOutlineBuckets <= 1U << 16);
  // Not in the object: pages of the stack that nobody used before cost a cold search more.
  std::vector<std::uint8_t> with_stem_ = std::vector<std::uint8_t>(store::kOutlineBuckets);
  std::unique_ptr<std::uint16_t[]>
      shared_of_ =  ///< bucket to index of `shared_`, where there is one
      std::make_unique_for_overwrite<std::uint16_t[]>(store::kOutlineBuckets);
  std::vector<Shared> shared_;        ///< by bucket
  std::unique_ptr<Place[]> places_;   ///< by bucket
  std::vector<std::uint32_t> pairs_;  ///< row by row, the later one's
};

/// The kNearest greatest of what is offered. A place from below stands in the low bits: of equally
/// like passages the one that ranks higher is kept.
class Nearest {
 public:
  void offer(std::uint32_t likeness, std::uint32_t from_below) {
    const std::uint32_t one = likeness << kRankBits | from_below;
    // Nearly all end here: sorting a few is cheaper than any selection from all.
    if (likeness == 0 || one <= kept_.back()) return;
    std::size_t at = kept_.size() - 1;
    for (; at > 0 && kept_[at - 1] < one; --at) kept_[at] = kept_[at - 1];
    kept_[at] = one;
  }

  /// The greatest first; 0 stands for none.
  const std::array<std::uint32_t, kNearest>& all() const { return kept_; }

 private:
  std::array<std::uint32_t, kNearest> kept_{};
};

}  // namespace

std::vector<double> scores_of_the_like(std::span<const double> scores,
                                       std::span<const Outline> outlines) {
  assert(scores.size() == outlines.size() && scores.size() <= kCompared);
  const std::size_t all = scores.size();
  if (all == 0) return {};
  const double least = *std::ranges::min_element(scores);
  const Likenesses like(outlines);
  std::vector<Nearest> nearest_of(all);
  for (std::size_t i = 1; i < all; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t likeness = like.of(i, j) >> kDropBits;
      nearest_of[i].offer(likeness, static_cast<std::uint32_t>(all - 1 - j));
      nearest_of[j].offer(likeness, static_cast<std::uint32_t>(all - 1 - i));
    }
  std::vector<double> out(all, least);
  for (std::size_t i = 0; i < all; ++i) {
    double parts = kTraceLikeness * (1U << kLikenessBits);
    double sum = parts * least;
    for (const std::uint32_t one : nearest_of[i].all()) {
      const double part = one >> kRankBits;
      sum += part * scores[all - 1 - (one & ((1U << kRankBits) - 1))];
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
