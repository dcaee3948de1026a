// SPDX-License-Identifier: GPL-2.0-or-later
// Cosine of stem counts, in which a stem counts by how few of the passages compared have it.
#include "query/likeness.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>

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

struct Place {
  std::uint32_t passage;
  std::int32_t weight;
};

/// By how much times a stem stands in a passage count: 1 + ln(times).
std::array<std::int32_t, store::kOutlineMaxTimes + 1> weights_of_times() {
  std::array<std::int32_t, store::kOutlineMaxTimes + 1> out{};
  for (unsigned times = 1; times < out.size(); ++times)
    out[times] = static_cast<std::int32_t>(std::lround(kFine * (1 + std::log(times))));
  return out;
}

/// Likeness of each pair, in steps of 2^-20, 0 with itself; row by row.
std::vector<std::uint32_t> likenesses(std::span<const Outline> outlines) {
  const std::size_t all = outlines.size();
  std::vector<std::uint32_t> with_stem(store::kOutlineBuckets);
  for (const Outline& outline : outlines)
    for (const store::OutlineEntry& entry : outline) ++with_stem[entry.bucket];

  std::vector<std::int32_t> rarity(all + 1);
  for (std::size_t with = 1; with <= all; ++with)
    rarity[with] = static_cast<std::int32_t>(std::lround(
        kFine * std::log((static_cast<double>(all) + 1) / (static_cast<double>(with) + 0.5))));

  // Places by bucket: a stem that stands in one passage only makes it longer, but like none.
  std::vector<std::uint32_t> ends(store::kOutlineBuckets);
  std::uint32_t places = 0;
  for (std::size_t bucket = 0; bucket < ends.size(); ++bucket) {
    ends[bucket] = places;
    if (with_stem[bucket] > 1) places += with_stem[bucket];
  }
  std::vector<Place> by_bucket(places);
  static const auto of_times = weights_of_times();
  for (std::uint32_t i = 0; i < all; ++i) {
    const auto raw = [&](const store::OutlineEntry& entry) {
      return rarity[with_stem[entry.bucket]] * of_times[entry.times];
    };
    std::int64_t squares = 0;
    for (const store::OutlineEntry& entry : outlines[i])
      squares += std::int64_t{raw(entry)} * raw(entry);
    if (squares == 0) continue;
    const double length = std::sqrt(static_cast<double>(squares));
    for (const store::OutlineEntry& entry : outlines[i]) {
      if (with_stem[entry.bucket] < 2) continue;
      const auto weight = static_cast<std::int32_t>(std::lround(kUnit * raw(entry) / length));
      if (weight > 0) by_bucket[ends[entry.bucket]++] = {i, weight};
    }
  }

  std::vector<std::uint32_t> out(all * all);
  std::uint32_t begin = 0;
  for (std::size_t bucket = 0; bucket < ends.size(); ++bucket) {
    if (with_stem[bucket] < 2) continue;
    const std::uint32_t end = ends[bucket];
    for (std::uint32_t a = begin; a < end; ++a) {
      std::uint32_t* row = &out[by_bucket[a].passage * all];
      const auto weight = static_cast<std::uint32_t>(by_bucket[a].weight);
      for (std::uint32_t b = begin; b < a; ++b)
        row[by_bucket[b].passage] += weight * static_cast<std::uint32_t>(by_bucket[b].weight);
    }
    begin += with_stem[bucket];
  }
  // Passages were placed by rank, so that only the lower half is filled.
  for (std::size_t i = 0; i < all; ++i)
    for (std::size_t j = 0; j < i; ++j) out[j * all + i] = out[i * all + j];
  return out;
}

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
  const std::vector<std::uint32_t> like = likenesses(outlines);
  std::vector<double> out(all, least);
  for (std::size_t i = 0; i < all; ++i) {
    Nearest nearest;
    for (std::size_t j = 0; j < all; ++j)
      nearest.offer(like[i * all + j] >> kDropBits, static_cast<std::uint32_t>(all - 1 - j));
    double parts = kTraceLikeness * (1U << kLikenessBits);
    double sum = parts * least;
    for (const std::uint32_t one : nearest.all()) {
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
