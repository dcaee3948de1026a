// SPDX-License-Identifier: GPL-2.0-or-later
// What does a rule file say? TOML to plain values, with file and line for every fault.
#ifndef IDSEARCH_INDEXER_TOPIC_RULES_HPP
#define IDSEARCH_INDEXER_TOPIC_RULES_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/topic_pattern.hpp"

namespace idsearch::indexer {

/// Anywhere in the sentence.
inline constexpr std::uint32_t kWholeSentence = 0xffffffff;

struct TopicRule {
  std::vector<PatternSequence> match;            ///< never empty
  std::vector<PatternSequence> near;             ///< if any: one of them must stand near the match
  std::uint32_t within = kWholeSentence;         ///< words between match and near
  std::vector<PatternSequence> unless;           ///< if one of them stands near, the match falls
  std::uint32_t unless_within = kWholeSentence;  ///< words between match and unless
  std::uint32_t weight = 0;                      ///< points; at least 1
};

struct TopicDefinition {
  std::string name;
  std::uint32_t threshold = 1;          ///< points that one sentence must reach
  std::vector<PatternSequence> ignore;  ///< words under them are not seen by the rules
  std::vector<TopicRule> rules;         ///< never empty
};

/// Files of a learned model, named relative to the rule file.
struct TopicModelFiles {
  std::string words;    ///< word classes, TOML
  std::string weights;  ///< TSV
};

struct TopicRules {
  std::vector<TopicDefinition> topics;  ///< at most kMaxTopics, in the order of the file, not empty
  std::optional<TopicModelFiles> model;  ///< none: rules alone
};

/// One bit each in a mask of 32.
inline constexpr std::size_t kMaxTopics = 32;

/// Throws Error{BadConfiguration, "file:line: …"}.
TopicRules read_topic_rules(std::string_view toml, std::string_view file);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_RULES_HPP
