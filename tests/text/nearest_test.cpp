// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/nearest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace idsearch::text {
namespace {

TEST(Nearest, DistanceCountsInsertionsChangesAndSwaps) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("limit", "limti"), 1u);
  EXPECT_EQ(edit_distance("limit", "limmit"), 1u);
  EXPECT_EQ(edit_distance("limit", "lomit"), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Nearest, OnlyANameThatCouldBeMeantIsNamed) {
  constexpr std::array<std::string_view, 5> names{"limit", "offset", "country", "count", "color"};
  EXPECT_EQ(nearest("limti", names), "limit");
  EXPECT_EQ(nearest("colour", names), "color");
  EXPECT_EQ(nearest("colour-me", names), "");
  EXPECT_EQ(nearest("cou", names), "country");
  EXPECT_EQ(nearest("counts", names), "count");
  EXPECT_EQ(nearest("zebra", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest(std::string(100000, 'x'), names), "");
}

}  // namespace
}  // namespace idsearch::text
