// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/generation_list.hpp"

#include <gtest/gtest.h>

#include "sample_index.hpp"
#include "store/schema.hpp"

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
  EXPECT_FALSE(list[0].oldest);
  EXPECT_TRUE(list[1].oldest);
  EXPECT_FALSE(list[0].other_rules || list[0].other_program);
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
            "integrity: generation " + list[1].name +
                " is damaged: index.glass does not have the digest that it was written with");
  EXPECT_NE(error_of([&] { roll_back(index.path(), "nonsense"); }), "");
  EXPECT_EQ(current_manifest(index.path())->generation, second.generation);
}

TEST(RollBack, PutsTheNewestIntoForceWhenTheLinkLeadsNowhere) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kFirst);
  publish_sample(index.path(), kSecond);
  const auto list = list_generations(index.path());
  std::filesystem::remove(index.path() / "current");
  std::filesystem::create_symlink("generations/000009-0", index.path() / "current");
  EXPECT_EQ(roll_back(index.path(), ""), list[0].name);
  EXPECT_TRUE(list_generations(index.path())[0].current);
}

TEST(RollBack, SaysThatThereIsNoIndex) {
  const TemporaryDirectory index;
  EXPECT_TRUE(error_of([&] { roll_back(index.path(), ""); }).starts_with("no-index: no index at "));
}

TEST(Faults, AreFilesOfAnotherGeneration) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kFirst);
  publish_sample(index.path(), kSecond);
  const auto list = list_generations(index.path());
  const auto home = index.path() / "generations";
  for (const auto& file : std::filesystem::directory_iterator(home / list[1].name))
    std::filesystem::copy_file(file.path(), home / list[0].name / file.path().filename(),
                               std::filesystem::copy_options::overwrite_existing);
  const auto now = list_generations(index.path());
  EXPECT_FALSE(now[0].readable);
  EXPECT_EQ(faults_of(index.path(), now[0]), Ids{"manifest.json is not what was written"});
  EXPECT_EQ(faults_of(index.path(), now[1]), Ids{});
  EXPECT_NE(error_of([&] { roll_back(index.path(), list[0].name); }), "");
}

// A whole index file of other passages, with digests that fit it: only reading it all tells.
TEST(Faults, AreFoundByDigestAndByReadingAllOfIt) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kFirst);
  auto list = list_generations(index.path());
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{});
  list[0].manifest.passages = 5;
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{"index.glass: it holds 2 passages instead of 5"});
  list[0].manifest.schema = kSchema - 1;  // means other things, by which nothing is damaged
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{});
  list[0].manifest.schema = kSchema;
  list[0].manifest.index_sha256.front() ^= 1;
  EXPECT_EQ(faults_of(index.path(), list[0]).size(), 2U);
  const auto directory = index.path() / "generations" / list[0].name;
  write_file(directory / "index.glass", "short");
  EXPECT_EQ(faults_of(index.path(), list[0])[0].substr(0, 30), "index.glass has 5 bytes instea");
  std::filesystem::remove(directory / "index.glass");
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{"index.glass cannot be read"});
  write_file(directory / "profiles.json", "{}");
  list = list_generations(index.path());
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{"profiles.json is not what was written"});
  std::filesystem::remove_all(directory);
  EXPECT_EQ(faults_of(index.path(), list[0]), Ids{});
}

}  // namespace
}  // namespace idsearch::store
