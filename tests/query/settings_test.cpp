// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/settings.hpp"

#include <gtest/gtest.h>

#include <map>

#include "idsearch/error.hpp"
#include "tests/query/environment.hpp"

namespace idsearch::query {
namespace {

using Words = std::vector<std::string>;

Settings settings(const Words& typed, const Config& config = {},
                  std::map<std::string, std::string> values = {}) {
  return make_settings(split_arguments(typed), config, environment_of(std::move(values)));
}

TEST(Settings, EveryOptionOfASearchReachesTheRequest) {
  const Settings all = settings({"-n",
                                 "7",
                                 "--offset",
                                 "3",
                                 "-c",
                                 "KP,KR",
                                 "-c",
                                 "KE",
                                 "-s",
                                 "law",
                                 "-t",
                                 "a",
                                 "--since",
                                 "2025",
                                 "--until=2026-01",
                                 "--in",
                                 "notes",
                                 "-C",
                                 "2",
                                 "--exact",
                                 "--no-synonyms",
                                 "--no-suggest",
                                 "--strict",
                                 "--explain",
                                 "birth",
                                 "\"a b\""});
  const SearchRequest& request = all.request;
  EXPECT_EQ(request.text, "birth \"a b\"");
  EXPECT_EQ(request.limit, 7u);
  EXPECT_EQ(request.offset, 3u);
  EXPECT_EQ(request.countries, (Words{"KP,KR", "KE"}));
  EXPECT_EQ(request.sections, Words{"law"});
  EXPECT_EQ(request.topics, Words{"a"});
  EXPECT_EQ(request.since, "2025");
  EXPECT_EQ(request.until, "2026-01");
  EXPECT_EQ(request.in, SearchIn::Notes);
  EXPECT_EQ(request.context, 2u);
  EXPECT_TRUE(request.exact && request.strict && request.explain);
  EXPECT_FALSE(request.synonyms || request.suggest || request.unlimited_page);
}

TEST(Settings, WithoutOptionsTheDefaultsOfTheContractHold) {
  const Settings plain = settings({"birth"});
  EXPECT_EQ(plain.request.limit, 10u);
  EXPECT_EQ(plain.request.in, SearchIn::Body);
  EXPECT_EQ(plain.request.by, GroupBy::None);
  EXPECT_EQ(settings({"--by", "country", "x"}).request.by, GroupBy::Country);
  EXPECT_EQ(settings({"--by", "section", "x"}).request.by, GroupBy::Section);
  EXPECT_EQ(settings({"--by", "topic", "x"}).request.by, GroupBy::Topic);
  EXPECT_TRUE(plain.request.synonyms && plain.request.suggest);
  EXPECT_EQ(plain.format, "text");
  EXPECT_EQ(plain.notes, NoteDetail::Full);
  EXPECT_EQ(plain.color, ColorMode::Auto);
  EXPECT_TRUE(plain.use_pager);
  EXPECT_FALSE(plain.quiet || plain.count || plain.no_match_ok);
}

TEST(Settings, TheCommandLineBeatsTheConfiguration) {
  Config config;
  config.limit = 3;
  config.notes = "none";
  config.color = "always";
  config.index = {"/configured"};
  EXPECT_EQ(settings({"x"}, config).request.limit, 3u);
  EXPECT_EQ(settings({"x"}, config).notes, NoteDetail::None);
  EXPECT_EQ(settings({"x"}, config).color, ColorMode::Always);
  const Settings given = settings({"-n", "4", "--notes", "short", "--color", "never", "x"}, config);
  EXPECT_EQ(given.request.limit, 4u);
  EXPECT_EQ(given.notes, NoteDetail::Short);
  EXPECT_EQ(given.color, ColorMode::Never);
}

TEST(Settings, TheIndexIsSoughtInTheOrderOfTheContract) {
  Config config;
  config.index = {"/configured"};
  std::map<std::string, std::string> values{{"HOME", "/home/u"}};
  EXPECT_EQ(settings({"x"}).index, Words{});
  EXPECT_THROW(index_paths(settings({"x"})), Error);
  EXPECT_EQ(settings({"x"}, {}, values).index, Words{"/home/u/.local/share/idsearch/index"});
  values["XDG_DATA_HOME"] = "relative";
  EXPECT_EQ(settings({"x"}, {}, values).index, Words{"/home/u/.local/share/idsearch/index"});
  values["XDG_DATA_HOME"] = "/data";
  EXPECT_EQ(settings({"x"}, {}, values).index, Words{"/data/idsearch/index"});
  EXPECT_EQ(settings({"x"}, config, values).index, Words{"/configured"});
  values["IDSEARCH_INDEX"] = "env";
  EXPECT_EQ(settings({"x"}, config, values).index, Words{"env"});
  EXPECT_EQ(settings({"--index", "a", "--index=b", "x"}, config, values).index, (Words{"a", "b"}));
}

TEST(Settings, JsonIsShortForTheFormatAndTheLastOneCounts) {
  EXPECT_EQ(settings({"--json", "x"}).format, "json");
  EXPECT_EQ(settings({"--json", "-f", "csv", "x"}).format, "csv");
  EXPECT_EQ(settings({"-f", "csv", "--json", "x"}).format, "json");
  EXPECT_EQ(settings({"stats", "--json"}).format, "json");
}

TEST(Settings, ATestRunHasNoPageLimit) {
  const Settings run = settings({"--queries", "q.tsv", "-f", "trec", "-n", "1000"});
  EXPECT_EQ(run.queries, "q.tsv");
  EXPECT_TRUE(run.request.unlimited_page);
  EXPECT_EQ(settings({"--queries", "q.tsv"}).format, "trec");
}

struct SettingFault {
  Words typed;
  ErrorCode code;
  std::string message;
};

TEST(Settings, ValuesThatCannotBeAreRefused) {
  const std::vector<SettingFault> cases{
      {{"-n", "many", "x"}, ErrorCode::Usage, "--limit needs a whole number, not “many”"},
      {{"-n", "5x", "x"}, ErrorCode::Usage, "--limit needs a whole number, not “5x”"},
      {{"--offset=-1", "x"}, ErrorCode::Usage, "--offset needs a whole number, not “-1”"},
      {{"-n=", "x"}, ErrorCode::Usage, "--limit needs a whole number, not “”"},
      {{"-n", "99999999999999999999", "x"},
       ErrorCode::Usage,
       "--limit needs a whole number, not “99999999999999999999”"},
      {{"-f", "pdf", "x"}, ErrorCode::Usage, "--format cannot be “pdf”"},
      {{"show", "-f", "trec", "x"}, ErrorCode::Usage, "--format cannot be “trec”"},
      {{"stats", "-f", "csv"}, ErrorCode::Usage, "--format cannot be “csv”"},
      {{"--in", "head", "x"}, ErrorCode::Usage, "--in cannot be “head”"},
      {{"--by", "profile", "x"}, ErrorCode::Usage, "--by cannot be “profile”"},
      {{"--by", "topic", "-f", "trec", "x"},
       ErrorCode::Usage,
       "--by has no place in TREC run form"},
      {{"--notes", "all", "x"}, ErrorCode::Usage, "--notes cannot be “all”"},
      {{"--color", "yes", "x"}, ErrorCode::Usage, "--color cannot be “yes”"},
      {{"--since=", "x"}, ErrorCode::Usage, "--since needs a date"},
      {{"--queries", "q", "-f", "json"},
       ErrorCode::Usage,
       "--queries answers in TREC run form only"},
      {{"--queries", "q", "x"},
       ErrorCode::Usage,
       "--queries takes the place of a query on the command line"},
      {{"--format-version", "0", "x"},
       ErrorCode::FormatTooOld,
       "output version 0 is no longer made"},
      {{"--format-version=-3", "x"},
       ErrorCode::FormatTooOld,
       "output version -3 is no longer made"},
      {{"--format-version", "2", "x"},
       ErrorCode::FormatTooNew,
       "output version 2 is not known yet"},
      {{"--format-version", "one", "x"},
       ErrorCode::Usage,
       "--format-version needs a whole number, not “one”"},
  };
  for (const SettingFault& c : cases) {
    try {
      settings(c.typed);
      ADD_FAILURE() << testing::PrintToString(c.typed) << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), c.code) << c.message;
      EXPECT_EQ(error.message(), c.message);
    }
  }
  EXPECT_NO_THROW(settings({"--format-version", "1", "x"}));
}

}  // namespace
}  // namespace idsearch::query
