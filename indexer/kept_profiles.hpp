// SPDX-License-Identifier: GPL-2.0-or-later
// Which profiles need not be read again although their segment must be written anew? Those that did
// not change, of a segment in which another did: the segment that is kept has all they lead to.
#ifndef IDSEARCH_INDEXER_KEPT_PROFILES_HPP
#define IDSEARCH_INDEXER_KEPT_PROFILES_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "indexer/segment_cache.hpp"
#include "indexer/segments.hpp"
#include "store/stats.hpp"

namespace idsearch::indexer {

struct KeptProfile {
  std::string segment;      ///< its key in the cache
  std::uint32_t first = 0;  ///< its first document there, from 1
  SegmentProfile facts;
};

/// Once made, it may be asked from several threads.
class KeptProfiles {
 public:
  /// Of the segments in `cache` but for those that are used as they are.
  KeptProfiles(const SegmentCache& cache, const std::set<std::string>& used);

  /// By the key of the profile (SegmentCache::profile_key); null when there is none, or one that
  /// has no passage.
  const KeptProfile* find(const std::string& profile_key) const;

 private:
  std::map<std::string, KeptProfile> profiles_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_KEPT_PROFILES_HPP
