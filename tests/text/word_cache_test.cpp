// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_cache.hpp"

#include <gtest/gtest.h>

#include <string>

namespace idsearch::text {
namespace {

TEST(WordCache, MakesEachWordOnceAndGivesItBack) {
  WordCache cache;
  int made = 0;
  const auto make = [&](std::string_view word) {
    ++made;
    KnownWord known;
    known.key = std::string(word);
    known.stem = "stem of " + known.key;
    return known;
  };
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 5000; ++i) {
      const std::string word = "word" + std::to_string(i);
      ASSERT_EQ(cache.get(word, make).stem, "stem of " + word);
    }
  }
  EXPECT_EQ(made, 5000);
}

TEST(WordCache, StaysRightWhenItOverflows) {
  WordCache cache;
  const auto make = [](std::string_view word) {
    KnownWord known;
    known.key = std::string(word);
    known.stem = std::string(word.rbegin(), word.rend());
    return known;
  };
  for (std::size_t i = 0; i < 2 * WordCache::kMaxEntries + 10; ++i) {
    const std::string word = std::to_string(i % (WordCache::kMaxEntries + 5));
    ASSERT_EQ(cache.get(word, make).stem, std::string(word.rbegin(), word.rend()));
  }
}

}  // namespace
}  // namespace idsearch::text
