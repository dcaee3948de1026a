// SPDX-License-Identifier: GPL-2.0-or-later
// Names and addresses that no passage has as words, from the query to its notes.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::vector<Profile> one_country() {
  Profile latvia = make_profile("latvia", "Latvia", {{{"Law"}, {"Stateless persons; Germany."}}});
  latvia.country = Country{"LV", "Latvia"};
  latvia.passages.front().marks = {{"1", 10}};
  Note note;
  note.label = "1";
  note.text = "Office, ‘Report’ <https://www.example.org/report>";
  note.status = NoteStatus::Resolved;
  Source source;
  source.note = "1";
  source.text = note.text;
  source.reference.url = "https://www.example.org/report";
  note.sources = {source};
  latvia.notes = {note};
  return {latvia};
}

TEST(Readings, CountriesAndAddressesAreToldWithTheFilterToWrite) {
  const TestIndex index(one_country());
  const Searcher searcher = index.open();
  const std::string latvia = "“Lettland” is Latvia: country:LV finds its passages";
  const std::string germany = "the index has no profile of Germany (DE)";
  const std::pair<std::string, std::string> cases[] = {
      {"Lettland", latvia},
      {"Rechte Lettland", latvia},
      {"Rechte AND Lettland", latvia},
      {"Латвия", "“Латвия” is Latvia: country:LV finds its passages"},
      {"stateless Латвия",
       "in no passage: “Латвия”\n“Латвия” is Latvia: country:LV finds its passages"},
      {"stateless Lettland", "in no passage: “Lettland”"},
      {"Germany", germany},
      {"stateless Germany", germany},
      {"Germans", germany},
      {"Deutschland", germany},
      {"Congo", "the index has no profile of Congo - Kinshasa (CD) or Congo - Brazzaville (CG)"},
      {"example.org", "source:example.org finds the passages that cite this site"},
      {"https://www.example.org/other?x=1",
       "source:example.org finds the passages that cite this site"},
      // Nothing to tell.
      {"Germany Latvia", ""},
      {"Latvia", ""},
      {"\"Lettland\"", ""},
      {"heading:Germany", ""},
      {"-Germany", ""},
      {"example.com", ""},
      {"persons;Germany.", germany},
  };
  for (const auto& [query, expected] : cases) {
    SearchRequest request = request_of(query);
    request.suggest = false;
    EXPECT_EQ(messages_of(searcher.search(request)), expected) << query;
  }
}

TEST(Readings, CodesOfCountriesAreCapitalsOrTheWholeQuery) {
  const TestIndex index(one_country());
  const Searcher searcher = index.open();
  const std::pair<std::string, std::string> cases[] = {
      {"LV", "“LV” is Latvia: country:LV finds its passages"},
      {"Rechte LVA", "“LVA” is Latvia: country:LV finds its passages"},
      {"FRA", "the index has no profile of France (FR)"},
      {"lv", "“lv” is Latvia: country:LV finds its passages"},
      {"Oman", "the index has no profile of Oman (OM)"},
      // Words of other languages, names of people, pieces of what was typed.
      {"che guevara", ""},
      {"gin", ""},
      {"Rechte lva", ""},
      {"pol*ce", "a star stands only at the end of a word; ignored"},
  };
  for (const auto& [query, expected] : cases) {
    SearchRequest request = request_of(query);
    request.suggest = false;
    EXPECT_EQ(messages_of(searcher.search(request)), expected) << query;
  }
}

TEST(Readings, WithoutHintsOrWithoutCountriesThereAreNone) {
  const TestIndex latvia(one_country());
  SearchRequest request = request_of("Lettland");
  request.synonyms = false;
  EXPECT_EQ(messages_of(latvia.open().search(request)), "");
  const TestIndex plain({plain_profile({"Stateless persons."})});
  EXPECT_EQ(messages_of(ask(plain, "Germany")), "");
}

TEST(Readings, NamesOfCountriesAreNoSpellingErrors) {
  Profile latvia = one_country().front();
  latvia.passages.push_back(latvia.passages.front());
  latvia.passages.back().id = "latvia/law/2";
  latvia.passages.back().text = "Hernan wrote it, and Lettlund printed it.";
  latvia.sections.front().passages = 2;
  const TestIndex index({latvia});
  EXPECT_TRUE(ask(index, "German").suggestions.empty());
  EXPECT_TRUE(ask(index, "Lettland").suggestions.empty());
  EXPECT_EQ(ask(index, "Hernann").suggestions, std::vector<std::string>{"Hernan"});
}

}  // namespace
}  // namespace idsearch::query
