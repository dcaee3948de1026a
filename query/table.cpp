// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/table.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace idsearch::query {

namespace {

/// The least that a wrapped cell gets.
constexpr std::size_t kLeastLast = 20;

/// Words on lines of at most `columns`, where none is longer; lines after the first are indented.
std::string wrapped(const std::string& cell, std::size_t columns, std::size_t indent) {
  std::string out, line;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', at), cell.size());
    const std::string word = cell.substr(at, end - at);
    if (!line.empty() && text::display_width(line) + 1 + text::display_width(word) > columns) {
      out += line + "\n" + std::string(indent, ' ');
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  return out + line;
}

}  // namespace

std::string aligned(const std::vector<std::vector<std::string>>& rows, std::size_t width) {
  const std::size_t widest = width > kLeastLast ? width - kLeastLast : width;
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t wide = text::display_width(text::escape_controls(row[i]));
      if (width == 0 || wide <= widest) widths[i] = std::max(widths[i], wide);
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    std::size_t column = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = text::escape_controls(row[i]);
      const std::size_t wide = text::display_width(cell);
      const bool last = i > 0 && i + 1 == widths.size();
      line += last && column + wide > width && width >= column + kLeastLast
                  ? wrapped(cell, width - column, column)
                  : cell;
      line.append(std::max(widths[i], wide) - wide + 2, ' ');
      column += widths[i] + 2;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace idsearch::query
