// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/kept_profiles.hpp"

#include <utility>

namespace idsearch::indexer {

KeptProfiles::KeptProfiles(const SegmentCache& cache, const std::set<std::string>& used) {
  for (const std::string& segment : cache.keys()) {
    if (used.contains(segment)) continue;
    auto profiles = cache.profiles_of(segment);
    std::uint32_t next = 1;
    for (SegmentProfile& profile : profiles) {
      const std::uint32_t first = next;
      next += static_cast<std::uint32_t>(profile.passages);
      if (profile.passages == 0) continue;
      std::string key = profile.key;
      profiles_.try_emplace(std::move(key), KeptProfile{segment, first, std::move(profile)});
    }
  }
}

const KeptProfile* KeptProfiles::find(const std::string& profile_key) const {
  const auto found = profiles_.find(profile_key);
  return found == profiles_.end() ? nullptr : &found->second;
}

}  // namespace idsearch::indexer
