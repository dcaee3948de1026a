// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/likeness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "query/rank.hpp"

namespace idsearch::query {
namespace {

Outline outline(const std::vector<std::string>& stems) {
  store::OutlineMaker maker;
  for (const std::string& stem : stems) maker.add(stem);
  return store::decode_outline(maker.bytes());
}

struct Sample {
  std::vector<double> scores;
  std::vector<Outline> outlines;
};

/// `count` passages of words out of `vocabulary`, with falling scores.
Sample sample(std::size_t count, unsigned vocabulary, unsigned seed) {
  std::mt19937 random(seed);
  Sample out;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> stems;
    for (auto n = static_cast<unsigned>(5 + random() % 60); n > 0; --n) {
      const auto most = static_cast<unsigned>(1 + random() % vocabulary);
      stems.push_back("w" + std::to_string(random() % most));
    }
    out.outlines.push_back(outline(stems));
    out.scores.push_back(static_cast<double>(1 + random() % 5000) / 128);
  }
  std::ranges::sort(out.scores, std::greater{});
  return out;
}

/// The plain way: cosines in doubles, all sorted.
std::vector<double> by_the_book(const Sample& all) {
  const std::size_t count = all.scores.size();
  std::vector<std::vector<double>> vectors(count, std::vector<double>(store::kOutlineBuckets));
  for (std::size_t bucket = 0; bucket < store::kOutlineBuckets; ++bucket) {
    double with = 0;
    for (const Outline& one : all.outlines)
      with += std::ranges::count(one, bucket,
                                 [](store::OutlineEntry entry) { return entry.bucket(); }) > 0
                  ? 1
                  : 0;
    for (std::size_t i = 0; i < count; ++i)
      for (const store::OutlineEntry& entry : all.outlines[i])
        if (entry.bucket() == bucket)
          vectors[i][bucket] = (1 + std::log(entry.times())) *
                               std::log((static_cast<double>(count) + 1) / (with + 0.5));
  }
  const auto dot = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t k = 0; k < store::kOutlineBuckets; ++k) sum += vectors[a][k] * vectors[b][k];
    return sum;
  };
  std::vector<double> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::pair<double, double>> nearest;
    for (std::size_t j = 0; j < count; ++j)
      if (j != i) nearest.emplace_back(dot(i, j) / std::sqrt(dot(i, i) * dot(j, j)), all.scores[j]);
    std::ranges::sort(nearest, std::greater{});
    nearest.resize(std::min(nearest.size(), kNearest));
    double parts = kTraceLikeness, sum = kTraceLikeness * all.scores.back();
    for (const auto& [likeness, score] : nearest) {
      sum += likeness * score;
      parts += likeness;
    }
    out.push_back(sum / parts);
  }
  return out;
}

TEST(Likeness, APassageGetsTheScoreOfTheOneItIsLike) {
  const std::vector<double> scores{8, 4, 2, 1};
  const std::vector<Outline> outlines{outline({"card", "biometr"}), outline({"birth", "regist"}),
                                      outline({"card", "biometr"}), outline({"birth", "regist"})};
  // Up to the trace of the least that each gets.
  const std::vector<double> like = scores_of_the_like(scores, outlines), expected{2, 1, 8, 4};
  for (std::size_t i = 0; i < like.size(); ++i)
    EXPECT_NEAR(like[i], (expected[i] + kTraceLikeness) / (1 + kTraceLikeness), 0.01);
}

TEST(Likeness, APassageLikeNoneGetsTheLeast) {
  const std::vector<double> scores{8, 4, 2};
  EXPECT_EQ(scores_of_the_like(scores, std::vector<Outline>{outline({"card"}), outline({"card"}),
                                                            outline({"birth"})})[2],
            2);
  // Nor does one without an outline, as all are in an index that has none.
  EXPECT_EQ(scores_of_the_like(scores, std::vector<Outline>(3)), (std::vector<double>{2, 2, 2}));
  EXPECT_TRUE(scores_of_the_like({}, {}).empty());
}

TEST(Likeness, AWordThatAllHaveMakesNoneAlike) {
  const std::vector<double> scores{8, 4, 2, 1};
  const std::vector<Outline> outlines{outline({"law", "card"}), outline({"law", "card"}),
                                      outline({"law", "birth"}), outline({"law", "birth"})};
  const std::vector<double> like = scores_of_the_like(scores, outlines);
  EXPECT_GT(like[0], 3.5);
  EXPECT_LT(like[2], 2);
}

TEST(Likeness, OfALongPassageTheHeaviestStemsAreCompared) {
  // More rare stems, each in two passages, than are compared; "law" stands in three.
  std::vector<std::string> rare;
  for (std::size_t i = 0; i < kComparedStems + 60; ++i) rare.push_back("rare" + std::to_string(i));
  std::vector<std::string> with_law = rare;
  with_law.emplace_back("law");
  const std::vector<double> scores{8, 4, 2, 1};
  const std::vector<double> like = scores_of_the_like(
      scores,
      std::vector<Outline>{outline(with_law), outline(rare), outline({"law"}), outline({"law"})});
  EXPECT_NEAR(like[0], 4, 0.5);
  // The long passage's "law" weighs least of its stems: nothing of its score comes here.
  EXPECT_EQ(like[2], 1);
}

TEST(Likeness, OfTheEquallyLikeThoseThatRankHigherCountWhereverTheyStand) {
  for (const std::size_t step : {2, 3, 5, 16}) {
    std::vector<double> scores;
    std::vector<Outline> outlines;
    for (std::size_t i = 0; i < kCompared; ++i) {
      scores.push_back(static_cast<double>(2 * kCompared - i));
      outlines.push_back(i % step == 0 ? outline({"card", "biometr"})
                                       : outline({"alone" + std::to_string(i)}));
    }
    const std::vector<double> like = scores_of_the_like(scores, outlines);
    for (std::size_t i = 0; i < kCompared; i += step) {
      double sum = kTraceLikeness * scores.back(), parts = kTraceLikeness;
      for (std::size_t j = 0, found = 0; j < kCompared && found < kNearest; j += step) {
        if (j == i) continue;
        ++found;
        sum += scores[j];
        parts += 1;
      }
      EXPECT_NEAR(like[i], sum / parts, 0.01) << "every " << step << ". passage, the one at " << i;
    }
  }
}

TEST(Likeness, IsTheCosineUpToRounding) {
  const Sample all = sample(40, 300, 1);
  const std::vector<double> expected = by_the_book(all);
  const std::vector<double> like = scores_of_the_like(all.scores, all.outlines);
  ASSERT_EQ(like.size(), expected.size());
  std::size_t near = 0;
  // Where two are nearly as like, rounding may take the other.
  for (std::size_t i = 0; i < like.size(); ++i) near += std::abs(like[i] - expected[i]) < 0.15;
  EXPECT_GE(near, like.size() * 9 / 10);
}

TEST(Likeness, ScoresStayBetweenTheLeastAndTheHighestAndOnTheGrain) {
  for (const std::size_t count : {1, 2, 11, 12, 150}) {
    const Sample all = sample(count, 120, static_cast<unsigned>(count));
    for (const double like : scores_of_the_like(all.scores, all.outlines)) {
      EXPECT_GE(like, all.scores.back());
      EXPECT_LE(like, all.scores.front());
      EXPECT_EQ(std::fmod(like, kWeightGrain), 0);
    }
  }
}

TEST(Likeness, OwnAndLikeArePutTogetherMonotonely) {
  EXPECT_EQ(with_the_like(9, 9), 9);
  EXPECT_EQ(with_the_like(9, 0), 4.5);
  EXPECT_EQ(with_the_like(0, 9), 4.5);
  std::mt19937 random(3);
  for (int i = 0; i < 1000; ++i) {
    const double own = static_cast<double>(random()) / 4096 * kWeightGrain * 4096;
    const double like = static_cast<double>(random()) * kWeightGrain;
    EXPECT_LE(with_the_like(own, like), with_the_like(own + kWeightGrain, like));
    EXPECT_LE(with_the_like(own, like), with_the_like(own, like + kWeightGrain));
  }
}

}  // namespace
}  // namespace idsearch::query
