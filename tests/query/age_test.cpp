// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/age.hpp"

#include <gtest/gtest.h>

namespace idsearch::query {
namespace {

constexpr std::time_t kDay = 86400;
constexpr std::time_t kNewYear2026 = 1767225600;  // 2026-01-01T00:00:00Z

TEST(Age, DaysAreWholeAndNeverNegative) {
  EXPECT_EQ(days_since("2026-01-01T00:00:00Z", kNewYear2026), 0);
  EXPECT_EQ(days_since("2026-01-01T00:00:00Z", kNewYear2026 + kDay - 1), 0);
  EXPECT_EQ(days_since("2026-01-01T00:00:00Z", kNewYear2026 + kDay), 1);
  EXPECT_EQ(days_since("2026-01-03T00:00:00Z", kNewYear2026), 0);
  for (const char* none : {"", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00Z ", "x"})
    EXPECT_EQ(days_since(none, kNewYear2026), std::nullopt) << none;
}

TEST(Age, AnIndexIsOldOnceTheLimitHasPassed) {
  const std::vector<OpenedIndex> indexes{
      {"/srv/index", "0123456789abcdef", "2026-01-01T00:00:00Z"}};
  struct Case {
    std::size_t limit_days;
    std::time_t seconds_later;
    std::string sentence;  // empty: not old
  };
  const std::string later = ", on 2026-01-01; profiles may have changed since";
  const std::vector<Case> cases{
      {7, 0, ""},
      {7, 7 * kDay, ""},
      {7, 7 * kDay + 1, "index /srv/index was published 7 days ago" + later},
      {7, 30 * kDay + 5, "index /srv/index was published 30 days ago" + later},
      {1, kDay + 1, "index /srv/index was published 1 day ago" + later},
      {7, -kDay, ""},
      {static_cast<std::size_t>(-1), 10000 * kDay, ""},
  };
  for (const Case& one : cases) {
    const auto old = old_indexes(indexes, one.limit_days, kNewYear2026 + one.seconds_later);
    EXPECT_EQ(old, one.sentence.empty() ? std::vector<std::string>{}
                                        : std::vector<std::string>{one.sentence})
        << one.limit_days << " days, " << one.seconds_later << " seconds";
  }
}

TEST(Age, OfSeveralIndexesTheOldOnesAreNamed) {
  const auto old = old_indexes({{"new", "a", "2025-12-31T12:00:00Z"},
                                {"old", "b", "2025-11-01T00:00:00Z"},
                                {"unknown", "c", ""}},
                               7, kNewYear2026);
  ASSERT_EQ(old.size(), 1u);
  EXPECT_TRUE(old[0].starts_with("index old was published 61 days ago")) << old[0];
}

}  // namespace
}  // namespace idsearch::query
