// SPDX-License-Identifier: GPL-2.0-or-later
// How far a place in a work reaches.
#include "indexer/citation_locators.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "indexer/citation_pinpoints.hpp"

namespace idsearch::indexer {
namespace {

TEST(CitationLocators, PlacesInAWorkAreTakenAsAWhole) {
  for (const std::string_view place :
       {"12", "xii", "x", "XIV", "iv–vi", "34–36", "34-6", "9–10, 12 and 15", "34, 36", "34 ff",
        "34f", "34ff", "12 et seq", "12 passim", "passim", "p 7", "p. 7", "pp. 7-8", "para 7",
        "paras 4-5", "paras 4, 7 and 9–12", "para 4.2", "[12]", "[12]–[15]", "[12]-[15]",
        "[12], [14]", "34 [12]", "s 5", "s 3(2)(a)", "s 3(2)(a)–(c)", "s 3(2)(a) and (b)",
        "s 3 (2)", "s. 5(1)", "ss 3-4", "s 12A", "art 4(2)", "arts 3 and 5", "art 2(iii)",
        "art 2bis", "art 2 bis", "article 7", "ch 2", "ch II", "chs 2 and 3", "pt II",
        "pts I and II", "pt 2(a)", "Part One", "Chapter Three", "Title II", "reg 14", "r 4.2",
        "sch 1", "Sch 2 para 3", "Sch 2, para 3", "sch A", "schs A and B", "annex II", "Annex",
        "annex A1", "Annex II para 3", "appendix A", "art 5 of the Annex", "para 3 of Annex II",
        "para 2 of the Preamble", "preamble", "preamble, para 3", "preambular para 3", "recital 26",
        "Introduction", "Executive Summary", "third paragraph", "2nd para", "fn 4", "n 4",
        "34 fn 4", "34 n 4", "34, n 4", "note 4", "vol 2, 34", "vol II 34", "col 389", "cols 12–14",
        "col 123W", "3 February 1977, col 389", "table 3", "fig 2.1", "box 4", "slide 5",
        "question 5", "Q12", "12:30", "00:12:30–00:14:05", "line 12", "§ 8", "§§ 8-9", "¶ 3",
        "¶¶ 3, 5", "section ‘Registration’", "cl 2.1",
        // Spanish, Portuguese, French, German, Italian
        "artículo 5", "arts. 5 y 6", "art. 5, apartado 2", "párr. 4", "párrs. 4 y 5", "pág. 5",
        "págs. 5-6", "título II", "cap. II", "inciso b", "p12", "s3(2)", "considerando 5",
        "pp. 34 y ss", "al. 2", "alinéa 2", "p. 34 et s", "titre II", "annexe II", "considérant 5",
        "Art. 5 Abs. 2 Satz 1", "§ 5 Abs. 2 Nr. 3", "S. 12 ff", "Rn. 12", "Anhang II", "lit. b",
        "Pasal 26", "ст. 3", "điều 2", "มาตรา ๕", "第5条", "第5条第2款"}) {
    EXPECT_EQ(place.substr(0, locator_length(place)), place);
  }
}

TEST(CitationLocators, WhatFollowsAPlaceIsNoPartOfIt) {
  struct Case {
    std::string_view text, place;
  };
  for (const Case& c : {Case{"7 (emphasis added)", "7"},
                        {"[42] (Lord Bingham)", "[42]"},
                        {"7 <https://x.org/a>", "7"},
                        {"5, citing Act of 1950, s 3", "5"},
                        {"5. The Act was later repealed.", "5"},
                        {"5; 7", "5"},
                        {"34 per Lord Hoffmann", "34"},
                        {"34 – see the table", "34"},
                        {"34, and the works cited there", "34"},
                        {"34 for a discussion", "34"},
                        {"s 3 as amended", "s 3"},
                        {"art 5 of Act 3", "art 5"},
                        {"para 4 with Roe", "para 4"},
                        {"12 and Roe", "12"},
                        {"pt II. It failed.", "pt II"},
                        {"34 ff., 40", "34 ff., 40"},
                        {"12 et seq. It failed.", "12 et seq"},
                        {"第5条规定", "第5条"},
                        {"(2)(a), as amended", "(2)(a)"}}) {
    EXPECT_EQ(c.text.substr(0, locator_length(c.text)), c.place) << c.text;
  }
}

TEST(CitationLocators, OtherWordsAndNumbersAreNoPlaces) {
  for (const std::string_view text : {"",
                                      "The Act was later repealed",
                                      "(emphasis added)",
                                      "(translation by the author)",
                                      "(2012)",
                                      "emphasis added",
                                      "note that this changed",
                                      "of 2017",
                                      "civil",
                                      "I think so",
                                      "5 million people live there",
                                      "40% of them",
                                      "40 per cent",
                                      "1990s",
                                      "2nd ed",
                                      "introduction of cards",
                                      "schedule of fees",
                                      "section a of it",
                                      "[2019] UKSC 41",
                                      "[sic]",
                                      "(1) Doe",
                                      "<https://a.org/12>",
                                      "and Roe",
                                      "part of it",
                                      "id 5",
                                      "Form 2"}) {
    EXPECT_EQ(locator_length(text), 0u) << text;
  }
}

TEST(CitationPinpoints, StandBehindWhatLeadsToThem) {
  struct Case {
    std::string_view text, pinpoint;
  };
  for (const Case& c : {Case{" 12.", "12"},
                        {", 12", "12"},
                        {": 12", "12"},
                        {" – 12", "12"},
                        {" at 12", "12"},
                        {", at p 12.", "p 12"},
                        {", esp 34–36", "34–36"},
                        {", in particular paras 4-5", "paras 4-5"},
                        {", see p 5", "p 5"},
                        {" (p 5)", "p 5"},
                        {" (at 34)", "34"},
                        {" (art 5).", "art 5"},
                        {" (2012)", ""},
                        {" (2nd edn) 7", "7"},
                        {" 2nd edn, 7", "7"},
                        {" (Lord Hope) [12]", "[12]"},
                        {", as amended, s 5", "s 5"},
                        {" (2012) and more", ""},
                        {" (see also the table)", ""},
                        {" (emphasis added)", ""},
                        {". The Act was later repealed.", ""},
                        {" <https://a.org>", ""},
                        {"", ""}}) {
    EXPECT_EQ(pinpoint_at(c.text), c.pinpoint) << c.text;
  }
}

TEST(CitationLocators, LongListsTakeLinearTime) {
  std::string list = "1";
  for (int i = 2; i < 40'000; ++i) list += ", " + std::to_string(i);
  EXPECT_EQ(locator_length(list), list.size());
  std::string open;
  for (int i = 0; i < 40'000; ++i) open += "s 3(2 [4 ";
  EXPECT_LT(locator_length(open), open.size());
}

}  // namespace
}  // namespace idsearch::indexer
