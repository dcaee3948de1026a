// SPDX-License-Identifier: GPL-2.0-or-later
// Cutting by content, and one worker's way from bytes to a segment file.
#include "indexer/segments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <span>

#include "indexer/segment_cache.hpp"
#include "indexer/to_postings.hpp"
#include "indexer/workers.hpp"
#include "store/digest.hpp"
#include "store/segment_writer.hpp"

namespace idsearch::indexer {
namespace {

// Of 2,906 profiles (103 MB, 29 of them changed afterwards): with half of these sizes a full build
// takes 18 % more CPU and 7 % more space, because each word is kept once a segment and merged; with
// twice of them 11 % less and 4 % less, but the change takes 41 % more (bench/README.md). Bytes are
// what is known before parsing, and stand better for the words than the number of passages.
constexpr std::size_t kMinSegmentBytes = 256 * 1024;
constexpr std::size_t kMeanExtraBytes = 256 * 1024;
constexpr std::size_t kMaxSegmentBytes = 1024 * 1024;

// True with probability size / kMeanExtraBytes, decided by the id alone.
bool may_end_segment(const Input& input) {
  constexpr std::size_t kHashDigits = 8;
  const std::string digits = store::sha256_hex(input.id).substr(0, kHashDigits);
  std::uint64_t hash = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  return hash * kMeanExtraBytes < (std::uint64_t{input.size} << (4 * kHashDigits));
}

void count_profile(const Profile& profile, store::Stats& stats) {
  stats.profiles += 1;
  stats.passages += profile.passages.size();
  stats.notes += profile.notes.size();
  if (profile.country) stats.countries[profile.country->code] += profile.passages.size();
  if (profile.updated) {
    stats.newest = std::max(stats.newest, *profile.updated);
    stats.oldest =
        stats.oldest.empty() ? *profile.updated : std::min(stats.oldest, *profile.updated);
  }
  for (const Passage& passage : profile.passages) {
    if (!passage.language.empty()) ++stats.languages[passage.language];
    for (const TopicTag& topic : passage.topics) ++stats.topics[topic.name];
    if (passage.section >= profile.sections.size()) continue;
    const std::string& path = profile.sections[passage.section].path;
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1))
      ++stats.sections[path.substr(0, slash)];
    ++stats.sections[path];
  }
}

std::filesystem::path segment_file(const std::filesystem::path& directory, std::size_t number) {
  char name[32];
  std::snprintf(name, sizeof name, "segment-%06zu", number);
  return directory / name;
}

Profile take_profile(Input& input, const ParseOptions& options) {
  Profile out;
  if (input.profile) {
    out = std::move(*input.profile);
    input.profile.reset();
  } else {
    out = parse_profile(input.read_as, input.bytes, options);
    out.file = input.name;
    input.bytes = std::string();
  }
  return out;
}

}  // namespace

std::vector<SegmentRange> plan_segments(const std::vector<Input>& inputs) {
  std::vector<SegmentRange> out;
  SegmentRange range;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    bytes += inputs[i].size;
    range.last = i + 1;
    const bool ends =
        bytes >= kMaxSegmentBytes || (bytes >= kMinSegmentBytes && may_end_segment(inputs[i]));
    if (!ends && range.last < inputs.size()) continue;
    out.push_back(range);
    range.first = range.last;
    bytes = 0;
  }
  return out;
}

std::vector<SegmentResult> write_segments(std::vector<Input>& inputs,
                                          const std::vector<SegmentRange>& ranges,
                                          const std::filesystem::path& directory,
                                          const SegmentCache* cache, const ParseOptions& parse,
                                          const Fallback& fallback, std::size_t jobs,
                                          const std::function<bool(std::size_t)>& tick) {
  const std::size_t workers = worker_count(jobs, ranges.size());
  // Each thread keeps its analysers from segment to segment.
  std::vector<std::unique_ptr<PostingsMaker>> makers(workers);
  std::vector<SegmentResult> out(ranges.size());
  const auto needs_fallback = [&](const SegmentResult& segment, std::size_t first) {
    for (std::size_t i = 0; fallback && i < segment.profiles.size(); ++i)
      if (segment.profiles[i].passages == 0 && fallback(inputs[first + i])) return true;
    return false;
  };
  const auto write_one = [&](std::size_t worker, std::size_t number) {
    SegmentResult& result = out[number];
    const auto [first, last] = ranges[number];
    const std::string key =
        cache == nullptr ? "" : cache->key(std::span(inputs).subspan(first, last - first));
    if (cache != nullptr) {
      if (auto known = cache->load(key);
          known && known->profiles.size() == last - first && !needs_fallback(*known, first)) {
        result = std::move(*known);
        result.key = key;
        result.reused = true;
        for (std::size_t i = first; i < last; ++i) inputs[i].bytes = std::string();
        return;
      }
    }
    if (!makers[worker]) makers[worker] = std::make_unique<PostingsMaker>();
    result.file = segment_file(directory, number);
    store::SegmentWriter writer(result.file);
    bool is_of_inputs = true;
    for (std::size_t i = first; i < last; ++i) {
      Profile profile = take_profile(inputs[i], parse);
      SegmentProfile& facts = result.profiles.emplace_back();
      facts.diagnostics = std::move(profile.diagnostics);
      if (profile.passages.empty() && fallback) {
        if (auto earlier = fallback(inputs[i])) {
          profile = std::move(*earlier);
          facts.is_fallback = true;
          is_of_inputs = false;
        }
      }
      facts.passages = profile.passages.size();
      count_profile(profile, result.stats);
      for (const store::Postings& postings : makers[worker]->make(profile)) writer.add(postings);
    }
    writer.finish();
    // Its key would promise that its bytes follow from the inputs.
    if (cache == nullptr || !is_of_inputs) return;
    cache->keep(key, result);
    result.key = key;
  };
  if (!run_in_workers(ranges.size(), workers, write_one, tick)) out.clear();
  return out;
}

}  // namespace idsearch::indexer
