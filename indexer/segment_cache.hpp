// SPDX-License-Identifier: GPL-2.0-or-later
// Which segments were written before, from the same inputs by the same program? They are kept in
// INDEX/segments/, each under the hash of everything that decides its bytes, so that a build with
// them gives what a build from nothing gives.
#ifndef IDSEARCH_INDEXER_SEGMENT_CACHE_HPP
#define IDSEARCH_INDEXER_SEGMENT_CACHE_HPP

#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "indexer/inputs.hpp"
#include "indexer/segments.hpp"

namespace idsearch::indexer {

/// Needs the lock of the index. load() and keep() may be called from several threads, on different
/// keys.
class SegmentCache {
 public:
  /// `basis`: what decides segments besides their inputs (schema, analyser, rules). Nothing is made
  /// yet.
  SegmentCache(std::filesystem::path directory, std::string basis);

  /// Of an input with all that decides its passages; of a segment by the keys of its profiles. 64
  /// hexadecimal digits.
  std::string profile_key(const Input& input) const;
  std::string key(std::span<const std::string> profile_keys) const;

  /// The segment as it was kept, its profiles without keys and statistics; nullopt when there is
  /// none, or when a byte of it is not what was kept.
  std::optional<SegmentResult> load(const std::string& key) const;

  /// Its keys, sorted.
  std::set<std::string> keys() const;

  /// The profiles of a segment that is kept, with their keys and statistics; none when its facts
  /// are damaged.
  std::vector<SegmentProfile> profiles_of(const std::string& key) const;

  /// The bytes of a segment's file; nullopt when they are not what was kept.
  std::optional<std::string> bytes_of(const std::string& key) const;

  /// Moves the segment's file into the cache (`segment.file` then names it there). A cache that
  /// cannot be written keeps nothing, and the file stays where it is: it only saves time.
  void keep(const std::string& key, SegmentResult& segment) const;

  /// Removes everything but these.
  void prune(const std::set<std::string>& keys) const;

 private:
  std::filesystem::path directory_;
  std::string basis_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SEGMENT_CACHE_HPP
