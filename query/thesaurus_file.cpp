// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/thesaurus_file.hpp"

// Compiled in, not linked: see config.cpp.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "query/word_table.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

// A thesaurus is written by hand: a hundred times the size of the one that comes with the program
// is a mistake in the name of the file.
constexpr std::size_t kMaxBytes = std::size_t{1} << 20;
// The longest name of a treaty that is in use has 19 words.
constexpr std::size_t kMaxWordsOfName = 32;

constexpr std::array<std::string_view, 3> kKeys{"groups", "one_way", "version"};
constexpr std::array<std::string_view, 2> kOneWayKeys{"also", "typed"};

struct Name {
  std::string text;   ///< as written, without "="
  std::string words;  ///< as the table holds it
  bool as_spelled = false;
};

class FileReader {
 public:
  explicit FileReader(const std::string& path) : path_(path) {}

  std::string read(std::string_view toml_text) {
    toml::table table;
    try {
      table = toml::parse(toml_text, path_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
    check_keys(table, kKeys);
    check_version(table);
    if (const toml::node* groups = table.get("groups")) read_groups(*groups);
    if (const toml::node* entries = table.get("one_way")) read_one_way(*entries);
    return take();
  }

 private:
  [[noreturn]] void fail(const toml::source_region& at, const std::string& message,
                         std::string hint = {}) const {
    throw Error(ErrorCode::BadConfiguration,
                path_ + ":" + std::to_string(at.begin.line) + ": " + message, std::move(hint));
  }

  void check_keys(const toml::table& table, std::span<const std::string_view> known) const {
    // The first in the file is told, whatever the order of the table.
    const toml::key* unknown = nullptr;
    for (const auto& [key, node] : table) {
      if (std::ranges::count(known, key.str()) > 0) continue;
      if (unknown == nullptr || key.source().begin.line < unknown->source().begin.line)
        unknown = &key;
    }
    if (unknown == nullptr) return;
    const std::string_view near = text::nearest(unknown->str(), known);
    fail(unknown->source(), "unknown key \"" + std::string(unknown->str()) + "\"",
         near.empty() ? "" : "did you mean " + std::string(near) + "?");
  }

  void check_version(const toml::table& table) const {
    const toml::node* node = table.get("version");
    const std::string wanted = "version = " + std::to_string(kThesaurusVersion);
    if (node == nullptr) {
      throw Error(ErrorCode::BadConfiguration, path_ + ":1: there is no \"" + wanted + "\"",
                  "a thesaurus says which version of its form it has");
    }
    if (node->value_exact<std::int64_t>() != kThesaurusVersion)
      fail(node->source(), "this idsearch reads a thesaurus of " + wanted);
  }

  std::vector<Name> names_of(const toml::node& node, const std::string& what) const {
    const toml::array* list = node.as_array();
    if (list == nullptr) fail(node.source(), what + " must be a list of names");
    std::vector<Name> names;
    for (const toml::node& element : *list) {
      const auto text = element.value_exact<std::string>();
      if (!text) fail(element.source(), "a name must be a text in quotation marks");
      Name name;
      name.as_spelled = text->starts_with('=');
      name.text = name.as_spelled ? text->substr(1) : *text;
      if (name.text.find_first_of("\t\n\r") != std::string::npos)
        fail(element.source(), "a name stands on one line, without tabs");
      name.words = table_words(name.text);
      if (name.words.empty()) fail(element.source(), "\"" + *text + "\" has no word");
      if (std::ranges::count(name.words, ' ') >= static_cast<std::ptrdiff_t>(kMaxWordsOfName))
        fail(element.source(), "a name has at most " + std::to_string(kMaxWordsOfName) + " words");
      names.push_back(std::move(name));
    }
    return names;
  }

  void read_groups(const toml::node& node) {
    const toml::array* groups = node.as_array();
    if (groups == nullptr) fail(node.source(), "groups must be a list of lists of names");
    for (const toml::node& group : *groups) {
      const std::vector<Name> names = names_of(group, "a group");
      if (names.size() < 2) fail(group.source(), "a group has at least two names");
      for (const Name& name : names) add(name, names);
    }
  }

  void read_one_way(const toml::node& node) {
    const toml::array* entries = node.as_array();
    if (entries == nullptr) fail(node.source(), "one_way must be written as [[one_way]]");
    for (const toml::node& entry : *entries) {
      const toml::table* table = entry.as_table();
      if (table == nullptr) fail(entry.source(), "one_way must be written as [[one_way]]");
      check_keys(*table, kOneWayKeys);
      const toml::node* typed = table->get("typed");
      const toml::node* also = table->get("also");
      if (typed == nullptr || also == nullptr)
        fail(table->source(), "an entry of one_way has \"typed\" and \"also\"");
      const std::vector<Name> from = names_of(*typed, "typed");
      const std::vector<Name> to = names_of(*also, "also");
      if (from.empty()) fail(typed->source(), "typed needs a name");
      if (to.empty()) fail(also->source(), "also needs a name");
      for (const Name& name : from) add(name, to);
    }
  }

  void add(const Name& from, const std::vector<Name>& to) {
    std::vector<std::string>& also = entries_[{from.words, from.as_spelled ? from.text : ""}];
    for (const Name& name : to) {
      if (name.as_spelled || name.words == from.words) continue;
      const bool known = std::ranges::any_of(
          also, [&](const std::string& other) { return table_words(other) == name.words; });
      if (!known) also.push_back(name.text);
    }
  }

  std::string take() const {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& [from, also] : entries_) {
      if (also.empty()) continue;
      std::string payload = from.second.empty() ? "" : "=" + from.second + "\t";
      for (const std::string& name : also) payload += (&name == &also.front() ? "" : "\t") + name;
      rows.emplace_back(from.first, payload);
    }
    return word_table_of(rows);
  }

  const std::string& path_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> entries_;
};

}  // namespace

std::string parse_thesaurus(std::string_view toml, const std::string& path) {
  return FileReader(path).read(toml);
}

std::string read_thesaurus(const std::string& path) {
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  errno = 0;
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  std::string text;
  std::array<char, 4096> block;
  std::size_t got = 1;
  while (file != nullptr && got > 0 && text.size() <= kMaxBytes) {
    got = std::fread(block.data(), 1, block.size(), file.get());
    text.append(block.data(), got);
  }
  if (file == nullptr || std::ferror(file.get()) != 0) {
    throw Error(ErrorCode::BadConfiguration,
                "cannot read the thesaurus " + path + ": " + std::strerror(errno));
  }
  if (text.size() > kMaxBytes) {
    throw Error(ErrorCode::BadConfiguration,
                path + ": a thesaurus has at most " + std::to_string(kMaxBytes) + " bytes");
  }
  return parse_thesaurus(text, path);
}

}  // namespace idsearch::query
