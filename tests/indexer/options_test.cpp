// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.hpp"

#include <gtest/gtest.h>

#include "tests/store/sample_index.hpp"

namespace idsearch::indexer {
namespace {

using store::error_of;
using Words = std::vector<std::string>;
namespace po = boost::program_options;

po::options_description sample_options() {
  po::options_description out;
  out.add_options()("corpus", po::value<Words>(), "")("index", po::value<std::string>(), "")(
      "dry-run,n", "");
  return out;
}

constexpr CommandHelp kHelp{"run [OPTIONS]", "About."};

TEST(Options, ReadsWhatIsThere) {
  const auto values = read_options(kHelp, sample_options(), {"--corpus", "a", "--corpus=b", "-n"});
  ASSERT_TRUE(values);
  EXPECT_EQ((*values)["corpus"].as<Words>(), (Words{"a", "b"}));
  EXPECT_EQ(values->count("dry-run"), 1u);
  EXPECT_EQ(values->count("index"), 0u);
}

std::string hint_for(const Words& words) {
  try {
    read_options(kHelp, sample_options(), words);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::Usage);
    return error.hint();
  }
  return "no error";
}

TEST(Options, NamesTheNearestKnownOne) {
  EXPECT_EQ(hint_for({"--corpsu", "x"}), "Did you mean --corpus?");
  EXPECT_EQ(hint_for({"--indx", "x"}), "Did you mean --index?");
  EXPECT_EQ(hint_for({"--frobnicate"}), "See: idsearch-index run --help");
  EXPECT_EQ(error_of([] { read_options(kHelp, sample_options(), {"--corpsu"}); }),
            "usage: unknown option --corpsu of \"run\"");
}

TEST(Options, DoesNotGuessPrefixes) {
  EXPECT_EQ(hint_for({"--corp", "x"}), "Did you mean --corpus?");
}

TEST(Options, RefusesWordsAndRepetitionsWhereNoneBelong) {
  EXPECT_EQ(error_of([] { read_options(kHelp, sample_options(), {"stray"}); }),
            "usage: \"run\" takes options only, not \"stray\"");
  EXPECT_EQ(hint_for({"--index", "a", "stray"}), "See: idsearch-index run --help");
  CommandHelp help = kHelp;
  help.word_means = "run --corpus ";
  try {
    read_options(help, sample_options(), {"-n", "my profiles"});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.hint(), "Did you mean: idsearch-index run --corpus 'my profiles'");
  }
  EXPECT_NE(hint_for({"--index", "a", "--index", "b"}), "no error");
  EXPECT_NE(hint_for({"--index"}), "no error");
}

TEST(Options, NumbersAreWholeAndInRange) {
  EXPECT_EQ(number_option("--jobs", "8", 1), 8u);
  for (const char* bad : {"0", "-1", "", "8x", " 8", "1.5", "99999999999999999999"})
    EXPECT_NE(error_of([&] { number_option("--jobs", bad, 1); }), "") << bad;
  EXPECT_EQ(seconds_option("--lock-timeout", "2.5"), 2.5);
  for (const char* bad : {"-1", "", "nan", "inf", "2s"})
    EXPECT_NE(error_of([&] { seconds_option("--lock-timeout", bad); }), "") << bad;
}

TEST(Options, SayWhatElseToDoWhenNoNameIsNear) {
  const Words known{"run", "parse", "tag", "dump"};
  const std::pair<const char*, const char*> cases[] = {{"prase", "Did you mean parse?"},
                                                       {"rnu", "Did you mean run?"},
                                                       {"search", "See."},
                                                       {"", "See."}};
  for (const auto& [word, hint] : cases) EXPECT_EQ(did_you_mean(word, known, "See."), hint) << word;
}

}  // namespace
}  // namespace idsearch::indexer
