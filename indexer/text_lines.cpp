// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/diagnostic_list.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Where the line that begins at `at` ends, and where the next one begins.
std::pair<std::size_t, std::size_t> line_end(std::string_view text, std::size_t at) {
  // Two searches for one byte are many times faster than one for any of two.
  std::size_t end = std::min(text.find('\n', at), text.size());
  end = std::min(at + std::min(text.substr(at, end - at).find('\r'), end - at), text.size());
  if (end == text.size()) return {end, end};
  const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
  return {end, end + (crlf ? 2 : 1)};
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// What nobody writes in a text, so that a line of it needs no blank lines around it.
bool is_sure_chrome(std::string_view line) {
  constexpr std::array<std::string_view, 9> kChrome{"Skip to content",
                                                    "Skip to main content",
                                                    "Skip to navigation",
                                                    "Share this page",
                                                    "Print this page",
                                                    "Share this article",
                                                    "Toggle navigation",
                                                    "Go to top",
                                                    "Subscribe to our newsletter"};
  return std::find(kChrome.begin(), kChrome.end(), line) != kChrome.end();
}

// "#[1]Feed [2]Home": links of the page's head, as lynx writes them.
bool is_head_links(std::string_view line) {
  return line.size() > 2 && line.starts_with("#[") && line[2] >= '0' && line[2] <= '9';
}

// "-----", "=====", "* * *": lines drawn with one character.
bool is_rule(std::string_view line) {
  const char c = line.front();
  if (c != '-' && c != '=' && c != '_' && c != '*' && c != '~') return false;
  const auto drawn = std::count(line.begin(), line.end(), c);
  const auto blank = std::count(line.begin(), line.end(), ' ');
  return drawn >= 3 && static_cast<std::size_t>(drawn + blank) == line.size();
}

// Without blank lines the chrome of a site shows only by the headings beside it.
bool stands_by_heading(std::span<const Line> lines, std::size_t i) {
  const auto is_heading = [&](std::size_t at) {
    return at < lines.size() && known_heading(lines[at].text) != nullptr;
  };
  std::size_t before = i, behind = i + 1;
  while (before > 0 && is_chrome(lines[before - 1].text)) --before;
  while (behind < lines.size() && is_chrome(lines[behind].text)) ++behind;
  return (before > 0 && is_heading(before - 1)) || is_heading(behind);
}

}  // namespace

std::vector<Line> split_lines(std::string_view utf8) {
  std::vector<Line> lines;
  bool begins_block = true;
  bool begins_page = false;
  std::size_t number = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [end, next] = line_end(utf8, at);
    const std::string_view line = text::trim(utf8.substr(at, end - at));
    const std::size_t start = std::exchange(at, next);
    ++number;
    if (line.empty()) {
      begins_block = true;
      begins_page = begins_page || utf8.substr(start, end - start).find('\f') != utf8.npos;
    } else {
      const std::string_view before(utf8.data() + start, line.data() - (utf8.data() + start));
      lines.push_back({line, number, text::count_code_points(before), begins_block, begins_block});
      lines.back().begins_page = begins_page || before.find('\f') != before.npos;
      begins_block = false;
      begins_page = false;
    }
  }
  return lines;
}

bool is_own_block(std::span<const Line> lines, std::size_t i) {
  return lines[i].begins_block && (i + 1 == lines.size() || lines[i + 1].begins_block);
}

bool is_chrome(std::string_view line) {
  // Buttons and links of the site that extractors take along.
  constexpr std::array<std::string_view, 4> kChrome{"Share", "Back to top", "Print", "Home"};
  return std::find(kChrome.begin(), kChrome.end(), line) != kChrome.end() || is_sure_chrome(line);
}

bool is_image_placeholder(std::string_view line) {
  constexpr std::string_view kSuffix = "background_image";
  if (!line.ends_with(kSuffix)) return false;
  const std::string_view before = line.substr(0, line.size() - kSuffix.size());
  return before.empty() ||
         (before.ends_with('_') && std::all_of(before.begin(), before.end(), is_word_byte));
}

std::vector<Line> without_layout(std::vector<Line> lines) {
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool dropped = false;
  bool blank = false;  // a blank line stood before what was dropped
  const bool tight =
      lines.size() > 1 && std::none_of(lines.begin() + 1, lines.end(),
                                       [](const Line& line) { return line.after_blank; });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    if (is_image_placeholder(line) || is_rule(line) || is_head_links(line) ||
        (is_chrome(line) && (is_sure_chrome(line) || is_own_block(lines, i) ||
                             (tight && stands_by_heading(lines, i))))) {
      dropped = true;
      if (!kept.empty() && is_image_placeholder(line)) kept.back().heads_image = true;
      blank = blank || lines[i].after_blank;
      continue;
    }
    kept.push_back(lines[i]);
    if (dropped) kept.back().begins_block = true;
    if (blank) kept.back().after_blank = true;
    dropped = false;
    blank = false;
  }
  return kept;
}

std::vector<Diagnostic> invalid_utf8_diagnostics(std::string_view bytes,
                                                 std::span<const std::size_t> bad_offsets) {
  std::vector<Diagnostic> diagnostics;
  DiagnosticList list(diagnostics);
  std::size_t number = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size() && bad < bad_offsets.size();) {
    const std::size_t next = line_end(bytes, at).second;
    ++number;
    const std::size_t first = bad;
    while (bad < bad_offsets.size() && bad_offsets[bad] < next) ++bad;
    if (bad > first) {
      const std::string what =
          bad - first == 1 ? "1 fault" : std::to_string(bad - first) + " faults";
      list.add(number, DiagnosticKind::InvalidUtf8, {},
               "invalid UTF-8: " + what + " on this line replaced by U+FFFD");
    }
    at = next;
  }
  return diagnostics;
}

}  // namespace idsearch::indexer
