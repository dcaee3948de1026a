// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a text dump end in a profile that keeps its promises: valid UTF-8, ids that occur
// once, marks in order on character boundaries, each with a note or a diagnostic, and no word that
// the file does not have.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>

#include "idsearch/profile.hpp"
#include "indexer/assemble.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/read_text.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace {

using idsearch::Profile;

void require(bool holds) {
  if (!holds) std::abort();
}

// Joined lines and taken marks change white space, nothing else.
std::string without_white_space(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto c = idsearch::text::decode(utf8, i);
    const bool dropped = idsearch::text::is_white_space(c.code_point) || c.code_point == 0xFEFF ||
                         c.code_point == 0x200B;
    if (!dropped) out.append(utf8, i, c.length);
    i += c.length;
  }
  return out;
}

// The bytes of `words` in this order, others between them; moves `from` behind them.
void check_order(std::string_view words, std::string_view all, std::size_t& from) {
  for (const char byte : words) {
    const std::size_t found = all.find(byte, from);
    require(found != std::string_view::npos);
    from = found + 1;
  }
}

// Whether a gap stands before something that could be the number of a note in a right column.
bool may_have_columns(std::string_view file) {
  for (std::size_t at = 1; at < file.size(); ++at) {
    const char c = file[at], before = file[at - 1];
    const bool begins = c == '[' || c == '^' || idsearch::text::is_ascii_digit(c);
    if (begins && (before == '\t' || (at > 1 && before == ' ' && file[at - 2] <= ' '))) return true;
  }
  return false;
}

// The words between the marks of each passage, in the order of the file. What is left out may stand
// between words of a passage: the heads of pages, and notes given between the lines of a paragraph.
// Of two columns of notes the right one comes behind the left one.
void check_words(const Profile& profile, std::string_view file) {
  const std::string all = without_white_space(file);
  const bool has_columns = may_have_columns(file);
  const bool has_gaps =
      has_columns || file.find('\f') != std::string_view::npos || !profile.notes.empty();
  std::size_t from = 0;
  for (const auto& passage : profile.passages) {
    if (has_columns) from = 0;
    std::size_t start = 0;
    for (std::size_t m = 0; m <= passage.marks.size(); ++m) {
      const std::size_t end = m == passage.marks.size() ? passage.text.size() : passage.marks[m].at;
      const std::string words =
          without_white_space(std::string_view(passage.text).substr(start, end - start));
      start = end;
      if (has_gaps) {
        check_order(words, all, from);
        continue;
      }
      const std::size_t found = all.find(words, from);
      require(found != std::string::npos);
      from = found + words.size();
    }
  }
}

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
  const Profile profile =
      indexer::assemble("fuzz.txt", "text", indexer::read_text(bytes), idsearch::ParseOptions{});

  std::unordered_set<std::string> ids;
  std::unordered_set<std::string> paths;
  for (const auto& section : profile.sections) {
    require(paths.insert(section.path).second);
    require(section.path == "_" ? section.titles.empty() : section.titles.size() == section.level);
  }
  for (const auto& passage : profile.passages) {
    require(passage.section < profile.sections.size());
    require(ids.insert(passage.id).second);
    require(!passage.text.empty() && text::is_valid_utf8(passage.text));
    require(text::trim(passage.text) == passage.text);
  }
  for (const auto& note : profile.notes) require(text::is_valid_utf8(note.text));
  check_marks(profile);
  check_words(profile, text::repair_utf8(bytes).text);
  // Writing JSON takes more time than all the rest, and has little to do with the bytes read.
  if (size % 16 == 0) require(text::is_valid_utf8(indexer::profile_json(profile)));
  return 0;
}
