// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/config.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "idsearch/error.hpp"
#include "tests/query/environment.hpp"

namespace idsearch::query {
namespace {

TEST(Config, EveryKeyIsRead) {
  const Config config = parse_config(
      "index = [\"a\", \"/b\"]\nlimit = 5\nwidth = 60\nnotes = \"short\"\n"
      "color = \"never\"\npager = \"\"\nthesaurus = \"words.toml\"\n"
      "warn_after_days = 7\n",
      "/etc/x/config.toml");
  Config want;
  want.index = {"/etc/x/a", "/b"};
  want.limit = 5;
  want.width = 60;
  want.notes = "short";
  want.color = "never";
  want.pager = "";
  want.thesaurus = "/etc/x/words.toml";
  want.warn_after_days = 7;
  EXPECT_EQ(config, want);
  EXPECT_EQ(parse_config("", "c"), Config{});
  EXPECT_EQ(parse_config("index = \"tcp://host:1\"", "/d/c").index,
            std::vector<std::string>{"tcp://host:1"});
}

TEST(Config, KeysOfTheIndexerAreLeftToIt) {
  EXPECT_EQ(parse_config("topics = \"t.toml\"\nlanguage = \"fr\"\n", "c"), Config{});
}

TEST(Config, FaultsNameFileAndLine) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"limit = 5\nlimmit = 6\n", "c.toml:2: unknown key \"limmit\""},
      {"zz = 1\nlimmit = 6\n", "c.toml:1: unknown key \"zz\""},
      {"\n[search]\nlimit = 1\n", "c.toml:2: unknown key \"search\""},
      {"limit = \"five\"", "c.toml:1: limit must be a whole number, 0 or more"},
      {"limit = -1", "c.toml:1: limit must be a whole number, 0 or more"},
      {"warn_after_days = \"7\"", "c.toml:1: warn_after_days must be a whole number, 0 or more"},
      {"limit = 1.5", "c.toml:1: limit must be a whole number, 0 or more"},
      {"\nnotes = \"long\"", "c.toml:2: notes cannot be \"long\""},
      {"color = true", "c.toml:1: color must be a text in quotation marks"},
      {"index = [1]", "c.toml:1: index must be a text in quotation marks"},
      {"index = \"\"", "c.toml:1: index must not be empty"},
  };
  for (const auto& [text, message] : cases) {
    try {
      parse_config(text, "c.toml");
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
      EXPECT_EQ(error.message(), message);
    }
  }
  try {
    parse_config("limit = 1\nnotes = \n", "c.toml");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_TRUE(error.message().starts_with("c.toml:2: ")) << error.message();
  }
}

class ConfigFiles : public testing::Test {
 protected:
  void SetUp() override {
    root_ = std::filesystem::path(testing::TempDir()) /
            ("config_test_" +
             std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::string write(const std::string& name, const std::string& text) const {
    const auto path = root_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }

  std::filesystem::path root_;
};

TEST_F(ConfigFiles, TheNamedFileBeatsTheVariableBeatsTheHome) {
  const std::string named = write("named.toml", "limit = 1");
  const std::string by_variable = write("variable.toml", "limit = 2");
  write("xdg/idsearch/config.toml", "limit = 3");
  write("home/.config/idsearch/config.toml", "limit = 4");
  std::map<std::string, std::string> values{{"HOME", (root_ / "home").string()}};
  EXPECT_EQ(load_config(nullptr, environment_of(values)).limit, 4u);
  values["XDG_CONFIG_HOME"] = (root_ / "xdg").string();
  EXPECT_EQ(load_config(nullptr, environment_of(values)).limit, 3u);
  values["IDSEARCH_CONFIG"] = by_variable;
  EXPECT_EQ(load_config(nullptr, environment_of(values)).limit, 2u);
  EXPECT_EQ(load_config(&named, environment_of(values)).limit, 1u);
}

TEST_F(ConfigFiles, AFileThatWasNamedMustBeThere) {
  const std::string missing = (root_ / "missing.toml").string();
  EXPECT_THROW(load_config(&missing, environment_of({})), Error);
  EXPECT_THROW(load_config(nullptr, environment_of({{"IDSEARCH_CONFIG", missing}})), Error);
  const std::string directory = root_.string();
  EXPECT_THROW(load_config(&directory, environment_of({})), Error);
  EXPECT_NO_THROW(load_config(nullptr, environment_of({{"XDG_CONFIG_HOME", missing}})));
}

}  // namespace
}  // namespace idsearch::query
