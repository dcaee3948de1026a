// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a query that no passage has, from the query to its notes.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::vector<Profile> profiles() {
  Profile myanmar = make_profile("myanmar", "Myanmar",
                                 {{{"Registration"},
                                   {"The Rohingya hold a verification card.",
                                    "No national document is issued to them. บัตรประชาชน"}}});
  myanmar.country = Country{"MM", "Myanmar"};
  myanmar.passages.front().marks = {{"1", 3}};
  Note note;
  note.label = "1";
  note.text = "Panopticon Press";
  note.status = NoteStatus::Resolved;
  Source source;
  source.note = "1";
  source.text = note.text;
  note.sources = {source};
  myanmar.notes = {note};
  return {myanmar};
}

TEST(Unmatched, WordsThatNoPassageHasAreToldBesideOthers) {
  const TestIndex index(profiles());
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"rohingya NVC", "in no passage: “NVC”"},
      {"rohingya NVC country:MM", "in no passage: “NVC”"},
      {"NVC country:MM", "in no passage: “NVC”"},
      {"NVC -card", "in no passage: “NVC”"},
      {"rohingya AND NVC", "in no passage: “NVC”"},
      {"NVC xyzzy NVC rohingya", "in no passage: “NVC”, “xyzzy”"},
      {"rohingya \"verification xyzzy card\"", "in no passage: “xyzzy”"},
      {"rohingya NEAR/3 xyzzy", "in no passage: “xyzzy”"},
      {"rohingya xyzz*", "in no passage: “xyzz*”"},
      {"rohingya heading:card", "in no passage: “heading:card”"},
      {"rohingya panopticon.xyzzy", "in no passage: “panopticon.xyzzy”"},
      {"rohingya panopticon", "in no passage, but in sources (--in all): “panopticon”"},
      {"aa bb cc dd ee ff gg hh ii jj rohingya",
       "in no passage: “aa”, “bb”, “cc”, “dd”, “ee”, “ff”, “gg”, “hh” and 2 more"},
      // Nothing to tell.
      {"rohingya cards", ""},
      {"rohingya registrations", ""},
      {"rohingya whom", ""},
      {"rohingya -NVC", ""},
      {"rohingya \"verification card\"", ""},
      {"NVC", ""},
      {"NVC xyzzy", ""},
      {"Burmese rohingya", ""},
      {"บัตร rohingya", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(messages_of(searcher.search(request_of(query))), expected) << query;
}

TEST(Unmatched, TheNotePointsAtTheOnlyWord) {
  const TestIndex index(profiles());
  const SearchResult result = index.open().search(request_of("rohingya  \"NVC\" card"));
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes.front().column, 11u);
  EXPECT_EQ(result.notes.front().length, 3u);
}

TEST(Unmatched, OptionsSayWhereAWordMustBe) {
  const TestIndex index(profiles());
  const Searcher searcher = index.open();
  SearchRequest request = request_of("press rohingya");
  request.in = SearchIn::Notes;
  EXPECT_EQ(messages_of(searcher.search(request)), "in no source: “rohingya”");
  request.in = SearchIn::All;
  EXPECT_EQ(messages_of(searcher.search(request)), "");
  SearchRequest filtered = request_of("NVC");
  filtered.countries = {"MM"};
  EXPECT_EQ(messages_of(searcher.search(filtered)), "in no passage: “NVC”");
  SearchRequest exact = request_of("rohingya cards");
  exact.exact = true;
  EXPECT_EQ(messages_of(searcher.search(exact)), "in no passage: “cards”");
}

}  // namespace
}  // namespace idsearch::query
