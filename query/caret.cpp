// SPDX-License-Identifier: GPL-2.0-or-later
// Where in the query is what a note is about? For --strict.
#include <algorithm>

#include "query/grammar.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

std::string show_with_caret(std::string_view query, const QueryNote& note) {
  // The line that holds the place, and of it what fits on a terminal of 80 columns.
  constexpr std::size_t kBefore = 40, kAfter = 36;
  const std::size_t place = std::min(note.column, query.size());
  std::size_t begin = text::char_floor(query, place > kBefore ? place - kBefore : 0);
  std::size_t end = text::char_floor(query, std::min(query.size(), place + kAfter));
  const auto printable = [](std::string_view part) {
    std::string line{part};
    std::replace(line.begin(), line.end(), '\n', ' ');
    return text::escape_controls(line);
  };
  std::string before = (begin > 0 ? "…" : "") + printable(query.substr(begin, place - begin));
  std::string after = printable(query.substr(place, end - place)) + (end < query.size() ? "…" : "");
  return note.message + "\n  " + before + after + "\n  " +
         std::string(text::display_width(before), ' ') + "^";
}

}  // namespace idsearch::query
