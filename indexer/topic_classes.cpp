// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the TOML of a file of word classes; nothing unknown is passed over.
#include "indexer/topic_classes.hpp"

#include <algorithm>

#include "indexer/topic_toml.hpp"

namespace idsearch::indexer {
namespace {

// Their pairs are kept in a table of their square: 512 × 512 numbers, 1 MB. The shipped file has
// about 110.
constexpr std::size_t kMaxTopicClasses = 512;

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::vector<TopicClass> read_topic_classes(std::string_view toml, std::string_view file) {
  const TopicToml source(toml, file,
                         "The form of a file of word classes is explained at the head of "
                         "corpus/topic-words.toml.");
  const toml::table& root = source.root();
  PatternReader patterns;
  const toml::table* classes = nullptr;
  for (const auto& [key, value] : root) {
    const auto* table = value.as_table();
    if (table == nullptr || (key.str() != "classes" && key.str() != "parts"))
      source.fail(value, "only the tables [classes] and [parts] are known");
    if (key.str() == "classes") classes = table;
    for (const auto& [name, pattern] : *table) {
      if (!is_name(name.str())) source.fail(pattern, "a name consists of a-z, 0-9 and \"_\"");
      if (!pattern.is_string()) source.fail(pattern, "a class must be a string");
      if (!patterns.define(std::string(name.str()), pattern.as_string()->get(),
                           source.place(pattern)))
        source.fail(pattern, "\"" + std::string(name.str()) + "\" is defined twice");
    }
  }
  if (classes == nullptr || classes->empty()) source.fail(root, "the table [classes] is missing");
  if (classes->size() > kMaxTopicClasses)
    source.fail(*classes, "more than " + std::to_string(kMaxTopicClasses) + " classes");
  patterns.check_definitions();
  std::vector<TopicClass> out;
  for (const auto& [name, pattern] : *classes)
    out.push_back({std::string(name.str()), patterns.definition(name.str())});
  std::ranges::sort(out, {}, &TopicClass::name);
  return out;
}

}  // namespace idsearch::indexer
