// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_zones.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "indexer/mark_styles.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

namespace {

using Numbers = std::set<std::size_t>;

// The notes [begin, end) have no number twice.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  Numbers numbers;
};

std::vector<Group> groups_of(const std::vector<RawNote>& notes) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::size_t number = note_number(notes[i].label);
    if (groups.empty() || groups.back().numbers.contains(number)) groups.push_back({i, i, {}});
    groups.back().numbers.insert(number);
    groups.back().end = i + 1;
  }
  return groups;
}

// In lines of the body (in order) with numbers from `begin` to before `end`.
Numbers cited_between(const std::vector<Line>& body, std::size_t begin, std::size_t end,
                      bool raised) {
  const auto first = std::ranges::lower_bound(body, begin, {}, &Line::number);
  const auto last = std::ranges::lower_bound(body, end, {}, &Line::number);
  const std::span<const Line> lines(first, std::max(first, last));
  std::vector<bool> marked = bracketed_numbers(lines);
  if (raised) {
    const std::vector<bool> signs = marked_numbers(lines, MarkStyle::Raised);
    for (std::size_t n = 0; n < marked.size() && n < signs.size(); ++n)
      marked[n] = marked[n] || signs[n];
  }
  Numbers numbers;
  for (std::size_t n = 0; n < marked.size(); ++n) {
    if (marked[n]) numbers.insert(n);
  }
  return numbers;
}

}  // namespace

std::vector<NoteZone> count_sections_on(NoteList& list, bool of_dump) {
  const std::vector<Group> groups = groups_of(list.notes);
  if (groups.size() < 2) return {};
  Numbers known;
  for (const Group& group : groups) known.insert(group.numbers.begin(), group.numbers.end());
  const auto cited_in = [&](std::size_t begin, std::size_t end) {
    Numbers cited = cited_between(list.body, begin, end, of_dump);
    // A mark that no list answers dangles, whatever list its section has.
    if (of_dump) std::erase_if(cited, [&](std::size_t n) { return !known.contains(n); });
    return cited;
  };
  Numbers given;
  std::size_t line = 0;
  for (const Group& group : groups) {
    const Numbers cited = cited_in(line, list.notes[group.begin].line);
    if (cited.empty() || !std::ranges::includes(group.numbers, cited)) return {};
    // The list may go on counting where the last one ended: then all of its own must be cited,
    // unless it counts from 1 without a gap.
    const bool beyond = !given.empty() && *cited.rbegin() > *given.rbegin();
    const bool anew =
        *group.numbers.begin() == 1 && *group.numbers.rbegin() == group.numbers.size();
    if (beyond && !anew && cited != group.numbers) return {};
    given.insert(group.numbers.begin(), group.numbers.end());
    line = list.notes[group.end - 1].line;
  }
  if (!cited_in(line, static_cast<std::size_t>(-1)).empty()) return {};
  std::vector<NoteZone> zones;
  std::size_t highest = 0;
  for (const Group& group : groups) {
    const std::size_t shift = highest;
    for (std::size_t i = group.begin; i < group.end; ++i) {
      RawNote& note = list.notes[i];
      const std::size_t number = note_number(note.label) + shift;
      note.label = std::to_string(number);
      note.shift = shift;
      highest = std::max(highest, number);
    }
    zones.push_back({list.notes[group.begin].line, shift});
  }
  return zones;
}

}  // namespace idsearch::indexer
