// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/trec.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sstream>

#include "idsearch/error.hpp"

namespace idsearch::query {
namespace {

std::vector<Hit> hits_of(const std::vector<double>& scores) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    Hit hit;
    hit.rank = i + 1;
    hit.score = scores[i];
    hit.id = "d" + std::to_string(i);
    hits.push_back(hit);
  }
  return hits;
}

TEST(Trec, ALineForEachHit) {
  EXPECT_EQ(trec_lines("q1", hits_of({12.5, 3})),
            "q1 Q0 d0 1 12.5 idsearch\nq1 Q0 d1 2 3 idsearch\n");
  EXPECT_EQ(trec_lines("q1", {}), "");
}

TEST(Trec, SortingAsTrecEvalDoesKeepsTheOrder) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> scores;
    double score = round % 3 == 0 ? 0.0 : static_cast<double>(random() % 100000) / 100.0;
    for (int i = 0; i < 100; ++i) {
      scores.push_back(score);
      // Ties, differences far below a float's grain, and real ones.
      const unsigned kind = random() % 4;
      if (kind == 1) score -= 1e-12;
      if (kind == 2) score -= static_cast<double>(random() % 1000) / 1e5;
    }
    std::istringstream lines(trec_lines("q", hits_of(scores)));
    std::vector<std::pair<float, std::string>> run;
    std::string query, q0, id, rank, printed, name;
    double above = 1e300;
    while (lines >> query >> q0 >> id >> rank >> printed >> name) {
      EXPECT_LT(std::strtod(printed.c_str(), nullptr), above);
      EXPECT_EQ(printed.find('e'), std::string::npos) << printed;
      above = std::strtod(printed.c_str(), nullptr);
      run.emplace_back(std::strtof(printed.c_str(), nullptr), id);
    }
    ASSERT_EQ(run.size(), 100u);
    auto sorted = run;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second > b.second;
    });
    EXPECT_EQ(sorted, run);
  }
}

TEST(Trec, IdsHoldNoBlanks) {
  std::vector<Hit> hits = hits_of({1});
  hits[0].id = "a b\tc";
  EXPECT_EQ(trec_lines("q 1", hits), "q_1 Q0 a_b\\x09c 1 1 idsearch\n");
}

TEST(Trec, QueriesAreReadLineByLine) {
  EXPECT_EQ(parse_test_queries("\xEF\xBB\xBF"
                               "1\tbirth registration\r\n\n2\ta\tb\n3\t",
                               "q.tsv"),
            (std::vector<TestQuery>{{"1", "birth registration"}, {"2", "a\tb"}, {"3", ""}}));
  EXPECT_TRUE(parse_test_queries("", "q.tsv").empty());
}

TEST(Trec, ALineWithoutTabIsNamed) {
  for (const auto& [text, message] : std::vector<std::pair<std::string, std::string>>{
           {"1\tx\nbirth registration\n", "q.tsv:2: there is no TAB"},
           {"\tx\n", "q.tsv:1: there is no id"}}) {
    try {
      parse_test_queries(text, "q.tsv");
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      EXPECT_EQ(error.message(), message);
    }
  }
}

}  // namespace
}  // namespace idsearch::query
