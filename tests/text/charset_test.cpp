// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/charset.hpp"

#include <gtest/gtest.h>

namespace idsearch::text {
namespace {

TEST(Charset, DecodesWhatPagesOfTheWebAreWrittenIn) {
  struct Row {
    const char* name;
    std::string bytes;
    const char* utf8;
  };
  const Row rows[] = {
      {"windows-1252", "C\xF4te d\x92Ivoire \x96 \x80", "Côte d’Ivoire – €"},
      {"ISO-8859-1", "\x93x\x94", "“x”"},
      {" Latin1 ", "\xE9", "é"},
      {"us-ascii", "caf\xE9", "café"},
      {"iso-8859-2", "\xB3\xF3", "łó"},
      {"windows-1251", "\xC7\xE0\xEA\xEE\xED", "Закон"},
      {"koi8-r", "\xFA\xC1\xCB\xCF\xCE", "Закон"},
      {"windows-1256", "\xDE\xC7\xE4\xE6\xE4", "قانون"},
      {"tis-620", "\xA1\xAE\xCB\xC1\xD2\xC2", "กฎหมาย"},
      {"windows-874", "\x93\xA1\x94", "“ก”"},
      {"shift_jis", "\x96\x40\x97\xA5", "法律"},
      {"euc-jp", "\xCB\xA1\xCE\xA7", "法律"},
      {"gb2312", "\xB7\xA8\xC2\xC9", "法律"},
      {"GBK", "\xB7\xA8\xC2\xC9", "法律"},
      {"big5", "\xAA\x6B\xAB\xDF", "法律"},
      {"euc-kr", "\xB9\xFD", "법"},
      {"utf-16le", std::string("a\0\xE9\0", 4), "aé"},
      {"utf-16be", std::string("\0a\0\xE9", 4), "aé"},
  };
  for (const Row& row : rows) {
    const auto decoded = decode_charset(row.bytes, row.name);
    ASSERT_TRUE(decoded.has_value()) << row.name;
    EXPECT_EQ(decoded->text, row.utf8) << row.name;
    EXPECT_TRUE(decoded->bad_offsets.empty()) << row.name;
  }
}

TEST(Charset, RefusesNamesThatSayNothingOrHideMarkup) {
  for (const char* name : {"", "klingon", "utf-7", "ibm037", "hz-gb-2312", "SCSU",
                           "utf-8,version=1", "\xE9", "x\ny"}) {
    EXPECT_FALSE(decode_charset("a", name).has_value()) << name;
  }
  EXPECT_FALSE(decode_charset("a", std::string(500, 'x')).has_value());
}

TEST(Charset, ReplacesWhatStandsForNoCharacterAndSaysWhere) {
  const auto decoded = decode_charset("ab\xFFz\x96", "shift_jis");
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(decoded->text, "ab\uFFFDz\uFFFD");
  EXPECT_EQ(decoded->bad_offsets, (std::vector<std::size_t>{2, 6}));
}

TEST(Charset, KeepsWhatIsLongerThanAnyBuffer) {
  std::string bytes;
  std::string expected;
  for (int i = 0; i < 100000; ++i) {
    bytes += "\xE9z";
    expected += "éz";
  }
  EXPECT_EQ(decode_charset(bytes, "windows-1252")->text, expected);
}

}  // namespace
}  // namespace idsearch::text
