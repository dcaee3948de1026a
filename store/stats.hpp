// SPDX-License-Identifier: GPL-2.0-or-later
// What `idsearch stats` tells about an index without looking through it: counted while it is
// built, kept as JSON under kMetaStats.
#ifndef IDSEARCH_STORE_STATS_HPP
#define IDSEARCH_STORE_STATS_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::store {

/// Counts of passages by name. Stats of parts of a corpus add up to those of the whole.
struct Stats {
  std::uint64_t profiles = 0, passages = 0, notes = 0;
  std::map<std::string, std::uint64_t> countries;  ///< by ISO code, "KP"
  std::map<std::string, std::uint64_t> sections;   ///< by path, the subtree counted
  std::map<std::string, std::uint64_t> topics, languages;
  std::string oldest, newest;  ///< ISO days of "last updated"; empty when no profile has one

  void add(const Stats& other);

  bool operator==(const Stats&) const = default;
};

std::string encode_stats(const Stats& stats);

/// nullopt when the bytes are not what encode_stats() wrote; unknown keys are passed over.
std::optional<Stats> decode_stats(std::string_view json);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_STATS_HPP
