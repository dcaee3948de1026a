// SPDX-License-Identifier: GPL-2.0-or-later
// Other names of what was typed, from the query to the answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "idsearch/search.hpp"
#include "query/rank.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::string marked_words(const Hit& hit) {
  std::string all;
  for (const Highlight& range : hit.highlights)
    all += (all.empty() ? "" : "|") + hit.text.substr(range.start, range.end - range.start);
  return all;
}

TEST(Synonyms, OtherNamesAreFoundAfterTheTypedOne) {
  const TestIndex index({plain_profile({"A national identity card is issued.", "The NID is issued.",
                                        "The identity of a national flag.", "Nothing."})});
  SearchResult result = ask(index, "NID");
  EXPECT_EQ(ids_of(result), "p/_/2 p/_/1");
  EXPECT_EQ(expansions(result), "NID: national identity card");
  EXPECT_EQ(marked_words(result.hits[1]), "national identity card");
  result = ask(index, "national identity card");
  EXPECT_EQ(ids_of(result).substr(0, 17), "p/_/1 p/_/2 p/_/3")
      << "with all words, then its other name";
  EXPECT_EQ(expansions(result), "national identity card: NID");
}

TEST(Synonyms, BritishAndAmericanSpellingsFindEachOther) {
  const TestIndex index({plain_profile({"The court recognised him.", "It recognizes births.",
                                        "A labour programme.", "Nothing of the kind."})});
  SearchResult result = ask(index, "recognize");
  EXPECT_EQ(ids_of(result), "p/_/2 p/_/1") << "the typed spelling first, in all its forms";
  EXPECT_EQ(expansions(result), "recognize: recognise");
  EXPECT_EQ(marked_words(result.hits[1]), "recognised");
  result = ask(index, "Labor PROGRAM");
  EXPECT_EQ(ids_of(result), "p/_/3");
  EXPECT_EQ(expansions(result), "Labor: labour; PROGRAM: programme");
  EXPECT_EQ(messages_of(result), "") << "neither word is unknown";
  EXPECT_TRUE(result.suggestions.empty());
  EXPECT_EQ(messages_of(ask(index, "labor births")), "");
  EXPECT_EQ(ids_of(ask(index, "\"recognizes\"")), "p/_/2") << "a phrase is taken as typed";
  EXPECT_EQ(ids_of(ask(index, "programs AND labors")), "p/_/3");
  EXPECT_EQ(expansions(ask(index, "organize")), "") << "what no passage has";
  EXPECT_EQ(ids_of(ask(index, "-recognize births")), "");
  SearchRequest request = request_of("labor");
  request.synonyms = false;
  EXPECT_EQ(index.open().search(request).total, 0u);
}

TEST(Synonyms, IrregularFormsFindEachOther) {
  const TestIndex index(
      {plain_profile({"a stateless child", "stateless children", "women froze"})});
  EXPECT_EQ(ids_of(ask(index, "stateless child")), "p/_/1 p/_/2");
  EXPECT_EQ(ids_of(ask(index, "stateless AND children")), "p/_/2 p/_/1");
  const TestIndex others({plain_profile({"they give", "it was given", "she gave"})});
  EXPECT_EQ(ids_of(ask(others, "gave")), "p/_/3 p/_/1 p/_/2") << "not only the first other form";
  const SearchResult result = ask(index, "woman frozen");
  EXPECT_EQ(ids_of(result), "p/_/3");
  EXPECT_EQ(marked_words(result.hits[0]), "women|froze");
  EXPECT_EQ(expansions(result), "woman: women; frozen: froze");
}

TEST(Synonyms, AllFormsOfAWordAreFoundAndAnAbbreviationHasNone) {
  const TestIndex index({plain_profile(
      {"They give cards.", "Cards were given.", "He gave a card.", "No card.", "I met him."})});
  SearchResult result = ask(index, "gave");
  EXPECT_EQ(ids_of(result), "p/_/3 p/_/1 p/_/2");
  EXPECT_EQ(expansions(result), "gave: give, given");
  EXPECT_EQ(marked_words(result.hits[2]), "given");
  EXPECT_EQ(expansions(ask(index, "given")), "given: give, gave");
  EXPECT_EQ(ids_of(ask(index, "MEET")), "") << "MET and MEET are other things";
  EXPECT_EQ(ids_of(ask(index, "Meet")), "p/_/5");
}

TEST(Synonyms, NumbersInDigitsAndInWordsFindEachOther) {
  const TestIndex index({plain_profile({"within seventy-two hours", "within 72 hours",
                                        "seventy hours", "two hours", "fifteen days"})});
  const SearchResult result = ask(index, "72 hours");
  EXPECT_EQ(ids_of(result).substr(0, 11), "p/_/2 p/_/1");
  EXPECT_EQ(expansions(result), "72: seventy-two");
  EXPECT_EQ(marked_words(result.hits[1]), "seventy-two|hours");
  EXPECT_EQ(ids_of(ask(index, "seventy-two hours")).substr(0, 11), "p/_/1 p/_/2");
  EXPECT_EQ(ids_of(ask(index, "15 AND days")), "p/_/5");
}

TEST(Synonyms, ANameOfSeveralWordsIsAPhrase) {
  const TestIndex index(
      {plain_profile({"the card shows a national identity", "national identity cards"})});
  const SearchResult result = ask(index, "NID");
  EXPECT_EQ(ids_of(result), "p/_/2") << "its plural counts, other orders do not";
}

TEST(Synonyms, AreSwitchedOffByTheRequestAndByQuotes) {
  const TestIndex index({plain_profile({"citizenship", "nationality"})});
  EXPECT_EQ(ids_of(ask(index, "citizenship")), "p/_/1 p/_/2");
  EXPECT_EQ(ids_of(ask(index, "\"citizenship\"")), "p/_/1");
  SearchRequest request = request_of("citizenship");
  request.synonyms = false;
  EXPECT_EQ(ids_of(index.open().search(request)), "p/_/1");
  EXPECT_TRUE(index.open().search(request).expansions.empty());
  request.synonyms = true;
  request.exact = true;
  EXPECT_EQ(ids_of(index.open().search(request)), "p/_/1");
}

TEST(Synonyms, HoldBetweenOperatorsButTakeNothingAway) {
  const TestIndex index(
      {plain_profile({"citizenship fee", "nationality fee", "nationality", "fee"})});
  EXPECT_EQ(ids_of(ask(index, "citizenship AND fee")), "p/_/1 p/_/2");
  EXPECT_EQ(ids_of(ask(index, "fee -citizenship")), "p/_/4 p/_/2");
  EXPECT_EQ(ids_of(ask(index, "NOT citizenship")), "p/_/2 p/_/3 p/_/4");
}

TEST(Synonyms, StandInForATypedWordInARankOfTheirOwn) {
  const TestIndex index({plain_profile({"citizenship citizenship citizenship", "nationality reform",
                                        "reform reform reform", "citizenship reform"})});
  EXPECT_EQ(ids_of(ask(index, "citizenship reform")).substr(0, 11), "p/_/4 p/_/2")
      << "both typed, then both with one of them under another name";
}

TEST(Synonyms, AWordThatTheIndexLacksIsFoundUnderItsOtherName) {
  const TestIndex index({plain_profile({"North Korea", "korea in the north", "surveillance"})});
  EXPECT_EQ(ids_of(ask(index, "DPRK surveillance")), "p/_/3 p/_/1");
}

TEST(Synonyms, OfAFileReplaceTheOthers) {
  const TestIndex index({plain_profile({"citizenship", "nationality", "papers"})});
  const std::string file = testing::TempDir() + "synonyms_test.toml";
  std::ofstream(file) << "version = 1\ngroups = [[\"citizenship\", \"papers\"]]\n";
  OpenOptions options;
  options.thesaurus = file;
  EXPECT_EQ(ids_of(Searcher::open({index.path()}, options).search(request_of("citizenship"))),
            "p/_/1 p/_/3");
}

TEST(Synonyms, OfANameThatIsTypedAgainCountOnce) {
  const TestIndex index({plain_profile({"citizenship and nationality", "nationality"})});
  SearchRequest request = request_of("citizenship");
  request.explain = true;
  const Searcher searcher = index.open();
  const SearchResult once = searcher.search(request);
  for (int i = 0; i < 200; ++i) request.text += " citizenship";
  const SearchResult often = searcher.search(request);
  ASSERT_TRUE(once.explain && often.explain);
  EXPECT_EQ(often.explain->query, once.explain->query);
  EXPECT_EQ(expansions(often), expansions(once));
}

TEST(Synonyms, AQueryGrowsWithTheNamesAndNotTwiceWithEach) {
  const std::string file = testing::TempDir() + "synonyms_many.toml";
  std::ofstream out(file);
  out << "version = 1\ngroups = [[\"paper\"";
  std::vector<std::string> texts;
  for (int i = 0; i < 14; ++i) {
    texts.push_back("name number " + std::string(1, static_cast<char>('a' + i)) + "x");
    out << ", \"" << texts.back() << "\"";
  }
  out << "]]\n";
  out.close();
  const TestIndex index({plain_profile(texts)});
  OpenOptions options;
  options.thesaurus = file;
  SearchRequest request = request_of("paper");
  request.explain = true;
  const SearchResult result = Searcher::open({index.path()}, options).search(request);
  EXPECT_EQ(result.total, 14u);
  ASSERT_TRUE(result.explain);
  EXPECT_LT(result.explain->query.size(), 20'000u);
}

TEST(Synonyms, TwoWordsAreFoundWhereTheyAreWrittenAsOne) {
  const TestIndex index(
      {plain_profile({"an eKYC check", "a database", "e-passports", "the abroad"})});
  SearchResult result = ask(index, "e KYC");
  EXPECT_EQ(ids_of(result), "p/_/1 p/_/3");
  EXPECT_EQ(expansions(result), "e KYC: ekyc");
  EXPECT_EQ(marked_words(result.hits[0]), "eKYC");
  EXPECT_EQ(ids_of(ask(index, "data base")), "p/_/2");
  // Hyphenated it is found by its parts, and function words are joined to nothing.
  EXPECT_EQ(expansions(ask(index, "e passports")), "");
  EXPECT_EQ(expansions(ask(index, "a broad")), "");
  SearchRequest request = request_of("data base");
  request.synonyms = false;
  EXPECT_EQ(index.open().search(request).total, 0u);
}

/// Passages of random words, some of which have other names.
std::vector<std::string> random_texts(std::mt19937& random, std::size_t count) {
  const std::vector<std::string> words{"citizenship",
                                       "nationality",
                                       "NID",
                                       "national",
                                       "identity",
                                       "card",
                                       "national identity card",
                                       "law",
                                       "fee",
                                       "office",
                                       "river",
                                       "stone"};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t k = 1 + random() % 12; k > 0; --k)
      text += (text.empty() ? "" : " ") + words[random() % words.size()];
    texts.push_back(text);
  }
  return texts;
}

std::size_t times(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    ++count;
  return count;
}

TEST(Synonyms, NeverOutrankTheTypedWord) {
  std::mt19937 random(4);
  for (int round = 0; round < 20; ++round) {
    const TestIndex index({plain_profile(random_texts(random, 60))});
    const Searcher searcher = index.open();
    for (const auto& [query, typed, other] :
         {std::tuple{"citizenship", "citizenship", "nationality"},
          std::tuple{"nationality", "nationality", "citizenship"},
          std::tuple{"NID", "NID", "national identity card"}}) {
      bool only_others = false;
      for (const Hit& hit : searcher.search(request_of(query)).hits) {
        const bool has_typed = times(hit.text, typed) > 0;
        EXPECT_FALSE(has_typed && only_others) << query << ": " << hit.text;
        only_others = only_others || (!has_typed && times(hit.text, other) > 0);
      }
    }
    // A long query has no tiers: weights alone keep the order, with all else equal.
    std::map<std::string, std::size_t> best_rank;
    for (const Hit& hit : searcher.search(request_of("citizenship law fee office river")).hits)
      best_rank.emplace(hit.text, hit.rank);
    for (const auto& [text, rank] : best_rank) {
      std::string exchanged = text;
      for (std::size_t at = 0; (at = exchanged.find("nationality", at)) != std::string::npos;)
        exchanged.replace(at, 11, "citizenship");
      if (const auto twin = best_rank.find(exchanged); twin != best_rank.end()) {
        EXPECT_LE(twin->second, rank) << text;
      }
    }
  }
}

TEST(Synonyms, WeightsAloneKeepTheTypedWordInFront) {
  // Four content words: no tiers. Passage k has the typed word k times, its twin the other name.
  std::vector<std::string> texts;
  for (int k = 1; k <= 5; ++k) {
    std::string typed = "law", other = "law";
    for (int i = 0; i < k; ++i) typed += " citizenship", other += " nationality";
    texts.push_back(typed);
    texts.push_back(other);
  }
  // The typed word is common, its other name rare: the weights by themselves would prefer that one.
  for (int i = 0; i < 80; ++i) texts.push_back("citizenship stone");
  const TestIndex index({plain_profile(texts)});
  const SearchResult result = ask(index, "citizenship law fee office");
  std::map<std::string, double> scores;
  for (const Hit& hit : result.hits) scores[hit.id] = hit.score;
  for (int k = 1; k <= 5; ++k) {
    const std::string typed = "p/_/" + std::to_string(2 * k - 1),
                      other = "p/_/" + std::to_string(2 * k);
    EXPECT_GT(scores[typed], scores[other]) << k;
  }
}

TEST(Synonyms, AreTheSameOnShards) {
  std::mt19937 random(7);
  const std::vector<std::string> texts = random_texts(random, 90);
  std::vector<Profile> all, first, second;
  for (std::size_t i = 0; i < 9; ++i) {
    all.push_back(plain_profile({texts.begin() + 10 * i, texts.begin() + 10 * (i + 1)},
                                "p" + std::to_string(i)));
    (i % 2 == 0 ? first : second).push_back(all.back());
  }
  const TestIndex whole(all), a(first), b(second);
  const Searcher one = whole.open(), two = Searcher::open({a.path(), b.path()});
  for (const char* query : {"citizenship", "NID", "NID fee", "citizenship law NID river",
                            "national identity card", "nationality AND fee"}) {
    const SearchResult left = one.search(request_of(query)), right = two.search(request_of(query));
    EXPECT_EQ(ids_of(left), ids_of(right)) << query;
    EXPECT_EQ(left.expansions, right.expansions) << query;
    for (std::size_t i = 0; i < std::min(left.hits.size(), right.hits.size()); ++i)
      EXPECT_EQ(left.hits[i].score, right.hits[i].score) << query << " " << i;
  }
}

}  // namespace
}  // namespace idsearch::query
