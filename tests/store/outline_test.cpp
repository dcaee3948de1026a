// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/outline.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "idsearch/error.hpp"

namespace idsearch::store {
namespace {

TEST(Outline, OneStemIsTwoBytesAndTheSameOnEveryMachine) {
  OutlineMaker outline;
  outline.add("law");
  EXPECT_EQ(outline.bytes().size(), 2u);
  const std::vector<OutlineEntry> decoded = decode_outline(outline.bytes());
  EXPECT_EQ(decoded, (std::vector<OutlineEntry>{{6763 * 8}}));
}

TEST(Outline, CountsUpToEight) {
  OutlineMaker outline;
  outline.add("law");
  outline.add("law", 2);
  EXPECT_EQ(decode_outline(outline.bytes()).front().times(), 3);
  outline.add("law", 300);
  EXPECT_EQ(decode_outline(outline.bytes()).front().times(), 8);
  EXPECT_EQ(decode_outline(outline.bytes()).size(), 1u);
}

TEST(Outline, WithoutStemsThereIsNothing) {
  OutlineMaker outline;
  outline.add("");
  outline.add("law", 0);
  EXPECT_EQ(outline.bytes(), "");
  EXPECT_TRUE(decode_outline("").empty());
}

TEST(Outline, DoesNotDependOnTheOrderOfAdding) {
  std::mt19937 random(7);
  std::vector<std::string> stems;
  for (int i = 0; i < 200; ++i) stems.push_back("stem" + std::to_string(random() % 90));
  OutlineMaker forward, backward;
  for (auto stem = stems.begin(); stem != stems.end(); ++stem) forward.add(*stem);
  for (auto stem = stems.rbegin(); stem != stems.rend(); ++stem) backward.add(*stem);
  EXPECT_EQ(forward.bytes(), backward.bytes());
  const std::vector<OutlineEntry> decoded = decode_outline(forward.bytes());
  const std::size_t different = std::set<std::string>(stems.begin(), stems.end()).size();
  EXPECT_LE(decoded.size(), different);
  EXPECT_GT(decoded.size() + 4, different);  // two stems seldom share a bucket
}

TEST(Outline, OtherBytesAreDamage) {
  for (const std::string& bytes : {std::string("a"), std::string("abc"), std::string("\2\0\1\0", 4),
                                   std::string("\1\0\2\0", 4)}) {
    try {
      decode_outline(bytes);
      ADD_FAILURE() << "accepted " << bytes.size() << " bytes";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Integrity);
    }
  }
}

}  // namespace
}  // namespace idsearch::store
