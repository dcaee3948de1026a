// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/segments.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace idsearch::indexer {
namespace {

std::vector<Input> inputs(std::size_t count, std::size_t largest) {
  std::mt19937 random(11);
  std::vector<Input> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    out[i].id = "profile-" + std::to_string(1000 + i);
    out[i].size = 1 + random() % largest;
  }
  return out;
}

// The segments as lists of ids.
std::set<std::vector<std::string>> contents(const std::vector<Input>& of) {
  std::set<std::vector<std::string>> out;
  for (const SegmentRange& range : plan_segments(of)) {
    std::vector<std::string> ids;
    for (std::size_t i = range.first; i < range.last; ++i) ids.push_back(of[i].id);
    out.insert(ids);
  }
  return out;
}

TEST(PlanSegments, TakeEveryInputOnceInOrder) {
  for (const std::size_t largest : {std::size_t{200}, std::size_t{50000}, std::size_t{2000000}}) {
    const auto all = inputs(500, largest);
    std::size_t next = 0;
    for (const SegmentRange& range : plan_segments(all)) {
      EXPECT_EQ(range.first, next);
      EXPECT_GT(range.last, range.first);
      next = range.last;
    }
    EXPECT_EQ(next, all.size());
  }
}

TEST(PlanSegments, OfNothingAreNone) { EXPECT_TRUE(plan_segments({}).empty()); }

TEST(PlanSegments, HaveAUsefulSize) {
  const auto all = inputs(2000, 30000);
  std::size_t total = 0;
  for (const Input& input : all) total += input.size;
  const std::size_t mean = total / plan_segments(all).size();
  EXPECT_GT(mean, 300u * 1024);
  EXPECT_LT(mean, 800u * 1024);
}

TEST(PlanSegments, OneProfileMoreOrLessChangesOnlyTheSegmentsAroundIt) {
  const auto all = inputs(1000, 40000);
  const auto before = contents(all);
  for (const std::size_t at : {std::size_t{0}, std::size_t{333}, std::size_t{999}}) {
    auto fewer = all;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
    std::vector<std::vector<std::string>> kept;
    std::ranges::set_intersection(before, contents(fewer), std::back_inserter(kept));
    EXPECT_GE(kept.size() + 8, before.size())
        << at << ": " << kept.size() << " of " << before.size();
  }
}

}  // namespace
}  // namespace idsearch::indexer
