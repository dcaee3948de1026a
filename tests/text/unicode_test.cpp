// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/unicode.hpp"

#include <gtest/gtest.h>

#include <string>

#include "random_text.hpp"

namespace idsearch::text {
namespace {

using Offsets = std::vector<std::size_t>;

struct RepairCase {
  std::string bytes, text;
  Offsets bad;
};

TEST(Repair, ReplacesEachMaximalFaultByOneReplacementCharacter) {
  const RepairCase cases[] = {
      {"", "", {}},
      {"plain", "plain", {}},
      {"\u00E9\u20AC\U0001F600", "\u00E9\u20AC\U0001F600", {}},
      {"a\xFFz", "a\uFFFDz", {1}},
      {"\xC3", "\uFFFD", {0}},
      {"\xE2\x82z", "\uFFFDz", {0}},  // a truncated euro sign is one fault
      {"\xF0\x9F\x98 x", "\uFFFD x", {0}},
      {"\xC0\x80", "\uFFFD\uFFFD", {0, 1}},               // overlong
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", {0, 1, 2}},  // surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", {0, 1, 2, 3}},
      {"\x80\xC3\xA9", "\uFFFD\u00E9", {0}},
  };
  for (const auto& c : cases) {
    const auto repaired = repair_utf8(c.bytes);
    EXPECT_EQ(repaired.text, c.text) << ::testing::PrintToString(c.bytes);
    EXPECT_EQ(repaired.bad_offsets, c.bad) << ::testing::PrintToString(c.bytes);
    EXPECT_EQ(is_valid_utf8(c.bytes), c.bad.empty());
  }
}

TEST(Repair, GivesValidTextForAnyBytesAndLeavesValidTextAlone) {
  testing::RandomText random(21);
  for (int i = 0; i < 20000; ++i) {
    const auto once = repair_utf8(random.bytes(30));
    ASSERT_TRUE(is_valid_utf8(once.text));
    const auto twice = repair_utf8(once.text);
    ASSERT_EQ(twice.text, once.text);
    ASSERT_TRUE(twice.bad_offsets.empty());
  }
}

TEST(CharFloor, GoesBackToTheBeginningOfTheCharacter) {
  const std::string text = "a\u20ACb";
  const Offsets expected{0, 1, 1, 1, 4, 5, 5};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(char_floor(text, i), expected[i]);
}

TEST(CodePoints, AreCountedWithoutContinuationBytes) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("a\u00E9\u20AC\U0001F600"), 4u);
}

TEST(Trim, TakesUnicodeBlanksByteOrderMarksAndZeroWidthSpaces) {
  EXPECT_EQ(trim("  a b\t\r\n"), "a b");
  EXPECT_EQ(trim("\uFEFF\u00A0\u200B\u3000a\u2003\u202F\u0085"), "a");
  EXPECT_EQ(trim("\u200Da\u00AD"), "\u200Da\u00AD");
  EXPECT_EQ(trim(" \u00A0 "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\xA0"), "\xA0") << "a lone byte is no NBSP";
}

}  // namespace
}  // namespace idsearch::text
