// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/iso_dates.hpp"

#include <gtest/gtest.h>

namespace idsearch::text {
namespace {

using Range = std::optional<DayRange>;

TEST(IsoPeriod, CoversTheWholeYearMonthOrDay) {
  EXPECT_EQ(parse_iso_period("2025"), (DayRange{"20250101", "20251231"}));
  EXPECT_EQ(parse_iso_period("2025-01"), (DayRange{"20250101", "20250131"}));
  EXPECT_EQ(parse_iso_period("2025-04"), (DayRange{"20250401", "20250430"}));
  EXPECT_EQ(parse_iso_period("2024-02"), (DayRange{"20240201", "20240229"}));
  EXPECT_EQ(parse_iso_period("1900-02"), (DayRange{"19000201", "19000228"}));
  EXPECT_EQ(parse_iso_period("2000-02-29"), (DayRange{"20000229", "20000229"}));
}

TEST(IsoPeriod, RefusesWhatDoesNotExist) {
  for (const char* text : {"",           "25",          "202",        "20255",         "2025-",
                           "2025-1",     "2025-13",     "2025-00",    "2025-02-29",    "2025-01-32",
                           "2025-01-00", "2025-01-1",   "2025/01/29", "2025-01-29T10", " 2025",
                           "-025",       "+025",        "2025-+1",    "0000",          "20-5-01",
                           "2025..2026", "\u0662\u0660"}) {
    EXPECT_EQ(parse_iso_period(text), std::nullopt) << text;
  }
}

TEST(IsoRange, RunsFromTheFirstDayOfTheLeftToTheLastOfTheRight) {
  EXPECT_EQ(parse_iso_range("2025-01..2026-06"), (DayRange{"20250101", "20260630"}));
  EXPECT_EQ(parse_iso_range("2025.."), (DayRange{"20250101", ""}));
  EXPECT_EQ(parse_iso_range("..2025-02"), (DayRange{"", "20250228"}));
  EXPECT_EQ(parse_iso_range("2025"), (DayRange{"20250101", "20251231"}));
  EXPECT_EQ(parse_iso_range("2025..2025-01-01"), (DayRange{"20250101", "20250101"}));
}

TEST(IsoRange, RefusesEmptyAndBrokenOnes) {
  for (const char* text :
       {"", "..", "2026..2025", "2025...2026", "2025..x", "x..2025", "2025..2026.."}) {
    EXPECT_EQ(parse_iso_range(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace idsearch::text
