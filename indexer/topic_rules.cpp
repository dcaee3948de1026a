// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the TOML of a rule file; nothing unknown is passed over.
#include "indexer/topic_rules.hpp"

#include <algorithm>
#include <initializer_list>

#include "indexer/topic_toml.hpp"

namespace idsearch::indexer {
namespace {

// A weight or threshold above this is a slip of the pen; the shipped rules use 1 to 4.
constexpr std::int64_t kMaxPoints = 1000;
constexpr std::int64_t kMaxWithin = 200;  // words; longer than any sentence seen

class RuleFile {
 public:
  RuleFile(std::string_view toml, std::string_view file)
      : source_(toml, file,
                "The keys of a rule file are explained at the head of corpus/topics.toml.") {}

  TopicRules read() {
    const toml::table& root = source_.root();
    only_keys(root, {"words", "model", "topic"});
    if (const auto* words = root.get("words")) define_words(*words);
    patterns_.check_definitions();
    const auto* topics = root.get("topic");
    if (topics == nullptr) fail(root, "no topic is defined");
    const auto* list = topics->as_array();
    if (list == nullptr || list->empty()) fail(*topics, "\"topic\" must be tables [[topic]]");
    TopicRules rules;
    if (const auto* model = root.get("model")) rules.model = read_model(*model);
    for (const auto& node : *list) rules.topics.push_back(read_topic(node, rules.topics));
    if (rules.topics.size() > kMaxTopics)
      fail(*topics, "more than " + std::to_string(kMaxTopics) + " topics");
    return rules;
  }

 private:
  std::string place(const toml::node& node) const { return source_.place(node); }
  [[noreturn]] void fail(const toml::node& node, const std::string& what) const {
    source_.fail(node, what);
  }

  void only_keys(const toml::table& table, std::initializer_list<std::string_view> known) const {
    for (const auto& [key, value] : table)
      if (std::ranges::find(known, key.str()) == known.end())
        fail(value, "unknown key \"" + std::string(key.str()) + "\"");
  }

  const toml::table& table_of(const toml::node& node, std::string_view what) const {
    const auto* table = node.as_table();
    if (table == nullptr) fail(node, std::string(what) + " must be a table");
    return *table;
  }

  void define_words(const toml::node& node) {
    for (const auto& [key, value] : table_of(node, "\"words\"")) {
      const auto* text = value.as_string();
      if (text == nullptr) fail(value, "a word list must be a string");
      if (key.str().empty() || key.str().find_first_of(" \t\r\n()|?@") != std::string_view::npos)
        fail(value, "the name of a word list has no blanks and none of ()|?@");
      patterns_.define(std::string(key.str()), text->get(), place(value));
    }
  }

  TopicModelFiles read_model(const toml::node& node) const {
    const auto& table = table_of(node, "\"model\"");
    only_keys(table, {"words", "weights"});
    const auto file = [&](std::string_view key) {
      const auto* value = table.get(key);
      const auto* text = value == nullptr ? nullptr : value->as_string();
      if (text == nullptr || text->get().empty())
        fail(value == nullptr ? node : *value,
             "\"" + std::string(key) + "\" of a model must be the name of a file");
      return text->get();
    };
    return {file("words"), file("weights")};
  }

  TopicDefinition read_topic(const toml::node& node, const std::vector<TopicDefinition>& before) {
    const auto& table = table_of(node, "a topic");
    only_keys(table, {"name", "threshold", "ignore", "rule"});
    TopicDefinition topic;
    topic.name = read_name(table, before);
    topic.threshold = static_cast<std::uint32_t>(number(table, "threshold", 1, kMaxPoints, 1));
    if (const auto* ignore = table.get("ignore")) topic.ignore = read_patterns(*ignore, "ignore");
    const auto* rules = table.get("rule");
    if (rules == nullptr) fail(table, "topic \"" + topic.name + "\" has no rule");
    const auto* list = rules->as_array();
    if (list == nullptr || list->empty()) fail(*rules, "\"rule\" must be tables [[topic.rule]]");
    for (const auto& rule : *list) topic.rules.push_back(read_rule(rule, topic.threshold));
    return topic;
  }

  std::string read_name(const toml::table& table,
                        const std::vector<TopicDefinition>& before) const {
    const auto* node = table.get("name");
    if (node == nullptr) fail(table, "a topic needs a name");
    const auto* text = node->as_string();
    if (text == nullptr) fail(*node, "\"name\" must be a string");
    const std::string& name = text->get();
    const auto is_slug = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    if (name.empty() || !std::ranges::all_of(name, is_slug))
      fail(*node, "a topic's name consists of a-z, 0-9 and \"-\"");
    if (std::ranges::find(before, name, &TopicDefinition::name) != before.end())
      fail(*node, "topic \"" + name + "\" is defined twice");
    return name;
  }

  TopicRule read_rule(const toml::node& node, std::uint32_t threshold) {
    const auto& table = table_of(node, "a rule");
    only_keys(table, {"match", "near", "within", "unless", "unless_within", "weight"});
    TopicRule rule;
    const auto* match = table.get("match");
    if (match == nullptr) fail(table, "a rule needs \"match\"");
    rule.match = read_patterns(*match, "match");
    if (const auto* near = table.get("near")) rule.near = read_patterns(*near, "near");
    if (const auto* unless = table.get("unless")) rule.unless = read_patterns(*unless, "unless");
    rule.within = read_distance(table, "within", "near");
    rule.unless_within = read_distance(table, "unless_within", "unless");
    rule.weight = static_cast<std::uint32_t>(number(table, "weight", 1, kMaxPoints, threshold));
    return rule;
  }

  std::uint32_t read_distance(const toml::table& table, std::string_view key,
                              std::string_view of) const {
    if (table.contains(key) && !table.contains(of))
      fail(*table.get(key), "\"" + std::string(key) + "\" without \"" + std::string(of) + "\"");
    return static_cast<std::uint32_t>(number(table, key, 0, kMaxWithin, kWholeSentence));
  }

  std::int64_t number(const toml::table& table, std::string_view key, std::int64_t least,
                      std::int64_t most, std::int64_t otherwise) const {
    const auto* node = table.get(key);
    if (node == nullptr) return otherwise;
    const auto* integer = node->as_integer();
    if (integer == nullptr || integer->get() < least || integer->get() > most)
      fail(*node, "\"" + std::string(key) + "\" must be a whole number from " +
                      std::to_string(least) + " to " + std::to_string(most));
    return integer->get();
  }

  std::vector<PatternSequence> read_patterns(const toml::node& node, std::string_view key) {
    const auto* list = node.as_array();
    if (list == nullptr || list->empty())
      fail(node, "\"" + std::string(key) + "\" must be a list of patterns");
    std::vector<PatternSequence> out;
    for (const auto& item : *list) {
      const auto* text = item.as_string();
      if (text == nullptr) fail(item, "a pattern must be a string");
      auto some = patterns_.read(text->get(), place(item));
      std::ranges::move(some, std::back_inserter(out));
    }
    return out;
  }

  TopicToml source_;
  PatternReader patterns_;
};

}  // namespace

TopicRules read_topic_rules(std::string_view toml, std::string_view file) {
  return RuleFile(toml, file).read();
}

}  // namespace idsearch::indexer
