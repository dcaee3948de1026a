// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyzer.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/stemmer.hpp"

namespace idsearch::text {
namespace {

// "e kyc ekyc@1-2 | …": folded forms in order; "/exact" where there is one, "@a-b" when joined.
std::string words(std::string_view text, const std::vector<std::size_t>& boundaries = {}) {
  std::string out;
  for (const Token& t : Analyzer().analyze(text, boundaries)) {
    if (!out.empty()) out += ' ';
    out += t.folded;
    if (!t.exact.empty()) out += "/" + t.exact;
    if (t.joined) out += "@" + std::to_string(t.position) + "-" + std::to_string(t.last_position);
  }
  return out;
}

struct WordCase {
  const char* text;
  const char* words;
};

class AnalyzerCases : public ::testing::TestWithParam<WordCase> {};

TEST_P(AnalyzerCases, GivesTheWords) { EXPECT_EQ(words(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Plain, AnalyzerCases,
    ::testing::Values(WordCase{"", ""}, WordCase{" \t\n.,;-_@'\"", ""},
                      WordCase{"The Registration of Persons", "the registration of persons"},
                      WordCase{"register.To", "register to registerto@1-2"},
                      WordCase{"and/or", "and or"}, WordCase{"AT&T", "at t"}, WordCase{"C++", "c"},
                      WordCase{"12(1)(a)", "12 1 a"}, WordCase{"ID4D", "id4d"},
                      WordCase{"user@example.org", "user example org exampleorg@2-3"},
                      WordCase{"@handle", "handle"}, WordCase{"__init__", "init"},
                      WordCase{"__", ""}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, AnalyzerCases,
    ::testing::Values(
        WordCase{"8.5%", "8.5"}, WordCase{"1,000,000", "1,000,000"}, WordCase{"3.14.15", "3.14.15"},
        WordCase{"2019-2023", "2019 2023"}, WordCase{"2019\u20132023", "2019 2023"},
        WordCase{"1234-5678-9012", "1234 5678 9012"}, WordCase{"12;13", "12 13"},
        WordCase{"1/2", "1 2"}, WordCase{"1\u20442", "1 2"}, WordCase{"10\u202F000", "10 000"},
        WordCase{"1.5bn", "1.5bn"}, WordCase{"1990's", "1990"},
        WordCase{"COVID-19\u2019s", "covid 19 covid19@1-2"}, WordCase{"29.01.2026", "29.01.2026"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, AnalyzerCases,
    ::testing::Values(
        WordCase{"e-KYC", "e kyc ekyc@1-2"}, WordCase{"e\u2010KYC", "e kyc ekyc@1-2"},
        WordCase{"e\u2011KYC", "e kyc ekyc@1-2"}, WordCase{"e\uFF0DKYC", "e kyc ekyc@1-2"},
        WordCase{"e-\u200BKYC", "e kyc ekyc@1-2"}, WordCase{"e-\u00ADKYC", "e kyc ekyc@1-2"},
        WordCase{"e--KYC", "e kyc"}, WordCase{"e- KYC", "e kyc"}, WordCase{"e\u2013KYC", "e kyc"},
        WordCase{"U.N.", "u n un@1-2"}, WordCase{"e.g.", "e g eg@1-2"},
        WordCase{"D.P.R.K.", "d p r k dprk@1-4"}, WordCase{"U.N.H.C.R.", "u n h c r unhcr@1-5"},
        WordCase{"a.b.c.d.e.f.g.h.i.j", "a b c d e f g h i j abcdefghij@1-10"},
        WordCase{"a.b.c.d.e.f.g.h.i.j.k", "a b c d e f g h i j k"},
        WordCase{"eGov.kz", "egov kz egovkz@1-2"},
        WordCase{"www.id.gov.my", "www id gov my wwwidgovmy@1-4"},
        WordCase{"a.very.long.domain.name", "a very long domain name"},
        WordCase{"state-of-the-art", "state of the art stateoftheart@1-4"},
        WordCase{"eID_card", "eid card eidcard@1-2"}, WordCase{"a__b", "a b ab@1-2"},
        WordCase{"COVID-19", "covid 19 covid19@1-2"}, WordCase{"8.5-inch", "8.5 inch"},
        WordCase{"U.S.-based", "u s us@1-2 based"}, WordCase{"rock-'n'-roll", "rock n roll"},
        WordCase{"\u8EAB\u4EFD-\u8BC1", "\u8EAB \u4EFD \u8BC1"}));

INSTANTIATE_TEST_SUITE_P(
    Apostrophes, AnalyzerCases,
    ::testing::Values(WordCase{"KYC\u2019s", "kyc"}, WordCase{"KYC's", "kyc"},
                      WordCase{"refugees\u2019 rights", "refugees rights"},
                      WordCase{"don\u2019t", "don't"}, WordCase{"O\u2018zbekiston", "o'zbekiston"},
                      WordCase{"O\u02BBzbekiston", "o'zbekiston"},
                      WordCase{"d\u2019identit\u00E9", "identite/identit\u00E9"},
                      WordCase{"l'homme", "homme"}, WordCase{"L\u2019\u00C9tat", "etat/\u00E9tat"},
                      WordCase{"jusqu'au", "au"}, WordCase{"dell'anagrafe", "anagrafe"},
                      WordCase{"un'altra", "altra"}, WordCase{"l'\u0153uvre", "oeuvre/\u0153uvre"},
                      WordCase{"d'l", "d'l"}, WordCase{"O'Brien", "o'brien"},
                      WordCase{"C\u00F4te d\u2019Ivoire", "cote/c\u00F4te ivoire"},
                      WordCase{"c'est-\u00E0-dire",
                               "est a/\u00E0 dire estadire/est\u00E0dire@1-3"}));

INSTANTIATE_TEST_SUITE_P(
    Folding, AnalyzerCases,
    ::testing::Values(
        WordCase{"r\u00E9sum\u00E9", "resume/r\u00E9sum\u00E9"},
        WordCase{"re\u0301sume\u0301", "resume/r\u00E9sum\u00E9"},
        WordCase{"I\u011EDIR", "igdir/i\u011Fdir"},
        WordCase{"\u0131\u011Fd\u0131r", "igdir/\u0131\u011Fd\u0131r"}, WordCase{"igdir", "igdir"},
        WordCase{"\u0130stanbul", "istanbul"}, WordCase{"I\u0307stanbul", "istanbul"},
        WordCase{"Stra\u00DFe", "strasse"}, WordCase{"\uFB01nger", "finger"},
        WordCase{"\uFF29\uFF24", "id"}, WordCase{"\u0141\u00F3d\u017A", "lodz/\u0142\u00F3d\u017A"},
        WordCase{"\u0419\u043E\u0448", "\u0438\u043E\u0448/\u0439\u043E\u0448"},
        WordCase{"\u039F\u03B4\u03CC\u03C2", "\u03BF\u03B4\u03BF\u03C3/\u03BF\u03B4\u03CC\u03C3"},
        // Arabic: tatweel and vowel signs vanish, forms of alef are one.
        WordCase{"\u0623\u0640\u062D\u064E\u0645\u062F",
                 "\u0627\u062D\u0645\u062F/\u0623\u062D\u064E\u0645\u062F"},
        WordCase{"\u0671\u062D\u0645\u062F", "\u0627\u062D\u0645\u062F/\u0671\u062D\u0645\u062F"},
        // Hebrew: points vanish, acronyms are the same with and without gershayim.
        WordCase{"\u05E9\u05B8\u05DC\u05D5\u05B9\u05DD",
                 "\u05E9\u05DC\u05D5\u05DD/\u05E9\u05B8\u05DC\u05D5\u05B9\u05DD"},
        WordCase{"\u05E6\u05D4\u05F4\u05DC", "\u05E6\u05D4\u05DC"},
        WordCase{"\u05E6\u05D4\"\u05DC", "\u05E6\u05D4\u05DC"},
        // Marks of Hindi are letters in all but name.
        WordCase{"\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940"},
        WordCase{"\uD55C\uAD6D", "\uD55C \uAD6D"}, WordCase{"\u1112\u1161\u11AB", "\uD55C"}));

INSTANTIATE_TEST_SUITE_P(
    Invisible, AnalyzerCases,
    ::testing::Values(
        WordCase{"bio\u00ADmetric", "biometric"}, WordCase{"state\u200Bless", "stateless"},
        WordCase{"state\u200B\u200Bless", "stateless"}, WordCase{"state\u200B less", "state less"},
        WordCase{"a\u200B1", "a 1"}, WordCase{"state\u2060less", "stateless"},
        WordCase{"\uFEFFstate", "state"}, WordCase{"word\u00A0word", "word word"},
        WordCase{"\u3164", ""},
        // Thai and Khmer: the zero-width space changes nothing, each character is a word.
        WordCase{"\u0E1A\u0E31\u0E15\u0E23\u200B\u0E1B\u0E23\u0E30\u0E0A\u0E32\u0E0A\u0E19",
                 "\u0E1A\u0E31 \u0E15 \u0E23 \u0E1B \u0E23 \u0E30 \u0E0A \u0E32 \u0E0A \u0E19"},
        WordCase{"\u0E1A\u0E31\u0E15\u0E23\u0E1B\u0E23\u0E30\u0E0A\u0E32\u0E0A\u0E19",
                 "\u0E1A\u0E31 \u0E15 \u0E23 \u0E1B \u0E23 \u0E30 \u0E0A \u0E32 \u0E0A \u0E19"},
        WordCase{"\u1794\u17D0\u178E\u17D2\u178E\u200B\u1787\u17B6\u178F\u17B7",
                 "\u1794\u17D0 \u178E\u17D2\u178E \u1787\u17B6 \u178F\u17B7"}));

TEST(Analyzer, BoundariesEndWords) {
  EXPECT_EQ(words("register.To", {9}), "register to");
  EXPECT_EQ(words("2023.12", {5}), "2023 12");
  EXPECT_EQ(words("e-KYC", {2}), "e kyc");
  EXPECT_EQ(words("state\u200Bless", {5}), "state less");
  EXPECT_EQ(words("1990's", {5}), "1990 s");
  EXPECT_EQ(words("register", {0, 8, 8, 99}), "register");
}

TEST(Analyzer, ABoundaryInsideACharacterStandsBeforeIt) {
  EXPECT_EQ(words("a\u00E9b", {2}), words("a\u00E9b", {1}));
}

TEST(Analyzer, OffsetsAreBytesOfTheOriginal) {
  const auto tokens = Analyzer().analyze("\u201Cd\u2019identit\u00E9\u201D KYC\u2019s");
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0].start, 7u);
  EXPECT_EQ(tokens[0].end, 16u);
  EXPECT_EQ(tokens[1].start, 20u);
  EXPECT_EQ(tokens[1].end, 27u);
}

TEST(Analyzer, AnElidedArticleTakesNoPosition) {
  const auto tokens = Analyzer().analyze("carte d'identit\u00E9 nationale");
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].position, 2u);
  EXPECT_EQ(tokens[2].position, 3u);
}

TEST(Analyzer, TheJoinedFormCoversItsParts) {
  const auto tokens = Analyzer().analyze("an e-KYC rule");
  ASSERT_EQ(tokens.size(), 5u);
  const Token& joined = tokens[3];
  EXPECT_TRUE(joined.joined);
  EXPECT_EQ(joined.folded, "ekyc");
  EXPECT_EQ(joined.start, 3u);
  EXPECT_EQ(joined.end, 8u);
  EXPECT_EQ(joined.position, 2u);
  EXPECT_EQ(joined.last_position, 3u);
  EXPECT_EQ(tokens[4].position, 4u);
}

class Shortener : public Stemmer {
 public:
  std::string stem(std::string_view word) const override { return std::string(word.substr(0, 3)); }
};

TEST(Analyzer, StemsWordsAndJoinedFormsButNoNumbers) {
  const Shortener stemmer;
  std::vector<std::string> stems;
  for (const Token& t : Analyzer(&stemmer).analyze("Cards 1,000 e-Cards R\u00E9sum\u00E9s")) {
    stems.push_back(t.stem);
  }
  EXPECT_EQ(stems, (std::vector<std::string>{"car", "", "e", "car", "eca", "res"}));
  EXPECT_EQ(Analyzer().analyze("Cards")[0].stem, "");
}

TEST(Analyzer, WordsWithOtherBeginningsAreCountedAndLeftOut) {
  const Shortener stemmer;
  Beginnings beginnings;
  for (const char* form : {"card", "cork", "1", "kyc"}) beginnings.add(form);
  const std::string text =
      "Cards cut of 1,000 e-Cards, R\u00E9sum\u00E9s d'Cork; 12 births in Cork's e-Gov\u2019s: "
      "e-KYC 7";
  std::string words;
  for (const Token& token : Analyzer(&stemmer, beginnings).analyze(text))
    words += std::to_string(token.position) + " " + token.folded + ", ";
  EXPECT_EQ(words,
            "1 cards, 4 1,000, 5 e, 6 cards, 5 ecards, 8 d'cork, 9 12, 12 cork, 15 e, 16 kyc, "
            "15 ekyc, ");
}

TEST(Analyzer, LongWordsAreCutAtACharacter) {
  std::string word;
  for (int i = 0; i < 150; ++i) word += "\u0436";
  const auto tokens = Analyzer().analyze("a" + word);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].end, 301u);
  EXPECT_EQ(tokens[0].folded.size(), kMaxTermBytes - 1);
  EXPECT_EQ(Analyzer().analyze(std::string(1000, 'x'))[0].folded, std::string(kMaxTermBytes, 'x'));
}

TEST(Analyzer, ALigatureThatGrowsStaysWithinTheLimit) {
  std::string word;
  for (int i = 0; i < 30; ++i) word += "\uFDFA";
  for (const Token& t : Analyzer().analyze(word)) EXPECT_LE(t.folded.size(), kMaxTermBytes);
}

TEST(Analyzer, ChainsOfApostrophesTakeLinearTime) {
  std::string word;
  for (int i = 0; i < 200000; ++i) word += "un'";
  EXPECT_EQ(Analyzer().analyze(word + "a").size(), 1u);
}

TEST(Analyzer, FingerprintNamesWhatDecidesTheWords) {
  EXPECT_EQ(analyzer_fingerprint().find("idsearch-analyzer/2 icu/"), 0u);
  EXPECT_NE(analyzer_fingerprint().find(" unicode/"), std::string::npos);
}

}  // namespace
}  // namespace idsearch::text
