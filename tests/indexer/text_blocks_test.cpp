// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_blocks.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_text.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

struct BlockCase {
  const char* text;
  const char* blocks;
};

// The blocks of a dump whose head is "Kenya".
std::string blocks_of(const std::string& body) {
  return shown(read_text("Kenya\n\nLast updated : January 29, 2026\n\n" + body));
}

void expect_blocks(const BlockCase& c) { EXPECT_EQ(blocks_of(c.text), c.blocks) << c.text; }

TEST(Headings, OfKnownNameStandWhereverTheyAreALineOfTheirOwn) {
  constexpr BlockCase kCases[] = {
      {"Law\n\nText of it.", "H Law\nP Text of it.\n"},
      {"    DATA PROTECTION\n\nText.", "H DATA PROTECTION\nP Text.\n"},
      {"Designed to include\n\nText.", "H Designed to include\nP Text.\n"},
      {"Law\n\nDomestic law and policy\n\nData Protection\n\nText.",
       "H Law\nH Domestic law and policy\nH Data Protection\nP Text.\n"},
      {"Law\nDomestic law and policy\nData Protection\nText.",
       "H Law\nH Domestic law and policy\nH Data Protection\nP Text.\n"},
      {"Law\nlaw_background_image\nDomestic law and policy\nText of it.\nData Protection\nMore.",
       "H Law\nH Domestic law and policy\nP Text of it.\nH Data Protection\nP More.\n"},
      {"Data Protection[24]\n\nText.", "H Data Protection[24]\nP Text.\n"},
      {"The Impact of Digital ID and Legal Identity on Citizenship and\nNationality "
       "Rights\n\nText.",
       "H The Impact of Digital ID and Legal Identity on Citizenship and Nationality Rights\n"
       "P Text.\n"},
      {"The act was made to give the people of all the districts of this country\n"
       "data protection",
       "P The act was made to give the people of all the districts of this country data "
       "protection\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

// Else bare lines in a row, some of them longer, are a table.
TEST(Headings, AtTheMarginOfIndentedTextAreNoCells) {
  expect_blocks(
      {"Location\n\n    Southern Africa\n\nArea\n\n    440 km\n\nClimate\n\n    Mild, wet\n\n"
       "PEOPLE\n\nLanguages\n\n    English, Swahili[4]\n\nTowns\n\n    Mombasa\n\n    Kisumu",
       "H Location\nP Southern Africa\nH Area\nP 440 km\nH Climate\nP Mild, wet\nH PEOPLE\n"
       "H Languages\nP English, Swahili[4]\nH Towns\nH Mombasa\nP Kisumu\n"});
  // A sentence at the margin: indentation means nothing.
  expect_blocks(
      {"Location\n\n    Southern Africa\n\nArea\n\n    440 km\n\nClimate\n\n    Mild, wet\n\n"
       "PEOPLE\n\nLanguages\n\n    English\n\nIt is so.",
       "I Location\nI Southern Africa\nI Area\nI 440 km\nI Climate\nI Mild, wet\nI PEOPLE\n"
       "I Languages\nI English\nP It is so.\n"});
  // Cells at the margin.
  expect_blocks({"Country\n\nCard\n\nFee\n\nKenya\n\nYes\n\nNone\n\n    Text of it.",
                 "I Country\nI Card\nI Fee\nI Kenya\nI Yes\nI None\nP Text of it.\n"});
}

TEST(Headings, OfUnknownNameShowTheirSigns) {
  constexpr BlockCase kCases[] = {
      {"Surveillance\n\nText.", "H Surveillance\nP Text.\n"},
      {"Who is left out?\n\nText.", "H Who is left out?\nP Text.\n"},
      {"SURVEILLANCE AND CONTROL\n\nText.", "H SURVEILLANCE AND CONTROL\nP Text.\n"},
      {"e-KYC and eID\n\nText.", "H e-KYC and eID\nP Text.\n"},
      {"1954 Convention\n\nText.", "H 1954 Convention\nP Text.\n"},
      {"Überwachung\n\nText.", "H Überwachung\nP Text.\n"},
      {"การเฝ้าระวัง\n\nText.", "H การเฝ้าระวัง\nP Text.\n"},
      {"Surveillance\n\nPractice\n\nText.", "H Surveillance\nH Practice\nP Text.\n"},
      {"Surveillance.\n\nText.", "P Surveillance.\nP Text.\n"},
      {"Surveillance:\n\nText.", "P Surveillance:\nP Text.\n"},
      {"Surveillance[4]\n\nText.", "P Surveillance[4]\nP Text.\n"},
      {"กรมการปกครอง[4]ออกบัตร\n\nText.", "P กรมการปกครอง[4]ออกบัตร\nP Text.\n"},
      {"so it is\n\nText.", "P so it is\nP Text.\n"},
      {"Act of 2023[7] has 70 sections\n\nText.", "P Act of 2023[7] has 70 sections\nP Text.\n"},
      {"EC$ 50\n\nText.", "P EC$ 50\nP Text.\n"},
      {"440 km\n\nText.", "P 440 km\nP Text.\n"},
      {"29 January 2026\n\nText.", "P 29 January 2026\nP Text.\n"},
      {"January 29, 2026\n\nText.", "P January 29, 2026\nP Text.\n"},
      {"Published on 3 May 2025\n\nText.", "P Published on 3 May 2025\nP Text.\n"},
      {"Fecha: 3 de mayo de 2025\n\nText.", "P Fecha: 3 de mayo de 2025\nP Text.\n"},
      {"Published Laws\n\nText.", "H Published Laws\nP Text.\n"},
      {"Act: 2019\n\nText.", "H Act: 2019\nP Text.\n"},
      {"https://example.org/x\n\nText.", "P https://example.org/x\nP Text.\n"},
      {"“Nobody is left behind”\n\nText.", "P “Nobody is left behind”\nP Text.\n"},
      {"Table 2: Cards and fees\n\nText.", "P Table 2: Cards and fees\nP Text.\n"},
      {"Text.\n\nNobody knows why", "P Text.\nP Nobody knows why\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Headings, AreNamesAndHoldNoSentences) {
  constexpr BlockCase kCases[] = {
      {"Police scan. They do so daily.[*]\n\nText.",
       "P Police scan. They do so daily.[*]\nP Text.\n"},
      {"They do so daily.[*]\n\nText.", "P They do so daily.[*]\nP Text.\n"},
      {"They do so daily. (2)\n\nText.", "P They do so daily. (2)\nP Text.\n"},
      {"They do so daily.¹²\n\nText.", "P They do so daily.¹²\nP Text.\n"},
      {"They do so daily.”†\n\nText.", "P They do so daily.”†\nP Text.\n"},
      {"Police scan faces. Is it legal? Nobody knows\n\nText.",
       "P Police scan faces. Is it legal? Nobody knows\nP Text.\n"},
      {"警察监视。没有人知道\n\nText.", "P 警察监视。没有人知道\nP Text.\n"},
      {"They scan faces. Nobody asks\n\nThey keep it. Nobody knows why\n\nIt costs. So what\n\n"
       "Text.",
       "P They scan faces. Nobody asks\nP They keep it. Nobody knows why\nP It costs. So what\n"
       "P Text.\n"},
      {"Who is left out? Nomads and others\n\nText.",
       "H Who is left out? Nomads and others\nP Text.\n"},
      {"Part 2. Courts and their judgments\n\nText.",
       "H Part 2. Courts and their judgments\nP Text.\n"},
      {"Annex IV. Forms in use\n\nText.", "H Annex IV. Forms in use\nP Text.\n"},
      {"Act No. 23 and the St. Lucia register\n\nText.",
       "H Act No. 23 and the St. Lucia register\nP Text.\n"},
      {"Background. The old cards\n\nText.", "H Background. The old cards\nP Text.\n"},
      {"Papers, Please. The Life of a Card\n\nText.",
       "H Papers, Please. The Life of a Card\nP Text.\n"},
      {"Cards*\n\nText.", "H Cards*\nP Text.\n"},
      {"Cards (eID)\n\nText.", "H Cards (eID)\nP Text.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Headings, HaveFewerThanAHundredCharacters) {
  const std::string nine = "Cards and ";
  std::string title;
  while (title.size() < 90) title += nine;
  EXPECT_EQ(blocks_of(title + "numbers12\n\nText."), "H " + title + "numbers12\nP Text.\n");
  EXPECT_EQ(blocks_of(title + "numbers123\n\nText."), "P " + title + "numbers123\nP Text.\n");
}

TEST(Headings, ShowTheirDepthByNumbers) {
  constexpr BlockCase kCases[] = {
      {"1. Introduction\n\nText.\n\n2. Law\n\nText.\n\n2.4 Acts\n\nText.\n\n2.4.1. Cards\n\nText.",
       "H1 1. Introduction\nP Text.\nH1 2. Law\nP Text.\nH2 2.4 Acts\nP Text.\nH3 2.4.1. Cards\n"
       "P Text.\n"},
      {"1. Law\n\na. Acts\n\nText.\n\nb. Decrees\n\nText.\n\n2. Practice\n\nText.",
       "H1 1. Law\nH2 a. Acts\nP Text.\nH2 b. Decrees\nP Text.\nH1 2. Practice\nP Text.\n"},
      {"2.4 Acts\n\na. Cards\n\ni. Fees\n\nText.",
       "H2 2.4 Acts\nH3 a. Cards\nH4 i. Fees\nP Text.\n"},
      {"I. Law\n\n1. Acts\n\nText.\n\nII. Practice\n\nText.",
       "H1 I. Law\nH2 1. Acts\nP Text.\nH1 II. Practice\nP Text.\n"},
      {"1. Law\n\nA. Acts\n\nText.\n\nB. Decrees\n\nText.",
       "H1 1. Law\nH2 A. Acts\nP Text.\nH2 B. Decrees\nP Text.\n"},
      {"Law\n\n1. Surveillance\n\nText.\n\n2. Data Protection\n\nText.\n\n2.1 Fines\n\nText.\n\n"
       "Designed to Include?\n\n1. Cards\n\nText.",
       "H Law\nH2 1. Surveillance\nP Text.\nH2 2. Data Protection\nP Text.\nH3 2.1 Fines\nP Text.\n"
       "H Designed to Include?\nH1 1. Cards\nP Text.\n"},
      {"Law\n\n1. Surveillance\n\nText.", "H Law\nH1 1. Surveillance\nP Text.\n"},
      {"Law\n\nData Protection\n\n1. Access\n\nText.\n\n2. Fines\n\nText.\n\nInternational "
       "Commitments\n\nText.",
       "H Law\nH Data Protection\nH3 1. Access\nP Text.\nH3 2. Fines\nP Text.\n"
       "H International Commitments\nP Text.\n"},
      {"Law\n\nData Protection\n\nText.\n\n4. Fines\n\nText.",
       "H Law\nH Data Protection\nP Text.\nH1 4. Fines\nP Text.\n"},
      {"3.5 million people have it\n\nText.", "P 3.5 million people have it\nP Text.\n"},
      {"The Act of 2018 gives the\n\nText.", "P The Act of 2018 gives the\nP Text.\n"},
      {"What the card is for\n\nText.", "H What the card is for\nP Text.\n"},
      {"J. Smith\n\nText.", "P J. Smith\nP Text.\n"},
      {"1. the first thing\n\nText.", "I 1. the first thing\nP Text.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Headings, MayHaveRomanNumbersBelowLetters) {
  expect_blocks(
      {"Law\n\nA. Acts\n\nI. Cards\n\nText.\n\nII. Fees\n\nText.\n\nB. Treaties\n\nText.\n\n"
       "I. Rights\n\nText.",
       "H Law\nH A. Acts\nH I. Cards\nP Text.\nH II. Fees\nP Text.\nH B. Treaties\nP Text.\n"
       "H I. Rights\nP Text.\n"});
}

TEST(Headings, StandAboveASentenceThatEndsInAFrenchQuotation) {
  expect_blocks(
      {"Droit\n\nLoi n° 37/98\n\nL’article dispose : « Sont Gabonais… » [3]\n\nProtection\n\nText.",
       "H Droit\nH Loi n° 37/98\nP L’article dispose : « Sont Gabonais… » [3]\nH Protection\nP "
       "Text.\n"});
}

TEST(Headings, AreNoValuesThatSomebodyFilledIn) {
  expect_blocks(
      {"Data Protection\n\nN/A\n\nInternational Commitments\n\nNone\n\nCourts\n\nText.",
       "H Data Protection\nP N/A\nH International Commitments\nP None\nH Courts\nP Text.\n"});
}

TEST(Lists, KeepLinesThatAreSetInBelowTheirBullets) {
  expect_blocks(
      {"• EU candidate since 2022;\n  visa-free since 2014\n• A law of 2024,\n  in force.",
       "I EU candidate since 2022; visa-free since 2014\nI A law of 2024, in force.\n"});
}

TEST(Headings, MayBeginWithDigitsThatBelongToAName) {
  expect_blocks({"5G and SIM Cards\n\nText.", "H 5G and SIM Cards\nP Text.\n"});
  expect_blocks({"24/7 Services\n\nText.", "H 24/7 Services\nP Text.\n"});
  expect_blocks({"12 districts\n\nText.", "P 12 districts\nP Text.\n"});
}

TEST(Headings, MayBeNumberedWithoutADotWhereTheNumbersCount) {
  constexpr BlockCase kCases[] = {
      {"1 Introduction\n\nText.\n\n2 Law\n\n2.1 Acts\n\nText.\n\n3 Practice\n\nText.",
       "H1 1 Introduction\nP Text.\nH1 2 Law\nH2 2.1 Acts\nP Text.\nH1 3 Practice\nP Text.\n"},
      {"1 Introduction\n\nText.", "P 1 Introduction\nP Text.\n"},
      {"12 Districts\n\nText.\n\n13 Towns\n\nText.",
       "P 12 Districts\nP Text.\nP 13 Towns\nP Text.\n"},
      {"1 Kenya\n\n2 Uganda\n\n3 Rwanda\n\nText.", "I 1 Kenya\nI 2 Uganda\nI 3 Rwanda\nP Text.\n"},
      {"1 card\n\nText.\n\n2 letters\n\nText.", "P 1 card\nP Text.\nP 2 letters\nP Text.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Runs, OfThreeBareLinesAreCellsOrItems) {
  constexpr BlockCase kCases[] = {
      {"Law\n\nText.\n\nKenya\n\nUganda\n\nTanzania\n\nText.",
       "H Law\nP Text.\nI Kenya\nI Uganda\nI Tanzania\nP Text.\n"},
      {"Law\n\nText.\n\nPassport\nIdentity card\nBirth certificate\n\nText.",
       "H Law\nP Text.\nI Passport\nI Identity card\nI Birth certificate\nP Text.\n"},
      {"Text.\n\nCountryDigital IDAct\n\nKenya\n\n\n\nYes[3]\n2019\nUganda\n\nNo\n\nLaw\n\nText.",
       "P Text.\nI CountryDigital IDAct\nI Kenya\nI Yes[3]\nI 2019\nI Uganda\nI No\nH Law\n"
       "P Text.\n"},
      {"Table 2: Cards\n\nKenya\n\nUganda\n\nText.",
       "P Table 2: Cards\nI Kenya\nI Uganda\nP Text.\n"},
      {"Table 2: Cards[7]\n\nStepDate\n\nLaw\n\nText.",
       "P Table 2: Cards[7]\nI StepDate\nH Law\nP Text.\n"},
      {"Table 2: Rules\n\nData Protection\n\nCards\n\nYes\n\nNo\n\nText.",
       "P Table 2: Rules\nI Data Protection\nI Cards\nI Yes\nI No\nP Text.\n"},
      {"Table 2: Rules\n\nData Protection\n\nText.",
       "P Table 2: Rules\nH Data Protection\nP Text.\n"},
      {"Three bills were drafted –\n\nin 2015\n\nin 2019\n\nText.",
       "P Three bills were drafted –\nI in 2015\nI in 2019\nP Text.\n"},
      {"These are needed:\n\nA card\n\nA letter\n\nText.",
       "P These are needed:\nI A card\nI A letter\nP Text.\n"},
      {"1. Cards\n\n2. Letters\n\n3. Fees\n\nText.",
       "I 1. Cards\nI 2. Letters\nI 3. Fees\nP Text.\n"},
      {"Text.\n\nCountry\nLaw\nData Protection\nKenya\nText of it.",
       "P Text.\nI Country\nI Law\nI Data Protection\nI Kenya\nP Text of it.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Headings, MayBeQuotationsWithTheCapitalsOfATitleAndSpanishQuestions) {
  constexpr BlockCase kCases[] = {
      {"“No One Left Behind”\n\nA slogan.", "H “No One Left Behind”\nP A slogan.\n"},
      {"«El Perú Avanza»\n\nA slogan.", "H «El Perú Avanza»\nP A slogan.\n"},
      {"“no one should be left behind”\n\nA slogan.",
       "P “no one should be left behind”\nP A slogan.\n"},
      {"“We never got our papers”\n\nA woman said so.",
       "P “We never got our papers”\nP A woman said so.\n"},
      {"¿Quién queda fuera?\n\nThe Awajún.", "H ¿Quién queda fuera?\nP The Awajún.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Runs, HoldAmountsThatLookLikeNumbersOfHeadings) {
  expect_blocks(
      {"Key facts:\n\nPopulation\n\n1.4 million\n\nCard\n\nSince 1987\n\nLaw\n\nText.",
       "P Key facts:\nI Population\nI 1.4 million\nI Card\nI Since 1987\nH Law\nP Text.\n"});
  expect_blocks(
      {"3.5 million people live there\n\nText.", "P 3.5 million people live there\nP Text.\n"});
}

TEST(Paragraphs, GoOnBehindALineThatEndsInAnArticle) {
  expect_blocks(
      {"Section 43 of the Constitution is about those born in\nZimbabwe of parents from states "
       "around it.[5] The Act has not\nbeen aligned.[6]",
       "P Section 43 of the Constitution is about those born in Zimbabwe of parents from states "
       "around it.[5] The Act has not been aligned.[6]\n"});
  expect_blocks({"A bill of 2021 is pending.[5] The\nDigital Government Act has rules.[6]",
                 "P A bill of 2021 is pending.[5] The Digital Government Act has rules.[6]\n"});
  expect_blocks(
      {"A bill of 2021 is still before the\nHouse.[1] It lacks rules on sharing, and the\nSenate "
       "waits.",
       "P A bill of 2021 is still before the House.[1] It lacks rules on sharing, and the "
       "Senate waits.\n"});
}

TEST(Runs, AreOneTableWhenLongCellsStandBetween) {
  const std::string cell =
      "Naturalisation of people born here of foreign parents: affidavits must be accepted by the "
      "department from now on[30]";
  EXPECT_EQ(blocks_of("Ali\n\n2018\n\n" + cell + "\n\nChisuse\n\n2020\n\n" + cell +
                      "\n\nA paragraph behind it."),
            "I Ali\nI 2018\nI " + cell + "\nI Chisuse\nI 2020\nI " + cell +
                "\nP A paragraph behind it.\n");
  // Headings over paragraphs that lack their full stop.
  EXPECT_EQ(blocks_of("Surveillance\n\nPractice\n\n" + cell + "\n\nCourts\n\nText."),
            "H Surveillance\nH Practice\nP " + cell + "\nH Courts\nP Text.\n");
}

TEST(Headings, WithoutBlankLinesStandBehindAParagraphThatLacksItsFullStop) {
  const std::string paragraph =
      "The identity of each person is voluntary, and the act of 2023 says so, too [7]";
  EXPECT_EQ(blocks_of(paragraph + "\nLaw\nDomestic law and policy\nText."),
            "P " + paragraph + "\nH Law\nH Domestic law and policy\nP Text.\n");
}

TEST(Lists, GiveItemsWithoutTheirBullets) {
  constexpr BlockCase kCases[] = {
      {"• one;\n• two;[3]\n• three.", "I one;\nI two;[3]\nI three.\n"},
      {"- one\n\n* two\n\n– three", "I one\nI two\nI three\n"},
      {"    •\u00A0one\n    •two", "I one\nI two\n"},
      {"•\none\n•\n\ntwo", "I one\nI two\n"},
      {"- a long item that goes on over the end of its first line and is then\n"
       "  continued on the second\n- two",
       "I a long item that goes on over the end of its first line and is then continued on the "
       "second\nI two\n"},
      {"-he register was closed.", "P -he register was closed.\n"},
      {"The list:\na copy of the card;\na letter; and\na fee.",
       "P The list:\nI a copy of the card;\nI a letter; and\nI a fee.\n"},
      {"(a) one thing;\n(b) another.", "I (a) one thing;\nI (b) another.\n"},
      {"1. The first of them is long.\n2. The second.",
       "I 1. The first of them is long.\nI 2. The second.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Tables, WithPipesStayRowsOfText) {
  expect_blocks({"Text.\n\n| Country | Card |\n|---|---|\n| Kenya[3] | Yes |\n\nText.",
                 "P Text.\nI | Country | Card |\nI | Kenya[3] | Yes |\nP Text.\n"});
  expect_blocks({"Country|Card\n---|---\nKenya|Yes", "I Country|Card\nI Kenya|Yes\n"});
  expect_blocks({"Text.\n\nCards\n---|---\nand so on, over the whole width of the line.",
                 "P Text.\nP Cards\nP and so on, over the whole width of the line.\n"});
  expect_blocks({"Kenya | Yes | A sentence with pipes in it.",
                 "P Kenya | Yes | A sentence with pipes in it.\n"});
}

TEST(Paragraphs, WrappedOverLinesAreOne) {
  constexpr BlockCase kCases[] = {
      {"The register is kept by the ministry of the interior and its local\n"
       "offices. Parents must bring the paper to the nearest office within a\n"
       "month of the birth.[3] Few families have ever held a card.\n\nText.",
       "P The register is kept by the ministry of the interior and its local offices. Parents "
       "must bring the paper to the nearest office within a month of the birth.[3] Few families "
       "have ever held a card.\nP Text.\n"},
      {"The register is kept by the ministry of the interior, where the law says\nso.",
       "P The register is kept by the ministry of the interior, where the law says so.\n"},
      {"The text says\nthat it is so.", "P The text says that it is so.\n"},
      {"    Text \u00A0\n    that goes on.  ", "P Text that goes on.\n"},
      {"The law of the year applies, and it was changed by section\n12. The rest of it is as it "
       "was "
       "before.",
       "P The law of the year applies, and it was changed by section 12. The rest of it is as it "
       "was before.\n"},
  };
  for (const BlockCase& c : kCases) expect_blocks(c);
}

TEST(Paragraphs, TakeNoBlankIntoAWordThatALinePartsWithAHyphen) {
  expect_blocks(
      {"The new card was announced by the govern-\nment of the country in May. It has e-\n"
       "voting and, for pre-\nand post-natal care, a chip.",
       "P The new card was announced by the govern-ment of the country in May. It has "
       "e-voting and, for pre- and post-natal care, a chip.\n"});
}

TEST(Paragraphs, OfOneLineEachStayApart) {
  const std::string one =
      "The register is kept by the ministry of the interior and its local offices, and nobody else "
      "may read what is in it or change it.[4]";
  const std::string two =
      "Parents must bring the paper to the nearest office within a month of the birth, or else "
      "they "
      "pay a fee that many cannot afford. [5]";
  EXPECT_EQ(blocks_of(one + "\n" + two + "\n" + one),
            "P " + one + "\nP " + two + "\nP " + one + "\n");
  expect_blocks(
      {"Short one.\nShort two.[3]\nAnd three.", "P Short one.\nP Short two.[3]\nP And three.\n"});
}

TEST(Paragraphs, KeepTheirBytes) {
  const std::string text =
      "A\u00A0state\u200Bless  child\u00AD ‘so’ cafe\u0301 \u0915\u094D\u200D\u0937 e\u2019s.[3]  "
      "Yes.";
  EXPECT_EQ(blocks_of("\u00A0\u00A0" + text + "\u00A0"), "P " + text + "\n");
}

TEST(Layout, LeavesNoTrace) {
  expect_blocks(
      {"Law\n\nlaw_background_image\n\nText.\n\nShare\n\nbackground_image\n\nMore.\n\n-----\n\n"
       "Back to top\n\nPrint",
       "H Law\nP Text.\nP More.\n"});
  expect_blocks({"Text.\n\nHomes\n\nShare it.", "P Text.\nH Homes\nP Share it.\n"});
  EXPECT_EQ(
      shown(read_text("Kenya\nLast updated : 3 March 2026\nShare\nPrint\nLaw\nA thing is so.\n"
                      "Share\nHome\nData Protection\nShare the data.")),
      "H Law\nP A thing is so.\nH Data Protection\nP Share the data.\n");
  expect_blocks({"The law_background_image stays.", "P The law_background_image stays.\n"});
  expect_blocks({"Text.\n\nflag\n\nMore of it.", "P Text.\nP More of it.\n"});
  expect_blocks(
      {"Digital ID Overview\n\nLaw\n\nDesigned to Include?\n\nDigital ID "
       "Overview\n\nA.\n\nLaw\n\nB."
       "\n\nDesigned to Include?\n\nC.",
       "H Digital ID Overview\nP A.\nH Law\nP B.\nH Designed to Include?\nP C.\n"});
}

}  // namespace
}  // namespace idsearch::indexer
