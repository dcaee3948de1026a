// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_boxes.hpp"

#include <algorithm>
#include <optional>

#include "indexer/markdown_lines.hpp"
#include "indexer/markdown_terms.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::size_t kBodyIndent = 4;  // of Python-Markdown
// Deeper ones are no boxes.
constexpr std::size_t kDeepestBox = 32;

// "note", "warning inline end"
bool is_kind(std::string_view words) {
  return std::ranges::all_of(
      words, [](char c) { return text::is_ascii_alnum(c) || c == '-' || c == '_' || c == ' '; });
}

// What stands in the quotes at the end of the words; `words` keeps what is before. Empty when there
// is none.
std::string_view take_quoted(std::string_view& words) {
  if (!words.ends_with('"')) return {};
  const std::size_t open = words.find('"');
  if (open + 1 == words.size()) return {};
  const std::string_view title = words.substr(open + 1, words.size() - open - 2);
  words = text::trim(words.substr(0, open));
  return title;
}

// The title of the box that the words begin, empty when it has none; nullopt when they begin none.
std::optional<std::string_view> box_title(std::string_view words) {
  const bool tab = words.starts_with("===");
  if (!tab && !words.starts_with("!!!") && !words.starts_with("\?\?\?")) return std::nullopt;
  const char sign = words.front();
  words.remove_prefix(3);
  if ((sign == '?' || tab) && words.starts_with('+')) words.remove_prefix(1);
  if (tab && words.starts_with('!')) words.remove_prefix(1);
  words = text::trim(words);
  const bool quoted = words.ends_with('"');
  const std::string_view title = take_quoted(words);
  if (tab) return quoted && words.empty() ? std::optional(title) : std::nullopt;
  return !words.empty() && is_kind(words) ? std::optional(title) : std::nullopt;
}

// Whether the first line of `rest` that is not blank is indented so far.
bool has_body(std::string_view rest, std::size_t column) {
  constexpr int kMostBlankLines = 4;
  for (int blank = 0; blank <= kMostBlankLines && !rest.empty(); ++blank) {
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    const Indent indent = indent_of(line);
    if (indent.bytes < line.size()) return indent.columns >= column;
    rest.remove_prefix(line.size());
  }
  return false;
}

}  // namespace

std::string_view MarkdownBoxes::unwrap(std::string_view line, std::string_view rest, bool literal,
                                       bool in_list) {
  const bool titled = titled_;
  titled_ = below_title_ = false;
  const Indent indent = indent_of(line);
  if (indent.bytes == line.size()) {
    titled_ = below_title_ = titled && literal;
    return line;
  }
  std::size_t removed = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (indent.columns - removed < columns_[i] + kBodyIndent) {
      columns_.resize(i);
      break;
    }
    removed += kBodyIndent;
  }
  if (removed > 0) line.remove_prefix(indent_of(line, removed).bytes);
  const std::size_t column = indent.columns - removed;
  const bool may_begin =
      !literal && columns_.size() < kDeepestBox && (column < kBodyIndent || in_list);
  const auto title =
      may_begin ? box_title(text::trim(line.substr(indent_of(line).bytes))) : std::nullopt;
  if (title && has_body(rest, indent.columns + kBodyIndent)) {
    columns_.push_back(column);
    titled_ = !title->empty();
    return *title;
  }
  const std::string_view words = line.substr(indent_of(line).bytes);
  if (may_begin && column < kBodyIndent && below_text_ && definition_sign(words) != 0) {
    columns_.push_back(column);
  } else {
    titled_ = below_title_ = titled && !columns_.empty();
  }
  below_text_ = !literal && words.find('|') == std::string_view::npos &&
                (definition_sign(words) != 0 || !interrupts_paragraph(words));
  return line;
}

}  // namespace idsearch::indexer
