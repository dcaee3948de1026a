// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/generation_list.hpp"

#include <gtest/gtest.h>

#include "sample_index.hpp"

namespace idsearch::store {
namespace {

using Ids = std::vector<std::string>;

const std::vector<SampleProfile> kFirst{{"kenya", {"one"}}, {"nauru", {"two"}}};
const std::vector<SampleProfile> kSecond{{"kenya", {"other"}}, {"fiji", {"three"}}};

TEST(ListGenerations, SaysWhatChangedNewestFirst) {
  const TemporaryDirectory index;
  EXPECT_TRUE(list_generations(index.path()).empty());
  publish_sample(index.path(), kFirst);
  publish_sample(index.path(), kSecond);
  const auto list = list_generations(index.path());
  ASSERT_EQ(list.size(), 2U);
  EXPECT_TRUE(list[0].current);
  EXPECT_EQ(list[0].manifest.number, 2U);
  EXPECT_EQ(list[0].added, Ids{"fiji"});
  EXPECT_EQ(list[0].changed, Ids{"kenya"});
  EXPECT_EQ(list[0].removed, Ids{"nauru"});
  EXPECT_FALSE(list[1].current);
  EXPECT_TRUE(list[1].added.empty());
}

TEST(RollBack, SwitchesToTheOlderOneAndForwardAgain) {
  const TemporaryDirectory index;
  const Manifest first = publish_sample(index.path(), kFirst);
  publish_sample(index.path(), kSecond);
  EXPECT_TRUE(roll_back(index.path(), "").starts_with("000001-"));
  EXPECT_EQ(current_manifest(index.path())->generation, first.generation);
  EXPECT_EQ(error_of([&] { roll_back(index.path(), ""); }),
            "usage: there is no older generation to go back to");
  EXPECT_TRUE(roll_back(index.path(), "2").starts_with("000002-"));
  EXPECT_TRUE(list_generations(index.path())[0].current);
  EXPECT_TRUE(roll_back(index.path(), first.generation).starts_with("000001-"));
}

TEST(RollBack, LeavesTheOldOneWhenTheOtherIsDamaged) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kFirst);
  const Manifest second = publish_sample(index.path(), kSecond);
  const auto list = list_generations(index.path());
  const auto file = index.path() / "generations" / list[1].name / "index.glass";
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] ^= 1;
  write_file(file, bytes);
  EXPECT_EQ(error_of([&] { roll_back(index.path(), ""); }),
            "integrity: generation " + list[1].name + " is damaged");
  EXPECT_NE(error_of([&] { roll_back(index.path(), "nonsense"); }), "");
  EXPECT_EQ(current_manifest(index.path())->generation, second.generation);
}

}  // namespace
}  // namespace idsearch::store
