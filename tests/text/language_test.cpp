// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/language.hpp"

#include <gtest/gtest.h>

namespace idsearch::text {
namespace {

struct LanguageCase {
  const char* text;
  const char* language;
};

TEST(Language, IsTheScriptsWhereTheScriptDecides) {
  const LanguageCase cases[] = {
      {"\u0E1A\u0E31\u0E15\u0E23\u0E1B\u0E23\u0E30\u0E0A\u0E32\u0E0A\u0E19", "th"},
      {"\u1794\u17D0\u178E\u17D2\u178E", "km"},
      {"\u1019\u103C\u1014\u103A\u1019\u102C", "my"},
      {"\u0EA5\u0EB2\u0EA7", "lo"},
      {"\uC8FC\uBBFC\uB4F1\uB85D (ID)", "ko"},
      {"\u30C7\u30B8\u30BF\u30EB\u5E81\u306E\u8EAB\u5206\u8A3C", "ja"},
      {"\u5C45\u6C11\u8EAB\u4EFD\u8BC1", "zh"},
      {"\u5C45\u6C11\u8EAB\u4EFD\u8BC1\u5C45\u6C11\u8EAB\u4EFD\u8BC1\u5C45\u6C11\u306E", "zh"},
      {"\u05E9\u05DC\u05D5\u05DD", "he"},
      {"\u0939\u093F\u0928\u094D\u0926\u0940", "hi"},
      {"\u0DC3\u0DD2\u0D82\u0DC4\u0DBD", "si"},
      {"\u03B5\u03BB\u03BB\u03B7\u03BD\u03B9\u03BA\u03AC", "el"},
      {"\u0540\u0561\u0575\u0561\u057D\u057F\u0561\u0576", "hy"},
      {"\u10E1\u10D0\u10E5\u10D0\u10E0\u10D7\u10D5\u10D4\u10DA\u10DD", "ka"},
      {"Thai: \u0E1A\u0E31\u0E15\u0E23\u0E1B\u0E23\u0E30\u0E0A\u0E32\u0E0A\u0E19", "th"},
  };
  for (const auto& c : cases) EXPECT_EQ(language_by_script(c.text, "en"), c.language) << c.text;
}

TEST(Language, IsTheDefaultWhereTheScriptIsOpen) {
  for (const char* text :
       {"", "123", "English", "fran\u00E7ais", "\u0420\u043E\u0441\u0441\u0438\u044F",
        "\u0627\u0644\u0639\u0631\u0628\u064A\u0629",
        "the Thai word \u0E1A\u0E31\u0E15\u0E23 in English"}) {
    EXPECT_EQ(language_by_script(text, "xx"), "xx") << text;
  }
}

}  // namespace
}  // namespace idsearch::text
