// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer, from corpus paths to a published generation. Each step either finishes
// or leaves everything as it was.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/carry_over.hpp"
#include "indexer/discover.hpp"
#include "indexer/gate.hpp"
#include "indexer/inputs.hpp"
#include "indexer/readers.hpp"
#include "indexer/segment_cache.hpp"
#include "indexer/segments.hpp"
#include "indexer/topics.hpp"
#include "store/digest.hpp"
#include "store/files.hpp"
#include "store/generation.hpp"
#include "store/last_records.hpp"
#include "store/schema.hpp"
#include "store/segment_merge.hpp"
#include "store/stats.hpp"
#include "store/stemmers.hpp"
#include "store/workers.hpp"
#include "text/joined.hpp"

namespace idsearch {

namespace embedded {
extern const std::string_view country_names;
}  // namespace embedded

namespace {

namespace fs = std::filesystem;

// Raised when the same profile bytes give other passages, notes or postings: then every index is
// built anew, though no profile changed. A new version of the program does the same.
constexpr int kReadingVersion = 9;

constexpr const char* kIndexFile = "index.glass";
constexpr const char* kSegmentsDir = "segments";

// A scratch place outside the index, for runs that must not touch it.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::error_code error;
    fs::path base = fs::temp_directory_path(error);
    std::string pattern = ((error ? fs::path("/tmp") : base) / "idsearch-dry-run-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      store::throw_cannot_write("make directory", pattern, errno);
    path_ = pattern;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// Everything besides the profiles that decides what stands in the index.
std::string rules_of(const ParseOptions& options) {
  const indexer::TopicTagger tagger(options.topic_rules);
  store::Sha256 hash;
  for (const std::string& part :
       {std::string(IDSEARCH_VERSION), std::to_string(kReadingVersion), tagger.rules_hash(),
        store::sha256_hex(embedded::country_names), options.default_language}) {
    hash.add(std::to_string(part.size()) + ":");
    hash.add(part);
  }
  return hash.hex();
}

class Build {
 public:
  explicit Build(const BuildOptions& options)
      : options_(options), index_(options.index), last_records_(index_) {}

  BuildReport run() {
    manifest_.schema = store::kSchema;
    manifest_.fingerprint = store::index_fingerprint();
    manifest_.rules = rules_of(options_.parse);
    manifest_.program = IDSEARCH_VERSION;
    begin_phase("reading");
    indexer::Discovery found = indexer::discover(options_.corpus, index_);
    report_.ignored = std::move(found.ignored);
    report_.rejected = std::move(found.rejected);
    if (found.files.empty()) refuse_empty("no profile found");

    std::optional<store::WriteLock> lock;
    if (!options_.dry_run) {
      try {
        lock.emplace(index_, options_.lock_timeout_seconds, options_.cancelled);
      } catch (const Error& error) {
        if (error.code() == ErrorCode::Locked && is_cancelled()) return cancelled();
        throw;
      }
      store::remove_leftovers(index_);
    }
    // Under the lock: nobody replaces it meanwhile.
    serving_ = store::current_manifest(index_);
    auto read = indexer::read_inputs(found.files, options_.ids_by_path, options_.jobs,
                                     ticker("reading", found.files.size()));
    if (!read) return cancelled();
    std::ranges::move(read->rejected, std::back_inserter(report_.rejected));
    shared_ids_ = indexer::advice_on(read->shared_ids);
    for (const indexer::CorpusFile& directory : found.unlisted)
      read->failed.push_back({"", directory.name, directory.path, "cannot be listed", true});
    carry_over(*read);
    std::ranges::stable_sort(report_.rejected, {}, &RejectedInput::file);
    if (read->inputs.empty()) refuse_empty("no profile found");
    return build(read->inputs);
  }

 private:
  BuildReport build(std::vector<indexer::Input>& inputs) {
    for (const indexer::Input& input : inputs) {
      if (input.kept) {
        manifest_.profiles.push_back(*input.kept);
      } else {
        manifest_.profiles.push_back({input.id, input.name, input.sha256, 0, input.size, {}});
      }
    }
    manifest_.profile_count = inputs.size();
    manifest_.generation = store::content_id(manifest_);
    tell_stale();
    if (is_unchanged()) return finished();

    std::optional<TemporaryDirectory> elsewhere;
    if (options_.dry_run) elsewhere.emplace();
    store::Scratch scratch(elsewhere ? elsewhere->path() : index_);
    const fs::path file = scratch.path() / kIndexFile;
    if (!write(inputs, scratch.path(), file)) return cancelled();
    begin_phase("verifying");
    if (!tick("verifying", 0, 1)) return cancelled();
    try {
      store::verify(file, manifest_);
    } catch (const Error&) {
      // The signal that asks for the end also ends the process that checks.
      if (is_cancelled()) return cancelled();
      throw;
    }
    if (!tick("verifying", 1, 1)) return cancelled();
    compare_profiles();
    ask_gate(scratch);
    report_.generation = manifest_.generation;
    report_.outcome = BuildReport::Outcome::DryRun;
    if (options_.dry_run) return finished();
    if (!report_.gate.refusals.empty() && options_.force.empty()) return refused();

    begin_phase("publishing");
    store::publish(index_, scratch, manifest_);
    report_.outcome = BuildReport::Outcome::Published;
    segment_cache().prune(used_segments_);
    try {
      store::prune(index_, options_.keep);
    } catch (const Error&) {
      // The new generation serves; an old one that cannot be removed is tried again next time.
    }
    return finished();
  }

  // Profiles that failed keep the version that serves. What is not there any more is not among
  // those that failed.
  void carry_over(indexer::Inputs& read) {
    std::set<std::string_view> known;
    for (const indexer::Input& input : read.inputs) known.insert(input.id);
    std::vector<indexer::Input> carried;
    for (const indexer::FailedInput& failed : read.failed) {
      std::uint64_t count = 0;
      std::error_code error;
      // Gone, or a directory by now: the next run would not take it for a profile either.
      const fs::file_status status = fs::symlink_status(failed.path, error);
      const bool is_there =
          fs::exists(status) && (failed.is_directory || !fs::is_directory(status));
      for (std::size_t i = 0; serving_ && is_there && i < serving_->profiles.size(); ++i) {
        const store::ManifestProfile& profile = serving_->profiles[i];
        if (known.contains(profile.id) || !indexer::is_of(failed, profile)) continue;
        ++count;
        if (auto input = carried_over(profile, failed.path, failed.reason, "")) {
          known.insert(profile.id);
          carried.push_back(std::move(*input));
        }
      }
      report_.failed += std::max<std::uint64_t>(count, 1);
    }
    // Read, but known to hold no passage.
    for (indexer::Input& input : read.inputs) {
      const store::ManifestProfile* last = served(input.id);
      if (last == nullptr || !last->stale || last->stale->sha256 != input.sha256) continue;
      auto earlier = carried_over(*last, input.path, last->stale->reason, input.sha256);
      if (!earlier) continue;
      reject(input.path, last->stale->reason);
      input = std::move(*earlier);
    }
    std::ranges::move(carried, std::back_inserter(read.inputs));
    std::ranges::sort(read.inputs, {}, &indexer::Input::id);
  }

  const store::ManifestProfile* served(const std::string& id) const {
    if (!serving_) return nullptr;
    const auto at =
        std::ranges::lower_bound(serving_->profiles, id, {}, &store::ManifestProfile::id);
    return at != serving_->profiles.end() && at->id == id ? &*at : nullptr;
  }

  // nullopt when there is nothing to keep, or it cannot be read back.
  std::optional<indexer::Input> carried_over(store::ManifestProfile kept, const std::string& path,
                                             const std::string& reason, const std::string& sha256) {
    if (kept.passages == 0) return std::nullopt;
    const auto records = last_records_.of_profile(kept.id);
    if (records.size() != kept.passages) return std::nullopt;
    kept.stale = mark_of(kept, reason, sha256);
    return indexer::carried_input(kept, path, records);
  }

  store::StaleMark mark_of(const store::ManifestProfile& kept, const std::string& reason,
                           const std::string& sha256) const {
    return {kept.stale ? kept.stale->since : started_, reason, sha256};
  }

  // What a file that holds no passage any more is replaced by.
  std::optional<Profile> earlier_version(const indexer::Input& input) {
    const store::ManifestProfile* last = served(input.id);
    if (last == nullptr || last->passages == 0) return std::nullopt;
    const auto records = last_records_.of_profile(input.id);
    if (records.size() != last->passages) return std::nullopt;
    return indexer::profile_of_records(records);
  }

  // The same in the manifest, whose content id follows.
  void keep_earlier_version(const indexer::Input& input, store::ManifestProfile& profile) {
    const store::ManifestProfile* last = served(profile.id);
    const std::string empty_sha256 = profile.sha256;
    profile = *last;
    profile.stale = mark_of(*last, "no passage is found in it", empty_sha256);
    reject(input.path, profile.stale->reason);
  }

  void reject(const std::string& path, const std::string& reason) {
    report_.rejected.push_back({path, reason});
    std::ranges::stable_sort(report_.rejected, {}, &RejectedInput::file);
    ++report_.failed;
  }

  void tell_stale() {
    report_.stale.clear();
    for (const store::ManifestProfile& profile : manifest_.profiles)
      if (profile.stale)
        report_.stale.push_back(
            {profile.id, profile.file, profile.stale->since, profile.stale->reason});
    manifest_.stale = report_.stale.size();
  }

  // Both lists are by id.
  void compare_profiles() {
    static const std::vector<store::ManifestProfile> kNone;
    const auto& before = serving_ ? serving_->profiles : kNone;
    auto old = before.begin();
    for (const store::ManifestProfile& profile : manifest_.profiles) {
      for (; old != before.end() && old->id < profile.id; ++old) remove(*old);
      if (old == before.end() || old->id != profile.id) {
        report_.added.push_back(profile.id);
        continue;
      }
      if (old->sha256 != profile.sha256 || old->file != profile.file)
        report_.changed.push_back(profile.id);
      ++old;
    }
    for (; old != before.end(); ++old) remove(*old);
  }

  void remove(const store::ManifestProfile& profile) {
    report_.removed.push_back(profile.id);
    vanished_passages_ += profile.passages;
  }

  // What the head of a changed profile named before and names no more.
  void compare_head(const store::ManifestProfile& now, const std::vector<Diagnostic>& diagnostics) {
    const auto lacks = [&diagnostics](std::initializer_list<DiagnosticKind> kinds) {
      return std::ranges::any_of(diagnostics, [&kinds](const Diagnostic& one) {
        return std::ranges::find(kinds, one.kind) != kinds.end();
      });
    };
    const store::ManifestProfile* before = served(now.id);
    const bool no_country = lacks({DiagnosticKind::NoCountry});
    const bool no_date = lacks({DiagnosticKind::NoDate, DiagnosticKind::BadDate});
    if (before == nullptr || before->sha256 == now.sha256 || (!no_country && !no_date)) return;
    const auto records = last_records_.of_profile(now.id);
    if (records.empty()) return;
    indexer::LostHead lost{now.id, {}, {}};
    const auto& country = records.front().country;
    if (no_country && country) lost.country = country->name + " (" + country->code + ")";
    if (no_date) lost.updated = records.front().updated.value_or("");
    if (!lost.country.empty() || !lost.updated.empty()) lost_heads_.push_back(std::move(lost));
  }

  void ask_gate(const store::Scratch& scratch) {
    indexer::GateTrial trial;
    trial.failed = report_.failed;
    trial.expected = manifest_.profile_count + report_.failed - report_.stale.size();
    trial.vanished_passages = vanished_passages_;
    trial.shared_ids = shared_ids_;
    trial.lost_heads = lost_heads_;
    if (!options_.golden.empty() && options_.golden_ranks) {
      store::make_searchable(scratch, manifest_);
      trial.golden = options_.golden;
      trial.golden_ranks = options_.golden_ranks(scratch.path().string(), trial.golden);
    }
    GateVerdict& verdict = report_.gate;
    verdict.asked = true;
    verdict.compared = serving_.has_value();
    verdict.forced = options_.force;
    if (!serving_) {
      // Better some profiles than none: there is no older generation that could answer instead.
      verdict.warnings = indexer::gate_faults(trial, options_.gate);
    } else {
      verdict.refusals = indexer::gate_refusals(
          {serving_->profile_count, serving_->passages, serving_->topics},
          {manifest_.profile_count, manifest_.passages, manifest_.topics}, trial, options_.gate);
      verdict.warnings = indexer::gate_warnings(serving_->profiles, manifest_.profiles);
      for (std::string& warning : indexer::lost_head_warnings(lost_heads_))
        verdict.warnings.push_back(std::move(warning));
    }
    if (!options_.force.empty())
      manifest_.forced = store::ForcedPublish{options_.force, verdict.refusals};
  }

  BuildReport refused() {
    report_.outcome = BuildReport::Outcome::Refused;
    tell_serving(*serving_);
    // What was written anew stays for the next run, which may differ in one profile only.
    return finished();
  }

  void tell_serving(const store::Manifest& manifest) {
    report_.generation = manifest.generation;
    report_.profiles = manifest.profile_count;
    report_.passages = manifest.passages;
    report_.notes = manifest.notes;
  }

  // Published already, byte for byte? A damaged index is not "unchanged": it is built anew.
  bool is_unchanged() {
    if (!serving_ || serving_->generation != manifest_.generation) return false;
    if (!store::current_is_intact(index_, !options_.dry_run)) return false;
    report_.outcome = BuildReport::Outcome::Unchanged;
    tell_serving(*serving_);
    return true;
  }

  // False when cancelled.
  bool write(std::vector<indexer::Input>& inputs, const fs::path& directory, const fs::path& file) {
    begin_phase("writing");
    const auto ranges = indexer::plan_segments(inputs);
    std::optional<indexer::SegmentCache> cache;
    // A dry run holds no lock: a writer could take the segments away under it.
    if (options_.cache && !options_.dry_run) cache.emplace(segment_cache());
    auto segments = indexer::write_segments(
        inputs, ranges, directory, cache ? &*cache : nullptr, options_.parse,
        [this](const indexer::Input& input) { return earlier_version(input); }, options_.jobs,
        ticker("writing", ranges.size()));
    if (segments.empty()) return false;
    store::Stats stats;
    std::vector<fs::path> files;
    std::size_t next = 0;
    for (indexer::SegmentResult& segment : segments) {
      stats.add(segment.stats);
      files.push_back(segment.file);
      if (!segment.key.empty()) used_segments_.insert(segment.key);
      report_.reused_segments += segment.reused ? 1 : 0;
      for (indexer::SegmentProfile& profile : segment.profiles) {
        if (profile.is_fallback) keep_earlier_version(inputs[next], manifest_.profiles[next]);
        manifest_.profiles[next].passages = profile.passages;
        report_.reused_profiles += profile.reused ? 1 : 0;
        if (!profile.is_fallback) compare_head(manifest_.profiles[next], profile.diagnostics);
        for (Diagnostic& diagnostic : profile.diagnostics)
          report_.diagnostics.push_back({inputs[next].path, std::move(diagnostic)});
        ++next;
      }
    }
    report_.segments = segments.size();
    std::ranges::stable_sort(report_.diagnostics, {}, &FileDiagnostic::file);
    report_.profiles = stats.profiles;
    report_.passages = manifest_.passages = stats.passages;
    report_.notes = manifest_.notes = stats.notes;
    manifest_.topics = stats.topics;
    if (stats.passages == 0) refuse_empty("no passage found");
    tell_stale();
    manifest_.generation = store::content_id(manifest_);

    begin_phase("merging");
    if (!tick("merging", 0, 1)) return false;
    std::vector<std::string> languages;
    for (const auto& [language, passages] : stats.languages) languages.push_back(language);
    store::merge_segments(files,
                          {{std::string(store::kMetaSchema), std::to_string(store::kSchema)},
                           {std::string(store::kMetaFingerprint), manifest_.fingerprint},
                           {std::string(store::kMetaGeneration), manifest_.generation},
                           {std::string(store::kMetaLanguages), text::joined(languages, " ")},
                           {std::string(store::kMetaStats), store::encode_stats(stats)}},
                          file, store::worker_count(options_.jobs, files.size()));
    std::error_code ignored;  // what stays is thrown away by publish()'s caller at the latest
    for (const fs::path& segment : files)
      if (segment.parent_path() == directory) fs::remove(segment, ignored);
    return tick("merging", 1, 1);
  }

  indexer::SegmentCache segment_cache() const {
    return {index_ / kSegmentsDir, manifest_.fingerprint + "\n" + manifest_.rules + "\n" +
                                       std::to_string(manifest_.schema)};
  }

  // An empty corpus is a mistake more often than a wish, and must not replace a good index.
  [[noreturn]] void refuse_empty(const std::string& why) const {
    std::string message = why + " in " + text::joined(options_.corpus, ", ");
    if (!report_.rejected.empty())
      message += ": " + report_.rejected.front().file + ": " + report_.rejected.front().reason;
    if (serving_ || store::current_manifest(index_))
      throw Error(ErrorCode::GateRefused, message,
                  "The index stays as it was. " +
                      (shared_ids_.empty() ? "Check the path given with --corpus." : shared_ids_));
    throw Error(ErrorCode::Usage, message,
                shared_ids_.empty() ? "Give --corpus a directory of profiles (" +
                                          indexer::known_endings() + "), or profile files."
                                    : shared_ids_);
  }

  BuildReport finished() {
    begin_phase("");
    return std::move(report_);
  }

  bool is_cancelled() const { return options_.cancelled && options_.cancelled(); }

  BuildReport cancelled() {
    report_.outcome = BuildReport::Outcome::Cancelled;
    tell_serving(store::current_manifest(index_).value_or(store::Manifest{}));
    return finished();
  }

  // Rounded to milliseconds: more is noise.
  void begin_phase(std::string_view name) {
    const auto now = std::chrono::steady_clock::now();
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(now - phase_began_);
    if (!report_.phases.empty())
      report_.phases.back().seconds = static_cast<double>(taken.count()) / 1000;
    phase_began_ = now;
    if (!name.empty()) report_.phases.push_back({std::string(name), 0});
  }

  bool tick(std::string_view phase, std::size_t done, std::size_t total) const {
    if (options_.progress) options_.progress({phase, done, total});
    return !is_cancelled();
  }

  std::function<bool(std::size_t)> ticker(std::string_view phase, std::size_t total) const {
    return [this, phase, total](std::size_t done) { return tick(phase, done, total); };
  }

  const BuildOptions& options_;
  const fs::path index_;
  const std::string started_ = store::utc_now();
  store::LastRecords last_records_;
  std::optional<store::Manifest> serving_;  // the generation in force; none at first
  store::Manifest manifest_;
  BuildReport report_;
  std::chrono::steady_clock::time_point phase_began_;
  std::uint64_t vanished_passages_ = 0;
  std::vector<indexer::LostHead> lost_heads_;
  std::string shared_ids_;               // what to do about files of one id; empty without any
  std::set<std::string> used_segments_;  // their keys in the cache
};

}  // namespace

BuildReport build_index(const BuildOptions& options) {
  if (options.corpus.empty())
    throw Error(ErrorCode::Usage, "no corpus is named", "Give --corpus a directory of profiles.");
  if (options.index.empty())
    throw Error(ErrorCode::Usage, "no index directory is named", "Give --index DIR.");
  return Build(options).run();
}

}  // namespace idsearch
