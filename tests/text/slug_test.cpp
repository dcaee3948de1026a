// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "text/unicode.hpp"

namespace idsearch::text {
namespace {

struct SlugCase {
  std::string text, slug;
};

TEST(Slug, IsLatinLettersDigitsAndHyphens) {
  const SlugCase cases[] = {
      {"North Korea", "north-korea"},
      {"  Designed to Include?  ", "designed-to-include"},
      {"People's Rights", "peoples-rights"},
      {"People\u2019s Rights", "peoples-rights"},
      {"Digital_ID -- Overview (2026)", "digital-id-overview-2026"},
      {"C\u00F4te d\u2019Ivoire", "cote-divoire"},
      {"Co\u0302te d'Ivoire", "cote-divoire"},
      {"S\u00E3o Tom\u00E9 & Pr\u00EDncipe", "sao-tome-principe"},
      {"\u0130\u011Fd\u0131r Stra\u00DFe \u0141\u00F3d\u017A", "igdir-strasse-lodz"},
      {"state\u200Bless\u00AD", "stateless"},
      {"\u0420\u043E\u0441\u0441\u0438\u044F", "rossia"},
      {"\u4E2D\u56FD", "zhong-guo"},
      {"\u0395\u03BB\u03BB\u03AC\u03B4\u03B1", "ellada"},
      {"???", ""},
      {"", ""},
      {"\U0001F600", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(slug(c.text), c.slug) << c.text;
}

TEST(Slug, IsItsOwnSlugAndNeverTooLong) {
  const std::string result = slug(std::string(199, 'a') + " " + std::string(100, 'b'));
  EXPECT_EQ(result, std::string(199, 'a'));
  EXPECT_EQ(slug("north-korea"), "north-korea");
}

TEST(HeadingSlug, DropsNumberingAndNothingElse) {
  const SlugCase cases[] = {
      {"Law", "law"},
      {"2.4 Data Protection", "data-protection"},
      {"2.4. Data Protection", "data-protection"},
      {"2.4.1\u00A0Data Protection", "data-protection"},
      {"1. Introduction", "introduction"},
      {"1.Introduction", "introduction"},
      {"1) Introduction", "introduction"},
      {"(1) Introduction", "introduction"},
      {"a. Causes", "causes"},
      {"(b) Causes", "causes"},
      {"B) Causes", "causes"},
      {"IV. Law", "law"},
      {"(iv) Law", "law"},
      {"xii) Law", "law"},
      {"2.a. Law", "law"},
      {"1. 2019 Act", "2019-act"},
      {"2019 Act", "2019-act"},
      {"A Law", "a-law"},
      {"IV Law", "iv-law"},
      {"I am here", "i-am-here"},
      {"U.S. law", "u-s-law"},
      {"MIX law", "mix-law"},
      {"Civil registration", "civil-registration"},
      {"eGov.kz", "egov-kz"},
      {"(a", "a"},
      {"(", "section"},
      {"2.4", "section"},
      {"???", "section"},
      {"", "section"},
  };
  for (const auto& c : cases) EXPECT_EQ(heading_slug(c.text), c.slug) << c.text;
}

}  // namespace
}  // namespace idsearch::text
