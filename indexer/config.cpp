// SPDX-License-Identifier: GPL-2.0-or-later
// TOML to values; each fault names file and line.
#include "indexer/config.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <toml++/toml.h>

#include "idsearch/error.hpp"
#include "store/config_file.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

constexpr std::array<std::string_view, 7> kGateKeys{
    "failed",        "failed_percent",        "golden", "passages_drop_percent",
    "profiles_drop", "profiles_drop_percent", "topics"};
constexpr std::array<std::string_view, 3> kGoldenKeys{"passage", "query", "within"};

class ConfigReader {
 public:
  explicit ConfigReader(const std::string& path) : path_(path) {}

  Config read(std::string_view toml_text) {
    toml::table table;
    try {
      table = toml::parse(toml_text, path_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
    Config out;
    for (const auto& [key, node] : in_order(table)) {
      const std::string_view name = key->str();
      if (name == "language") {
        out.language = language_of(*node, name);
      } else if (name == "topics") {
        out.topics = store::beside_config(path_, text_of(*node, name));
      } else if (name == "gate") {
        if (!node->is_table()) fail(node->source(), "gate must be a table: [gate]");
        read_gate(*node->as_table(), out);
      } else if (std::ranges::count(store::kSearchKeys, name) == 0) {
        fail_unknown(*key, store::kIndexerKeys);
      }
    }
    return out;
  }

 private:
  using Entries = std::vector<std::pair<const toml::key*, const toml::node*>>;

  // In the order of the file, so that the first fault is the one that is named.
  static Entries in_order(const toml::table& table) {
    Entries out;
    for (const auto& [key, node] : table) out.emplace_back(&key, &node);
    std::ranges::sort(out, {}, [](const auto& entry) {
      return std::pair(entry.first->source().begin.line, entry.first->source().begin.column);
    });
    return out;
  }

  void read_gate(const toml::table& table, Config& out) {
    GateLimits& limits = out.gate;
    for (const auto& [key, node] : in_order(table)) {
      const std::string_view name = key->str();
      if (name == "profiles_drop_percent") {
        limits.profiles_drop_percent = percent_of(*node, name);
      } else if (name == "profiles_drop") {
        limits.profiles_drop = number_of(*node, name, 0);
      } else if (name == "passages_drop_percent") {
        limits.passages_drop_percent = percent_of(*node, name);
      } else if (name == "failed_percent") {
        limits.failed_percent = percent_of(*node, name);
      } else if (name == "failed") {
        limits.failed = number_of(*node, name, 0);
      } else if (name == "topics") {
        const auto value = node->value_exact<bool>();
        if (!value) fail(node->source(), "topics must be true or false");
        limits.topics = *value;
      } else if (name == "golden") {
        read_golden(*node, out.golden);
      } else {
        fail_unknown(*key, kGateKeys);
      }
    }
  }

  void read_golden(const toml::node& node, std::vector<GoldenQuery>& out) {
    const toml::array* list = node.as_array();
    if (list == nullptr) fail(node.source(), "golden must be a list of tables: [[gate.golden]]");
    for (const toml::node& element : *list) {
      const toml::table* table = element.as_table();
      if (table == nullptr) fail(element.source(), "golden must be a list of tables");
      GoldenQuery golden;
      for (const auto& [key, value] : in_order(*table)) {
        const std::string_view name = key->str();
        if (name == "query") {
          golden.query = text_of(*value, name);
        } else if (name == "passage") {
          golden.passage = text_of(*value, name);
        } else if (name == "within") {
          golden.within = number_of(*value, name, 1);
        } else {
          fail_unknown(*key, kGoldenKeys);
        }
      }
      if (golden.query.empty() || golden.passage.empty())
        fail(element.source(), "a golden query needs a query and a passage");
      out.push_back(std::move(golden));
    }
  }

  std::string text_of(const toml::node& node, std::string_view key) const {
    auto text = node.value_exact<std::string>();
    if (!text || text->empty())
      fail(node.source(), std::string(key) + " must be a text in quotation marks, not empty");
    return *std::move(text);
  }

  /// "pt" of "pt-BR", as of profiles that declare theirs. A name ("english") has no stemmer.
  std::string language_of(const toml::node& node, std::string_view key) const {
    const std::string tag = text_of(node, key);
    std::string primary = tag.substr(0, tag.find_first_of("-_"));
    const bool letters = std::ranges::all_of(primary, text::is_ascii_letter);
    if (!letters || primary.size() < 2 || primary.size() > 3)
      fail(node.source(), std::string(key) + " must be a code such as \"en\", not \"" + tag + "\"");
    std::ranges::transform(primary, primary.begin(), text::ascii_lower);
    return primary;
  }

  std::size_t number_of(const toml::node& node, std::string_view key, std::int64_t least) const {
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number < least)
      fail(node.source(),
           std::string(key) + " must be a whole number, " + std::to_string(least) + " or more");
    return static_cast<std::size_t>(*number);
  }

  double percent_of(const toml::node& node, std::string_view key) const {
    const auto number = node.is_number() ? node.value<double>() : std::nullopt;
    if (!number || !(*number >= 0 && *number <= 100))
      fail(node.source(), std::string(key) + " must be a number from 0 to 100");
    return *number;
  }

  [[noreturn]] void fail_unknown(const toml::key& key,
                                 std::span<const std::string_view> known) const {
    const std::string_view near = text::nearest(key.str(), known);
    std::string hint = "known keys:";
    for (const std::string_view name : known) hint += " " + std::string(name);
    fail(key.source(), "unknown key \"" + std::string(key.str()) + "\"",
         near.empty() ? hint : "did you mean " + std::string(near) + "?");
  }

  [[noreturn]] void fail(const toml::source_region& at, const std::string& message,
                         std::string hint = {}) const {
    throw Error(ErrorCode::BadConfiguration,
                path_ + ":" + std::to_string(at.begin.line) + ": " + message, std::move(hint));
  }

  const std::string& path_;
};

}  // namespace

Config parse_config(std::string_view toml, const std::string& path) {
  return ConfigReader(path).read(toml);
}

}  // namespace idsearch::indexer
