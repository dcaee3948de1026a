// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/english_spellings.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace idsearch::text {
namespace {

std::string others(const std::string& word) {
  std::string all;
  for (const std::string& other : other_english_spellings(word))
    all += (all.empty() ? "" : " ") + other;
  return all;
}

TEST(EnglishSpellings, OfBothSidesLeadToEachOther) {
  const std::pair<const char*, const char*> cases[] = {
      {"recognise", "recognize"},
      {"organisations", "organizations"},
      {"authorised", "authorized"},
      {"legalising", "legalizing"},
      {"organiser", "organizer"},
      {"analysed", "analyzed"},
      {"colour", "color"},
      {"labourers", "laborers"},
      {"favourable", "favorable"},
      {"behavioural", "behavioral"},
      {"neighbourhood", "neighborhood"},
      {"programmes", "programs"},
      {"centre", "center"},
      {"licensed", "licenced"},
      {"defence", "defense"},
      {"judgement", "judgment"},
  };
  for (const auto& [one, other] : cases) {
    EXPECT_EQ(others(one), other);
    EXPECT_EQ(others(other), one);
  }
}

TEST(EnglishSpellings, MostWordsHaveNone) {
  for (const char* word :
       {"",        "is",         "our",     "four",     "for",         "prize",    "raised",
        "rise",    "size",       "citizen", "passport", "information", "register", "analysis",
        "colourx", "programmer", "court",   "work",     "история",     "无国籍"})
    EXPECT_EQ(others(word), "") << word;
}

}  // namespace
}  // namespace idsearch::text
