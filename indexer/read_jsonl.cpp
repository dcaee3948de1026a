// SPDX-License-Identifier: GPL-2.0-or-later
// Collections for measuring: a line of JSON is a profile with one passage, its id taken verbatim.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "idsearch/error.hpp"
#include "indexer/profile_file.hpp"
#include "indexer/readers.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

class LineReader {
 public:
  LineReader(std::string_view file, std::size_t line) : file_(file), line_(line) {}

  Profile read(std::string_view bytes) const {
    if (bytes.size() > kMaxProfileBytes)
      fail("is larger than " + std::to_string(kMaxProfileBytes >> 20) + " MiB");
    const auto json = nlohmann::json::parse(text::repair_utf8(bytes).text, nullptr, false);
    if (!json.is_object()) fail("is no JSON object");
    Profile profile;
    profile.file = file_;
    profile.format = "jsonl";
    profile.id = text_of(json, "id");
    profile.title = text_of(json, "title");
    Section section;
    section.path = "_";
    section.passages = 1;
    profile.sections.push_back(std::move(section));
    Passage passage;
    passage.id = profile.id;
    passage.text = text_of(json, "body");
    passage.line = line_;
    passage.language = text::language_by_script(passage.text, "en");
    profile.language = passage.language;
    profile.passages.push_back(std::move(passage));
    return profile;
  }

 private:
  // A missing key or null is empty; a number is its digits.
  std::string text_of(const nlohmann::json& json, const char* key) const {
    const auto found = json.find(key);
    if (found == json.end() || found->is_null()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number()) return found->dump();
    fail(std::string("has a \"") + key + "\" that is no string");
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::Usage,
                std::string(file_) + ":" + std::to_string(line_) + ": the line " + what,
                "Each line has to be an object like {\"id\": \"1\", \"title\": \"…\", "
                "\"body\": \"…\"}.");
  }

  std::string_view file_;
  std::size_t line_;
};

}  // namespace

std::vector<Profile> read_jsonl(std::string_view file, std::string_view bytes) {
  std::vector<Profile> profiles;
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (text::trim(line).empty()) continue;
    profiles.push_back(LineReader(file, number).read(line));
  }
  return profiles;
}

}  // namespace idsearch::indexer
