// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/positions.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <vector>

namespace idsearch::query {
namespace {

using Spans = std::vector<WordSpan>;

bool operator==(const Spans& a, const Spans& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

TEST(Positions, ASequenceNeedsEachSlotRightBehindTheOneBefore) {
  EXPECT_TRUE(sequences(std::vector<Spans>{{{1, 1}, {5, 5}}, {{2, 2}, {7, 7}}}) == (Spans{{1, 2}}));
  EXPECT_TRUE(sequences(std::vector<Spans>{{{1, 1}}, {{3, 3}}}) == Spans{});
  EXPECT_TRUE(sequences(std::vector<Spans>{}) == Spans{});
}

TEST(Positions, AJoinedWordTakesSeveralPlacesOfASequence) {
  EXPECT_TRUE(sequences(std::vector<Spans>{{{1, 1}}, {{2, 3}}, {{4, 4}}}) == (Spans{{1, 4}}));
}

TEST(Positions, NearCountsWordsBetweenFirstAndLast) {
  const std::vector<Spans> five_apart{{{1, 1}}, {{6, 6}}};
  EXPECT_TRUE(near_each_other(five_apart, 5, nullptr));
  EXPECT_FALSE(near_each_other(five_apart, 4, nullptr));
  const std::vector<Spans> phrase{{{1, 3}}, {{6, 6}}};  // three words from the phrase's end
  EXPECT_TRUE(near_each_other(phrase, 3, nullptr));
  EXPECT_FALSE(near_each_other(phrase, 2, nullptr));
}

TEST(Positions, OneWordIsNotNearItself) {
  EXPECT_FALSE(near_each_other(std::vector<Spans>{{{4, 4}}, {{4, 4}}}, 5, nullptr));
  EXPECT_TRUE(near_each_other(std::vector<Spans>{{{4, 4}, {5, 5}}, {{4, 4}, {5, 5}}}, 5, nullptr));
}

TEST(Positions, TwoWordsAreNearWhereverInTheirListsTheyStand) {
  const struct {
    Spans left, right;
    bool near;
  } cases[] = {
      {{{1, 1}, {40, 40}}, {{20, 20}, {42, 42}}, true},
      {{{20, 20}, {42, 42}}, {{1, 1}, {40, 40}}, true},
      {{{1, 1}, {20, 20}}, {{10, 10}, {30, 30}}, false},
      // The same word is of both: the next of either one counts.
      {{{5, 5}, {7, 7}}, {{5, 5}}, true},
      {{{5, 5}}, {{5, 5}, {7, 7}}, true},
      {{{5, 5}, {20, 20}}, {{5, 5}, {20, 20}}, false},
  };
  for (const auto& test : cases)
    EXPECT_EQ(near_each_other(std::vector<Spans>{test.left, test.right}, 2, nullptr), test.near)
        << test.left.front().first << ' ' << test.right.front().first;
}

TEST(Positions, OnlyPlacesThatTakePartAreUsed) {
  std::vector<std::vector<bool>> used;
  EXPECT_TRUE(
      near_each_other(std::vector<Spans>{{{1, 1}, {50, 50}}, {{3, 3}, {80, 80}}}, 5, &used));
  EXPECT_EQ(used, (std::vector<std::vector<bool>>{{true, false}, {true, false}}));
}

TEST(Positions, WordsOfASentenceLieBetweenTwoBeginnings) {
  const std::vector<Spans> words{{{2, 2}, {9, 9}}, {{4, 4}}};
  EXPECT_TRUE(in_one_sentence(words, {}, nullptr));
  const std::vector<std::uint32_t> before{3}, between{3, 5}, behind{5, 9};
  EXPECT_FALSE(in_one_sentence(words, between, nullptr));
  EXPECT_TRUE(in_one_sentence(words, before, nullptr));
  std::vector<std::vector<bool>> used;
  EXPECT_TRUE(in_one_sentence(words, behind, &used));
  EXPECT_EQ(used, (std::vector<std::vector<bool>>{{true, false}, {true}}));
  // A phrase over the border is in neither; a word is not beside itself.
  EXPECT_FALSE(in_one_sentence(std::vector<Spans>{{{4, 5}}, {{6, 6}}}, behind, nullptr));
  EXPECT_FALSE(in_one_sentence(std::vector<Spans>{{{4, 4}}, {{4, 4}}}, {}, nullptr));
}

TEST(Positions, ManyChoicesTakeNoLongerThanTheirPlaces) {
  // 500 places of each of eight operands, two words in turn: more choices than can be tried.
  std::vector<Spans> words(8);
  for (std::uint32_t at = 0; at < 1000; ++at)
    for (std::size_t operand = at % 2; operand < words.size(); operand += 2)
      words[operand].push_back({at, at});
  std::vector<std::vector<bool>> used;
  EXPECT_TRUE(in_one_sentence(words, {}, &used));
  EXPECT_EQ(used, std::vector(8, std::vector(500, true)));
  EXPECT_TRUE(near_each_other(words, 100, &used));
  EXPECT_EQ(used, std::vector(8, std::vector(500, true)));
  EXPECT_FALSE(near_each_other(words, 6, &used)) << "eight words reach over seven";
}

TEST(Positions, NearAgreesWithTryingAllChoices) {
  std::mt19937 random(7);
  for (int i = 0; i < 5000; ++i) {
    std::vector<Spans> operands(2 + random() % 3);
    for (Spans& spans : operands) {
      for (auto n = random() % 5; n > 0; --n) {
        const auto first = static_cast<std::uint32_t>(random() % 12);
        spans.push_back({first, first + static_cast<std::uint32_t>(random() % 3)});
      }
      std::sort(spans.begin(), spans.end());
      spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    }
    const auto reach = static_cast<std::uint32_t>(random() % 6);
    std::vector<std::vector<bool>> expected;
    for (const Spans& spans : operands) expected.emplace_back(spans.size(), false);
    std::vector<std::size_t> chosen;
    bool any = false;
    const std::function<void()> choose = [&] {
      if (chosen.size() < operands.size()) {
        for (std::size_t k = 0; k < operands[chosen.size()].size(); ++k) {
          const WordSpan& span = operands[chosen.size()][k];
          bool overlaps = false;
          for (std::size_t o = 0; o < chosen.size(); ++o) {
            const WordSpan& other = operands[o][chosen[o]];
            overlaps = overlaps || (span.first <= other.last && other.first <= span.last);
          }
          if (overlaps) continue;
          chosen.push_back(k);
          choose();
          chosen.pop_back();
        }
        return;
      }
      std::uint32_t first = UINT32_MAX, last = 0, inside = 0;
      for (std::size_t o = 0; o < chosen.size(); ++o) {
        const WordSpan& span = operands[o][chosen[o]];
        first = std::min(first, span.first);
        last = std::max(last, span.last);
        inside += span.last - span.first;
      }
      if (last - first > reach + inside) return;
      any = true;
      for (std::size_t o = 0; o < chosen.size(); ++o) expected[o][chosen[o]] = true;
    };
    choose();
    std::vector<std::vector<bool>> used;
    ASSERT_EQ(near_each_other(operands, reach, &used), any) << i;
    ASSERT_EQ(near_each_other(operands, reach, nullptr), any) << i;
    ASSERT_EQ(used, expected) << i;
  }
}

}  // namespace
}  // namespace idsearch::query
