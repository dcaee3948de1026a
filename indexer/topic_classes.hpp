// SPDX-License-Identifier: GPL-2.0-or-later
// Which word classes does a file name? TOML to patterns, with file and line for every fault.
#ifndef IDSEARCH_INDEXER_TOPIC_CLASSES_HPP
#define IDSEARCH_INDEXER_TOPIC_CLASSES_HPP

#include <string>
#include <string_view>
#include <vector>

#include "indexer/topic_pattern.hpp"

namespace idsearch::indexer {

struct TopicClass {
  std::string name;                       ///< a-z, 0-9 and "_"
  std::vector<PatternSequence> patterns;  ///< never empty
};

/// By name. Throws Error{BadConfiguration, "file:line: …"}.
std::vector<TopicClass> read_topic_classes(std::string_view toml, std::string_view file);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_CLASSES_HPP
