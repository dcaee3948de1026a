// SPDX-License-Identifier: GPL-2.0-or-later

#include "list_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "citation_oracle.hpp"

namespace idsearch::oracle {
namespace {

struct NumberLine {
  std::string label;
  std::string rest;
};

// Takes `expected` off the front of `text`.
bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  while (take(text, " ") || take(text, "\t") || take(text, "\u00A0")) {
  }
}

std::string take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  const std::string digits(text.substr(0, n));
  text.remove_prefix(n);
  return digits;
}

std::optional<NumberLine> read_number_line(std::string_view line) {
  NumberLine read;
  const bool caret_first = take(line, "^");
  if (caret_first) skip_blanks(line);
  const bool bracket = !caret_first && take(line, "[");
  read.label = take_digits(line);
  if (read.label.empty() || read.label.size() > 3) return std::nullopt;
  if (!take(line, bracket ? "]" : ".")) return std::nullopt;
  const std::size_t before_blanks = line.size();
  skip_blanks(line);
  if (!caret_first && !bracket && !take(line, "^") && before_blanks == line.size()) {
    return std::nullopt;  // neither "12.^" nor "12. text"
  }
  read.rest = trim(line);
  return read;
}

}  // namespace

std::vector<NoteText> read_note_list(std::string_view profile_text) {
  std::vector<NoteText> notes;
  for (std::size_t begin = 0; begin < profile_text.size();) {
    const std::size_t end = std::min(profile_text.find('\n', begin), profile_text.size());
    const std::string line = trim(profile_text.substr(begin, end - begin));
    begin = end + 1;
    if (const auto number = read_number_line(line)) {
      notes.push_back({number->label, number->rest});
    } else if (!notes.empty() && !line.empty()) {
      if (!notes.back().text.empty()) notes.back().text += ' ';
      notes.back().text += line;
    }
  }
  return notes;
}

}  // namespace idsearch::oracle
