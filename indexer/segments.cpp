// SPDX-License-Identifier: GPL-2.0-or-later
// Cutting by content, and one worker's way from bytes to a segment file.
#include "indexer/segments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <set>
#include <span>
#include <utility>

#include "indexer/kept_profiles.hpp"
#include "indexer/segment_cache.hpp"
#include "indexer/to_postings.hpp"
#include "store/digest.hpp"
#include "store/segment_writer.hpp"
#include "store/workers.hpp"

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

namespace {

// One thread's part in it, from segment to segment.
class SegmentThread {
 public:
  SegmentThread(std::vector<Input>& inputs, const SegmentCache* cache, const KeptProfiles* kept,
                const std::vector<std::string>& keys, const ParseOptions& parse,
                const Fallback& fallback)
      : inputs_(inputs),
        cache_(cache),
        kept_(kept),
        keys_(keys),
        parse_(parse),
        fallback_(fallback) {}

  /// Writes inputs [first, last) to `result.file`. False when its bytes do not follow from the
  /// inputs alone.
  bool write(std::size_t first, std::size_t last, SegmentResult& result) {
    store::SegmentWriter writer(result.file);
    bool is_of_inputs = true;
    for (std::size_t i = first; i < last; ++i) {
      SegmentProfile& facts = result.profiles.emplace_back();
      if (!take_over(i, writer, facts)) {
        flush(writer);
        add(inputs_[i], writer, facts);
      }
      is_of_inputs = is_of_inputs && !facts.is_fallback;
      if (cache_ != nullptr) facts.key = keys_[i];
      result.stats.add(facts.stats);
    }
    flush(writer);
    writer.finish();
    return is_of_inputs;
  }

 private:
  void add(Input& input, store::SegmentWriter& writer, SegmentProfile& facts) {
    Profile profile = take_profile(input, parse_);
    facts.diagnostics = std::move(profile.diagnostics);
    if (profile.passages.empty() && fallback_) {
      if (auto earlier = fallback_(input)) {
        profile = std::move(*earlier);
        facts.is_fallback = true;
      }
    }
    facts.passages = profile.passages.size();
    count_profile(profile, facts.stats);
    // Made late: a run that finds everything needs none.
    if (!maker_) maker_ = std::make_unique<PostingsMaker>();
    for (const store::Postings& postings : maker_->make(profile)) writer.add(postings);
  }

  // Notes what is to be taken from a segment that is kept; false when there is nothing.
  bool take_over(std::size_t number, store::SegmentWriter& writer, SegmentProfile& facts) {
    const KeptProfile* known = kept_ == nullptr ? nullptr : kept_->find(keys_[number]);
    if (known == nullptr) return false;
    if (known->segment != segment_) {
      flush(writer);
      auto bytes = cache_->bytes_of(known->segment);
      if (!bytes) return false;
      segment_ = known->segment;
      bytes_ = std::move(*bytes);
    }
    if (known->first != next_) {
      flush(writer);
      first_ = known->first;
    }
    next_ = known->first + static_cast<std::uint32_t>(known->facts.passages);
    facts = known->facts;
    facts.reused = true;
    Input& input = inputs_[number];
    input.bytes = std::string();
    input.profile.reset();
    return true;
  }

  // Documents of profiles that stand side by side are taken at once.
  void flush(store::SegmentWriter& writer) {
    if (next_ > first_) writer.add_documents(bytes_, first_, next_ - 1);
    first_ = next_ = 0;
  }

  std::vector<Input>& inputs_;
  const SegmentCache* cache_;
  const KeptProfiles* kept_;
  const std::vector<std::string>& keys_;
  const ParseOptions& parse_;
  const Fallback& fallback_;
  std::unique_ptr<PostingsMaker> maker_;
  std::string segment_, bytes_;         // last that something was taken from
  std::uint32_t first_ = 0, next_ = 0;  // documents of it that are still to be taken
};

}  // namespace

std::vector<SegmentResult> write_segments(std::vector<Input>& inputs,
                                          const std::vector<SegmentRange>& ranges,
                                          const std::filesystem::path& directory,
                                          const SegmentCache* cache, const ParseOptions& parse,
                                          const Fallback& fallback, std::size_t jobs,
                                          const std::function<bool(std::size_t)>& tick) {
  const std::size_t workers = store::worker_count(jobs, ranges.size());
  std::vector<SegmentResult> out(ranges.size());
  std::vector<std::string> keys;  // of inputs
  std::optional<KeptProfiles> kept;
  if (cache != nullptr) {
    std::set<std::string> used;
    for (const Input& input : inputs) keys.push_back(cache->profile_key(input));
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const auto [first, last] = ranges[i];
      out[i].key = cache->key(std::span(keys).subspan(first, last - first));
      used.insert(out[i].key);
    }
    if (store::SegmentWriter::best_engine() == store::SegmentEngine::Inverter)
      kept.emplace(*cache, used);
  }
  const auto needs_fallback = [&](const SegmentResult& segment, std::size_t first) {
    for (std::size_t i = 0; fallback && i < segment.profiles.size(); ++i)
      if (segment.profiles[i].passages == 0 && fallback(inputs[first + i])) return true;
    return false;
  };
  // Each thread keeps its analysers from segment to segment.
  std::vector<SegmentThread> writers;
  for (std::size_t i = 0; i < workers; ++i)
    writers.emplace_back(inputs, cache, kept ? &*kept : nullptr, keys, parse, fallback);
  const auto write_one = [&](std::size_t worker, std::size_t number) {
    SegmentResult& result = out[number];
    const auto [first, last] = ranges[number];
    const std::string key = std::exchange(result.key, {});
    if (cache != nullptr) {
      if (auto known = cache->load(key);
          known && known->profiles.size() == last - first && !needs_fallback(*known, first)) {
        result = std::move(*known);
        result.key = key;
        result.reused = true;
        for (SegmentProfile& profile : result.profiles) profile.reused = true;
        for (std::size_t i = first; i < last; ++i) inputs[i].bytes = std::string();
        return;
      }
    }
    result.file = segment_file(directory, number);
    const bool is_of_inputs = writers[worker].write(first, last, result);
    // Its key would promise that its bytes follow from the inputs.
    if (cache != nullptr && is_of_inputs) {
      cache->keep(key, result);
      result.key = key;
    }
    for (SegmentProfile& profile : result.profiles) profile.stats = {};
  };
  if (!store::run_in_workers(ranges.size(), workers, write_one, tick)) out.clear();
  return out;
}

}  // namespace idsearch::indexer
