// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_pages.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_text.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

// Three pages with a running title, numbers at their ends and `page_break` between.
std::string printed(const std::string& page_break) {
  const std::string title = "Digital Identity          March 2026\n\n";
  const auto number = [](const char* n) {
    return "\n                         " + std::string(n) + "\n";
  };
  return title +
         "              Kenya\n\nLast updated: 3 March 2026\n\nLaw\n\nAll must hold a card, " +
         "and\n" + number("1") + page_break + title + "many do.\n\nSurveillance\n\nPolice scan.\n" +
         number("2") + page_break + title + "They keep it.\n\nNobody asks.\n" + number("3");
}

TEST(Pages, LeaveNeitherNumbersNorRunningTitlesNorBreaksOfSentences) {
  for (const char* page_break : {"\f", ""}) {
    const RawProfile raw = read_text(printed(page_break));
    EXPECT_EQ(raw.title, "Kenya") << page_break;
    EXPECT_EQ(raw.updated_text, "3 March 2026");
    EXPECT_EQ(shown(raw),
              "H Law\nP All must hold a card, and many do.\nH Surveillance\nP Police scan.\n"
              "P They keep it.\nP Nobody asks.\n")
        << page_break;
  }
}

TEST(Pages, KeepTheNameOfTheProfileOnce) {
  const RawProfile raw = read_text(
      "Kenya\n\nLast updated: 3 March 2026\n\nLaw\n\nA card.\n\fKenya\n\nA fee.\n\fKenya\n\nA "
      "fine.\n");
  EXPECT_EQ(raw.title, "Kenya");
  EXPECT_EQ(shown(raw), "H Law\nP A card.\nP A fee.\nP A fine.\n");
}

TEST(Pages, AreNotSeenInNumbersAtTheMarginOrTitlesThatOnePageHas) {
  EXPECT_EQ(shown(read_text("Law\n\nA card.\n\n1\n\nA fee.\n\nA fine.\n\nA form.\n\n2\n\nText.\n")),
            "H Law\nP A card.\nP 1\nP A fee.\nP A fine.\nP A form.\nP 2\nP Text.\n");
  EXPECT_EQ(shown(read_text("Law\n\nA card.\n\fPractice\n\nA fee.\n")),
            "H Law\nP A card.\nH Practice\nP A fee.\n");
}

}  // namespace
}  // namespace idsearch::indexer
