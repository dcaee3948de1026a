// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/config.hpp"

// Compiled in, not linked: a cold search pays for each library that is loaded, configured or not.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "idsearch/error.hpp"
#include "store/config_file.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

[[noreturn]] void fail(const std::string& path, const toml::source_region& at,
                       const std::string& message, std::string hint = {}) {
  throw Error(ErrorCode::BadConfiguration,
              path + ":" + std::to_string(at.begin.line) + ": " + message, std::move(hint));
}

std::string in_quotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::size_t read_number(const toml::node& node, std::string_view key, const std::string& path) {
  const auto number = node.value_exact<std::int64_t>();
  if (!number || *number < 0) {
    fail(path, node.source(), std::string(key) + " must be a whole number, 0 or more");
  }
  return static_cast<std::size_t>(*number);
}

std::string read_text(const toml::node& node, std::string_view key, const std::string& path) {
  auto text = node.value_exact<std::string>();
  if (!text) fail(path, node.source(), std::string(key) + " must be a text in quotation marks");
  return *std::move(text);
}

std::string read_word(const toml::node& node, std::string_view key, const std::string& path,
                      std::array<std::string_view, 3> words) {
  std::string text = read_text(node, key, path);
  if (std::ranges::count(words, text) == 0) {
    fail(
        path, node.source(), std::string(key) + " cannot be " + in_quotes(text),
        "it is " + in_quotes(words[0]) + ", " + in_quotes(words[1]) + " or " + in_quotes(words[2]));
  }
  return text;
}

std::vector<std::string> read_paths(const toml::node& node, const std::string& path) {
  std::vector<std::string> paths;
  const auto add = [&](const toml::node& element) {
    std::string text = read_text(element, "index", path);
    if (text.empty()) fail(path, element.source(), "index must not be empty");
    paths.push_back(store::beside_config(path, std::move(text)));
  };
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& element : *array) add(element);
  } else {
    add(node);
  }
  return paths;
}

}  // namespace

Environment process_environment() {
  return [](const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view(value);
  };
}

Config parse_config(std::string_view toml_text, const std::string& path) {
  toml::table table;
  try {
    table = toml::parse(toml_text, path);
  } catch (const toml::parse_error& error) {
    fail(path, error.source(), std::string(error.description()));
  }
  Config config;
  // In the order of the file, so that the first fault is the one that is named.
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  for (const auto& [key, node] : table) entries.emplace_back(&key, &node);
  std::ranges::sort(entries, {}, [](const auto& entry) {
    return std::pair(entry.first->source().begin.line, entry.first->source().begin.column);
  });
  for (const auto& [key, node] : entries) {
    const std::string_view name = key->str();
    if (name == "index") {
      config.index = read_paths(*node, path);
    } else if (name == "limit") {
      config.limit = read_number(*node, name, path);
    } else if (name == "width") {
      config.width = read_number(*node, name, path);
    } else if (name == "notes") {
      config.notes = read_word(*node, name, path, {"none", "short", "full"});
    } else if (name == "color") {
      config.color = read_word(*node, name, path, {"auto", "always", "never"});
    } else if (name == "pager") {
      config.pager = read_text(*node, name, path);
    } else if (name == "thesaurus") {
      std::string file = read_text(*node, name, path);
      if (file.empty()) fail(path, node->source(), "thesaurus must not be empty");
      config.thesaurus = store::beside_config(path, std::move(file));
    } else if (name == "warn_after_days") {
      config.warn_after_days = read_number(*node, name, path);
    } else if (std::ranges::count(store::kIndexerKeys, name) == 0) {
      const std::string_view near = text::nearest(name, store::kSearchKeys);
      fail(path, key->source(), "unknown key " + in_quotes(name),
           near.empty() ? "known keys: color, index, limit, notes, pager, thesaurus, "
                          "warn_after_days, width"
                        : "did you mean " + std::string(near) + "?");
    }
  }
  return config;
}

Config load_config(const std::string* named, const Environment& environment) {
  const auto file = store::find_config(named, environment);
  return file ? parse_config(file->text, file->path) : Config{};
}

}  // namespace idsearch::query
