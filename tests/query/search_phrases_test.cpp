// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases and NEAR that stand nowhere, from the query to its notes.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::vector<Profile> registers() {
  Profile kenya = make_profile(
      "kenya", "Kenya",
      {{{"Registration"},
        {"The system keeps a register of every birth.", "Births are entered into another system.",
         "The birth certificate is free, and the card costs money in the capital of the "
         "country."}}});
  kenya.country = Country{"KE", "Kenya"};
  kenya.passages.front().marks = {{"1", 10}};
  Note note;
  note.label = "1";
  note.text = "A free system";
  note.status = NoteStatus::Resolved;
  Source source;
  source.note = "1";
  source.text = note.text;
  note.sources = {source};
  kenya.notes = {note};
  Profile nepal = make_profile("nepal", "Nepal", {{{"Law"}, {"A card for each system."}}});
  nepal.country = Country{"NP", "Nepal"};
  return {kenya, nepal};
}

TEST(Phrases, OneThatStandsNowhereIsToldWithWhatItsWordsFindWithoutQuotationMarks) {
  const TestIndex index(registers());
  const Searcher searcher = index.open();
  const std::string two =
      "“birth system” stands nowhere as a phrase; without the quotation marks 2 passages have all "
      "its words";
  const std::string none =
      "“money system” stands nowhere as a phrase, and no passage has all its words";
  const std::pair<std::string, std::string> cases[] = {
      {"\"birth system\"", two},
      {"“birth  system”", two},
      {"\"birth system\" card", two},
      {"card AND \"birth system\"", two},
      {"card OR \"birth system\"", two},
      {"\"birth-system\"",
       "“birth-system” stands nowhere as a phrase; without the quotation marks 2 passages have all "
       "its words"},
      {"\"birth syst*\"",
       "“birth syst*” stands nowhere as a phrase; without the quotation marks 2 passages have all "
       "its words"},
      {"\"card system\"",
       "“card system” stands nowhere as a phrase; without the quotation marks 1 passage has all "
       "its "
       "words"},
      {"\"card system\" country:NP",
       "“card system” stands nowhere as a phrase; without the quotation marks 1 passage has all "
       "its "
       "words"},
      {"\"card system\" country:KE",
       "“card system” stands nowhere as a phrase, and no passage within the filters has all its "
       "words"},
      {"\"money system\"", none},
      {"\"free system\"",
       "“free system” stands nowhere as a phrase but in sources (--in all), and no passage has all "
       "its words"},
      {"heading:\"registration registration\"",
       "heading:“registration registration” stands nowhere as a phrase; without the quotation "
       "marks "
       "3 passages have all its words"},
      {"birth NEAR/1 system",
       "birth NEAR/1 system is met nowhere; AND in place of NEAR finds 2 passages"},
      {"money NEAR system",
       "money NEAR/10 system is met nowhere, and no passage has all its words"},
      // Nothing to tell.
      {"\"birth certificate\"", ""},
      {"\"birth certificate\" system", ""},
      {"\"birth certificate\" AND system",
       "no passage has all of these: \"birth certificate\" is in 1 passage, “system” is in 3 "
       "passages"},
      {"card -\"birth system\"", ""},
      {"\"system\"", ""},
      {"birth system", ""},
      {"card NEAR/3 system", ""},
      {"\"card for each\" country:KE", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(messages_of(searcher.search(request_of(query))), expected) << query;
}

TEST(Phrases, TheNotePointsAtThePhraseAndAWordThatIsNowhereIsToldInstead) {
  const TestIndex index(registers());
  const SearchResult result = index.open().search(request_of("card \"birth system\""));
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes.front().column, 5u);
  EXPECT_EQ(result.notes.front().length, 14u);
  EXPECT_EQ(messages_of(index.open().search(request_of("card \"birth xyzzy\""))),
            "in no passage: “xyzzy”");
}

TEST(Phrases, OfAPastedPageOnlySomeAreLookedUp) {
  const TestIndex index(registers());
  std::string query;
  for (int i = 0; i < 30; ++i)
    query += "\"card" + std::string(i % 2 == 0 ? " " : "  ") + "system\" ";
  EXPECT_EQ(index.open().search(request_of(query)).notes.size(), 8u);
}

}  // namespace
}  // namespace idsearch::query
