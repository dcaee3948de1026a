// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_lines.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::size_t kTab = 4;  // CommonMark

std::size_t run_length(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

bool is_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t';
}

bool is_atx_heading(std::string_view rest) {
  const std::size_t signs = run_length(rest, '#');
  return signs >= 1 && signs <= 6 && is_blank_at(rest, signs);
}

}  // namespace

Indent indent_of(std::string_view line, std::size_t most_columns) {
  Indent indent;
  while (indent.bytes < line.size() && indent.columns < most_columns) {
    const char c = line[indent.bytes];
    if (c == ' ') {
      ++indent.columns;
    } else if (c == '\t') {
      indent.columns += kTab - indent.columns % kTab;
    } else {
      break;
    }
    ++indent.bytes;
  }
  return indent;
}

std::optional<Fence> opening_fence(std::string_view rest) {
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return std::nullopt;
  const Fence fence{rest[0], run_length(rest, rest[0])};
  if (fence.length < 3) return std::nullopt;
  const bool backtick = rest.find('`', fence.length) != std::string_view::npos;
  if (fence.character == '`' && backtick) return std::nullopt;  // a code span
  return fence;
}

bool closes_fence(const Fence& fence, std::string_view rest) {
  const std::size_t length = run_length(rest, fence.character);
  return length >= fence.length && rest.find_first_not_of(" \t", length) == std::string_view::npos;
}

std::size_t quote_marker_length(std::string_view rest) {
  const std::size_t blanks = run_length(rest, ' ');
  if (blanks > 3 || blanks >= rest.size() || rest[blanks] != '>') return 0;
  const bool blank = blanks + 1 < rest.size() && rest[blanks + 1] == ' ';
  return blanks + (blank ? 2 : 1);
}

std::size_t list_marker_length(std::string_view rest) {
  if (rest.empty()) return 0;
  std::size_t length = 0;
  if (rest[0] == '-' || rest[0] == '+' || rest[0] == '*') {
    length = 1;
  } else {
    constexpr std::size_t kMostDigits = 9;  // CommonMark
    while (length < rest.size() && text::is_ascii_digit(rest[length])) ++length;
    if (length == 0 || length > kMostDigits || length == rest.size()) return 0;
    if (rest[length] != '.' && rest[length] != ')') return 0;
    ++length;
  }
  return is_blank_at(rest, length) && !is_thematic_break(rest) ? length : 0;
}

bool is_thematic_break(std::string_view rest) {
  if (rest.empty() || (rest[0] != '-' && rest[0] != '*' && rest[0] != '_')) return false;
  std::size_t count = 0;
  for (const char c : rest) {
    if (c == rest[0]) {
      ++count;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return count >= 3;
}

bool begins_tag(std::string_view rest, std::string_view name) {
  if (rest.size() <= name.size() || rest[0] != '<') return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (text::ascii_lower(rest[i + 1]) != name[i]) return false;
  }
  const char after = rest.size() > name.size() + 1 ? rest[name.size() + 1] : '>';
  return after == '>' || after == ' ' || after == '\t' || after == '/';
}

bool interrupts_paragraph(std::string_view rest) {
  if (rest.empty()) return true;
  constexpr std::array<std::string_view, 14> kBlocks{"div",     "p",       "table",  "ul",   "ol",
                                                     "section", "h1",      "h2",     "h3",   "h4",
                                                     "pre",     "details", "script", "style"};
  if (rest[0] == '<') {
    return std::any_of(kBlocks.begin(), kBlocks.end(),
                       [rest](std::string_view name) { return begins_tag(rest, name); });
  }
  if (rest[0] == '>' || rest[0] == '|' || is_atx_heading(rest) || opening_fence(rest)) return true;
  if (is_thematic_break(rest)) return true;
  const std::size_t marker = list_marker_length(rest);
  // "12. May 2020" on a line of its own is wrapped text: only a list from 1 interrupts.
  const bool first = !text::is_ascii_digit(rest[0]) || (marker == 2 && rest[0] == '1');
  return marker != 0 && marker < rest.size() && first;
}

std::size_t footnote_label_length(std::string_view rest) {
  constexpr std::size_t kLongestLabel = 999;  // CommonMark, of links
  if (!rest.starts_with("[^")) return 0;
  const std::string_view label = rest.substr(2, kLongestLabel + 1);
  const std::size_t end = label.find_first_of("[]^ \t\n\r\\");
  if (end == 0 || end == std::string_view::npos || label[end] != ']') return 0;
  const std::string_view name = label.substr(0, end);
  if (name.find("\u00A0") != std::string_view::npos) return 0;
  return end + 3;
}

}  // namespace idsearch::indexer
