// SPDX-License-Identifier: GPL-2.0-or-later
// Marks and exponents by the words before them.
#include "indexer/raised_numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace idsearch::indexer {
namespace {

TEST(RaisedNumbers, AreMarksOrExponentsByTheWordsBefore) {
  struct Case {
    std::string_view before, number;
    RaisedNumber kind;
  };
  using enum RaisedNumber;
  for (const Case& c : {Case{"the register", "2", Mark},
                        {"in 2019", "3", Mark},
                        {"100,000", "1", Mark},
                        {"aged 18", "2", Mark},
                        {"45%", "2", Mark},
                        {"the end.", "2", Mark},
                        {"the (LGBT+)", "2", Mark},
                        {"see https://a.org/?a=b", "2", Mark},
                        {"the USA", "2", Mark},
                        {"came in", "2", Mark},
                        {"закон", "2", Mark},
                        {"5 km", "2,3", Mark},
                        {"Plan B", "2", LikelyMark},
                        {"B", "2", LikelyMark},
                        {"Article 5", "2", LikelyMark},
                        {"and X", "2", LikelyExponent},
                        {"the CO", "2", LikelyExponent},
                        {"of 10", "2", LikelyExponent},
                        {"option b", "2", LikelyExponent},
                        {"by x", "2", Exponent},
                        {"3 × 10", "6", Exponent},
                        {"E=mc", "2", Exponent},
                        {"for $19", "99", Exponent},
                        {"(a+b)", "2", Exponent},
                        {"5 km", "2", Exponent},
                        {"5km", "2", Exponent},
                        {"per cm", "3", Exponent},
                        {"kg/m", "2", Exponent},
                        {"5 in", "2", Exponent}}) {
    EXPECT_EQ(read_raised_number(c.before, c.number), c.kind) << c.before;
  }
}

TEST(RaisedNumbers, ThatStayInTheTextAreSaidWhenTheyMislead) {
  struct Case {
    std::string_view before, number;
    bool taken, given;
    std::string_view message;
  };
  for (const Case& c :
       {Case{"about 10", "6", false, false,
             "the raised 6 behind \"10\" is taken for an exponent and stands in the text as "
             "\"106\""},
        {"about 10", "2", false, true,
         "the raised 2 behind \"10\" is taken for an exponent and stands in the text as \"102\", "
         "though there is a note 2"},
        {"in 2019", "30", false, false,
         "the raised 30 behind \"2019\" has no note and stands in the text as \"201930\""},
        {"and X", "2", false, true,
         "the raised 2 behind \"X\" is taken for an exponent and stands in the text as \"X2\", "
         "though there is a note 2"},
        {"Plan B", "2", true, true,
         "the raised 2 behind \"B\" is taken for the mark of note 2, but may be an exponent"},
        {"in 2019", "3", false, true,
         "the raised 3 behind \"2019\" is no mark and stands in the text as \"20193\""},
        {"and X", "2", false, false, ""},
        {"5 km", "2", false, true, ""},
        {"the register", "2", true, true, ""},
        {"Plan B", "2", true, false, ""}}) {
    EXPECT_EQ(raised_number_message(c.before, c.number, c.taken, c.given), c.message);
  }
}

}  // namespace
}  // namespace idsearch::indexer
