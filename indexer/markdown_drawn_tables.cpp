// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_drawn_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "indexer/characters.hpp"
#include "indexer/markdown_dashes.hpp"
#include "indexer/markdown_lines.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// One that goes on is text. The largest tables of profiles seen have some 60 rows.
constexpr std::size_t kMostTableLines = 2000;

std::string_view second_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
}

// The lines of a table without its indentation: that of the first line, or of dashes below it.
class TableLines {
 public:
  explicit TableLines(std::string_view text) : text_(text), columns_(indent_of(text).columns) {
    const std::string_view next = second_line(text);
    const Indent indent = indent_of(next);
    if (next.substr(indent.bytes).starts_with("--")) columns_ = std::min(columns_, indent.columns);
  }

  // nullopt behind the last line, and of one that stands further left.
  std::optional<std::string_view> at(std::size_t number) {
    while (lines_.size() <= number && !ended_) read_line();
    return number < lines_.size() ? std::optional(lines_[number]) : std::nullopt;
  }

  std::size_t seen() const { return lines_.size(); }

 private:
  void read_line() {
    if (at_ >= text_.size() || lines_.size() >= kMostTableLines) {
      ended_ = true;
      return;
    }
    const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
    std::string_view line = text_.substr(at_, end - at_);
    at_ = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
    const Indent indent = indent_of(line, columns_);
    line.remove_prefix(indent.bytes);
    const std::string_view words = text::trim(line);
    if (!words.empty() && indent.columns < columns_) ended_ = true;
    if (!ended_) lines_.push_back(words.empty() ? words : line);
  }

  std::string_view text_;
  std::size_t columns_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::vector<std::string_view> lines_;
};

// In which column each character begins: as wide as a terminal shows it, or one each.
std::vector<std::pair<std::size_t, std::size_t>> character_columns(std::string_view line,
                                                                   bool wide) {
  std::vector<std::pair<std::size_t, std::size_t>> out;  // column, byte
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = std::max<std::size_t>(character_at(line, at).length, 1);
    out.emplace_back(column, at);
    column += wide ? text::display_width(line.substr(at, length)) : 1;
    at += length;
  }
  out.emplace_back(column, line.size());
  return out;
}

using Cells = std::map<std::size_t, std::string>;  // by number of the column

void add_to_cell(Cells& cells, std::size_t column, std::string_view words) {
  words = text::trim(words);
  // "- item", "* item"
  const bool bullet = !words.empty() && words.find_first_of("-*+") == 0;
  if (bullet && words.size() > 2 && words[1] == ' ') words = text::trim(words.substr(2));
  // A break within the cell.
  if (words.ends_with('\\') && !words.ends_with("\\\\")) words.remove_suffix(1);
  std::string& cell = cells[column];
  if (!cell.empty() && !words.empty()) cell += ' ';
  cell += words;
}

class TableWriter {
 public:
  explicit TableWriter(Shields& shields) : shields_(shields) {}

  void add_row(const Cells& cells, std::size_t line, bool head) {
    const bool words = std::ranges::any_of(cells, [](const auto& c) { return !c.second.empty(); });
    if (!words) return;
    rows_.push_back({line, head, cells});
  }

  bool has_body() const {
    return std::ranges::any_of(rows_, [](const Row& row) { return !row.head; });
  }
  bool has_columns() const {
    return std::ranges::any_of(rows_, [](const Row& row) {
      return std::ranges::count_if(row.cells, [](const auto& c) { return !c.second.empty(); }) > 1;
    });
  }

  // A table that is all head has rows only.
  std::vector<std::string> write(std::size_t lines) const {
    std::vector<std::string> out(lines);
    if (rows_.empty()) return {};
    const bool body = has_body();
    for (const Row& row : rows_) {
      const auto kind = row.head && body ? Shield::Kind::Head : Shield::Kind::Row;
      std::string& line = out[row.line];
      line = shields_.token({kind, "", "", 0});
      for (auto cell = row.cells.begin(); cell != row.cells.end(); ++cell) {
        if (cell != row.cells.begin()) line += shields_.token({Shield::Kind::Cell, " | ", "", 0});
        line += cell->second;
      }
    }
    return out;
  }

 private:
  struct Row {
    std::size_t line;
    bool head;
    Cells cells;
  };
  Shields& shields_;
  std::vector<Row> rows_;
};

bool is_border(std::string_view line) {
  line = text::trim(line);
  return line.size() > 2 && line.front() == '+' && line.back() == '+' &&
         line.find_first_not_of("+-=:") == std::string_view::npos &&
         line.find_first_of("-=") != std::string_view::npos;
}

bool is_border_part(std::string_view words) {
  words = text::trim(words);
  return words.size() > 1 && words.find_first_not_of("-=:") == std::string_view::npos;
}

class GridReader {
 public:
  GridReader(TableLines& lines, Shields& shields) : lines_(lines), writer_(shields) {}

  std::vector<std::string> read() {
    std::size_t borders = 0, end = 0;
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; const auto line = lines_.at(i); ++i) {
      if (line->empty() || (line->front() != '|' && line->front() != '+')) break;
      if (!is_border(*line)) continue;
      ++borders;
      end = i + 1;
      if (line->find('=') != std::string_view::npos) heads.push_back(i);
      for (const auto& [column, byte] : character_columns(*line, false))
        if (byte < line->size() && (*line)[byte] == '+') edges_.push_back(column);
    }
    if (borders < 2) return {};
    std::ranges::sort(edges_);
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
    // "===" below the first rows ends the head; above them, and at the end, it is a frame.
    const std::size_t head_end =
        !heads.empty() && heads.front() != 0 && heads.front() + 1 != end ? heads.front() : 0;
    for (std::size_t i = 0; i < end; ++i) take(i, i < head_end);
    end_row();
    return writer_.write(end);
  }

 private:
  struct Part {
    std::size_t column;
    std::string_view words;
  };

  void take(std::size_t number, bool head) {
    const std::string_view line = *lines_.at(number);
    if (is_border(line)) return end_row();
    std::vector<Part> parts = parts_of(text::trim(line));
    const bool ends =
        std::ranges::any_of(parts, [](const Part& part) { return is_border_part(part.words); });
    if (row_.empty() && !ends) {
      row_line_ = number;
      row_head_ = head;
    }
    for (const Part& part : parts) {
      if (!ends || !is_border_part(part.words)) add_to_cell(row_, part.column, part.words);
    }
    if (ends) end_row();
  }

  void end_row() {
    writer_.add_row(row_, row_line_, row_head_);
    row_.clear();
  }

  // What stands between the edges; a line that is not drawn to measure is split at each bar.
  std::vector<Part> parts_of(std::string_view line) const {
    for (const bool wide : {true, false}) {
      const auto columns = character_columns(line, wide);
      std::vector<Part> parts;
      std::size_t begin = 0, column = 0;
      for (const auto& [at, byte] : columns) {
        const bool sign = byte < line.size() && (line[byte] == '|' || line[byte] == '+');
        const auto edge = std::ranges::lower_bound(edges_, at);
        if (!sign || edge == edges_.end() || *edge != at) continue;
        if (byte > begin) parts.push_back({column, line.substr(begin, byte - begin)});
        begin = byte + 1;
        column = static_cast<std::size_t>(edge - edges_.begin());
      }
      if (begin == line.size() && !parts.empty()) return parts;
    }
    std::vector<Part> parts;
    std::size_t begin = line.empty() || (line[0] != '|' && line[0] != '+') ? 0 : 1;
    for (std::size_t at = begin; at <= line.size(); ++at) {
      const bool end = at == line.size();
      if (!end && (line[at] != '|' || line[at - 1] == '\\')) continue;
      if (!end || begin < line.size())
        parts.push_back({parts.size(), line.substr(begin, at - begin)});
      begin = at + 1;
    }
    return parts;
  }

  TableLines& lines_;
  TableWriter writer_;
  std::vector<std::size_t> edges_;  // columns
  Cells row_;
  std::size_t row_line_ = 0;
  bool row_head_ = false;
};

// Columns below dashes. Between blank lines a row may have several lines.
class DashedReader {
 public:
  DashedReader(TableLines& lines, Shields& shields) : lines_(lines), writer_(shields) {}

  std::vector<std::string> read() {
    const std::size_t first = runs(0);
    if (first == 0) {
      // "Name   Place" above "-----  ------"
      if (runs(1) < 2 || !set_columns(1) || !take_row(0, 1, true)) return {};
      return take_lines(2) ? written() : std::vector<std::string>();
    }
    std::size_t next = 1;
    while (runs(next) == 0 && is_text(next)) ++next;
    if (next == 1) return {};
    if (runs(next) >= 2 && is_text(next + 1) && runs(next + 1) == 0 && frames(next)) {
      if (!set_columns(next) || !take_row(1, next, true)) return {};
      return take_rows(next + 1) ? written() : std::vector<std::string>();
    }
    if (first < 2 || !set_columns(0)) return {};
    return take_rows(1) ? written() : std::vector<std::string>();
  }

 private:
  std::size_t runs(std::size_t number) {
    const auto line = lines_.at(number);
    return line ? runs_of_dashes(text::trim(*line)) : 0;
  }

  bool is_text(std::size_t number) {
    const auto line = lines_.at(number);
    return line && !line->empty() && !line->starts_with('#');
  }

  // Dashes above the head are about as long as those below it: a rule may stand above any text.
  bool frames(std::size_t below) {
    return text::trim(*lines_.at(0)).size() * 2 >= text::trim(*lines_.at(below)).size();
  }

  bool set_columns(std::size_t number) {
    const std::string_view line = *lines_.at(number);
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '-' && (i == 0 || line[i - 1] != '-')) starts_.push_back(i);
    }
    return starts_.size() > 1;
  }

  // Rows up to a blank line or dashes, a line each.
  bool take_lines(std::size_t number) {
    for (; is_text(number) && runs(number) == 0; ++number) {
      if (!take_row(number, number + 1, false)) return false;
    }
    end_ = runs(number) > 0 ? number + 1 : number;
    return true;
  }

  // Rows up to dashes below which nothing stands; with blank lines among them those part the rows.
  bool take_rows(std::size_t number) {
    std::size_t end = number;
    bool gaps = false;
    for (; runs(end) == 0; ++end) {
      const auto line = lines_.at(end);
      if (!line || line->starts_with('#')) return false;
      gaps = gaps || line->empty();
    }
    const auto below = lines_.at(end + 1);
    if (below && !below->empty()) return false;
    end_ = end + 1;
    for (std::size_t i = number; i < end;) {
      std::size_t next = i + 1;
      if (lines_.at(i)->empty()) {
        i = next;
        continue;
      }
      while (gaps && next < end && !lines_.at(next)->empty()) ++next;
      if (!take_row(i, next, false)) return false;
      i = next;
    }
    return true;
  }

  bool take_row(std::size_t begin, std::size_t end, bool head) {
    Cells cells;
    for (std::size_t i = begin; i < end; ++i) {
      if (!take_cells(*lines_.at(i), true, cells) && !take_cells(*lines_.at(i), false, cells))
        return false;
    }
    writer_.add_row(cells, begin, head);
    return true;
  }

  // False when a word goes over the edge of a column.
  bool take_cells(std::string_view line, bool wide, Cells& cells) const {
    const auto columns = character_columns(line, wide);
    std::vector<std::size_t> cuts{0};
    for (std::size_t i = 1; i < starts_.size(); ++i) {
      const auto at = std::ranges::lower_bound(columns, starts_[i], {},
                                               [](const auto& place) { return place.first; });
      const std::size_t byte = at == columns.end() ? line.size() : at->second;
      const bool in_word =
          byte > 0 && byte < line.size() && line[byte - 1] != ' ' && line[byte] != ' ';
      if (in_word) return false;
      cuts.push_back(byte);
    }
    cuts.push_back(line.size());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      add_to_cell(cells, i, line.substr(cuts[i], cuts[i + 1] - cuts[i]));
    }
    return true;
  }

  std::vector<std::string> written() const {
    if (!writer_.has_body() || !writer_.has_columns()) return {};
    return writer_.write(end_);
  }

  TableLines& lines_;
  TableWriter writer_;
  std::vector<std::size_t> starts_;  // columns
  std::size_t end_ = 0;
};

}  // namespace

DrawnTable read_drawn_table(std::string_view text, bool below_gap, Shields& shields) {
  DrawnTable out;
  TableLines lines(text);
  const auto first = lines.at(0);
  if (first && is_border(*first)) {
    out.lines = GridReader(lines, shields).read();
  } else if (first && below_gap && !first->empty()) {
    out.lines = DashedReader(lines, shields).read();
  }
  out.looked_at = lines.seen();
  return out;
}

}  // namespace idsearch::indexer
