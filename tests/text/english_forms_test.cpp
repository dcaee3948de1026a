// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/english_forms.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace idsearch::text {
namespace {

std::string others(const std::string& word) {
  std::string all;
  for (const std::string& other : other_english_forms(word))
    all += (all.empty() ? "" : " ") + other;
  return all;
}

TEST(EnglishForms, SpellingsOfBothSidesLeadToEachOther) {
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
      {"centred", "centered"},
      {"centring", "centering"},
      {"kilometres", "kilometers"},
      {"manoeuvred", "maneuvered"},
      {"cataloguing", "cataloging"},
      {"catalogued", "cataloged"},
      {"sceptical", "skeptical"},
      {"defenceless", "defenseless"},
      {"skilfully", "skillfully"},
      {"licensed", "licenced"},
      {"defence", "defense"},
      {"judgement", "judgment"},
  };
  for (const auto& [one, other] : cases) {
    EXPECT_EQ(others(one), other);
    EXPECT_EQ(others(other), one);
  }
}

TEST(EnglishForms, IrregularOnesLeadToEachOther) {
  const std::pair<const char*, const char*> cases[] = {
      {"child", "children"},
      {"children", "child"},
      {"woman", "women"},
      {"men", "man"},
      {"policeman", "policemen"},
      {"ombudsmen", "ombudsman"},
      {"wives", "wife"},
      {"criteria", "criterion"},
      {"froze", "freeze frozen"},
      {"given", "give gave"},
      {"withdrawn", "withdraw withdrew"},
  };
  for (const auto& [word, others_of_it] : cases) EXPECT_EQ(others(word), others_of_it);
}

TEST(EnglishForms, NumbersAreDigitsOrWords) {
  EXPECT_EQ(others("72"), "seventy-two");
  EXPECT_EQ(others("seventytwo"), "72");
  EXPECT_EQ(others("15"), "fifteen");
  EXPECT_EQ(others("fifteen"), "15");
  EXPECT_EQ(others("three"), "3");
  EXPECT_EQ(others("90"), "ninety");
  EXPECT_EQ(others("99"), "ninety-nine");
  for (const char* word : {"1", "2", "one", "two", "0", "03", "100", "1954", "7a", "72nd",
                           "seventy two", "99999999999999999999"})
    EXPECT_EQ(others(word), "") << word;
}

TEST(EnglishForms, MostWordsHaveNoOther) {
  for (const char* word :
       {"",         "is",          "our",      "for",     "prize",      "raised", "size", "citizen",
        "passport", "information", "register", "colourx", "programmer", "court",  "omen", "amen",
        "chi",      "born",        "a",        "work",    "история",    "无国籍"})
    EXPECT_EQ(others(word), "") << word;
}

}  // namespace
}  // namespace idsearch::text
