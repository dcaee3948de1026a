// SPDX-License-Identifier: GPL-2.0-or-later
// Where the corpus is cut into segments, and the writing of them in parallel.
#ifndef IDSEARCH_INDEXER_SEGMENTS_HPP
#define IDSEARCH_INDEXER_SEGMENTS_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "idsearch/index.hpp"
#include "indexer/inputs.hpp"
#include "store/stats.hpp"

namespace idsearch::indexer {

/// Inputs [first, last) of a segment.
struct SegmentRange {
  std::size_t first = 0, last = 0;

  bool operator==(const SegmentRange&) const = default;
};

/// Cuts inputs (by id) by content: whether a profile ends a segment is decided by its own id and
/// size and by what its segment holds so far. So one profile more or less changes the segments
/// around it and leaves those further off as they were.
std::vector<SegmentRange> plan_segments(const std::vector<Input>& inputs);

/// What one segment contributes besides its file.
struct SegmentProfile {
  std::uint64_t passages = 0;
  std::vector<Diagnostic> diagnostics;
  bool is_fallback = false;  ///< not of the input, which holds no passage, but its fallback
  bool reused = false;       ///< taken from a segment that was written before
  std::string key;           ///< in the cache; empty without one
  store::Stats stats;        ///< empty in what write_segments() gives
};

/// What to take instead of an input that turned out to hold no passage; nullopt: nothing. Called
/// from several threads.
using Fallback = std::function<std::optional<Profile>(const Input& input)>;

struct SegmentResult {
  std::filesystem::path file;
  std::vector<SegmentProfile> profiles;  ///< one for each input
  store::Stats stats;
  std::string key;      ///< in the cache; empty without one
  bool reused = false;  ///< taken from the cache
};

class SegmentCache;

/// Parses the inputs (their bytes are freed) and writes the segments into `directory`, in threads;
/// the result does not depend on how many. What `cache` (may be null) has is taken from there,
/// whole segments or single profiles, and segments that it lacks are moved there, but for segments
/// with a `fallback` (may be empty). Empty when `tick` (done segments) said false.
std::vector<SegmentResult> write_segments(std::vector<Input>& inputs,
                                          const std::vector<SegmentRange>& ranges,
                                          const std::filesystem::path& directory,
                                          const SegmentCache* cache, const ParseOptions& parse,
                                          const Fallback& fallback, std::size_t jobs,
                                          const std::function<bool(std::size_t done)>& tick);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SEGMENTS_HPP
