// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_zones.hpp"

#include <algorithm>
#include <set>
#include <string>

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

// In lines of the body with numbers from `begin` to before `end`.
Numbers cited_between(const std::vector<Line>& body, std::size_t begin, std::size_t end) {
  std::vector<Line> lines;
  for (const Line& line : body) {
    if (line.number >= begin && line.number < end) lines.push_back(line);
  }
  const std::vector<bool> marked = bracketed_numbers(lines);
  Numbers numbers;
  for (std::size_t n = 0; n < marked.size(); ++n) {
    if (marked[n]) numbers.insert(n);
  }
  return numbers;
}

}  // namespace

std::vector<NoteZone> count_sections_on(NoteList& list) {
  const std::vector<Group> groups = groups_of(list.notes);
  if (groups.size() < 2) return {};
  Numbers given;
  std::size_t line = 0;
  for (const Group& group : groups) {
    const Numbers cited = cited_between(list.body, line, list.notes[group.begin].line);
    if (cited.empty() || !std::ranges::includes(group.numbers, cited)) return {};
    // The list may go on counting where the last one ended: then all of its own must be cited.
    const bool beyond = !given.empty() && *cited.rbegin() > *given.rbegin();
    if (beyond && cited != group.numbers) return {};
    given.insert(group.numbers.begin(), group.numbers.end());
    line = list.notes[group.end - 1].line;
  }
  if (!cited_between(list.body, line, static_cast<std::size_t>(-1)).empty()) return {};
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
