// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as Markdown end in a profile that keeps its promises: valid UTF-8, ids that occur once,
// marks in order on character boundaries, each with a note or a diagnostic, lines that the file
// has, and no sign of the tokens that the reader works with.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>

#include "idsearch/profile.hpp"
#include "indexer/assemble.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/read_markdown.hpp"
#include "text/unicode.hpp"

namespace {

using idsearch::Profile;

void require(bool holds) {
  if (!holds) std::abort();
}

// Control characters are where tokens would show: none that the file has not.
class Controls {
 public:
  explicit Controls(std::string_view file) {
    for (const char c : file) {
      if (is_control(c)) seen_[static_cast<unsigned char>(c)] = true;
    }
  }

  void check(std::string_view text) const {
    for (const char c : text) require(!is_control(c) || seen_[static_cast<unsigned char>(c)]);
  }

 private:
  static bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

  std::array<bool, 0x20> seen_{};
};

void check_marks(const Profile& profile) {
  std::unordered_set<std::string> answered;
  for (const auto& note : profile.notes) answered.insert(note.label);
  for (const auto& diagnostic : profile.diagnostics) {
    if (diagnostic.kind == idsearch::DiagnosticKind::DanglingMark)
      answered.insert(diagnostic.label);
  }
  for (const auto& passage : profile.passages) {
    std::size_t last = 0;
    for (const auto& mark : passage.marks) {
      require(mark.at >= last && mark.at <= passage.text.size());
      require(idsearch::text::char_floor(passage.text, mark.at) == mark.at);
      require(answered.contains(mark.note));
      last = mark.at;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace indexer = idsearch::indexer;
  namespace text = idsearch::text;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Profile profile = indexer::assemble("fuzz.md", "markdown", indexer::read_markdown(bytes),
                                            idsearch::ParseOptions{});

  const Controls controls(bytes);
  const auto lines = static_cast<std::size_t>(
      1 + std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; }));
  controls.check(profile.title);
  std::unordered_set<std::string> ids;
  for (const auto& section : profile.sections) {
    require(section.line <= lines);
    for (const std::string& title : section.titles) controls.check(title);
  }
  for (const auto& passage : profile.passages) {
    require(passage.section < profile.sections.size());
    require(passage.line >= 1 && passage.line <= lines);
    require(ids.insert(passage.id).second);
    require(!passage.text.empty() && text::is_valid_utf8(passage.text));
    require(text::trim(passage.text) == passage.text);
    controls.check(passage.text);
  }
  for (const auto& note : profile.notes) {
    require(note.line >= 1 && note.line <= lines);
    require(text::is_valid_utf8(note.text));
    require(text::trim(note.text) == note.text);
    controls.check(note.text);
  }
  check_marks(profile);
  // Writing JSON takes more time than all the rest, and has little to do with the bytes read.
  if (size % 16 == 0) require(text::is_valid_utf8(indexer::profile_json(profile)));
  return 0;
}
