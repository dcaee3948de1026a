// SPDX-License-Identifier: GPL-2.0-or-later
// What --explain says, from the query to the answer.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

SearchResult explained(const Searcher& searcher, const std::string& query) {
  SearchRequest request = request_of(query);
  request.explain = true;
  return searcher.search(request);
}

std::string parts_of(const Hit& hit) {
  std::string all;
  for (const ScorePart& part : hit.score_parts) all += (all.empty() ? "" : "; ") + part.what;
  return all;
}

TEST(Explain, NamesThePartsOfAScore) {
  const TestIndex index(
      {plain_profile({"national identity cards and fees", "NID fee", "a stone"})});
  const SearchResult result = explained(index.open(), "the NID fees");
  ASSERT_EQ(ids_of(result), "p/_/2 p/_/1");
  EXPECT_EQ(parts_of(result.hits[0]),
            "comes first: all words near each other; “nid”, stem; “nid”, word; “fee”, stem");
  EXPECT_EQ(parts_of(result.hits[1]),
            "comes first: all words, some under another name; “fee”, stem; “fees”, word; "
            "other names of “NID”");
  ASSERT_TRUE(result.explain.has_value());
  EXPECT_EQ(result.explain->parsed, "the NID fees");
  EXPECT_EQ(result.explain->words, (std::vector<std::string>{"the (stem the) function word",
                                                             "nid (stem nid)", "fees (stem fee)"}));
  EXPECT_EQ(result.explain->tiers.size(), 3u);
  EXPECT_NE(result.explanation.find("\nalso: NID: national identity card\n"), std::string::npos)
      << result.explanation;
  EXPECT_TRUE(result.hits[0].explanation.starts_with("score 30")) << result.hits[0].explanation;
}

TEST(Explain, IsNotThereUnlessAskedFor) {
  const TestIndex index({plain_profile({"law"})});
  const SearchResult result = index.open().search(request_of("law"));
  EXPECT_EQ(result.explanation, "");
  EXPECT_FALSE(result.explain.has_value());
  EXPECT_EQ(result.hits[0].explanation, "");
  EXPECT_TRUE(result.hits[0].score_parts.empty());
}

TEST(Explain, ThePartsAddUpToTheScoreOfEachHit) {
  std::mt19937 random(21);
  const std::vector<std::string> words{"law",     "laws",  "e-KYC", "card",        "cards",
                                       "NID",     "fee",   "the",   "citizenship", "nationality",
                                       "Burmese", "stone", "kyc"};
  std::vector<Profile> first, second, all;
  for (int p = 0; p < 6; ++p) {
    std::vector<std::string> texts;
    for (int i = 0; i < 12; ++i) {
      std::string text;
      for (std::size_t k = 1 + random() % 9; k > 0; --k)
        text += (text.empty() ? "" : " ") + words[random() % words.size()];
      texts.push_back(text);
    }
    Profile profile = make_profile("p" + std::to_string(p), "Card", {{{"Law"}, texts}});
    profile.country = Country{p % 2 == 0 ? "MM" : "KE", "x"};
    all.push_back(profile);
    (p % 2 == 0 ? first : second).push_back(profile);
  }
  const TestIndex whole(all), a(first), b(second);
  const Searcher one = whole.open(), two = Searcher::open({a.path(), b.path()});
  for (const char* query : {"law",
                            "law card",
                            "the law",
                            "e-KYC card",
                            "Burmese citizenship law",
                            "NID fee card stone",
                            "\"law card\" fee",
                            "law AND card",
                            "(law OR card) AND fee",
                            "(law AND card) OR fee stone",
                            "(law -card) OR fee",
                            "law NEAR/3 card",
                            "car* law",
                            "\"the la*\" fee",
                            "-stone",
                            "heading:card law",
                            "law OR (card fee)",
                            "citizenship AND card",
                            "nationality OR law",
                            "law NOT (card OR fee)",
                            "country:KE",
                            "law law laws",
                            "law NEAR/3 ..."}) {
    for (const Searcher* searcher : {&one, &two}) {
      for (const Hit& hit : explained(*searcher, query).hits) {
        double sum = 0;
        for (const ScorePart& part : hit.score_parts) {
          sum += part.score;
          EXPECT_NE(part.what, "other") << query << ": " << hit.explanation;
        }
        EXPECT_EQ(sum, hit.score) << query << ": " << hit.explanation;
      }
    }
  }
}

}  // namespace
}  // namespace idsearch::query
