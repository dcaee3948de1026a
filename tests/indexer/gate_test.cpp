// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/gate.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

using Reasons = std::vector<std::string>;

struct Case {
  const char* name;
  GateSummary serving, made;
  GateTrial trial;
  Reasons reasons;
};

const Case kCases[] = {
    {"the same again", {100, 1000, {}}, {100, 1000, {}}, {0, 100, 0, {}, {}}, {}},
    {"more of everything", {100, 1000, {}}, {200, 5000, {}}, {0, 200, 0, {}, {}}, {}},
    {"5 % of many profiles may go", {100, 1000, {}}, {95, 1000, {}}, {0, 95, 0, {}, {}}, {}},
    {"more than 5 % may not",
     {100, 1000, {}},
     {94, 1000, {}},
     {0, 94, 0, {}, {}},
     {"profiles drop from 100 to 94: more than 5 % and more than 3"}},
    {"three of few profiles may go", {10, 1000, {}}, {7, 1000, {}}, {0, 7, 0, {}, {}}, {}},
    {"four may not",
     {10, 1000, {}},
     {6, 1000, {}},
     {0, 6, 0, {}, {}},
     {"profiles drop from 10 to 6: more than 5 % and more than 3"}},
    {"10 % of the passages may go", {10, 1000, {}}, {10, 900, {}}, {0, 10, 0, {}, {}}, {}},
    {"more than 10 % may not",
     {10, 1000, {}},
     {10, 899, {}},
     {0, 10, 0, {}, {}},
     {"passages drop from 1000 to 899: more than 10 %"}},
    {"passages go with their profiles", {10, 100, {}}, {9, 60, {}}, {0, 9, 40, {}, {}}, {}},
    {"but not those of others",
     {10, 100, {}},
     {9, 53, {}},
     {0, 9, 40, {}, {}},
     {"passages drop from 60 to 53: more than 10 % (not counting the 40 passages of profiles that "
      "are gone)"}},
    {"2 % of many profiles may fail", {100, 1000, {}}, {100, 1000, {}}, {2, 100, 0, {}, {}}, {}},
    {"more than 2 % may not",
     {100, 1000, {}},
     {100, 1000, {}},
     {3, 100, 0, {}, {}},
     {"3 profiles of 100 cannot be read: more than 2 % and more than 1"}},
    {"one of few profiles may fail", {10, 100, {}}, {10, 100, {}}, {1, 10, 0, {}, {}}, {}},
    {"two of few may not",
     {10, 100, {}},
     {10, 100, {}},
     {2, 10, 0, {}, {}},
     {"2 profiles of 10 cannot be read: more than 2 % and more than 1"}},
    {"files that share an id are told as the cause",
     {30, 100, {}},
     {30, 100, {}},
     {29, 30, 0, {}, {}, "58 files share one."},
     {"29 profiles of 30 cannot be taken: more than 2 % and more than 1. 58 files share one."}},
    {"a topic may shrink",
     {9, 99, {{{"a", 50}, {"b", 5}}}},
     {9, 99, {{{"a", 1}, {"b", 5}}}},
     {0, 9, 0, {}, {}},
     {}},
    {"a topic may not vanish",
     {9, 99, {{{"a", 50}, {"b", 5}, {"c", 0}}}},
     {9, 99, {{{"b", 0}}}},
     {0, 9, 0, {}, {}},
     {"topic a drops from 50 passages to none", "topic b drops from 5 passages to none"}},
    {"topics that are not known say nothing", {9, 99, {}}, {9, 99, {{}}}, {0, 9, 0, {}, {}}, {}},
    {"a golden query finds its passage at the last place that is good",
     {9, 99, {}},
     {9, 99, {}},
     {0, 9, 0, {{"card", "kenya/_/1", 3}}, {3}},
     {}},
    {"a golden query finds it too late, another not at all",
     {9, 99, {}},
     {9, 99, {}},
     {0, 9, 0, {{"card", "kenya/_/1", 3}, {"birth", "nauru/_/2", 10}}, {4, 0}},
     {"golden query \"card\" does not find kenya/_/1 among the first 3",
      "golden query \"birth\" does not find nauru/_/2 among the first 10"}},
    {"all reasons are told",
     {100, 1000, {{{"a", 1}}}},
     {10, 10, {{}}},
     {90, 100, 0, {{"card", "kenya/_/1", 3}}, {0}},
     {"profiles drop from 100 to 10: more than 5 % and more than 3",
      "passages drop from 1000 to 10: more than 10 %", "topic a drops from 1 passage to none",
      "90 profiles of 100 cannot be read: more than 2 % and more than 1",
      "golden query \"card\" does not find kenya/_/1 among the first 3"}},
};

TEST(Gate, RefusesWhatFallsBelowALimit) {
  for (const Case& one : kCases)
    EXPECT_EQ(gate_refusals(one.serving, one.made, one.trial, {}), one.reasons) << one.name;
}

TEST(Gate, LimitsCanBeSet) {
  const GateSummary serving{100, 1000, {{{"a", 7}}}}, made{50, 400, {{}}};
  GateLimits wide;
  wide.profiles_drop_percent = 50;
  wide.passages_drop_percent = 60;
  wide.topics = false;
  EXPECT_EQ(gate_refusals(serving, made, {20, 100, 0, {}, {}}, wide),
            Reasons{"20 profiles of 100 cannot be read: more than 2 % and more than 1"});
  wide.failed_percent = 20;
  EXPECT_EQ(gate_refusals(serving, made, {20, 100, 0, {}, {}}, wide), Reasons{});
  GateLimits strict;
  strict.failed_percent = 0.5;
  strict.failed = 0;
  EXPECT_EQ(gate_refusals(serving, serving, {1, 100, 0, {}, {}}, strict),
            Reasons{"1 profile of 100 cannot be read: more than 0.5 % and more than 0"});
}

TEST(Gate, WarnsOfProfilesThatLostMostOfTheirPassages) {
  const auto profiles = [](const std::vector<std::pair<std::string, std::uint64_t>>& sizes) {
    std::vector<store::ManifestProfile> out;
    for (const auto& [id, passages] : sizes) out.push_back({id, id + ".txt", "", passages, 0, {}});
    return out;
  };
  const auto serving =
      profiles({{"chad", 10}, {"fiji", 10}, {"iran", 4}, {"mali", 8}, {"oman", 9}});
  EXPECT_EQ(gate_warnings(serving, serving), Reasons{});
  // Half may go, and three of few; profiles that are new or gone are judged as profiles.
  EXPECT_EQ(
      gate_warnings(
          serving,
          profiles(
              {{"benin", 1}, {"chad", 5}, {"fiji", 4}, {"iran", 1}, {"oman", 0}, {"peru", 1}})),
      (Reasons{"profile fiji drops from 10 passages to 4",
               "profile oman drops from 9 passages to 0"}));
  std::vector<std::pair<std::string, std::uint64_t>> many, few;
  for (char c = 'a'; c <= 'm'; ++c) {
    many.emplace_back(std::string(1, c), 10);
    few.emplace_back(std::string(1, c), 1);
  }
  const Reasons reasons = gate_warnings(profiles(many), profiles(few));
  ASSERT_EQ(reasons.size(), kMostShrunk + 1);
  EXPECT_EQ(reasons.back(), "so do 3 more profiles");
}

TEST(Gate, WarnsOfProfilesThatNameNoCountryOrDateAnyMore) {
  const std::vector<LostHead> lost = {
      {"chad", "Chad (TD)", ""}, {"fiji", "", "2026-01-29"}, {"mali", "Mali (ML)", "2026-03-03"}};
  EXPECT_EQ(lost_head_warnings(lost),
            (Reasons{"profile chad names no country any more, before it was Chad (TD)",
                     "profile fiji names no date, before it was 2026-01-29",
                     "profile mali names no country any more, before it was Mali (ML), and no "
                     "date, before it was 2026-03-03"}));
  const GateSummary corpus{50, 1000, {}};
  const auto refusals = [&corpus](std::size_t countries) {
    GateTrial trial;
    trial.lost_heads.assign(countries, {"chad", "Chad (TD)", ""});
    trial.lost_heads.push_back({"fiji", "", "2026-01-29"});
    return gate_refusals(corpus, corpus, trial, {});
  };
  EXPECT_EQ(refusals(3), Reasons{});
  EXPECT_EQ(refusals(4),
            Reasons{"4 profiles of 50 name no country any more: more than 5 % and more than 3"});
  EXPECT_EQ(lost_head_warnings(std::vector<LostHead>(kMostShrunk + 3, lost[0])).back(),
            "so do 3 more profiles");
  EXPECT_EQ(lost_head_warnings(std::vector<LostHead>(kMostShrunk + 1, lost[0])).back(),
            "so does 1 more profile");
}

TEST(Gate, WithoutAnotherGenerationOnlyTheTrialCounts) {
  const GateTrial trial{2, 4, 0, {{"card", "kenya/_/1", 3}}, {0}};
  EXPECT_EQ(gate_faults(trial, {}),
            (Reasons{"2 profiles of 4 cannot be read: more than 2 % and more than 1",
                     "golden query \"card\" does not find kenya/_/1 among the first 3"}));
  EXPECT_EQ(gate_faults({}, {}), Reasons{});
}

}  // namespace
}  // namespace idsearch::indexer
