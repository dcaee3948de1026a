// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the TOML of a file of word classes; nothing unknown is passed over.
#include "indexer/topic_classes.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

// Their pairs are kept in a table of their square: 512 × 512 numbers, 1 MB. The shipped file has
// about 80.
constexpr std::size_t kMaxTopicClasses = 512;

std::string place(std::string_view file, const toml::node& node) {
  const auto line = node.source().begin.line;
  return std::string(file) + ":" + std::to_string(line == 0 ? 1 : line);
}

[[noreturn]] void fail(std::string_view file, const toml::node& node, const std::string& what) {
  throw Error(ErrorCode::BadConfiguration, place(file, node) + ": " + what,
              "The form of a file of word classes is explained at the head of "
              "corpus/topic-words.toml.");
}

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace

std::vector<TopicClass> read_topic_classes(std::string_view toml, std::string_view file) {
  toml::table root;
  try {
    root = toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::BadConfiguration,
                std::string(file) + ":" + std::to_string(error.source().begin.line) + ": " +
                    std::string(error.description()),
                "The file must be TOML 1.0.");
  }
  PatternReader patterns;
  const toml::table* classes = nullptr;
  for (const auto& [key, value] : root) {
    const auto* table = value.as_table();
    if (table == nullptr || (key.str() != "classes" && key.str() != "parts"))
      fail(file, value, "only the tables [classes] and [parts] are known");
    if (key.str() == "classes") classes = table;
    for (const auto& [name, pattern] : *table) {
      if (!is_name(name.str())) fail(file, pattern, "a name consists of a-z, 0-9 and \"_\"");
      if (!pattern.is_string()) fail(file, pattern, "a class must be a string");
      if (!patterns.define(std::string(name.str()), pattern.as_string()->get(),
                           place(file, pattern)))
        fail(file, pattern, "\"" + std::string(name.str()) + "\" is defined twice");
    }
  }
  if (classes == nullptr || classes->empty()) fail(file, root, "the table [classes] is missing");
  if (classes->size() > kMaxTopicClasses)
    fail(file, *classes, "more than " + std::to_string(kMaxTopicClasses) + " classes");
  patterns.check_definitions();
  std::vector<TopicClass> out;
  for (const auto& [name, pattern] : *classes)
    out.push_back(
        {std::string(name.str()), patterns.read(pattern.as_string()->get(), place(file, pattern))});
  std::ranges::sort(out, {}, &TopicClass::name);
  return out;
}

}  // namespace idsearch::indexer
