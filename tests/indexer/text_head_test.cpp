// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_head.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_text.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

TEST(TextHead, HasNameAndDate) {
  const RawProfile raw =
      read_text("flag\n\nNorth Korea\n\nLast updated : January 29, 2026\n\nLaw\n\nText.");
  EXPECT_EQ(raw.title, "North Korea");
  EXPECT_EQ(raw.title_line, 3u);
  EXPECT_EQ(raw.updated_text, "January 29, 2026");
  EXPECT_EQ(raw.updated_line, 5u);
  EXPECT_EQ(shown(raw), "H Law\nP Text.\n");
}

TEST(TextHead, ReadsTheDateLineInItsVariants) {
  constexpr const char* kCases[][2] = {
      {"Last updated : April 07, 2026", "April 07, 2026"},
      {"Last updated: 3 March 2026", "3 March 2026"},
      {"Last\u00A0updated:\u00A03\u00A0March\u00A02026", "3\u00A0March\u00A02026"},
      {"This\u00A0page was last\u202Fupdated on 3 March 2026", "3 March 2026"},
      {"Last Updated : Oct 12, 2025", "Oct 12, 2025"},
      {"LAST UPDATED\u00A0:\u00A02026-01-29", "2026-01-29"},
      {"Last updated:2026/01/29", "2026/01/29"},
      {"Last updated on 29 January 2026", "29 January 2026"},
      {"Last updated 29 January 2026", "29 January 2026"},
      {"Last updated – January 29, 2026", "January 29, 2026"},
      {"Last updated on 3 March 2026 by the team", "3 March 2026"},
      {"Last updated in January 2026", "January 2026"},
      {"Updated as of 3 March 2026", "3 March 2026"},
      {"This page was last updated on 3 March 2026.", "3 March 2026"},
      {"Page last updated: 3 March 2026", "3 March 2026"},
      {"(as of 1 February 2026)", "1 February 2026"},
      {"Status: February 2026", "February 2026"},
      {"Information current as of 12/02/2026", "12/02/2026"},
      {"Last reviewed: 3 May 2025", "3 May 2025"},
      {"(Last updated: 3 March 2026)", "3 March 2026"},
      {"Last updated : 3 March 2026 by Jane Doe", "3 March 2026"},
      {"Last updated : 3 March 2026, 10:32", "3 March 2026"},
      {"Last updated : 3 March 2026 (v2)", "3 March 2026"},
      {"Last updated : 3 mars 2026 | 10 min", "3 mars 2026"},
      {"Dernière mise à jour : 3 mars 2026", "3 mars 2026"},
      {"ÚLTIMA ACTUALIZACIÓN: 3 de marzo de 2026", "3 de marzo de 2026"},
      {"Последнее обновление: 3 марта 2026", "3 марта 2026"},
      {"آخر تحديث: 3 مارس 2026", "3 مارس 2026"},
      {"最終更新日：2026年3月3日", "2026年3月3日"},
      {"최종 업데이트: 2026년 3월 3일", "2026년 3월 3일"},
      {"Dernière mise à jour le 3 mars 2026", "3 mars 2026"},
      {"Zuletzt aktualisiert am 3. März 2026", "3. März 2026"},
      {"Última atualização em 3 de março de 2026", "3 de março de 2026"},
      {"Обновлено 3 марта 2026 г.", "3 марта 2026 г."},
      {"آخر تحديث ٣ مارس ٢٠٢٦", "٣ مارس ٢٠٢٦"},
      {"最終更新日2026年3月3日", "2026年3月3日"},
      {"Senast uppdaterad: 3 mars 2026 av Jo", "3 mars 2026"},
      {"Stand: März 2026", "März 2026"},
      {"Last updated : sometime", "sometime"},
      {"Last updated :\n\n3 March 2026", "3 March 2026"},
      {"Last updated :\n\nLaw", ""},
      {"Last updated on 12/02/2026", "12/02/2026"},
      {"Last updated\n\n12/02/2026", "12/02/2026"},
      {"Last updated 12.02.2026", "12.02.2026"},
  };
  for (const auto& [line, date] : kCases) {
    const RawProfile raw = read_text(std::string("Kenya\n\n") + line + "\n\nLaw\n\nText.");
    EXPECT_EQ(raw.title, "Kenya") << line;
    EXPECT_EQ(raw.updated_text, date) << line;
    EXPECT_EQ(raw.updated_line, 3u) << line;
    EXPECT_TRUE(shown(raw).starts_with("H Law\n")) << shown(raw);
  }
}

TEST(TextHead, PrefersTheDayOfTheUpdateToThatOfAReview) {
  const RawProfile raw =
      read_text("Kenya\n\nLast reviewed: 3 May 2025\n\nLast updated: 4 May 2025\n\nLaw\n\nText.");
  EXPECT_EQ(raw.updated_text, "4 May 2025");
  EXPECT_EQ(read_text("Kenya\n\nStatus: 2019\n\nLaw\n\nText.").updated_text, "") << "a year alone";
}

TEST(TextHead, IsAbsentFromHeadlessDumps) {
  for (const char* text : {
           "Digital ID Overview\n\nKenya has a card.\n",
           "Kenya has had a digital identity card since 2019, and more is to "
           "come.\n\nLaw\n\nText.\n",
           "Surveillance\n\nThe state listens.\n",
           "    Law\n\n    Data Protection\n\n    There is an act.\n",
           "Last updated figures of the ministry show a rise.\n\nLaw\n\nText.\n",
           "Last updated on 3 March 2026 by the team, the list is long.\n\nLaw\n\nText.\n",
           "1.^\n\n Source (29 January 2026) accessed 29 January 2026.\n",
           "",
       }) {
    const RawProfile raw = read_text(text);
    EXPECT_EQ(raw.title, "") << text;
    EXPECT_EQ(raw.updated_text, "") << text;
    EXPECT_EQ(raw.updated_line, 0u) << text;
  }
}

TEST(TextHead, WithoutDateNeedsOtherSigns) {
  EXPECT_EQ(read_text("flag\n\nSouth Asia\n\nSurveillance\n\nText.").title, "South Asia");
  EXPECT_EQ(read_text("South Asia\n\nDigital ID Overview\n\nText.").title, "South Asia");
  EXPECT_EQ(read_text("Kenya\n\nText of the page.").title, "Kenya");
  EXPECT_EQ(read_text("flag\n\nLaw\n\nText.").title, "");
  EXPECT_EQ(shown(read_text("flag\n\nLaw\n\nText.")), "H Law\nP Text.\n");
}

TEST(TextHead, TakesACountryInSmallLetters) {
  const RawProfile raw =
      read_text("flag\n\nlaos\n\nLast updated : January 29, 2026\n\nLaw\n\nText.");
  EXPECT_EQ(raw.title, "laos");
  EXPECT_EQ(shown(raw), "H Law\nP Text.\n");
}

TEST(TextHead, KnowsOtherWordsForTheDate) {
  for (const char* words : {"Updated:", "Updated :", "Updated", "Last update:", "Last modified:",
                            "Last modified on", "Last revised:", "Date updated:"}) {
    const RawProfile raw =
        read_text("Kenya\n\n" + std::string(words) + " January 29, 2026\n\nLaw\n\nText.");
    EXPECT_EQ(raw.updated_text, "January 29, 2026") << words;
    EXPECT_EQ(raw.title, "Kenya") << words;
    EXPECT_EQ(shown(raw), "H Law\nP Text.\n") << words;
  }
  for (const char* line : {"Updated", "Updated: a register", "Updated figures show 5 of them",
                           "Last modified figures"}) {
    EXPECT_FALSE(updated_text(line)) << line;
  }
}

TEST(TextHead, HoldsTheNamesOfAuthors) {
  for (const char* head : {
           "Kenya\n\nBy Jane Doe\n\nLast updated : March 3, 2026\n\n",
           "By Jane Doe\n\nKenya\n\nLast updated : March 3, 2026\n\nAuthor: John Roe\n\n",
           "Kenya\n\nLast updated : March 3, 2026\n\nBy Jane Doe\n\nEditors: A. Lee; B. Lee\n\n"
           "Reviewed by the Law Clinic.\n\n",
           "Kenya\nLast updated by Jane Doe on March 3, 2026\nBy Jane Doe\n\n",
       }) {
    const RawProfile raw = read_text(std::string(head) + "Law\n\nText.");
    EXPECT_EQ(raw.title, "Kenya") << head;
    EXPECT_EQ(raw.updated_text, "March 3, 2026") << head;
    EXPECT_EQ(shown(raw), "H Law\nP Text.\n") << head;
  }
  // Below a heading, and in a sentence, the same words are text.
  EXPECT_EQ(shown(read_text("Kenya\n\nLast updated : March 3, 2026\n\nBy law all have a card.\n\n"
                            "Law\n\nWritten by Jane Doe.\n\nBy Jane Doe\n")),
            "P By law all have a card.\nH Law\nP Written by Jane Doe.\nP By Jane Doe\n");
}

TEST(TextHead, LooksForTheNameAmongMenuLines) {
  const RawProfile raw = read_text(
      "Home\n\nflag\n\nCountry profile\n\nKenya\n\nLaw\n\nLast updated : January 29, "
      "2026\n\nLaw\n\nText.");
  EXPECT_EQ(raw.title, "Kenya");
  EXPECT_EQ(shown(raw), "P Country profile\nH Law\nP Text.\n");
}

TEST(TextHead, DoesNotReachIntoTheBody) {
  const RawProfile raw = read_text(
      "Digital ID Overview\n\nA paragraph of text.\n\nLast updated : January 29, 2026\n\nMore "
      "text.");
  EXPECT_EQ(raw.updated_line, 0u);
  EXPECT_EQ(shown(raw),
            "H Digital ID Overview\nP A paragraph of text.\nP Last updated : January 29, 2026\n"
            "P More text.\n");
}

}  // namespace
}  // namespace idsearch::indexer
