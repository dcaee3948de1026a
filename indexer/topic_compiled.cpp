// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the files, reads them, and puts everything into one set of tables.
#include "indexer/topic_compiled.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "idsearch/error.hpp"
#include "store/digest.hpp"

namespace idsearch::embedded {
extern const std::string_view topic_rules, topic_words, topic_weights;
}  // namespace idsearch::embedded

namespace idsearch::indexer {
namespace {

// The bytes of a file and the name that messages give it.
struct TopicFile {
  std::string name, bytes;
};

TopicFile built_in(std::string_view name, std::string_view bytes) {
  return {std::string(name) + " (built in)", std::string(bytes)};
}

TopicFile read_source(const std::string& file, const std::string& what) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad())
    throw Error(ErrorCode::BadConfiguration, file + ": the " + what + " cannot be read",
                "Give --topics the path of a rule file, or leave it out for the built-in rules; "
                "a file that its [model] names stands beside it.");
  return {file, std::move(bytes)};
}

// A file that the rule file names: relative to it.
TopicFile read_beside(const std::string& rules_file, const std::string& name,
                      const std::string& what) {
  return read_source((std::filesystem::path(rules_file).parent_path() / name).string(), what);
}

void add_topic(const TopicDefinition& definition, CompiledTopics& out) {
  const auto add = [&](SequenceGroup group, const std::vector<PatternSequence>& patterns,
                       std::uint32_t bit) {
    out.rule_of_list.emplace_back();
    return out.sequences.add_list(group, patterns, bit);
  };
  const auto number = static_cast<std::uint32_t>(out.topics.size());
  CompiledTopic topic{definition.name, definition.threshold, std::uint32_t{1} << number, 0, {}};
  topic.ignore = add(SequenceGroup::Against, definition.ignore, 0);
  for (const auto& rule : definition.rules) {
    CompiledRule compiled;
    compiled.match = add(SequenceGroup::Rules, rule.match, topic.bit);
    out.rule_of_list[compiled.match] = {number, static_cast<std::uint32_t>(topic.rules.size())};
    if (!rule.near.empty()) compiled.near = add(SequenceGroup::Rules, rule.near, topic.bit);
    if (!rule.unless.empty()) compiled.unless = add(SequenceGroup::Against, rule.unless, 0);
    compiled.within = rule.within;
    compiled.unless_within = rule.unless_within;
    compiled.weight = rule.weight;
    topic.rules.push_back(compiled);
  }
  out.topics.push_back(std::move(topic));
}

std::shared_ptr<const CompiledTopics> compile(const std::string& rules_file, bool with_model) {
  auto out = std::make_shared<CompiledTopics>();
  const bool built = rules_file.empty();
  const TopicFile rules = built ? built_in("topics.toml", embedded::topic_rules)
                                : read_source(rules_file, "topic rules");
  const TopicRules definitions = read_topic_rules(rules.bytes, rules.name);
  for (const auto& definition : definitions.topics) add_topic(definition, *out);
  out->hash = store::sha256_hex(rules.bytes);
  if (!definitions.model || !with_model) return out;
  const auto& named = *definitions.model;
  const TopicFile words = built ? built_in(named.words, embedded::topic_words)
                                : read_beside(rules_file, named.words, "word classes");
  const TopicFile weights = built ? built_in(named.weights, embedded::topic_weights)
                                  : read_beside(rules_file, named.weights, "weights of topics");
  std::vector<std::string> names;
  for (const auto& topic : out->topics) names.push_back(topic.name);
  TopicClassNames classes(out->sequences, words.bytes, words.name);
  TopicWeights read(out->lexicon, classes, names, weights.bytes, weights.name);
  out->model.emplace(CompiledTopics::Model{std::move(classes), std::move(read)});
  out->hash = store::sha256_hex(out->hash + store::sha256_hex(words.bytes) +
                                store::sha256_hex(weights.bytes));
  return out;
}

}  // namespace

std::shared_ptr<const CompiledTopics> compile_topics(const std::string& rules_file,
                                                     bool with_model) {
  if (!rules_file.empty() || !with_model) return compile(rules_file, with_model);
  static const auto shared = compile({}, true);
  return shared;
}

}  // namespace idsearch::indexer
