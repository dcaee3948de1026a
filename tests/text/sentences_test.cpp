// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/sentences.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "random_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::text {
namespace {

using Strings = std::vector<std::string>;

// The text is given with marks as "^".
Strings sentences(std::string_view marked) {
  std::string text;
  std::vector<std::size_t> marks;
  for (const char c : marked) {
    if (c == '^') {
      marks.push_back(text.size());
    } else {
      text.push_back(c);
    }
  }
  Strings out;
  for (const auto& range : sentence_ranges(text, marks)) {
    out.push_back(text.substr(range.start, range.end - range.start));
  }
  return out;
}

TEST(Sentences, EndWhereAReaderEndsThem) {
  EXPECT_EQ(sentences("It is law. All must enrol! Why? So."),
            (Strings{"It is law. ", "All must enrol! ", "Why? ", "So."}));
  EXPECT_EQ(sentences("He said \u201CNo way.\u201D Then he left."),
            (Strings{"He said \u201CNo way.\u201D ", "Then he left."}));
  EXPECT_EQ(sentences("The fee is 8.5% of eGov.kz. It rose."),
            (Strings{"The fee is 8.5% of eGov.kz. ", "It rose."}));
  EXPECT_EQ(sentences("The answer is no. The register is closed."),
            (Strings{"The answer is no. ", "The register is closed."}));
  EXPECT_EQ(sentences("See the eID. It works."), (Strings{"See the eID. ", "It works."}));
  EXPECT_EQ(sentences("one line\nanother"), (Strings{"one line\n", "another"}));
  EXPECT_EQ(sentences("\u8EAB\u4EFD\u8BC1\u3002\u6570\u636E\u5E93\u3002"),
            (Strings{"\u8EAB\u4EFD\u8BC1\u3002", "\u6570\u636E\u5E93\u3002"}));
  EXPECT_TRUE(sentences("").empty());
}

// Each stands in the middle of a sentence and is followed by what would begin a new one.
class Abbreviation : public ::testing::TestWithParam<const char*> {};

TEST_P(Abbreviation, DoesNotEndASentence) {
  for (const char* next : {" Example of it.", " 18 of it.", "\u00A0Example."}) {
    const std::string text = std::string("Under ") + GetParam() + next;
    EXPECT_EQ(sentences(text), Strings{text});
  }
}

INSTANTIATE_TEST_SUITE_P(
    Listed, Abbreviation,
    ::testing::Values("No.", "Nos.", "Art.", "Arts.", "art.", "arts.", "s.", "ss.", "sec.", "secs.",
                      "Sec.", "para.", "paras.", "Para.", "v.", "vs.", "U.N.", "U.S.", "D.P.R.K.",
                      "N.", "S.", "J. R.", "Dr.", "Mr.", "Mrs.", "Ms.", "Mx.", "Prof.", "St.",
                      "Sdn.", "Bhd.", "Sdn. Bhd.", "Acme Co.", "Ltd.", "Co. Ltd.", "Inc.", "Corp.",
                      "Pte.", "Pty.", "Pvt.", "LTD.", "e.g.", "i.e.", "cf.", "viz.", "al.", "ibid.",
                      "vol.", "vols.", "Vol.", "ed.", "eds.", "Ed.", "edn.", "p.", "pp.", "ch.",
                      "cl.", "cls.", "reg.", "regs.", "sch.", "n.", "nn.", "fn.", "c.", "ca.",
                      "approx.", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.",
                      "Sept.", "Oct.", "Nov.", "Dec.", "Gen.", "Gov.", "Sen.", "Rep.", "Hon.",
                      "Ph.D.", "(No.", "\u201CNo.", "sub-para.", "Govt.", "Dept.", "Min."));

constexpr const char* kRestOfTheTable[] = {"Adm.",
                                           "App.",
                                           "Assn.",
                                           "Assoc.",
                                           "Asst.",
                                           "Ave.",
                                           "Bldg.",
                                           "Blvd.",
                                           "Brig.",
                                           "Bros.",
                                           "Capt.",
                                           "Ch.",
                                           "Chs.",
                                           "Cir.",
                                           "Cl.",
                                           "Cls.",
                                           "Cmdr.",
                                           "Cmnd.",
                                           "Co.",
                                           "Col.",
                                           "Conf.",
                                           "Const.",
                                           "Ct.",
                                           "Decl.",
                                           "Dep.",
                                           "Det.",
                                           "Dist.",
                                           "Div.",
                                           "Eds.",
                                           "Exec.",
                                           "Fed.",
                                           "Fig.",
                                           "Figs.",
                                           "Ft.",
                                           "Gaz.",
                                           "Insp.",
                                           "Inst.",
                                           "Intl.",
                                           "Jl.",
                                           "Jr.",
                                           "Kft.",
                                           "Lt.",
                                           "Ltda.",
                                           ("Lt\u00E9"
                                            "e."),
                                           "Maj.",
                                           "Messrs.",
                                           "Mgr.",
                                           "Mme.",
                                           "Msgr.",
                                           "Mss.",
                                           "Mt.",
                                           "Nat.",
                                           "Natl.",
                                           "Nr.",
                                           "Op.",
                                           "Paras.",
                                           "Parl.",
                                           "Ph.",
                                           "Plc.",
                                           "Pp.",
                                           "Pres.",
                                           "Prov.",
                                           "Pt.",
                                           "Pts.",
                                           "Rd.",
                                           "Reg.",
                                           "Regs.",
                                           "Reps.",
                                           "Res.",
                                           "Rev.",
                                           "Sch.",
                                           "Secs.",
                                           "Sens.",
                                           "Sgt.",
                                           "Soc.",
                                           "Sq.",
                                           "Sr.",
                                           "Ss.",
                                           "Ste.",
                                           "Supp.",
                                           "Supt.",
                                           "Tbk.",
                                           "Univ.",
                                           "Viz.",
                                           "Vols.",
                                           "Vs.",
                                           "abbr.",
                                           "chap.",
                                           "chaps.",
                                           "chs.",
                                           "cit.",
                                           "col.",
                                           "cols.",
                                           "dept.",
                                           "esp.",
                                           "est.",
                                           "ff.",
                                           "fig.",
                                           "figs.",
                                           "fnn.",
                                           "fns.",
                                           "govt.",
                                           "incl.",
                                           "loc.",
                                           "ltd.",
                                           "nr.",
                                           "op.",
                                           "pt.",
                                           "pts.",
                                           "rev.",
                                           "schs.",
                                           "ser.",
                                           "subpara.",
                                           "subss.",
                                           "supp."};
INSTANTIATE_TEST_SUITE_P(RestOfTheTable, Abbreviation, ::testing::ValuesIn(kRestOfTheTable));

TEST(Sentences, ANumberAfterNoMakesItAnAbbreviation) {
  EXPECT_EQ(sentences("Law no. 18 of it."), Strings{"Law no. 18 of it."});
  EXPECT_EQ(sentences("Laws nos. 18 and 19."), Strings{"Laws nos. 18 and 19."});
}

TEST(Sentences, ALineBreakEndsThemEvenBehindAnAbbreviation) {
  EXPECT_EQ(sentences("Acme Ltd.\nThe law"), (Strings{"Acme Ltd.\n", "The law"}));
}

TEST(Sentences, AClosingBracketBehindAnAbbreviationEndsThem) {
  EXPECT_EQ(sentences("(by Acme Ltd.) The law."), (Strings{"(by Acme Ltd.) ", "The law."}));
}

TEST(Sentences, AMarkBehindAFullStopEndsThem) {
  EXPECT_EQ(sentences("the register).^To enrol"), (Strings{"the register).", "To enrol"}));
  EXPECT_EQ(sentences("the register.^eGov is"), (Strings{"the register.", "eGov is"}));
  EXPECT_EQ(sentences("the register.^ eGov is"), (Strings{"the register. ", "eGov is"}));
  EXPECT_EQ(sentences("the \u201Cregister.\u201D^To"),
            (Strings{"the \u201Cregister.\u201D", "To"}));
  EXPECT_EQ(sentences("the \u201Cregister.^\u201D To"),
            (Strings{"the \u201Cregister.\u201D ", "To"}));
  EXPECT_EQ(sentences("in 2023.^12 people"), (Strings{"in 2023.", "12 people"}));
  EXPECT_EQ(sentences("Why?^^to know"), (Strings{"Why?", "to know"}));
  EXPECT_EQ(sentences("project. ^and"), (Strings{"project. ", "and"}));
  EXPECT_EQ(sentences("Acme Ltd.^The law"), (Strings{"Acme Ltd.", "The law"}));
}

TEST(Sentences, AMarkElsewhereEndsNothing) {
  EXPECT_EQ(sentences("the register,^ to enrol^ all^"), Strings{"the register, to enrol all"});
  EXPECT_EQ(sentences("^The law.^"), Strings{"The law."});
  EXPECT_EQ(sentences("by Acme Ltd.^ and others"), Strings{"by Acme Ltd. and others"});
}

TEST(Sentences, CoverAnyTextWithoutGap) {
  testing::RandomText random(51);
  auto alphabet = testing::mixed_alphabet();
  for (const char* piece : {". ", "No.", "U.N.", "?", "\"", "A", "\xFF"}) {
    alphabet.insert(alphabet.end(), 5, piece);
  }
  for (int i = 0; i < 30000; ++i) {
    const std::string text = i % 3 == 0 ? random.bytes(30) : random.of(alphabet, 14);
    const auto marks = random.offsets(text.size());
    std::size_t at = 0;
    for (const auto& range : sentence_ranges(text, marks)) {
      ASSERT_EQ(range.start, at);
      ASSERT_LT(range.start, range.end);
      if (is_valid_utf8(text)) {
        ASSERT_EQ(char_floor(text, range.end), range.end);
      }
      at = range.end;
    }
    ASSERT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace idsearch::text
