// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/config.hpp"

// Compiled in, not linked: a cold search pays for each library that is loaded, configured or not.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "idsearch/error.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

constexpr std::array<std::string_view, 7> kKeys{"color", "index",     "limit", "notes",
                                                "pager", "thesaurus", "width"};
// The file serves both programs: these keys are for idsearch-index, which checks them itself.
constexpr std::array<std::string_view, 2> kKeysOfTheIndexer{"language", "topics"};

[[noreturn]] void fail(const std::string& path, const toml::source_region& at,
                       const std::string& message, std::string hint = {}) {
  throw Error(ErrorCode::BadConfiguration,
              path + ":" + std::to_string(at.begin.line) + ": " + message, std::move(hint));
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

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
    fail(path, node.source(), std::string(key) + " cannot be " + quoted(text),
         "it is " + quoted(words[0]) + ", " + quoted(words[1]) + " or " + quoted(words[2]));
  }
  return text;
}

/// A relative path of the file means a place beside the file, wherever the program is called.
std::string beside(const std::string& file, std::string path) {
  const std::size_t slash = file.rfind('/');
  if (slash == std::string::npos || path.starts_with('/') || path.find("://") < path.find('/')) {
    return path;
  }
  return file.substr(0, slash + 1) + path;
}

std::vector<std::string> read_paths(const toml::node& node, const std::string& path) {
  std::vector<std::string> paths;
  const auto add = [&](const toml::node& element) {
    std::string text = read_text(element, "index", path);
    if (text.empty()) fail(path, element.source(), "index must not be empty");
    paths.push_back(beside(path, std::move(text)));
  };
  if (const toml::array* array = node.as_array()) {
    for (const toml::node& element : *array) add(element);
  } else {
    add(node);
  }
  return paths;
}

/// nullopt when there is no such file.
std::optional<std::string> read_file(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  std::string text;
  ssize_t got = fd < 0 ? -1 : 1;
  std::array<char, 4096> block;
  while (got > 0 || (got < 0 && fd >= 0 && errno == EINTR)) {
    got = read(fd, block.data(), block.size());
    if (got > 0) text.append(block.data(), static_cast<std::size_t>(got));
  }
  const int fault = errno;
  if (fd >= 0) close(fd);
  if (got < 0) {
    throw Error(ErrorCode::BadConfiguration,
                "cannot read the configuration " + path + ": " + std::strerror(fault));
  }
  return text;
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
      config.thesaurus = beside(path, std::move(file));
    } else if (std::ranges::count(kKeysOfTheIndexer, name) == 0) {
      const std::string_view near = text::nearest(name, kKeys);
      fail(path, key->source(), "unknown key " + quoted(name),
           near.empty() ? "known keys: color, index, limit, notes, pager, thesaurus, width"
                        : "did you mean " + std::string(near) + "?");
    }
  }
  return config;
}

Config load_config(const std::string* named, const Environment& environment) {
  std::string path = named != nullptr ? *named : std::string(environment("IDSEARCH_CONFIG"));
  if (!path.empty() || named != nullptr) {
    const std::optional<std::string> text = read_file(path);
    if (!text) {
      throw Error(
          ErrorCode::BadConfiguration, "no configuration at " + path,
          named != nullptr ? "it was named by --config" : "it is named by $IDSEARCH_CONFIG");
    }
    return parse_config(*text, path);
  }
  if (const std::string_view home = environment("XDG_CONFIG_HOME"); home.starts_with('/')) {
    path = std::string(home) + "/idsearch/config.toml";
  } else if (const std::string_view user = environment("HOME"); !user.empty()) {
    path = std::string(user) + "/.config/idsearch/config.toml";
  }
  if (!path.empty()) {
    if (const auto text = read_file(path)) return parse_config(*text, path);
  }
  path = "/etc/idsearch/config.toml";
  if (const auto text = read_file(path)) return parse_config(*text, path);
  return {};
}

}  // namespace idsearch::query
