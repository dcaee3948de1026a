// SPDX-License-Identifier: GPL-2.0-or-later
// Does the new generation look so much worse than the one that serves that it must not replace it?
#ifndef IDSEARCH_INDEXER_GATE_HPP
#define IDSEARCH_INDEXER_GATE_HPP

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch::indexer {

/// What the gate looks at in one generation.
struct GateSummary {
  std::uint64_t profiles = 0, passages = 0;
  /// Passages by topic; nullopt when it is not known (indexes of earlier programs).
  std::optional<std::map<std::string, std::uint64_t>> topics;
};

/// What else is known of the new one.
struct GateTrial {
  std::uint64_t failed = 0;               ///< profiles that could not be read this time
  std::uint64_t expected = 0;             ///< all that should have been read, the failed among them
  std::uint64_t vanished_passages = 0;    ///< of `serving`, in profiles that are gone
  std::vector<GoldenQuery> golden;        ///< asked of the new generation
  std::vector<std::size_t> golden_ranks;  ///< one for each: of its passage, from 1; 0 = not there
  std::string shared_ids =
      {};  ///< why some failed, and what to do: sentences about files of one id
};

/// Why `made` must not replace `serving`, one sentence each, in the order of the limits; empty when
/// nothing speaks against it. Depends on nothing but its arguments.
std::vector<std::string> gate_refusals(const GateSummary& serving, const GateSummary& made,
                                       const GateTrial& trial, const GateLimits& limits);

/// The part of gate_refusals() that needs no other generation: failed profiles and golden queries.
std::vector<std::string> gate_faults(const GateTrial& trial, const GateLimits& limits);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_GATE_HPP
