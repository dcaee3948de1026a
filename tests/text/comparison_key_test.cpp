// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "random_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::text {
namespace {

TEST(ComparisonKey, IsTheSameForSpellingsOfTheSameWords) {
  EXPECT_EQ(comparison_key("  The\u00A0 C\u00D4TE\n d\u2019Ivoire "), "the cote d'ivoire");
  EXPECT_EQ(comparison_key("Co\u0302te d'Ivoire"), "cote d'ivoire");
  EXPECT_EQ(comparison_key("\u201CID\u201D \u2018x\u2019"), "\"id\" 'x'");
  EXPECT_EQ(comparison_key("\uFF29\uFF24 stra\u00DFe \u0130I\u0131"), "id strasse iii");
  EXPECT_EQ(comparison_key("state\u200Bless\u00AD"), "stateless");
  EXPECT_EQ(comparison_key("e\u2011ID"), "e-id");
  EXPECT_EQ(comparison_key(" \t "), "");
}

TEST(ComparisonKey, IsItsOwnKey) {
  testing::RandomText random(31);
  const auto alphabet = testing::mixed_alphabet();
  for (int i = 0; i < 5000; ++i) {
    const std::string key = comparison_key(random.of(alphabet, 8));
    ASSERT_EQ(comparison_key(key), key);
    ASSERT_TRUE(is_valid_utf8(key));
  }
}

TEST(ComparisonKey, OfInvalidBytesIsValid) {
  testing::RandomText random(32);
  for (int i = 0; i < 5000; ++i) ASSERT_TRUE(is_valid_utf8(comparison_key(random.bytes(20))));
}

}  // namespace
}  // namespace idsearch::text
