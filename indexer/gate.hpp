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
#include "store/generation.hpp"

namespace idsearch::indexer {

/// What the gate looks at in one generation.
struct GateSummary {
  std::uint64_t profiles = 0, passages = 0;
  /// Passages by topic; nullopt when it is not known (indexes of earlier programs).
  std::optional<std::map<std::string, std::uint64_t>> topics;
};

/// A profile of both generations whose head says less than before.
struct LostHead {
  std::string id;
  std::string country;  ///< "Kenya (KE)", which it names no more; empty when it names what it did
  std::string updated;  ///< the date that it has no more; empty likewise
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
  std::vector<LostHead> lost_heads = {};
};

/// Why `made` must not replace `serving`, one sentence each, in the order of the limits; empty when
/// nothing speaks against it. Depends on nothing but its arguments.
std::vector<std::string> gate_refusals(const GateSummary& serving, const GateSummary& made,
                                       const GateTrial& trial, const GateLimits& limits);

/// The part of gate_refusals() that needs no other generation: failed profiles and golden queries.
std::vector<std::string> gate_faults(const GateTrial& trial, const GateLimits& limits);

/// Profiles of both lists, which are by id, that lost most of their passages: what is no reason to
/// refuse a corpus but for an operator to look, one sentence each; beyond kMostShrunk one more
/// tells how many there are.
std::vector<std::string> gate_warnings(const std::vector<store::ManifestProfile>& serving,
                                       const std::vector<store::ManifestProfile>& made);

/// The same of profiles that name no country or no date any more.
std::vector<std::string> lost_head_warnings(const std::vector<LostHead>& lost);

/// A profile's new version may lose half of its passages, and always three: judged, as an editor
/// shortens a page by less; a copy that broke off or a page of nothing but an error loses more.
inline constexpr std::uint64_t kShrunkPassages = 3;
inline constexpr double kShrunkPercent = 50;
/// More lines than this hide the others of a journal.
inline constexpr std::size_t kMostShrunk = 10;

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_GATE_HPP
