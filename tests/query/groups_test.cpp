// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/groups.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/render.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

store::PassageHead head(const std::string& code, const std::string& section = "law",
                        const std::vector<std::string>& topics = {}) {
  store::PassageHead out;
  if (!code.empty()) out.country = Country{code, "Land " + code};
  out.section_path = section;
  out.section_titles = {"Law"};
  out.topics = topics;
  return out;
}

/// "KE:0+2 …": key, place of the best, how many more.
std::string listed_groups(const std::vector<store::PassageHead>& heads, GroupBy by) {
  std::string out;
  for (const PassageGroup& one : groups_of(heads, by))
    out += (out.empty() ? "" : " ") + one.group.key + ":" + std::to_string(one.best) + "+" +
           std::to_string(one.group.others);
  return out;
}

TEST(Groups, StandInTheOrderOfTheirBestPassagesAndCountTheRest) {
  const std::vector<store::PassageHead> heads{head("KE"), head(""),   head("KP"),
                                              head("KE"), head("KE"), head("")};
  EXPECT_EQ(listed_groups(heads, GroupBy::Country), "KE:0+2 :1+1 KP:2+0");
  EXPECT_EQ(listed_groups({}, GroupBy::Country), "");
}

TEST(Groups, ASectionIsOneInAllProfiles) {
  EXPECT_EQ(
      listed_groups({head("KE", "law"), head("KP", "_"), head("KP", "law")}, GroupBy::Section),
      "law:0+1 _:1+0");
}

TEST(Groups, APassageStandsInTheGroupOfEachOfItsTopics) {
  EXPECT_EQ(listed_groups({head("KE", "law", {"statelessness", "surveillance"}),
                           head("KE", "law", {}), head("KE", "law", {"surveillance"})},
                          GroupBy::Topic),
            "statelessness:0+0 surveillance:0+1 :1+0");
}

TEST(Groups, ACountryThatNobodyKnowsIsAGroupByItsName) {
  store::PassageHead island = head("KE");
  island.country = Country{"", "Sealand"};
  EXPECT_EQ(listed_groups({island, head("")}, GroupBy::Country), "Sealand:0+0 :1+0");
}

TEST(Groups, AreToldInWords) {
  EXPECT_EQ(group_words({GroupBy::Country, "KE", "Kenya", 4}), "4 more of Kenya");
  EXPECT_EQ(group_words({GroupBy::Country, "", "", 1}), "1 more without a country");
  EXPECT_EQ(group_words({GroupBy::Section, "law", "Law", 0}), "the only one under Law");
  EXPECT_EQ(group_words({GroupBy::Section, "_", "", 2}), "2 more before any heading");
  EXPECT_EQ(group_words({GroupBy::Topic, "surveillance", "surveillance", 0}),
            "the only one tagged surveillance");
  EXPECT_EQ(group_words({GroupBy::Topic, "", "", 3}), "3 more without a topic");
  EXPECT_EQ(group_words({GroupBy::Topic, "", "", 3, false}), "at least 3 more without a topic");
  EXPECT_EQ(group_words({GroupBy::Country, "KE", "Kenya", 0, false}),
            "the only one found so far of Kenya");
}

class GroupedSearch : public testing::Test {
 protected:
  static std::vector<Profile> profiles() {
    std::vector<Profile> all;
    for (const auto& [id, code, name] :
         {std::tuple{"kenya", "KE", "Kenya"}, {"nepal", "NP", "Nepal"}, {"ghana", "GH", "Ghana"}}) {
      Profile one = make_profile(
          id, name,
          {{{"Law"}, {"A card is issued.", "The card of a citizen is a card.", "No law here."}},
           {{"Overview"}, {"Show a card."}}});
      one.country = Country{code, name};
      all.push_back(one);
    }
    all[2].passages[0].topics = {{"surveillance", {"card"}}};
    return all;
  }

  GroupedSearch() : index_(profiles()), searcher_(index_.open()) {}

  SearchResult answer(GroupBy by, std::size_t limit = 10, std::size_t offset = 0) const {
    SearchRequest request = request_of("card");
    request.by = by;
    request.limit = limit;
    request.offset = offset;
    return searcher_.search(request);
  }

  TestIndex index_;
  Searcher searcher_;
};

TEST_F(GroupedSearch, TheBestOfEachCountryStandsAsInTheUngroupedAnswer) {
  const SearchResult plain = answer(GroupBy::None), grouped = answer(GroupBy::Country);
  ASSERT_EQ(plain.total, 9u);
  EXPECT_EQ(grouped.total, 9u);
  ASSERT_TRUE(grouped.groups);
  EXPECT_EQ(grouped.groups->total, 3u);
  EXPECT_TRUE(grouped.groups->exact);
  ASSERT_EQ(grouped.hits.size(), 3u);
  std::vector<std::string> firsts;
  for (const Hit& hit : plain.hits) {
    const bool known = std::ranges::any_of(
        firsts, [&](const std::string& id) { return id.starts_with(hit.profile.id); });
    if (!known) firsts.push_back(hit.id);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(grouped.hits[i].id, firsts[i]);
    EXPECT_EQ(grouped.hits[i].rank, i + 1);
    ASSERT_TRUE(grouped.hits[i].group);
    EXPECT_EQ(grouped.hits[i].group->others, 2u);
    EXPECT_EQ(grouped.hits[i].group->name, grouped.hits[i].country->name);
  }
}

TEST_F(GroupedSearch, APageCountsGroups) {
  const SearchResult all = answer(GroupBy::Section), second = answer(GroupBy::Section, 1, 1);
  ASSERT_EQ(all.hits.size(), 2u);
  EXPECT_EQ(all.hits[0].group->others + all.hits[1].group->others, 7u);
  ASSERT_EQ(second.hits.size(), 1u);
  EXPECT_EQ(second.hits[0].id, all.hits[1].id);
  EXPECT_EQ(second.hits[0].rank, 2u);
  EXPECT_EQ(second.groups->total, 2u);
  EXPECT_TRUE(answer(GroupBy::Section, 10, 2).hits.empty());
  const SearchResult none = answer(GroupBy::Section, 0);
  EXPECT_EQ(none.total, 9u);
  ASSERT_TRUE(none.groups) << "they are counted, though none is shown";
  EXPECT_EQ(none.groups->total, 2u);
}

TEST_F(GroupedSearch, PassagesWithoutATopicAreAGroup) {
  const SearchResult result = answer(GroupBy::Topic);
  ASSERT_EQ(result.hits.size(), 2u);
  std::size_t without = result.hits[0].group->key.empty() ? 0 : 1;
  EXPECT_EQ(result.hits[without].group->others, 7u);
  EXPECT_EQ(result.hits[1 - without].group->key, "surveillance");
  EXPECT_EQ(result.hits[1 - without].id, "ghana/law/1");
}

TEST_F(GroupedSearch, EachFormatTellsTheGroup) {
  const SearchResult result = answer(GroupBy::Topic);
  const auto json = nlohmann::json::parse(render(result, "json"));
  EXPECT_EQ(json["groups"], (nlohmann::json{{"by", "topic"}, {"value", 2}, {"exact", true}}));
  for (const auto& hit : json["hits"]) {
    const bool tagged = hit["id"] == "ghana/law/1";
    EXPECT_EQ(hit["group"]["key"], tagged ? nlohmann::json("surveillance") : nlohmann::json());
    EXPECT_EQ(hit["group"]["others"], tagged ? 0 : 7);
  }
  for (const char* format : {"text", "md"}) {
    const std::string text = render(result, format);
    EXPECT_NE(text.find(" · the only one tagged surveillance\n"), std::string::npos) << text;
    EXPECT_NE(text.find(" · 7 more without a topic\n"), std::string::npos) << text;
  }
  const std::string csv = render(result, "csv");
  EXPECT_NE(csv.find(",sha256,group,others\r\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",surveillance,0\r\n"), std::string::npos) << csv;
  EXPECT_EQ(render(answer(GroupBy::None), "csv").find("group"), std::string::npos);
  EXPECT_FALSE(nlohmann::json::parse(render(answer(GroupBy::None), "json")).contains("groups"));
}

}  // namespace
}  // namespace idsearch::query
