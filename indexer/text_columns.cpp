// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/note_lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// "12.^ text" or "[12] text".
std::optional<NoteLine> note_at(const Line& line) {
  if (line.text.empty()) return std::nullopt;
  auto note = note_line({&line, 1}, 0);
  if (note && !note->certain && !note->bracket) note.reset();
  return note;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The byte where a second note begins behind a gap, with a higher number; nullopt when there is
// none. A bracket needs a gap that nobody types between sentences.
std::optional<std::size_t> second_note(const Line& line) {
  const auto first = note_at(line);
  if (!first) return std::nullopt;
  const std::string_view text = line.text;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool gap =
        text[at - 1] == '\t' || (at > 1 && is_blank(text[at - 1]) && is_blank(text[at - 2]));
    const bool may_begin = text[at] == '[' || text[at] == '^' || text::is_ascii_digit(text[at]);
    if (!gap || !may_begin) continue;
    Line rest;
    rest.text = text.substr(at);
    const auto second = note_at(rest);
    if (!second || second->number <= first->number) continue;
    const bool wide = text[at - 1] == '\t' || (at > 2 && is_blank(text[at - 3]));
    if (second->certain || wide) return at;
  }
  return std::nullopt;
}

std::size_t column_of(const Line& line, std::size_t byte) {
  const std::string_view before = line.text.substr(0, byte);
  return line.indent + static_cast<std::size_t>(std::ranges::count_if(
                           before, [](char c) { return (c & 0xC0) != 0x80; }));
}

struct Halves {
  std::string_view left, right;
};

// Parts a line at a column where it has a gap; nullopt when words stand there.
std::optional<Halves> parted(const Line& line, std::size_t column) {
  if (line.indent + 1 >= column) return Halves{{}, line.text};
  std::size_t byte = 0;
  std::size_t at = line.indent;
  while (byte < line.text.size() && at < column) {
    byte += text::decode(line.text, byte).length;
    ++at;
  }
  if (byte == line.text.size()) return Halves{line.text, {}};
  if (byte < 2 || !is_blank(line.text[byte - 1]) || !is_blank(line.text[byte - 2])) {
    return std::nullopt;
  }
  return Halves{text::trim(line.text.substr(0, byte)), text::trim(line.text.substr(byte))};
}

class ColumnReader {
 public:
  explicit ColumnReader(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::vector<Line> read() {
    std::vector<Line> out;
    out.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size();) {
      const auto second = second_note(lines_[i]);
      if (!second) {
        out.push_back(lines_[i++]);
        continue;
      }
      i = read_columns(i, column_of(lines_[i], *second), out);
    }
    return out;
  }

 private:
  // Returns the line behind the columns.
  std::size_t read_columns(std::size_t i, std::size_t column, std::vector<Line>& out) const {
    std::vector<Row> rows;
    for (; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      std::optional<Halves> halves;
      if (const auto second = second_note(line)) {
        halves = Halves{text::trim(line.text.substr(0, *second)), line.text.substr(*second)};
      } else {
        halves = parted(line, column);
      }
      if (!halves) break;
      rows.push_back({half(line, halves->left), half(line, halves->right)});
    }
    const bool by_column = goes_down(rows);
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= rows.size(); ++end) {
      // Numbers that go on from left to right: what is below a note goes on with it.
      if (end < rows.size() && (by_column || !note_at(rows[end].left))) continue;
      add(rows, begin, end, &Row::left, out);
      add(rows, begin, end, &Row::right, out);
      begin = end;
    }
    return i;
  }

  struct Row {
    Line left, right;  // without text where there is none
  };

  static Line half(const Line& line, std::string_view part) {
    Line out = line;
    out.text = part;
    return out;
  }

  // Whether all numbers of the right column are higher than those of the left one.
  static bool goes_down(const std::vector<Row>& rows) {
    std::size_t highest_left = 0;
    std::optional<std::size_t> lowest_right;
    for (const Row& row : rows) {
      if (const auto note = note_at(row.left)) highest_left = std::max(highest_left, note->number);
      if (const auto note = note_at(row.right)) {
        lowest_right = std::min(lowest_right.value_or(note->number), note->number);
      }
    }
    return lowest_right && highest_left < *lowest_right;
  }

  static void add(const std::vector<Row>& rows, std::size_t begin, std::size_t end, Line Row::*side,
                  std::vector<Line>& out) {
    bool first = true;
    for (std::size_t i = begin; i < end; ++i) {
      Line line = rows[i].*side;
      if (line.text.empty()) continue;
      if (std::exchange(first, false)) line.begins_block = true;
      out.push_back(line);
    }
  }

  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> without_columns(std::vector<Line> lines) {
  return ColumnReader(std::move(lines)).read();
}

}  // namespace idsearch::indexer
