// SPDX-License-Identifier: GPL-2.0-or-later
// Countries named in a query, from the query to the answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/chars.hpp"
#include "query/lexer_state.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

Profile of_country(const std::string& id, const std::string& code,
                   const std::vector<std::string>& texts) {
  Profile profile = plain_profile(texts, id);
  profile.country = Country{code, id};
  return profile;
}

std::vector<Profile> four_countries() {
  return {
      of_country("ke", "KE", {"citizenship law of Burmese people", "the law", "citizenship law"}),
      of_country("mm", "MM", {"the law", "citizenship", "a river", "citizenship and the law"}),
      of_country("kp", "KP", {"passport", "river"}), of_country("kr", "KR", {"passport fee"})};
}

TEST(CountryHints, PassagesOfTheCountryComeFirstAndNoneIsLeftOut) {
  const TestIndex index(four_countries());
  const SearchResult result = ask(index, "Burmese citizenship law");
  EXPECT_EQ(ids_of(result), "mm/_/4 mm/_/2 mm/_/1 ke/_/1 ke/_/3 ke/_/2");
  EXPECT_NE(expansions(result).find("Burmese: passages of Myanmar (Burma) come first"),
            std::string::npos)
      << expansions(result);
}

TEST(CountryHints, ACountryThatIsNamedAgainIsToldOnce) {
  const TestIndex index(four_countries());
  const std::string told = expansions(ask(index, "Burmese law BURMESE burmese"));
  const std::size_t first = told.find("passages of Myanmar (Burma) come first");
  ASSERT_NE(first, std::string::npos) << told;
  EXPECT_EQ(told.find("passages of Myanmar", first + 1), std::string::npos) << told;
}

TEST(CountryHints, PutWhatMatchesTheOtherWordsFirstWithinTheCountry) {
  const TestIndex index(
      {of_country("ke", "KE", {"law law law law", "passport", "law passport law"})});
  EXPECT_EQ(ids_of(ask(index, "passport kenya")), "ke/_/2 ke/_/3");
  EXPECT_EQ(ids_of(ask(index, "passport law in Kenya")).substr(0, 6), "ke/_/3");
}

TEST(CountryHints, SomeOfTheOtherWordsComeBeforeTheNameAlone) {
  const std::string filler(" and so on, with many other things that this long passage has to say");
  Profile kenya = make_profile("ke", "Kenya",
                               {{{},
                                 {"A river.", "Women." + filler + filler + filler, "A stone.",
                                  "The passport." + filler + filler + filler}}});
  kenya.country = Country{"KE", "Kenya"};
  const TestIndex index({kenya, plain_profile({"passport women", "women", "a"})});
  const std::string ids = ids_of(ask(index, "passport Kenya women"));
  EXPECT_EQ(ids, "ke/_/4 ke/_/2 p/_/1 p/_/2 ke/_/1 ke/_/3");
}

TEST(CountryHints, OneWordThatNoPassageHasDoesNotMakeTheNameAnAnswer) {
  const std::string filler(" and so on, with many other things that this long passage has to say");
  Profile kenya =
      make_profile("ke", "Kenya", {{{}, {"A river.", "Yes", "The passport." + filler + filler}}});
  kenya.country = Country{"KE", "Kenya"};
  const TestIndex index({kenya, plain_profile({"A passport.", "Kenya."})});
  const std::string ids = ids_of(ask(index, "xyzzy passport Kenya"));
  EXPECT_TRUE(ids.starts_with("ke/_/3 p/_/1 ke/_/")) << ids;
  EXPECT_TRUE(ids.ends_with(" p/_/2")) << ids;
}

TEST(CountryHints, BesideNothingThatIsFoundTheNameRanksAsIfAlone) {
  Profile kenya = make_profile(
      "ke", "Kenya", {{{}, {"2016", "Long ago a fee was paid in Kenya.", "Yes", "A long river."}}});
  kenya.country = Country{"KE", "Kenya"};
  const TestIndex index({kenya});
  EXPECT_EQ(ids_of(ask(index, "Kenya")), "ke/_/2 ke/_/1 ke/_/3 ke/_/4");
  for (const char* query : {"xyzzy Kenya", "the xyzzy plugh in Kenya", "\"xyzzy plugh\" Kenya"})
    EXPECT_EQ(ids_of(ask(index, query)), "ke/_/2 ke/_/1 ke/_/3 ke/_/4") << query;
}

TEST(CountryHints, PassagesThatSayTheNameComeBeforeCellsThatDoNot) {
  Profile africa = make_profile("za", "South Africa",
                                {{{},
                                  {"2016", "It is in the south of Africa, as all say.",
                                   "In South Africa there is a register of persons, and much "
                                   "more that this passage has to say about it.",
                                   "2018"}}});
  africa.country = Country{"ZA", "South Africa"};
  Profile kenya = make_profile(
      "ke", "Kenya", {{{}, {"2016", "Long ago a fee was paid in Kenya.", "South Africa."}}});
  kenya.country = Country{"KE", "Kenya"};
  const TestIndex index({africa, kenya});
  EXPECT_EQ(ids_of(ask(index, "South Africa")), "za/_/3 za/_/2 za/_/1 za/_/4 ke/_/3");
  EXPECT_EQ(ids_of(ask(index, "Kenya")), "ke/_/2 ke/_/1 ke/_/3");
}

TEST(CountryHints, TheNameHardlyWeighsBesideOtherWords) {
  Profile kenya = make_profile("ke", "Kenya", {{{}, {"the law", "a passport, a river, a stone"}}});
  kenya.country = Country{"KE", "Kenya"};
  const TestIndex index({kenya, plain_profile({"law", "law", "law", "law", "a passport"})});
  SearchRequest request = request_of("law passport fee Kenya");
  request.explain = true;
  const SearchResult result = index.open().search(request);
  ASSERT_EQ(result.hits[0].id, "ke/_/2") << "the rarer word, though the passage is longer";
  double name = 0, other = 0;
  for (const ScorePart& part : result.hits[0].score_parts)
    if (part.what.find("kenya") != std::string::npos)
      name += part.score;
    else if (part.what.find("passport") != std::string::npos)
      other += part.score;
  EXPECT_GT(name, 0);
  EXPECT_LT(name, other / 4);
  // Alone it weighs nothing: reading order.
  EXPECT_EQ(ids_of(ask(index, "Kenya")), "ke/_/1 ke/_/2");
  EXPECT_EQ(ask(index, "Kenya").hits[0].score, ask(index, "Kenya").hits[1].score);
}

TEST(CountryHints, AllWordsSideBySideComeFirstEvenElsewhere) {
  Profile kenya = plain_profile({"a passport", "Kenyan people"}, "ke");
  kenya.country = Country{"KE", "Kenya"};
  Profile uganda = plain_profile({"whoever has a Kenyan passport may enter"}, "ug");
  uganda.country = Country{"UG", "Uganda"};
  EXPECT_EQ(ids_of(ask(TestIndex({kenya, uganda}), "Kenyan passport")), "ug/_/1 ke/_/1 ke/_/2");
  kenya.passages.push_back(kenya.passages.front());
  kenya.passages.back().id = "ke/_/3";
  kenya.passages.back().text = "a word about the Kenyan passport";
  EXPECT_EQ(ids_of(ask(TestIndex({kenya, uganda}), "Kenyan passport")),
            "ke/_/3 ke/_/1 ug/_/1 ke/_/2");
}

TEST(CountryHints, ACountryAloneFindsItsPassages) {
  const TestIndex index(four_countries());
  EXPECT_EQ(ids_of(ask(index, "burmese")), "mm/_/1 mm/_/2 mm/_/3 mm/_/4 ke/_/1");
  EXPECT_EQ(ids_of(ask(index, "Burmese AND river")), "mm/_/3");
  EXPECT_EQ(ids_of(ask(index, "river OR Burmese")), "mm/_/3 mm/_/1 mm/_/2 mm/_/4 ke/_/1 kp/_/2");
}

TEST(CountryHints, ANameOfSeveralCountriesMeansAllOfThem) {
  const TestIndex index(four_countries());
  SearchResult result = ask(index, "korean passport");
  EXPECT_EQ(ids_of(result), "kp/_/1 kr/_/1");
  EXPECT_EQ(expansions(result), "korean: passages of North Korea and South Korea come first");
  result = ask(index, "river in Kenya and Korea");
  EXPECT_EQ(result.hits.front().id, "kp/_/2");
}

TEST(CountryHints, AreNoneInQuotesFieldsNegationsAndOnDemand) {
  const TestIndex index(four_countries());
  for (const char* query : {"\"burmese\" law", "law heading:burmese", "law -burmese", "law in mm",
                            "law country:burmese", "law swazi"}) {
    EXPECT_EQ(expansions(ask(index, query)).find("come first"), std::string::npos) << query;
  }
  SearchRequest request = request_of("Burmese citizenship law");
  request.synonyms = false;
  EXPECT_EQ(ids_of(index.open().search(request)).substr(0, 6), "ke/_/1");
  request.synonyms = true;
  request.exact = true;
  EXPECT_EQ(ids_of(index.open().search(request)).substr(0, 6), "ke/_/1");
}

TEST(CountryHints, OnlyChangeTheOrderAndAreTheSameOnShards) {
  std::mt19937 random(11);
  const std::vector<std::string> words{"law",   "citizenship", "river",    "Burmese", "card",
                                       "Kenya", "fee",         "passport", "North",   "Korea"};
  std::vector<Profile> all, first, second;
  for (const char* code : {"MM", "KE", "KP", "KR", "UG", "IN"}) {
    std::vector<std::string> texts;
    for (int i = 0; i < 12; ++i) {
      std::string text;
      for (std::size_t k = 1 + random() % 8; k > 0; --k)
        text += (text.empty() ? "" : " ") + words[random() % words.size()];
      texts.push_back(text);
    }
    all.push_back(of_country(lower_ascii(code), code, texts));
    (all.size() % 2 == 0 ? first : second).push_back(all.back());
  }
  const TestIndex whole(all), a(first), b(second);
  const Searcher one = whole.open(), two = Searcher::open({a.path(), b.path()});
  for (const char* query :
       {"Burmese citizenship law", "Kenya card", "law fee river card Kenyan", "korean passport fee",
        "Burmese Kenyan card", "card AND Ugandan", "law AND card AND river AND Indians"}) {
    SearchRequest request = request_of(query);
    const SearchResult left = one.search(request), right = two.search(request);
    EXPECT_EQ(ids_of(left), ids_of(right)) << query;
    EXPECT_EQ(left.expansions, right.expansions) << query;
    for (std::size_t i = 0; i < std::min(left.hits.size(), right.hits.size()); ++i)
      EXPECT_EQ(left.hits[i].score, right.hits[i].score) << query << " " << i;
    // Pages are cut from one order.
    request.limit = 3;
    std::string paged;
    for (request.offset = 0; request.offset < left.total; request.offset += 3)
      paged += (paged.empty() ? "" : " ") + ids_of(one.search(request));
    EXPECT_EQ(paged, ids_of(left)) << query;
  }
  for (const char* query : {"Burmese citizenship law", "Kenya card", "Kenyan law fee river card"}) {
    SearchRequest request = request_of(query);
    const SearchResult hinted = one.search(request);
    request.synonyms = false;
    std::vector<std::string> with, without;
    for (const Hit& hit : hinted.hits) with.push_back(hit.id);
    for (const Hit& hit : one.search(request).hits) without.push_back(hit.id);
    std::sort(with.begin(), with.end());
    std::sort(without.begin(), without.end());
    EXPECT_TRUE(std::includes(with.begin(), with.end(), without.begin(), without.end())) << query;
  }
}

}  // namespace
}  // namespace idsearch::query
