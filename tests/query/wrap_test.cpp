// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/wrap.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

std::vector<std::string> lines_of(std::string_view text, std::size_t width,
                                  std::size_t first_width = 0) {
  std::vector<std::string> lines;
  for (const LineRange& line : wrap_lines(text, first_width == 0 ? width : first_width, width)) {
    lines.emplace_back(text.substr(line.start, line.end - line.start));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Wrap, LinesEndAtBlanks) {
  EXPECT_EQ(lines_of("", 10), Lines{""});
  EXPECT_EQ(lines_of("one two", 10), Lines{"one two"});
  EXPECT_EQ(lines_of("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(lines_of("one  two   three", 8), (Lines{"one  two", "three"}));
  EXPECT_EQ(lines_of("one two ", 7), Lines{"one two "});
  EXPECT_EQ(lines_of("a b c d", 1), (Lines{"a", "b", "c", "d"}));
  EXPECT_EQ(lines_of("one two three", 20, 4), (Lines{"one", "two three"}));
}

TEST(Wrap, WithoutWidthOnlyNewlinesEndLines) {
  const std::string text(500, 'x');
  EXPECT_EQ(lines_of(text + " y\nz\n", 0), (Lines{text + " y", "z", ""}));
}

TEST(Wrap, NoBreakSpaceHoldsWordsTogetherAndZeroWidthSpacePartsThem) {
  EXPECT_EQ(lines_of("one two\u00A0three", 9), (Lines{"one", "two\u00A0three"}));
  EXPECT_EQ(lines_of("state\u200Bless", 6), (Lines{"state", "less"}));
}

TEST(Wrap, AWordLongerThanTheLineStaysWhole) {
  EXPECT_EQ(lines_of("see https://example.org/a-long-one and", 10),
            (Lines{"see", "https://example.org/a-long-one", "and"}));
}

TEST(Wrap, WidthIsCountedInColumns) {
  EXPECT_EQ(lines_of("身份证数据库", 6), (Lines{"身份证", "数据库"}));
  EXPECT_EQ(lines_of("身份证数据库", 7), (Lines{"身份证", "数据库"}));
  EXPECT_EQ(lines_of("e\u0301e\u0301 e\u0301", 4), Lines{"e\u0301e\u0301 e\u0301"});
  EXPECT_EQ(lines_of("e\u0301e\u0301 e\u0301", 3), (Lines{"e\u0301e\u0301", "e\u0301"}));
}

TEST(Wrap, PunctuationOfChineseStaysAtItsWord) {
  EXPECT_EQ(lines_of("身份证。数据", 6), (Lines{"身份", "证。数", "据"}));
  EXPECT_EQ(lines_of("身份「证数」", 6), (Lines{"身份", "「证", "数」"}));
  EXPECT_EQ(lines_of("身份证[4]数据", 6), (Lines{"身份", "证[4]", "数据"}));
}

TEST(Wrap, ThaiIsCutBetweenSyllablesOnlyWhereNoBlankIsNear) {
  EXPECT_EQ(lines_of("บัตร ประชาชน", 7), (Lines{"บัตร", "ประชาชน"}));
  for (const std::string& line : lines_of("ทะเบียนราษฎรแห่งชาติเพื่อประชาชน", 8)) {
    EXPECT_LE(text::display_width(line), 8u) << line;
    // No line begins with a vowel or tone mark that hangs on the letter before it.
    for (const char* hanging : {"ะ", "า", "ั", "ี", "่", "้", "์", "ื"}) {
      EXPECT_FALSE(line.starts_with(hanging)) << line;
    }
  }
}

TEST(Wrap, LinesAndBlanksTogetherAreTheText) {
  // Whatever the text: lines lie in order, what is between them is blank, no character is cut, and
  // a line with a blank inside is not too long.
  const std::vector<std::string> bits{"a",      "word",   " ",     "  ",      "\n",  "身",
                                      "。",     "บัตร",    "é",     "e\u0301", "[4]", "\u00A0",
                                      "\u200B", "한국어", "កម្ពុជា", "မြန်မာ",   "-",   "x\u200Dy"};
  std::mt19937 random(20260129);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n) text += bits[random() % bits.size()];
    const std::size_t width = 1 + random() % 12;
    std::size_t at = 0;
    const auto lines = wrap_lines(text, width, width);
    ASSERT_FALSE(lines.empty());
    for (const LineRange& line : lines) {
      ASSERT_LE(at, line.start) << text;
      ASSERT_LE(line.start, line.end) << text;
      const std::string between = text.substr(at, line.start - at);
      for (std::size_t i = 0; i < between.size(); ++i) {
        ASSERT_TRUE(between[i] == ' ' || between[i] == '\n' || between.substr(i, 3) == "\u200B" ||
                    (static_cast<unsigned char>(between[i]) & 0x80u))
            << text;
      }
      ASSERT_EQ(text::char_floor(text, line.start), line.start);
      ASSERT_EQ(text::char_floor(text, line.end), line.end);
      const std::string shown = text.substr(line.start, line.end - line.start);
      // A line that could have been broken at a blank of its own fits.
      const std::string_view words = text::trim(shown);
      if (words.find(' ') != std::string_view::npos) {
        EXPECT_LE(text::display_width(words), width) << "“" << text << "”";
      }
      at = line.end;
    }
    EXPECT_EQ(at, text.size()) << text;
  }
}

}  // namespace
}  // namespace idsearch::query
