// SPDX-License-Identifier: GPL-2.0-or-later
// The ways from notes to their sources: lists of labels that share their ends, so that a chain of
// n ibids takes memory for n labels and not for n².
#ifndef IDSEARCH_INDEXER_NOTE_TRAILS_HPP
#define IDSEARCH_INDEXER_NOTE_TRAILS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace idsearch::indexer {

inline constexpr std::uint32_t kNoTrail = static_cast<std::uint32_t>(-1);

class NoteTrails {
 public:
  /// A trail that begins with this label and goes on with `next`; returns its number.
  std::uint32_t add(std::uint32_t label, std::uint32_t next = kNoTrail);

  /// Numbers of labels from the beginning to the end. When there are more than `longest`, the first
  /// and the last `longest` / 2 of them, with `gap` between.
  std::vector<std::uint32_t> labels(std::uint32_t trail, std::size_t longest,
                                    std::uint32_t gap) const;

 private:
  // `jump` leads some way on, so that the end of a long trail is reached in logarithmic time
  // (Myers, An applicative random-access stack).
  struct Node {
    std::uint32_t label = 0;
    std::uint32_t next = kNoTrail;
    std::uint32_t jump = kNoTrail;
    std::uint32_t length = 1;
  };
  std::vector<Node> nodes_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_TRAILS_HPP
