// SPDX-License-Identifier: GPL-2.0-or-later
// What a learned model adds to rules: sums of weights, evidence, faults of its files.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "indexer/topics.hpp"

namespace idsearch::indexer {
namespace {

constexpr std::string_view kClasses =
    "[parts]\nwet = \"water | rain\"\n"
    "[classes]\nfruit = \"apple | =pears | (sour cherry)\"\ndrink = \"juice | @wet\"\n";
constexpr std::string_view kHead = "kind\tfeature\tt\n";

/// A folder with rules, classes and weights; taken away at the end.
class Files {
 public:
  Files(std::string_view classes, std::string_view weights)
      : folder_(std::filesystem::path(::testing::TempDir()) /
                ("idsearch_topic_model_" + std::to_string(getpid()))) {
    std::filesystem::create_directories(folder_);
    write("rules.toml",
          "[model]\nwords = \"classes.toml\"\nweights = \"weights.tsv\"\n"
          "[[topic]]\nname = \"t\"\n[[topic.rule]]\nmatch = [\"certainly\"]\n");
    write("classes.toml", classes);
    write("weights.tsv", weights);
  }
  ~Files() { std::filesystem::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  std::string rules() const { return (folder_ / "rules.toml").string(); }
  void write(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

 private:
  std::filesystem::path folder_;
};

// The evidence for the topic, pieces separated by "|"; "-" when it is not given.
std::string evidence(const TopicTagger& tagger, std::string_view text) {
  std::string out;
  for (const auto& tag : tagger.tag(text))
    for (const auto& piece : tag.evidence) out += (out.empty() ? "" : "|") + piece;
  return out.empty() ? "-" : out;
}

TEST(TopicModel, FeaturesMeanWhatTheHeadOfTheWeightsSays) {
  struct Case {
    std::string weights;
    std::string_view text, evidence;
  };
  const Case cases[] = {
      {"threshold\t\t5\nstem\teat\t5\n", "They were eating it.", "eating"},
      {"threshold\t\t6\nstem\teat\t5\n", "They were eating it.", "-"},
      {"threshold\t\t6\nstem\teat\t5\n", "They eat, eat and eat.", "-"},
      {"threshold\t\t6\nstem\teat\t3\nstem\tred\t3\n", "We eat red beets.", "eat red"},
      {"threshold\t\t6\nstem\teat\t3\nstem\tred\t3\n", "Beets we eat. Red ones?", "eat. Red"},
      {"threshold\t\t6\nstem\teat\t3\nstem\tred\t3\n", "We eat. Why not? Red ones.", "-"},
      {"threshold\t\t6\nstem\teat\t6\n", "Eat! Eat! Eat!", "Eat"},
      {"threshold\t\t6\nstem\teat\t6\nstem\tnever\t-1\n", "We never eat.", "-"},
      {"threshold\t\t6\nnext\tred beet\t6\n", "A red beet.", "red beet"},
      {"threshold\t\t6\nnext\tred beet\t6\n", "A beet so red.", "-"},
      {"threshold\t\t6\nclass\tfruit\t6\n", "One sour cherry, please.", "sour cherry"},
      {"threshold\t\t6\nclass\tfruit\t6\n", "One pear, please.", "-"},
      {"threshold\t\t6\nclass\tdrink\t6\n", "It rained.", "rained"},
      {"threshold\t\t6\nboth\tfruit+drink\t6\n", "Juice is made of apples.",
       "Juice is made of apples"},
      {"threshold\t\t6\nboth\tdrink+fruit\t6\n", "Juice is made. Apples grow.", "-"},
      {"threshold\t\t6\nboth\tfruit+fruit\t6\n", "Apples and pears.", "-"},
      {"threshold\t\t6\nnear\tdrink+fruit\t6\n", "Juice of one two three four apples", "-"},
      {"threshold\t\t6\nnear\tdrink+fruit\t6\n", "Juice of one two three apples",
       "Juice of one two three apples"},
      {"threshold\t\t6\nstem\teat\t6\n", "It is certainly eaten.", "certainly"},
      {"threshold\t\t0\n", "", "-"},
  };
  for (const auto& one : cases) {
    const Files files(kClasses, std::string(kHead) + one.weights);
    EXPECT_EQ(evidence(TopicTagger(files.rules()), one.text), one.evidence)
        << one.weights << one.text;
  }
}

TEST(TopicModel, EachOfManyClassesMakesPairs) {
  std::string classes = "[classes]\n", weights = std::string(kHead) + "threshold\t\t6\n";
  const auto name = [](int i) { return "c" + std::to_string(100 + i); };
  for (int i = 0; i < 200; ++i) classes += name(i) + " = \"=" + name(i) + "\"\n";
  const std::pair<int, int> pairs[] = {{0, 1}, {63, 64}, {2, 199}, {128, 191}, {127, 128}};
  for (const auto& [a, b] : pairs) weights += "both\t" + name(a) + "+" + name(b) + "\t6\n";
  const Files files(classes, weights);
  const TopicTagger tagger(files.rules());
  for (const auto& [a, b] : pairs) {
    const std::string there = name(a) + " and " + name(b), back = name(b) + " and " + name(a);
    EXPECT_EQ(evidence(tagger, there), there);
    EXPECT_EQ(evidence(tagger, back), back);
    EXPECT_EQ(evidence(tagger, name(a) + " and " + name(b + 1 < 200 ? b + 1 : 3)), "-");
  }
}

TEST(TopicModel, FaultsAreNamedWithFileAndLine) {
  struct Case {
    std::string classes, weights, message;
  };
  const std::string classes(kClasses), head(kHead);
  const Case cases[] = {
      {classes, "", "weights.tsv:1: no weights"},
      {classes, "# x\nkind\tt\n", "weights.tsv:2: the first line must be"},
      {classes, "kind\tfeature\tu\n", "weights.tsv:1: no topic \"u\" in the rules"},
      {classes, head + "stem\teat\n", "weights.tsv:2: 3 fields are needed"},
      {classes, head + "stem\teat\tx\n", "weights.tsv:2: \"x\" is no whole number"},
      {classes, head + "stem\teat\t1000001\n", "weights.tsv:2: \"1000001\" is no whole number"},
      {classes, head + "stem\teat\t1\nstem\teat\t2\n", "weights.tsv:3: the feature stands twice"},
      {classes, head + "word\teat\t1\n", "weights.tsv:2: unknown kind \"word\""},
      {classes, head + "class\tmeat\t1\n", "weights.tsv:2: no word class \"meat\""},
      {classes, head + "class\twet\t1\n", "weights.tsv:2: no word class \"wet\""},
      {classes, head + "both\tfruit\t1\n", "weights.tsv:2: two names are needed"},
      {"[classes]\nA = \"x\"\n", head, "classes.toml:2: a name consists of"},
      {"[classes]\na = 1\n", head, "classes.toml:2: a class must be a string"},
      {"[classes]\na = \"x\"\n[parts]\na = \"y\"\n", head, "\"a\" is defined twice"},
      {"[classes]\na = \"@b\"\n", head, "classes.toml:2: unknown name \"@b\""},
      {"[words]\na = \"x\"\n", head, "classes.toml:1: only the tables [classes] and [parts]"},
      {"[parts]\na = \"x\"\n", head, "classes.toml:1: the table [classes] is missing"},
      {"[classes\n", head, "classes.toml:1: "},
  };
  for (const auto& one : cases) {
    const Files files(one.classes, one.weights);
    try {
      const TopicTagger tagger(files.rules());
      ADD_FAILURE() << "no error: " << one.message;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
      EXPECT_NE(std::string(error.what()).find(one.message), std::string::npos) << error.what();
    }
  }
}

TEST(TopicModel, AMissingFileOfTheModelIsNamed) {
  const Files files(kClasses, kHead);
  std::filesystem::remove(std::filesystem::path(files.rules()).replace_filename("weights.tsv"));
  try {
    const TopicTagger tagger(files.rules());
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("weights.tsv: the weights of topics cannot be read"),
              std::string::npos)
        << error.what();
  }
}

TEST(TopicModel, ARuleFileWithoutAModelDecidesAlone) {
  const Files files(kClasses, std::string(kHead) + "threshold\t\t1\nstem\teat\t9\n");
  EXPECT_EQ(evidence(TopicTagger(files.rules()), "We eat."), "eat");
  EXPECT_EQ(evidence(TopicTagger(files.rules(), RulesOnly{}), "We eat."), "-");
  files.write("rules.toml", "[[topic]]\nname = \"t\"\n[[topic.rule]]\nmatch = [\"certainly\"]\n");
  EXPECT_EQ(evidence(TopicTagger(files.rules()), "We eat."), "-");
  EXPECT_EQ(evidence(TopicTagger(files.rules()), "Certainly."), "Certainly");
}

TEST(TopicModel, EachFileCountsInTheHash) {
  const Files files(kClasses, kHead);
  const std::string before = TopicTagger(files.rules()).rules_hash();
  files.write("weights.tsv", std::string(kHead) + "# more\n");
  const std::string other_weights = TopicTagger(files.rules()).rules_hash();
  files.write("classes.toml", std::string(kClasses) + "# more\n");
  const std::string other_classes = TopicTagger(files.rules()).rules_hash();
  EXPECT_NE(before, other_weights);
  EXPECT_NE(other_weights, other_classes);
}

TEST(TopicModel, EveryThreadGivesTheSameTags) {
  const std::string texts[] = {
      "They wrote down who came to the house, and officers read the letters.",
      "No state counts the twins among its own.",
      "The clinic sold the files of its patients to an insurer.", "The bridge was painted in May."};
  std::vector<std::vector<TopicTag>> expected;
  const TopicTagger here;
  for (const auto& text : texts) expected.push_back(here.tag(text));
  std::vector<std::vector<std::vector<TopicTag>>> found(3);
  std::vector<std::thread> threads;
  for (auto& mine : found)
    threads.emplace_back([&mine, &texts] {
      const TopicTagger tagger;
      for (int round = 0; round < 20; ++round) {
        mine.clear();
        for (const auto& text : texts) mine.push_back(tagger.tag(text));
      }
    });
  for (auto& thread : threads) thread.join();
  for (const auto& mine : found) EXPECT_EQ(mine, expected);
}

}  // namespace
}  // namespace idsearch::indexer
