// SPDX-License-Identifier: GPL-2.0-or-later
// Words typed with hyphens or without a blank, from the query to the answer.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

struct Asked {
  const char* query;
  const char* ids;
  const char* notes;
};

void expect_all(const TestIndex& index, const std::vector<Asked>& cases) {
  const Searcher searcher = index.open();
  for (const Asked& asked : cases) {
    SearchRequest request = request_of(asked.query);
    request.suggest = false;
    const SearchResult result = searcher.search(request);
    EXPECT_EQ(ids_of(result), asked.ids) << asked.query;
    EXPECT_EQ(messages_of(result), asked.notes) << asked.query;
  }
}

TEST(Compounds, AWordInThreePartsMeetsAllWaysToJoinThem) {
  const TestIndex index({plain_profile({"An eID card is issued.", "The e-ID cards expire.",
                                        "An eIDcard, so to speak.", "The e-ID-card is new.",
                                        "One e IDcard is lost.", "The card has an e-ID."})});
  const Searcher searcher = index.open();
  SearchResult result = searcher.search(request_of("e-ID-card"));
  EXPECT_EQ(result.total, 5u) << ids_of(result);
  EXPECT_EQ(messages_of(result), "");
  // Quoted, it takes no plural.
  result = searcher.search(request_of("\"the e-ID-card\""));
  EXPECT_EQ(ids_of(result), "p/_/4");
  result = searcher.search(request_of("\"an e-ID-card\""));
  EXPECT_EQ(result.total, 2u) << ids_of(result);
}

TEST(Compounds, ThePartsThatMatchAreMarked) {
  const TestIndex index({plain_profile({"An eID card is issued."})});
  const SearchResult result = ask(index, "e-ID-card");
  ASSERT_EQ(result.hits.size(), 1u);
  std::string marked;
  for (const Highlight& one : result.hits.front().highlights)
    marked += "[" + result.hits.front().text.substr(one.start, one.end - one.start) + "]";
  EXPECT_EQ(marked, "[eID card]");
}

TEST(Compounds, OneThatNoPassageHasIsItsParts) {
  const TestIndex index({plain_profile({"The birth of a system for registration.", "A system.",
                                        "Each birth registration counts.", "The art of the state.",
                                        "An e-KYC service, and a birth/death register."})});
  const char* parted =
      "“birth-registration-system” stands nowhere as it is written; its parts are "
      "searched for";
  expect_all(
      index,
      {
          {"birth-registration-system", "p/_/1 p/_/3 p/_/2 p/_/5", parted},
          {"service birth-registration-system", "p/_/1 p/_/5 p/_/3 p/_/2", parted},
          {"(birth-registration-system)", "p/_/1 p/_/3 p/_/2 p/_/5", parted},
          {"counts AND birth-registration-system", "",
           "“birth-registration-system” stands nowhere as it is written; its words are searched "
           "for\nno passage has all of these: “counts” is in 1 passage, “birth” is in 3 passages, "
           "“registration” is in 2 passages, “system” is in 2 passages; without “counts” 1 "
           "passage"},
          {"birth-registration-system AND the", "p/_/1",
           "“birth-registration-system” stands nowhere as it is written; its words are searched "
           "for"},
          {"system AND birth/registration", "",
           "no passage has all of these: “system” is in 2 passages, “birth/registration” is in 1 "
           "passage"},
          {"system AND registration/birth", "p/_/1",
           "“registration/birth” stands nowhere as it is written; its words are searched for"},
          {"state-of-the-art", "p/_/4 p/_/1",
           "“state-of-the-art” stands nowhere as it is written; its parts are searched for\n"
           "the other words stand in few passages; those with its function words follow"},
          // Some passage has it, one of its parts is nowhere, or it is not a word among others.
          {"birth-registration", "p/_/3", ""},
          {"e-KYC", "p/_/5", ""},
          {"birth-xyzzy", "", ""},
          {"system -birth-system", "p/_/2 p/_/1", ""},
      });
}

TEST(Compounds, ALetterGluedToACapitalIsOneWithAHyphen) {
  const TestIndex index({plain_profile({"The e-ID-card is new.", "An eID is issued.",
                                        "An e-ID for all.", "Eid is a feast.", "The id of e."})});
  expect_all(index, {
                        {"eID", "p/_/2 p/_/4 p/_/3 p/_/1", ""},
                        {"card AND eID", "p/_/1", ""},
                        {"eid", "p/_/2 p/_/4 p/_/3", ""},
                    });
  const SearchResult result = ask(index, "eID");
  std::string marked;
  for (const Hit& hit : result.hits)
    for (const Highlight& one : hit.highlights)
      marked += "[" + hit.text.substr(one.start, one.end - one.start) + "]";
  EXPECT_EQ(marked, "[eID][Eid][e-ID][e-ID]");
  SearchRequest exact = request_of("eID");
  exact.exact = true;
  EXPECT_EQ(index.open().search(exact).total, 3u);
}

TEST(Compounds, AFirstLetterMayStandApartWhereTheWordIsNowhere) {
  const TestIndex index({plain_profile({"An e-KYC-check of customers.", "A check.", "An e."})});
  const char* apart = "“ekyc” stands nowhere as it is written; “e-kyc” is searched for";
  expect_all(index, {
                        {"ekyc", "p/_/1", apart},
                        {"ekyc AND customers", "p/_/1", apart},
                        {"zebra", "", ""},
                        {"echeck", "", ""},
                    });
}

TEST(Compounds, ExactAsksForThemAsTyped) {
  const TestIndex index({plain_profile({"The birth of a system."})});
  SearchRequest request = request_of("birth-system");
  request.exact = true;
  const SearchResult result = index.open().search(request);
  EXPECT_EQ(result.total, 0u);
  EXPECT_EQ(result.parsed, "birth-system");
  EXPECT_EQ(ask(index, "birth-system").parsed, "birth system");
}

}  // namespace
}  // namespace idsearch::query
