// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/config.hpp"

#include <gtest/gtest.h>

#include "tests/store/sample_index.hpp"

namespace idsearch::indexer {
namespace {

TEST(IndexerConfig, EveryKeyIsRead) {
  const Config config = parse_config(
      "language = \"fr\"\ntopics = \"t.toml\"\n[gate]\nprofiles_drop_percent = 1.5\n"
      "profiles_drop = 0\npassages_drop_percent = 20\nfailed_percent = 3\nfailed = 2\n"
      "topics = false\n[[gate.golden]]\nquery = \"a b\"\npassage = \"x/_/1\"\nwithin = 3\n"
      "[[gate.golden]]\nquery = \"c\"\npassage = \"y/_/2\"\n",
      "/etc/x/config.toml");
  EXPECT_EQ(config.language, "fr");
  EXPECT_EQ(config.topics, "/etc/x/t.toml");
  EXPECT_EQ(config.gate.profiles_drop_percent, 1.5);
  EXPECT_EQ(config.gate.profiles_drop, 0u);
  EXPECT_EQ(config.gate.passages_drop_percent, 20);
  EXPECT_EQ(config.gate.failed_percent, 3);
  EXPECT_EQ(config.gate.failed, 2u);
  EXPECT_FALSE(config.gate.topics);
  EXPECT_EQ(config.golden, (std::vector<GoldenQuery>{{"a b", "x/_/1", 3}, {"c", "y/_/2", 10}}));
}

TEST(IndexerConfig, TheExampleForOperatorsIsWhatIsBuiltIn) {
  const std::string path = std::string(IDSEARCH_SOURCE_DIR) + "/packaging/config.toml";
  const Config config = parse_config(store::read_file(path), path);
  const GateLimits built_in;
  EXPECT_EQ(config.gate.profiles_drop_percent, built_in.profiles_drop_percent);
  EXPECT_EQ(config.gate.profiles_drop, built_in.profiles_drop);
  EXPECT_EQ(config.gate.passages_drop_percent, built_in.passages_drop_percent);
  EXPECT_EQ(config.gate.failed_percent, built_in.failed_percent);
  EXPECT_EQ(config.gate.failed, built_in.failed);
  EXPECT_TRUE(config.gate.topics);
  EXPECT_TRUE(config.golden.empty());
}

TEST(IndexerConfig, WithoutKeysTheLimitsAreTheBuiltInOnes) {
  const Config config = parse_config("limit = 5\ncolor = \"never\"\n", "c");
  EXPECT_EQ(config.language, std::nullopt);
  EXPECT_EQ(config.gate.passages_drop_percent, 10);
  EXPECT_TRUE(config.golden.empty());
}

TEST(IndexerConfig, OfALanguageTheFirstPartOfItsCodeCounts) {
  EXPECT_EQ(parse_config("language = \"pt-BR\"", "c").language, "pt");
  EXPECT_EQ(parse_config("language = \"EN_us\"", "c").language, "en");
}

TEST(IndexerConfig, FaultsNameFileAndLine) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"languag = \"fr\"", "c.toml:1: unknown key \"languag\""},
      {"gate = 5", "c.toml:1: gate must be a table: [gate]"},
      {"[gate]\nfaild = 1", "c.toml:2: unknown key \"faild\""},
      {"[gate]\nfailed = -1", "c.toml:2: failed must be a whole number, 0 or more"},
      {"[gate]\nfailed_percent = 101", "c.toml:2: failed_percent must be a number from 0 to 100"},
      {"[gate]\nfailed_percent = nan", "c.toml:2: failed_percent must be a number from 0 to 100"},
      {"[gate]\ntopics = 1", "c.toml:2: topics must be true or false"},
      {"[gate]\ngolden = 1", "c.toml:2: golden must be a list of tables: [[gate.golden]]"},
      {"[[gate.golden]]\nquery = \"a\"", "c.toml:1: a golden query needs a query and a passage"},
      {"[[gate.golden]]\nquery = \"\"",
       "c.toml:2: query must be a text in quotation marks, not empty"},
      {"[[gate.golden]]\nwithin = 0", "c.toml:2: within must be a whole number, 1 or more"},
      {"language = [", "c.toml:1: "},
      {"language = \"english\"",
       "c.toml:1: language must be a code such as \"en\", not \"english\""},
      {"language = \"e\"", "c.toml:1: language must be a code such as \"en\", not \"e\""},
  };
  for (const auto& one : cases) {
    const std::string got = store::error_of([&] { parse_config(one.first, "c.toml"); });
    EXPECT_TRUE(got.starts_with("bad-configuration: " + one.second)) << one.first << "\n" << got;
  }
}

}  // namespace
}  // namespace idsearch::indexer
