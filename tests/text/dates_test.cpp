// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/dates.hpp"

#include <gtest/gtest.h>

#include <string>

namespace idsearch::text {
namespace {

struct DateCase {
  const char* text;
  const char* iso;
  const char* language = "en";
};

TEST(Dates, AreReadAsPeopleWriteThem) {
  const DateCase cases[] = {
      {"January 29, 2026", "2026-01-29"},
      {"January\u00A029,\u00A02026", "2026-01-29"},
      {"  april 07, 2026. ", "2026-04-07"},
      {"3 March 2026", "2026-03-03"},
      {"3rd of March, 2026", "2026-03-03"},
      {"March 3rd 2026", "2026-03-03"},
      {"Oct 12, 2025", "2025-10-12"},
      {"Sept. 1, 2025", "2025-09-01"},
      {"29-Jan-2026", "2026-01-29"},
      {"Thursday, 29 January 2026", "2026-01-29"},
      {"2026 January 29", "2026-01-29"},
      {"2026-01-29", "2026-01-29"},
      {"2026/01/29", "2026-01-29"},
      {"2026.1.9", "2026-01-09"},
      {"2026-01-29T10:00:00Z", "2026-01-29"},
      {"2026-01-29 10:00:00 +0000", "2026-01-29"},
      {"29/01/2026", "2026-01-29"},
      {"01/29/2026", "2026-01-29"},
      {"29.01.2026", "2026-01-29"},
      {"03/03/2026", "2026-03-03"},
      {"April 2024", "2024-04"},
      {"April, 2024", "2024-04"},
      {"May 2024", "2024-05"},
      {"2024-04", "2024-04"},
      {"04/2024", "2024-04"},
      {"2012", "2012"},
      {"29 February 2024", "2024-02-29"},
      {"\uFF12\uFF10\uFF12\uFF16-01-29", "2026-01-29"},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_date(c.text), c.iso) << c.text;
}

TEST(Dates, AreReadInTheLanguageOfTheText) {
  const DateCase cases[] = {
      {"29 janvier 2026", "2026-01-29", "fr"},
      {"1er ao\u00FBt 2026", "2026-08-01", "fr"},
      {"29 de enero de 2026", "2026-01-29", "es"},
      {"29. M\u00E4rz 2026", "2026-03-29", "de"},
      {"29 \u044F\u043D\u0432\u0430\u0440\u044F 2026 \u0433.", "2026-01-29", "ru"},
      {"29 Ocak 2026", "2026-01-29", "tr"},
      {"2026. janu\u00E1r 29.", "2026-01-29", "hu"},
      {"29 \u0645\u0627\u0631\u0633 2026", "2026-03-29", "ar"},
      {"\u0662\u0669 \u0645\u0627\u0631\u0633 \u0662\u0660\u0662\u0666", "2026-03-29", "ar"},
      {"ng\u00E0y 29 th\u00E1ng 12 n\u0103m 2026", "2026-12-29", "vi"},
      {"2026\u5E741\u670829\u65E5", "2026-01-29", "zh"},
      {"2026\uB144 1\uC6D4 29\uC77C", "2026-01-29", "ko"},
      {"2026\u5E741\u6708", "2026-01", "ja"},
      {"29 January 2026", "2026-01-29", "th"},
      {"January 29, 2026", "2026-01-29", "no such language"},
      {"29 janvier 2026", "2026-01-29", "fr-CH"},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_date(c.text, c.language), c.iso) << c.text;
}

TEST(Dates, WithFullStopsBeginWithTheDay) {
  EXPECT_EQ(parse_date("12.02.2026"), "2026-02-12");
  EXPECT_EQ(parse_date("3.4.2026"), "2026-04-03");
  EXPECT_EQ(parse_date("3. 4. 2026."), "2026-04-03");
  EXPECT_EQ(parse_date("29.01.2026"), "2026-01-29");
  EXPECT_EQ(parse_date("2026.01.29"), "2026-01-29");
  EXPECT_EQ(parse_date("31.02.2026"), std::nullopt);
  EXPECT_EQ(parse_date("12.02.26"), std::nullopt);
}

TEST(Dates, OfTwoPossibleDaysSayBoth) {
  using Days = std::vector<std::string>;
  EXPECT_EQ(possible_days("12/02/2026"), (Days{"2026-02-12", "2026-12-02"}));
  EXPECT_EQ(possible_days(" 1-2-2026 "), (Days{"2026-02-01", "2026-01-02"}));
  for (const char* text : {"", "29/01/2026", "01/29/2026", "2/2/2026", "12.02.2026", "2026-01-02",
                           "3 March 2026", "12/02/26", "soon", "13/13/2026", "1/2", "1/2-2026"}) {
    EXPECT_EQ(possible_days(text), Days()) << text;
  }
}

TEST(Dates, AreNeverGuessed) {
  for (const char* text : {"",
                           "soon",
                           "January",
                           "29 January",
                           "31 February 2024",
                           "29 February 2023",
                           "32 May 2024",
                           "0 May 2024",
                           "03/04/2026",
                           "13/13/2026",
                           "29/01/26",
                           "January 29, 26",
                           "Jan 1 - Feb 2, 2026",
                           "12-14 January 2026",
                           "2019-2023",
                           "2019\u20132023",
                           "2019/20",
                           "2026-13",
                           "2026-00-10",
                           "2026-01-32",
                           "12",
                           "123",
                           "20260129",
                           "12345",
                           "0999",
                           "2569",
                           "n.d.",
                           "in 2024",
                           "2024 Act",
                           "Article 5, 2024",
                           "1 2 3 2024",
                           "Friday, 29 January 2026",
                           "Monday 2026",
                           "2026-01/29",
                           "2026,01,29",
                           "1st 2024",
                           "the 2024",
                           "1984 2024",
                           "29 janvier 2026",
                           "March March 2024",
                           "(2024)",
                           "2024?",
                           "- 2024 -",
                           "29January2026x",
                           "May 2024 the",
                           "5 May of 2024 of",
                           "May 2024 am"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_date("29 M01 2026", "xx"), std::nullopt);
  EXPECT_EQ(parse_date(std::string(100000, '1')), std::nullopt);
}

}  // namespace
}  // namespace idsearch::text
