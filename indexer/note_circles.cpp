// SPDX-License-Identifier: GPL-2.0-or-later
// Strong components of the graph of references.
#include "indexer/note_circles.hpp"

#include <algorithm>
#include <cstddef>

namespace idsearch::indexer {
namespace {

constexpr std::uint32_t kNoNote = static_cast<std::uint32_t>(-1);

}  // namespace

// Tarjan's strong components, with a stack of its own.
NoteCircles find_circles(
    std::uint32_t count,
    const std::function<std::vector<std::uint32_t>(std::uint32_t)>& targets_of) {
  NoteCircles result;
  std::vector<std::uint32_t> index(count, kNoNote), low(count, 0), waiting;
  std::vector<bool> on_stack(count, false);
  struct Visit {
    std::uint32_t note;
    std::vector<std::uint32_t> targets;
    std::size_t next = 0;
  };
  std::vector<Visit> visits;
  std::uint32_t counter = 0, circles = 0;
  result.circle.assign(count, 0);
  const auto enter = [&](std::uint32_t note) {
    index[note] = low[note] = counter++;
    waiting.push_back(note);
    on_stack[note] = true;
    visits.push_back({note, targets_of(note)});
  };
  for (std::uint32_t start = 0; start < count; ++start) {
    if (index[start] != kNoNote) continue;
    enter(start);
    while (!visits.empty()) {
      Visit& visit = visits.back();
      const std::uint32_t note = visit.note;
      if (visit.next < visit.targets.size()) {
        const std::uint32_t target = visit.targets[visit.next++];
        if (index[target] == kNoNote) {
          enter(target);
        } else if (on_stack[target]) {
          low[note] = std::min(low[note], index[target]);
        }
        continue;
      }
      visits.pop_back();
      if (!visits.empty()) {
        const std::uint32_t parent = visits.back().note;
        low[parent] = std::min(low[parent], low[note]);
      }
      if (low[note] != index[note]) continue;
      const std::size_t first = result.order.size();
      std::uint32_t member = kNoNote;
      do {
        member = waiting.back();
        waiting.pop_back();
        on_stack[member] = false;
        result.circle[member] = circles;
        result.order.push_back(member);
      } while (member != note);
      std::sort(result.order.begin() + static_cast<std::ptrdiff_t>(first), result.order.end());
      ++circles;
    }
  }
  return result;
}

}  // namespace idsearch::indexer
