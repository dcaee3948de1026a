// SPDX-License-Identifier: GPL-2.0-or-later
// What do a rule file and the model that it names come to? Read once, then only asked: all threads
// share what is built in.
#ifndef IDSEARCH_INDEXER_TOPIC_COMPILED_HPP
#define IDSEARCH_INDEXER_TOPIC_COMPILED_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/topic_features.hpp"
#include "indexer/topic_lexicon.hpp"
#include "indexer/topic_rules.hpp"
#include "indexer/topic_sequences.hpp"
#include "indexer/topic_weights.hpp"

namespace idsearch::indexer {

/// A rule with its patterns replaced by the numbers of their lists.
struct CompiledRule {
  std::uint32_t match = 0;              ///< of the group Rules
  std::optional<std::uint32_t> near;    ///< of the group Rules
  std::optional<std::uint32_t> unless;  ///< of the group Against
  std::uint32_t within = 0, unless_within = 0, weight = 0;
};

struct CompiledTopic {
  std::string name;
  std::uint32_t threshold = 0, bit = 0;
  std::uint32_t ignore = 0;  ///< list of the group Against
  std::vector<CompiledRule> rules;
};

/// Whose `match` is a list?
struct RuleOfList {
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::uint32_t topic = kNone, rule = 0;
};

struct CompiledTopics {
  struct Model {
    TopicClassNames classes;
    TopicWeights weights;
  };

  std::string hash;  ///< SHA-256 of all that was read
  std::vector<CompiledTopic> topics;
  std::vector<RuleOfList> rule_of_list;  ///< by list
  TopicLexicon lexicon;
  TopicSequences sequences{lexicon};
  std::optional<Model> model;

  CompiledTopics() = default;
  CompiledTopics(const CompiledTopics&) = delete;  // `sequences` points to `lexicon`
  CompiledTopics& operator=(const CompiledTopics&) = delete;
};

/// `rules_file` empty: what is built in, read once in a process. `with_model` false: the rules
/// without the model that they name. Throws Error{BadConfiguration} with file and line.
std::shared_ptr<const CompiledTopics> compile_topics(const std::string& rules_file,
                                                     bool with_model);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_COMPILED_HPP
