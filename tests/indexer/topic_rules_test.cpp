// SPDX-License-Identifier: GPL-2.0-or-later
// Does a rule file mean what its head says, and is every fault in it named with file and line?
#include "indexer/topic_rules.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/error.hpp"
#include "indexer/topics.hpp"

namespace idsearch::indexer {
namespace {

std::string write_rules(const std::string& toml) {
  const std::string file =
      ::testing::TempDir() + "idsearch_topic_rules_" + std::to_string(getpid()) + ".toml";
  std::ofstream(file, std::ios::binary) << toml;
  return file;
}

// Evidence for the only topic of the rules, pieces separated by "|"; "-" when it does not fire.
std::string evidence_of_rule(const std::string& rule, std::string_view text) {
  const TopicTagger tagger(
      write_rules("[words]\nfruit = \"apple | =pears | (sour cherry)\"\n"
                  "[[topic]]\nname = \"t\"\n" +
                  rule));
  std::string out;
  for (const auto& tag : tagger.tag(text))
    for (const auto& piece : tag.evidence) out += (out.empty() ? "" : "|") + piece;
  return out.empty() ? "-" : out;
}

std::string match(const std::string& pattern, std::string_view text) {
  return evidence_of_rule("[[topic.rule]]\nmatch = [\"" + pattern + "\"]\n", text);
}

TEST(TopicRules, PatternsMeanWhatTheHeadOfTheFileSays) {
  struct Case {
    std::string pattern;
    std::string_view text, evidence_of_rule;
  };
  const Case cases[] = {
      {"monitor", "It MONITORED us", "MONITORED"},
      {"=monitor", "It monitored us", "-"},
      {"=monitor", "A Monitor", "Monitor"},
      {"epidemi*", "epidemiology", "epidemiology"},
      {"epidemi*", "epidemic", "epidemic"},
      {"epidemi*", "epidem", "-"},
      {"eat fruit", "we eat fruit", "eat fruit"},
      {"eat fruit", "we eat ripe fruit", "-"},
      {"eat ..1 fruit", "we eat ripe fruit", "eat ripe fruit"},
      {"eat ..1 fruit", "we eat fruit", "eat fruit"},
      {"eat ..1 fruit", "we eat very ripe fruit", "-"},
      {"eat ..5 fruit", "we eat. Ripe fruit", "-"},
      {"eat ..5 fruit", "we eat; ripe fruit", "-"},
      {"eat ..5 fruit", "fruit we eat", "-"},
      {"eat ..2 (plum | ripe fruit)", "we eat the ripe fruit", "eat the ripe fruit"},
      {"eat ..2 (plum | ripe fruit)", "we eat plums", "eat plums"},
      {"eat the? fruit", "we eat the fruit", "eat the fruit"},
      {"eat the? fruit", "we eat fruit", "eat fruit"},
      {"ripe? fruit", "ripe fruit", "ripe fruit"},
      {"ripe? fruit", "fruit", "fruit"},
      {"eat ..1 (very ripe)? ..1 fruit", "we eat a nice fruit", "eat a nice fruit"},
      {"eat @fruit", "we eat apples, eat pear, eat pears, eat sour cherries",
       "eat apples|eat pears|eat sour cherries"},
      {"wiretap", "wire-tap", "wire-tap"},
      {"wire tap", "wire-tap", "wire-tap"},
      {"no wiretap law", "no wire-tap law", "no wire-tap law"},
      {"wiretap ..1 law", "wire-tap any law", "wire-tap any law"},
      {"wiretap ..1 law", "wire-tap any old law", "-"},
      {"wiretap tap", "wire-tap tap", "wire-tap tap"},
      {"wiretap tap", "wire-tap", "-"},
      {"wire ..1 wiretap", "a wire a wire-tap", "wire a wire-tap"},
      {"eat ..20 fruit", "eat 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 fruit",
       "eat 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 fruit"},
      {"eat ..20 fruit", "eat 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 fruit", "-"},
      {"eat fruit", "eat[12] fruit", "eat[12] fruit"},
      {"eat fruit", "eat[2019] fruit", "-"},
      {"cafe", "CAFÉS", "CAFÉS"},
      {"citizen", "the citizen’s card", "citizen’s"},
      {"a ..1 b ..1 c", "a a b b c", "a a b b c|a b b c"},
  };
  for (const auto& [pattern, text, expected] : cases) {
    // Overlapping hits become one piece.
    const auto wanted = expected.substr(0, expected.find("|a b b c"));
    EXPECT_EQ(match(pattern, text), wanted) << pattern << " in: " << text;
  }
}

TEST(TopicRules, NearWantsAnotherPatternInReach) {
  const std::string rule = "[[topic.rule]]\nmatch = [\"consent\"]\nnear = [\"data\"]\nwithin = 2\n";
  EXPECT_EQ(evidence_of_rule(rule, "consent to data use"), "consent to data");
  EXPECT_EQ(evidence_of_rule(rule, "data need a free consent"), "-");
  EXPECT_EQ(evidence_of_rule(rule, "data need free consent"), "data need free consent");
  EXPECT_EQ(evidence_of_rule(rule, "Ask for consent. Data follow."), "-");
  EXPECT_EQ(evidence_of_rule(rule, "consent"), "-");
}

TEST(TopicRules, UnlessTakesAHitAway) {
  const std::string rule =
      "[[topic.rule]]\nmatch = [\"consent\"]\nunless = [\"marriage\"]\nunless_within = 1\n";
  EXPECT_EQ(evidence_of_rule(rule, "consent to marriage"), "-");
  EXPECT_EQ(evidence_of_rule(rule, "consent to a marriage"), "consent");
  EXPECT_EQ(evidence_of_rule(rule, "consent. Marriage"), "consent");
}

TEST(TopicRules, IgnoredWordsAreNotSeenButOthersAre) {
  const std::string rule =
      "ignore = [\"data centre\"]\n[[topic.rule]]\nmatch = [\"protect ..3 data\"]\n";
  EXPECT_EQ(evidence_of_rule(rule, "protect the data centre"), "-");
  EXPECT_EQ(evidence_of_rule(rule, "protect data, not the data centre"), "protect data");
}

TEST(TopicRules, WeightsAddUpWithinASentenceAndEachRuleCountsOnce) {
  const std::string rules =
      "threshold = 3\n[[topic.rule]]\nmatch = [\"a\"]\nweight = 2\n"
      "[[topic.rule]]\nmatch = [\"b\"]\nweight = 1\n[[topic.rule]]\nmatch = [\"c\"]\n";
  EXPECT_EQ(evidence_of_rule(rules, "x a y b"), "a|b");
  EXPECT_EQ(evidence_of_rule(rules, "x a y a"), "-");
  EXPECT_EQ(evidence_of_rule(rules, "he saw a here. Then b"), "-");
  EXPECT_EQ(evidence_of_rule(rules, "only c"), "c");
}

std::string fault(const std::string& toml) {
  try {
    (void)read_topic_rules(toml, "r.toml");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
    return error.message();
  }
  return "no fault";
}

TEST(TopicRules, FaultsNameFileAndLine) {
  const std::string topic = "[[topic]]\nname = \"t\"\n";
  const std::string rule = topic + "[[topic.rule]]\n";
  struct Case {
    std::string toml, message;
  };
  const Case cases[] = {
      {"", "r.toml:1: no topic is defined"},
      {"x = 1", "r.toml:1: unknown key \"x\""},
      {"topic = 1", "r.toml:1: \"topic\" must be tables [[topic]]"},
      {"topic = [1]", "r.toml:1: a topic must be a table"},
      {"\n[[topic]]\n", "r.toml:2: a topic needs a name"},
      {"[[topic]]\nname = \"A b\"", "r.toml:2: a topic's name consists of a-z, 0-9 and \"-\""},
      {topic, "r.toml:1: topic \"t\" has no rule"},
      {rule, "r.toml:3: a rule needs \"match\""},
      {rule + "match = \"a\"", "r.toml:4: \"match\" must be a list of patterns"},
      {rule + "match = []", "r.toml:4: \"match\" must be a list of patterns"},
      {rule + "match = [1]", "r.toml:4: a pattern must be a string"},
      {rule + "match = [\"\"]", "r.toml:4: nothing in pattern \"\""},
      {rule + "match = [\" \"]", "r.toml:4: an alternative without words in pattern \" \""},
      {rule + "match = [\n\"a\",\n\"(b\"]", "r.toml:6: \"(\" without \")\" in pattern \"(b\""},
      {rule + "match = [\"a)\"]", "r.toml:4: \")\" without \"(\" in pattern \"a)\""},
      {rule + "match = [\"a | | b\"]",
       "r.toml:4: an alternative without words in pattern \"a | | b\""},
      {rule + "match = [\"a? b?\"]", "r.toml:4: every word is optional in pattern \"a? b?\""},
      {rule + "match = [\"..2 a\"]", "r.toml:4: a gap needs a word before it in pattern \"..2 a\""},
      {rule + "match = [\"a ..2\"]", "r.toml:4: a gap needs a word behind it in pattern \"a ..2\""},
      {rule + "match = [\"a ..99 b\"]",
       "r.toml:4: a gap is \"..\" and a number from 1 to 20 in pattern \"a ..99 b\""},
      {rule + "match = [\"e-mail\"]",
       "r.toml:4: \"e-mail\" is not one word (write its parts with blanks) in pattern \"e-mail\""},
      {rule + "match = [\"@x\"]", "r.toml:4: unknown name \"@x\""},
      {"[words]\nx = \"a @y\"\ny = \"@x\"\n" + rule + "match = [\"a\"]",
       "r.toml:2: \"@x\" is defined by itself"},
      {"[words]\nx = 1\n", "r.toml:2: a word list must be a string"},
      {rule + "match = [\"a\"]\nwithin = 3", "r.toml:5: \"within\" without \"near\""},
      {rule + "match = [\"a\"]\nweight = 0",
       "r.toml:5: \"weight\" must be a whole number from 1 to 1000"},
      {rule + "match = [\"a\"]\nmach = 0", "r.toml:5: unknown key \"mach\""},
      {rule + "match = [\"a\"]\n" + rule + "match = [\"a\"]",
       "r.toml:6: topic \"t\" is defined twice"},
  };
  for (const auto& [toml, message] : cases) EXPECT_EQ(fault(toml), message) << toml;
  EXPECT_TRUE(fault("[[topic]\n").starts_with("r.toml:1: ")) << fault("[[topic]\n");
  EXPECT_TRUE(fault("a = 1\nb = \xFF").starts_with("r.toml:2: ")) << fault("a = 1\nb = \xFF");
}

TEST(TopicRules, TooManyAlternativesAreRefusedNotExpanded) {
  std::string pattern = "a";
  for (int i = 0; i < 10; ++i) pattern += " (b c | d e | f g)";
  EXPECT_NE(match("a", "a"), "-");
  EXPECT_TRUE(fault("[[topic]]\nname = \"t\"\n[[topic.rule]]\nmatch = [\"" + pattern + "\"]")
                  .starts_with("r.toml:4: too many"));
  EXPECT_TRUE(fault("[[topic]]\nname = \"t\"\n[[topic.rule]]\nmatch = [\"" +
                    std::string(2000, '(') + "a" + std::string(2000, ')') + "\"]")
                  .starts_with("r.toml:4: nested too deeply"));
}

TEST(TopicRules, AMissingFileIsNamed) {
  try {
    const TopicTagger tagger("no/such/file.toml");
    FAIL() << "read a file that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
    EXPECT_EQ(error.message(), "no/such/file.toml: the topic rules cannot be read");
  }
}

TEST(TopicRules, RandomFilesEndInRulesOrAnError) {
  std::mt19937 random(7);  // any seed
  const std::string seed =
      "[words]\nx = \"a | (b c)? d\"\n[[topic]]\nname = \"t\"\nthreshold = 2\nignore = [\"e ..3 "
      "f\"]\n"
      "[[topic.rule]]\nmatch = [\"=g @x ..2 h*\", \"i\"]\nnear = [\"j\"]\nwithin = 3\nweight = 1\n";
  const std::string_view bits[] = {"\"", "[",   "]",  "(",    ")",         "|", "?", "@x",
                                   "..", "..3", "=",  "*",    "\n",        "a", "1", "'",
                                   "#",  ".",   "\\", "\xFF", "[[topic]]", "{", "}"};
  int accepted = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string toml = seed;
    for (auto n = random() % 4; n > 0; --n) {
      const auto at = random() % toml.size();
      toml.replace(at, random() % 3, bits[random() % std::size(bits)]);
    }
    if (fault(toml) == "no fault") ++accepted;
  }
  EXPECT_GT(accepted, 100);
  EXPECT_LT(accepted, 2900);
}

}  // namespace
}  // namespace idsearch::indexer
