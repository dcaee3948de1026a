// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_run.hpp"

#include <gtest/gtest.h>

#include <random>

#include "query/grammar.hpp"
#include "query/rank.hpp"
#include "store/reader.hpp"
#include "tests/query/test_index.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::query {
namespace {

using Ids = std::vector<std::string>;

struct Asked {
  Ids ids;
  std::vector<FoundPassage> passages;
};

Asked found_by(const std::vector<std::string>& paths, const std::string& text, std::size_t offset,
               std::size_t limit) {
  const store::Reader reader = store::Reader::open(paths);
  const QueryWords words(reader.languages());
  const ParsedQuery parsed = parse_query(text);
  const CompiledQuery compiled = compile_query(parsed.root, reader.database(), words, {});
  Asked out;
  out.passages = run_query(compiled, reader.database(), offset, limit).passages;
  for (const FoundPassage& passage : out.passages)
    out.ids.push_back(reader.record(passage.docid).id);
  return out;
}

/// 0 to 25, the small ones oftener.
unsigned skewed(std::mt19937& random) {
  const auto most = static_cast<unsigned>(1 + random() % 26);
  return static_cast<unsigned>(random()) % most;
}

/// Profiles of passages out of few words, each word of them in many.
std::vector<Profile> many_profiles(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Profile> out;
  for (const char* id : {"a", "b", "c", "d"}) {
    std::vector<std::string> texts;
    for (int i = 0; i < 90; ++i) {
      std::string text;
      for (auto n = static_cast<unsigned>(3 + random() % 25); n > 0; --n) {
        const auto letter = static_cast<char>('a' + skewed(random));
        text += std::string("word") + letter + " ";
      }
      texts.push_back(text);
    }
    out.push_back(plain_profile(texts, id));
  }
  return out;
}

constexpr const char* kQueries[] = {"worda", "wordb wordc", "wordd worde wordf wordg",
                                    "\"worda wordb\"", "worda AND wordz -wordc"};

TEST(SearchRun, APassageThatIsLikeGoodOnesComesBeforeOneWithAChanceWord) {
  // The first and every second of the others say "card" twice; the others share a subject, too.
  std::vector<std::string> texts{"card card wool mill spinning"};
  for (int i = 0; i < 12; ++i) {
    texts.push_back("card card biometric identity enrolment");
    texts.push_back("card kept biometric identity enrolment");
  }
  const TestIndex index({plain_profile(texts)});
  const Asked found = found_by({index.path()}, "card", 0, 30);
  ASSERT_EQ(found.ids.size(), 25u);
  EXPECT_EQ(found.ids[0], "p/_/2");
  EXPECT_EQ(found.ids[12], "p/_/1");
  EXPECT_EQ(found.passages[12].words, found.passages[0].words);
}

TEST(SearchRun, FewPassagesKeepTheOrderOfTheirWords) {
  const TestIndex index({plain_profile({"card wool mill spinning", "card identity", "card identity",
                                        "card identity biometric enrolment"})});
  const Asked found = found_by({index.path()}, "card", 0, 10);
  EXPECT_EQ(found.ids, (Ids{"p/_/2", "p/_/3", "p/_/1", "p/_/4"}));
  for (const FoundPassage& passage : found.passages) {
    EXPECT_EQ(passage.score, passage.words);
    EXPECT_EQ(passage.like, passage.words);
  }
}

TEST(SearchRun, ScoresNeverRiseWithTheRank) {
  const TestIndex index(many_profiles(1));
  for (const char* query : kQueries) {
    const Asked found = found_by({index.path()}, query, 0, 1000);
    for (std::size_t i = 1; i < found.passages.size(); ++i)
      EXPECT_LE(found.passages[i].score, found.passages[i - 1].score) << query << ", rank " << i;
  }
}

TEST(SearchRun, PagesAreCutFromOneList) {
  const TestIndex index(many_profiles(2));
  for (const char* query : kQueries) {
    const Ids all = found_by({index.path()}, query, 0, 1000).ids;
    Ids paged;
    for (std::size_t offset = 0; offset < all.size(); offset += 35) {
      const Ids page = found_by({index.path()}, query, offset, 35).ids;
      paged.insert(paged.end(), page.begin(), page.end());
    }
    EXPECT_EQ(paged, all) << query;
    EXPECT_EQ(found_by({index.path()}, query, all.size() + 5, 10).ids, Ids{}) << query;
  }
}

TEST(SearchRun, HowTheTiersAreAskedChangesNothing) {
  const TestIndex index(many_profiles(4));
  const store::Reader reader = store::Reader::open({index.path()});
  const QueryWords words(reader.languages());
  std::mt19937 random(5);
  std::size_t with_tiers = 0;
  for (int i = 0; i < repetitions(300, 100); ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 3; n > 0; --n)
      text += std::string(random() % 5 == 0 ? "-" : "") + "word" +
              static_cast<char>('a' + random() % 26) + " ";
    const CompiledQuery compiled =
        compile_query(parse_query(text).root, reader.database(), words, {});
    with_tiers += compiled.tiers.size() > 1;
    const std::size_t offset = random() % 3 * 20;
    const FoundPage many = run_query(compiled, reader.database(), offset, 40, 0);
    // All at once, and from the lowest tier that has no more.
    for (const std::uint32_t at_once : {100'000u, 90u, 30u, 8u}) {
      const FoundPage few = run_query(compiled, reader.database(), offset, 40, at_once);
      EXPECT_EQ(few.total, many.total) << text;
      ASSERT_EQ(few.passages.size(), many.passages.size()) << text;
      for (std::size_t k = 0; k < few.passages.size(); ++k) {
        EXPECT_EQ(few.passages[k].docid, many.passages[k].docid) << text << ", rank " << k;
        EXPECT_EQ(few.passages[k].score, many.passages[k].score) << text << ", rank " << k;
      }
    }
  }
  EXPECT_GT(with_tiers, repetitions(100u, 33u));
}

TEST(SearchRun, OneIndexAndFourShardsAnswerTheSame) {
  const std::vector<Profile> profiles = many_profiles(3);
  const TestIndex whole(profiles);
  std::vector<std::unique_ptr<TestIndex>> shards;
  std::vector<std::string> paths;
  for (const Profile& profile : profiles) {
    shards.push_back(std::make_unique<TestIndex>(std::vector<Profile>{profile}));
    paths.insert(paths.begin(), shards.back()->path());
  }
  for (const char* query : kQueries) {
    const Asked one = found_by({whole.path()}, query, 0, 1000),
                four = found_by(paths, query, 0, 1000);
    EXPECT_EQ(one.ids, four.ids) << query;
    for (std::size_t i = 0; i < one.passages.size() && i < four.passages.size(); ++i)
      EXPECT_EQ(one.passages[i].score, four.passages[i].score) << query;
  }
}

TEST(SearchRun, WhereFewPassagesHaveTheWordsThoseWithFunctionWordsFollow) {
  std::vector<std::string> texts{"wool of the mill", "the card of the law", "card and law"};
  const TestIndex index({plain_profile(texts)});
  EXPECT_EQ(found_by({index.path()}, "the mill", 0, 10).ids, (Ids{"p/_/1", "p/_/2"}));
  EXPECT_EQ(found_by({index.path()}, "law of the", 0, 10).ids, (Ids{"p/_/2", "p/_/3", "p/_/1"}));
  // Not what only looks like one, and not where nothing else is found.
  EXPECT_EQ(found_by({index.path()}, "mill", 0, 10).ids, Ids{"p/_/1"});
  EXPECT_EQ(found_by({index.path()}, "the panopticon", 0, 10).ids, Ids{});
  EXPECT_EQ(found_by({index.path()}, "(the mill) OR wool", 0, 10).ids, Ids{"p/_/1"});
  // Ten others with the word: they fill a page.
  for (int i = 0; i < 10; ++i) texts.push_back("a mill for wool");
  const TestIndex more({plain_profile(texts)});
  EXPECT_EQ(found_by({more.path()}, "the mill", 0, 100).ids.size(), 11u);
}

TEST(SearchRun, WordsSideBySideStayFirstWhateverTheOthersAreLike) {
  std::vector<std::string> texts(40, "database of the card and biometric enrolment database");
  texts.push_back("wool mill biometric database spinning");
  const TestIndex index({plain_profile(texts)});
  const Asked found = found_by({index.path()}, "biometric database", 0, 50);
  EXPECT_EQ(found.ids.front(), "p/_/41");
}

}  // namespace
}  // namespace idsearch::query
