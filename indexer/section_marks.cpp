// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/section_marks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/marks.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

void take_section_marks(RawProfile& raw, std::span<const NoteZone> zones) {
  if (zones.empty()) return;
  const MarkRule rule(raw);
  std::unordered_map<std::size_t, std::unordered_set<std::size_t>> by_shift;  // as in the file
  std::unordered_set<std::size_t> known;
  std::size_t highest = 0;
  for (const RawNote& note : raw.notes) {
    highest = std::max<std::size_t>(highest, note_number(note.label));
    by_shift[note.shift].insert(note_number(note.label) - note.shift);
    known.insert(note_number(note.label) - note.shift);
  }
  for (RawBlock& block : raw.blocks) {
    const auto zone = std::ranges::upper_bound(zones, block.line, {}, &NoteZone::line);
    if (zone == zones.end()) continue;
    const std::unordered_set<std::size_t>& numbers = by_shift[zone->shift];
    if (!block.marks) {
      MarkedText marked = take_marks(block.text, [&](std::string_view label, MarkPlace place) {
        const std::size_t number = note_number(label);
        return (numbers.contains(number) || !known.contains(number)) && rule(label, place);
      });
      if (marked.marks.empty()) continue;
      block.text = std::move(marked.text);
      block.marks = std::move(marked.marks);
    }
    for (Mark& mark : *block.marks) {
      const std::size_t number = note_number(mark.note);
      if (numbers.contains(number)) {
        mark.note = std::to_string(number + zone->shift);
      } else if (number <= highest) {
        // It dangles, and has to go on doing so where another list was counted on to its number.
        mark.note = std::to_string(number + highest);
      }
    }
  }
}

}  // namespace idsearch::indexer
