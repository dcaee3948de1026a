// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/table.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace idsearch::query {

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], text::display_width(text::escape_controls(row[i])));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = text::escape_controls(row[i]);
      line += cell;
      line.append(widths[i] - text::display_width(cell) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace idsearch::query
