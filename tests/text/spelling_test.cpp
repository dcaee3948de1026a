// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/spelling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace idsearch::text {
namespace {

/// The recurrence as it is written in books.
std::size_t slow_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(Spelling, DistanceCountsErrorsUpToALimit) {
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::u32string a, b;
    for (std::size_t k = random() % 8; k > 0; --k) a += U"abcé"[random() % 4];
    for (std::size_t k = random() % 8; k > 0; --k) b += U"abcé"[random() % 4];
    const std::size_t limit = random() % 4;
    EXPECT_EQ(edit_distance_up_to(a, b, limit), std::min(slow_distance(a, b), limit + 1));
  }
}

TEST(Spelling, LettersOfAlphabetsCanBeWrong) {
  for (const char* word : {"card", "identité", "паспорт", "ταυτότητα", "הגירה", "հայաստան"})
    EXPECT_TRUE(is_spelled_with_letters(word)) << word;
  for (const char* word :
       {"", "2019", "e2e", "บัตร", "身分", "पहचान", "መታወቂያ", "카드", "a'b", "\xff"})
    EXPECT_FALSE(is_spelled_with_letters(word)) << word;
}

TEST(Spelling, TheCaseIsThatOfTheTypedWord) {
  EXPECT_EQ(in_case_of("biometrc", "biometric"), "biometric");
  EXPECT_EQ(in_case_of("Biometrc", "biometric"), "Biometric");
  EXPECT_EQ(in_case_of("BIOMETRC", "biometric"), "BIOMETRIC");
  EXPECT_EQ(in_case_of("eKCY", "ekyc"), "ekyc");
  EXPECT_EQ(in_case_of("Éttat", "état"), "État");
  EXPECT_EQ(in_case_of("ÉTTAT", "état"), "ÉTAT");
  EXPECT_EQ(in_case_of("", "word"), "word");
  EXPECT_EQ(in_case_of("X", ""), "");
}

}  // namespace
}  // namespace idsearch::text
