// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sniff_markup.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/characters.hpp"
#include "indexer/citation_text.hpp"
#include "indexer/markdown_front.hpp"
#include "indexer/note_lines.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// More tags say no more.
constexpr std::size_t kEnoughTags = 3;
// Longer than any front matter seen; a rule of dashes must not search a whole file for its like.
constexpr std::size_t kMostFrontMatterLines = 200;

constexpr std::array<std::string_view, 33> kPageElements{
    "a",    "article", "aside", "blockquote", "body", "br", "dd", "div",     "dl",
    "dt",   "footer",  "h1",    "h2",         "h3",   "h4", "h5", "h6",      "head",
    "html", "header",  "li",    "main",       "nav",  "ol", "p",  "section", "span",
    "sup",  "table",   "td",    "title",      "tr",   "ul"};

bool is_name_character(char c) { return is_digit(c) || is_lower(to_lower(c)); }

// The element that the tag at `at` ("<p", "</p") names; empty when it is none of ours.
std::string_view element_at(std::string_view text, std::size_t at) {
  std::size_t start = at + 1;
  if (start < text.size() && text[start] == '/') ++start;
  std::size_t end = start;
  while (end < text.size() && is_name_character(text[end])) ++end;
  // "<a@b.org>", "<www.example.org>", "<p" at the end of the text.
  if (end >= text.size() || std::string_view(" \t\r\n/>").find(text[end]) == kEnd) return {};
  const std::string_view name = text.substr(start, end - start);
  for (const std::string_view element : kPageElements) {
    if (name.size() == element.size() && starts_with_ignoring_case(name, element)) return element;
  }
  return {};
}

// Without what may stand before the first tag: white space, comments, "<?xml …?>".
std::string_view without_prologue(std::string_view text) {
  while (true) {
    text = text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = ">";
    } else {
      return text;
    }
    const std::size_t at = text.find(end);
    if (at == kEnd) return {};
    text.remove_prefix(at + end.size());
  }
}

// "title: Kenya", "tags:", "- a", "# remark", an indented line: nothing but these stand in YAML.
bool is_yaml(std::string_view line) {
  if (line.empty() || std::string_view(" \t#-").find(line.front()) != kEnd) return true;
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == kEnd) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  // "Last updated : …" is the head of a text dump.
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_name_character(c) || c == '_' || c == '-'; });
}

std::string_view without_blanks_behind(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

// Fences and beginnings that stand before no text dump: their language decides.
bool begins_other_front_matter(std::string_view text) {
  const std::string_view line = without_blanks_behind(text.substr(0, text.find('\n')));
  return line == "+++" || line == ";;;" || line == "---json" || line == "---toml" ||
         line == "---yaml" || line == "---yml" || line.starts_with('{');
}

bool has_front_matter(std::string_view text) {
  if (begins_other_front_matter(text)) {
    // Alone it is JSON, or settings of something.
    const std::size_t body = read_front_matter(text).body;
    return body > 0 && text.find_first_not_of(" \t\r\n", body) != kEnd;
  }
  bool has_key = false;
  for (std::size_t number = 0; number < kMostFrontMatterLines && !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_blanks_behind(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (number == 0) {
      if (line != "---") return false;
    } else if (line == "---" || line == "...") {
      return has_key;
    } else if (!is_yaml(line)) {
      return false;
    } else {
      has_key = has_key || (!line.empty() && line.find(':') != kEnd);
    }
  }
  return false;
}

// The length of "[^5]" at the beginning; 0 when there is none.
std::size_t mark_length(std::string_view text) {
  constexpr std::size_t kLongestLabel = 100;  // keeps lines of nothing but "[^" linear
  const std::size_t end = text.substr(0, kLongestLabel).find_first_of("] \t");
  return end == kEnd || end < 3 || text[end] != ']' ? 0 : end + 1;
}

std::size_t count_marks(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = line.find("[^"); at != kEnd; at = line.find("[^", at + 2)) {
    const bool escaped = at > 0 && line[at - 1] == '\\';
    if (!escaped && mark_length(line.substr(at)) != 0) ++count;
  }
  return count;
}

bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level + 1 < line.size() && line[level] == ' ';
}

bool is_underline(std::string_view line) {
  return line.size() >= 3 &&
         (line.find_first_not_of('=') == kEnd || line.find_first_not_of('-') == kEnd);
}

}  // namespace

HtmlSigns html_signs(std::string_view text) {
  HtmlSigns signs;
  const std::string_view start = without_prologue(text);
  const std::string_view first = start.starts_with('<') ? element_at(start, 0) : std::string_view();
  signs.begins_element = !first.empty();
  signs.document = starts_with_ignoring_case(start, "<!doctype html") || first == "html" ||
                   first == "head" || first == "body";
  for (std::size_t at = text.find('<'); at != kEnd; at = text.find('<', at + 1)) {
    if (element_at(text, at).empty()) continue;
    std::size_t& count = text[at + 1] == '/' ? signs.closed : signs.opened;
    if (count < kEnoughTags) ++count;
    if (signs.opened == kEnoughTags && signs.closed == kEnoughTags) break;
  }
  return signs;
}

TextSigns text_signs(std::string_view text) {
  TextSigns signs;
  // Lines are told apart in UTF-8 only.
  text::RepairedText repaired;
  if (!text::is_valid_utf8(text)) {
    repaired = text::repair_utf8(text);
    text = repaired.text;
  }
  signs.front_matter = has_front_matter(text);
  const std::vector<Line> lines = split_lines(text);
  bool in_code = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.text.starts_with("```") || line.text.starts_with("~~~")) {
      in_code = !in_code;
      continue;
    }
    if (const auto note = note_line(lines, i); note && note->certain) ++signs.note_lines;
    if (in_code) continue;  // fenced; indentation tells nothing, dumps are indented throughout
    if (match_any(line.text, 0, {"last updated"}) != 0) signs.updated_line = true;
    const std::size_t length = line.text.starts_with("[^") ? mark_length(line.text) : 0;
    if (length != 0 && line.text.substr(length).starts_with(':')) {
      ++signs.definitions;
    } else {
      signs.marks += count_marks(line.text);
    }
    if (line.after_blank && is_heading(line.text)) ++signs.headings;
    if (!line.after_blank && is_underline(line.text)) ++signs.underlined;
  }
  return signs;
}

}  // namespace idsearch::indexer
