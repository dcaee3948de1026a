// SPDX-License-Identifier: GPL-2.0-or-later
// Trails as linked lists in one vector.
#include "indexer/note_trails.hpp"

namespace idsearch::indexer {

std::uint32_t NoteTrails::add(std::uint32_t label, std::uint32_t next) {
  Node node;
  node.label = label;
  node.next = node.jump = next;
  if (next != kNoTrail) {
    const Node& after = nodes_[next];
    node.length = after.length + 1;
    if (after.jump != kNoTrail && nodes_[after.jump].jump != kNoTrail) {
      const Node& far = nodes_[after.jump];
      if (after.length - far.length == far.length - nodes_[far.jump].length) node.jump = far.jump;
    }
  }
  nodes_.push_back(node);
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::vector<std::uint32_t> NoteTrails::labels(std::uint32_t trail, std::size_t longest,
                                              std::uint32_t gap) const {
  std::vector<std::uint32_t> labels;
  const auto append = [&](std::uint32_t from, std::size_t count) {
    for (; count > 0; --count, from = nodes_[from].next) labels.push_back(nodes_[from].label);
  };
  const std::size_t length = nodes_[trail].length;
  if (length <= longest) {
    append(trail, length);
    return labels;
  }
  const std::size_t half = longest / 2;
  append(trail, half);
  labels.push_back(gap);
  while (nodes_[trail].length > half) {
    const std::uint32_t jump = nodes_[trail].jump;
    trail = jump != kNoTrail && nodes_[jump].length >= half ? jump : nodes_[trail].next;
  }
  append(trail, half);
  return labels;
}

}  // namespace idsearch::indexer
