// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/near_ids.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "idsearch/index.hpp"

namespace idsearch::query {
namespace {

class NearIds : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    root_ =
        std::filesystem::path(testing::TempDir()) / ("near_ids_test_" + std::to_string(getpid()));
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
    std::ofstream file(root_ / "testland.txt");
    file << "Testland\n\nLast updated : January 29, 2026\n\nLaw\n\nData Protection\n\n";
    for (int i = 1; i <= 5; ++i) {
      file << "Paragraph number " << i
           << " of the section speaks of a registry that the office of Testland keeps.\n\n";
    }
    file.close();
    BuildOptions options;
    options.corpus = {(root_ / "testland.txt").string()};
    options.index = (root_ / "index").string();
    build_index(options);
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(root_); }

  static std::vector<std::string> near(const std::string& id) {
    return near_ids(Searcher::open({(root_ / "index").string()}), id);
  }

  inline static std::filesystem::path root_;
};

using Ids = std::vector<std::string>;

TEST_F(NearIds, NeighboursInTheSameSectionComeFirst) {
  const std::string place = "testland/law/data-protection/";
  EXPECT_EQ(near(place + "9"), (Ids{place + "3", place + "4", place + "5"}));
  EXPECT_EQ(near("testland/law/data-protection"), (Ids{place + "1", place + "2", place + "3"}));
  EXPECT_EQ(near(place), (Ids{place + "1", place + "2", place + "3"}));
  EXPECT_EQ(near(place + "0"), (Ids{place + "1", place + "2", place + "3"}));
  EXPECT_EQ(near("TESTLAND/Law/data-protection/9"), (Ids{place + "3", place + "4", place + "5"}));
}

TEST_F(NearIds, ElseTheWordsOfTheIdFindThem) {
  EXPECT_EQ(near("testland/data-protection/1").size(), 3u);
  EXPECT_EQ(near("testland/data-protection/1")[0], "testland/law/data-protection/1");
  EXPECT_EQ(near("testland").size(), 3u);
}

TEST_F(NearIds, WhatIsLikeNothingHasNoNeighbours) {
  EXPECT_EQ(near("zyzzyva"), Ids{});
  EXPECT_EQ(near(""), Ids{});
  EXPECT_EQ(near("///"), Ids{});
  EXPECT_EQ(near("((("), Ids{});
  EXPECT_EQ(near(std::string(100000, 'x')), Ids{});
}

}  // namespace
}  // namespace idsearch::query
