// SPDX-License-Identifier: GPL-2.0-or-later
// Operands of AND that no passage has together, from the query to its notes.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::vector<Profile> profiles() {
  Profile kenya = make_profile(
      "kenya", "Kenya",
      {{{"Law"}, {"Foreigners carry a card.", "Foreigners pay a fee.", "A court heard nomads."}}});
  kenya.country = Country{"KE", "Kenya"};
  Profile britain = make_profile("britain", "United Kingdom", {{{"Law"}, {"Nomads pay."}}});
  britain.country = Country{"GB", "United Kingdom"};
  return {kenya, britain};
}

TEST(Conjunctions, WithoutAPassageSayHowManyEachOperandHas) {
  const TestIndex index(profiles());
  const std::pair<const char*, const char*> cases[] = {
      {"foreigners AND nomads",
       "no passage has all of these: “foreigners” is in 2 passages, “nomads” is in 2 passages"},
      {"court AND \"carry a card\"",
       "no passage has all of these: “court” is in 1 passage, \"carry a card\" is in 1 passage"},
      {"foreigners AND fee AND nomads",
       "no passage has all of these: “foreigners” is in 2 passages, “fee” is in 1 passage, "
       "“nomads” "
       "is in 2 passages; without “nomads” 1 passage"},
      {"country:GB foreigners AND nomads",
       "no passage within the filters has all of these: “foreigners” is in none, “nomads” is in 1 "
       "passage"},
      {"(foreigners AND court) OR (fee AND court)",
       "no passage has all of these: “foreigners” is in 2 passages, “court” is in 1 passage\n"
       "no passage has all of these: “fee” is in 1 passage, “court” is in 1 passage"},
      // Told otherwise, or found.
      {"foreigners AND xyzzy", "in no passage: “xyzzy”"},
      {"foreigners AND fee", ""},
      {"(foreigners AND court) OR fee", ""},
  };
  const Searcher searcher = index.open();
  for (const auto& [query, notes] : cases) {
    SearchRequest request = request_of(query);
    request.suggest = false;
    EXPECT_EQ(messages_of(searcher.search(request)), notes) << query;
  }
}

TEST(CountryFilters, OfWhatIsNoCountrySayWhereTitlesHaveIt) {
  std::vector<Profile> all = profiles();
  all.push_back(make_profile("scotland", "The Case of Scotland", {{{"Law"}, {"Nomads."}}}));
  all.push_back(make_profile("azawad", "Åzawad", {{{"Law"}, {"Nomads."}}}));
  const TestIndex index(all);
  EXPECT_EQ(messages_of(ask(index, "country:Scotland nomads")),
            "“Scotland” is no country but a part of one: write country:GB for all of United "
            "Kingdom (GB); heading:Scotland finds what has it in a title");
  EXPECT_EQ(messages_of(ask(index, "country:Azawad")),
            "“Azawad” is no country that is known here; heading:Azawad finds what has it in a "
            "title");
  EXPECT_EQ(messages_of(ask(index, "country:\"case of scotland\"")),
            "“case of scotland” is no country that is known here; heading:\"case of scotland\" "
            "finds what has it in a title");
}

TEST(CountryFilters, OfAPartOfAStateSayWhatToWrite) {
  EXPECT_EQ(
      messages_of(ask(TestIndex(profiles()), "country:Scotland nomads")),
      "“Scotland” is no country but a part of one: write country:GB for all of United Kingdom "
      "(GB)");
  EXPECT_EQ(
      messages_of(ask(TestIndex(profiles()), "country:Zanzibar nomads")),
      "“Zanzibar” is no country but a part of one: the index has no profile of Tanzania (TZ)");
}

}  // namespace
}  // namespace idsearch::query
