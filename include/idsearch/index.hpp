// SPDX-License-Identifier: GPL-2.0-or-later
// Read profiles and build an index of them.
//
//   idsearch::BuildOptions options;
//   options.corpus = {"profiles/"};
//   options.index = "index";
//   auto report = idsearch::build_index(options);   // publishes, or says "unchanged"
#ifndef IDSEARCH_INDEX_HPP
#define IDSEARCH_INDEX_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/export.hpp"
#include "idsearch/profile.hpp"

namespace idsearch {

struct ParseOptions {
  std::string default_language =
      "en";                 ///< for a profile that declares none and whose script is open
  std::string topic_rules;  ///< path of a rule file; empty = the rules compiled in
};

/// Reads one profile from bytes; `file` gives its name and id, and its ending the format where the
/// content does not show another. Never fails on content: whatever is wrong becomes a diagnostic.
/// Throws Error{BadConfiguration} for faulty rules.
IDSEARCH_API Profile parse_profile(std::string_view file, std::string_view bytes,
                                   const ParseOptions& options = {});

struct BuildProgress {
  std::string_view phase;  ///< "reading", "writing", "merging", "verifying"
  std::size_t done = 0, total = 0;
};

/// How much worse than the generation in force a new one may be. A percentage of P means: refused
/// when it is more than P. The first generation of an index is never refused.
struct GateLimits {
  // An operator expects some profiles to go in a night, and a broken copy to take many.
  double profiles_drop_percent = 5;
  std::uint64_t profiles_drop = 3;  ///< so many may go, however few there are
  double passages_drop_percent = 10;
  double failed_percent = 2;  ///< of the profiles cannot be read
  /// So many may fail, however few there are: below fifty profiles a single broken file, whose last
  /// good version goes on answering, would hold up all others.
  std::uint64_t failed = 1;
  bool topics = true;  ///< a topic that goes to zero refuses
};

/// A question whose answer is known: the passage must be among the first `within` hits.
struct GoldenQuery {
  std::string query;
  std::string passage;  ///< its id
  std::size_t within = 10;

  bool operator==(const GoldenQuery&) const = default;
};

struct BuildOptions {
  std::vector<std::string> corpus;  ///< files and directories
  std::string index;                ///< directory; made when it is not there
  ParseOptions parse;
  /// Ids from paths below the corpus ("2015/kenya.txt" is "2015-kenya"), for corpora that keep
  /// several editions of a profile; otherwise ids are the stems of file names, and two files of
  /// one id are both rejected.
  bool ids_by_path = false;
  bool dry_run = false;  ///< everything but publishing
  std::size_t jobs = 0;  ///< worker threads; 0 = as many as there are processors
  std::size_t keep = 3;  ///< generations to keep
  /// Keep the parts that an index is put together from, about as many bytes as the index itself, so
  /// that the next build reads only what changed. The index is the same with and without.
  bool cache = true;
  double lock_timeout_seconds = 0;  ///< how long to wait for another writer
  GateLimits gate;
  /// Not empty: publish although the gate refuses, for this reason, which the manifest keeps.
  std::string force;
  std::vector<GoldenQuery> golden;
  /// Asks all of `golden` of the index at a directory (the new generation, before it serves): the
  /// rank of each passage from 1, or 0 when it is not among the first `within`. Without it golden
  /// queries are not asked.
  std::function<std::vector<std::size_t>(const std::string& index,
                                         const std::vector<GoldenQuery>& golden)>
      golden_ranks;
  /// Called now and then from the calling thread; may be empty.
  std::function<void(const BuildProgress&)> progress;
  /// Asked now and then; true ends the run with the old generation in place. May be empty.
  std::function<bool()> cancelled;
};

/// An input that could not be taken at all.
struct RejectedInput {
  std::string file;
  std::string reason;
};

/// A profile that cannot be read now; an earlier version of it still answers.
struct StaleProfile {
  std::string id;
  std::string file;    ///< below the corpus
  std::string since;   ///< ISO 8601 UTC: of the first run that could not read it
  std::string reason;  ///< of the latest: "looks like a PDF"
};

struct FileDiagnostic {
  std::string file;
  Diagnostic diagnostic;
};

/// What the gate said about a new generation.
struct GateVerdict {
  bool asked = false;     ///< false when nothing new was built
  bool compared = false;  ///< false for the first generation of an index
  /// Why it must not replace the one in force, one sentence each.
  std::vector<std::string> refusals;
  /// What an operator should look at although it is no refusal: profiles that lost most of their
  /// passages; of the first generation all that would have been refusals.
  std::vector<std::string> warnings;
  std::string forced;  ///< BuildOptions::force
};

/// A part of a run: "reading", "writing", "merging", "verifying", "publishing".
struct BuildPhase {
  std::string name;
  double seconds = 0;
};

struct BuildReport {
  enum class Outcome { Published, Unchanged, DryRun, Cancelled, Refused };
  Outcome outcome = Outcome::Published;
  /// Content id of the generation now in force; of a dry run, of the one that would be.
  std::string generation;
  std::uint64_t profiles = 0, passages = 0, notes = 0;
  std::size_t segments = 0, reused_segments = 0;  ///< parts of the index; those not written anew
  std::uint64_t reused_profiles = 0;  ///< not read anew: of these parts, or of others before
  std::vector<BuildPhase> phases;     ///< those that were gone through, in their order
  /// Ids of profiles against the generation that was in force; all are added when there was none.
  std::vector<std::string> added, changed, removed;
  std::uint64_t failed = 0;         ///< profiles that could not be read
  std::vector<StaleProfile> stale;  ///< by id
  GateVerdict gate;
  std::vector<RejectedInput> rejected;  ///< makes exit status 5
  std::vector<std::string> ignored;     ///< files of no known format
  std::vector<FileDiagnostic> diagnostics;
};

/// Builds a generation aside, verifies it, asks the gate and publishes it by one rename; the old
/// one serves until then, and stays when anything fails or the gate refuses. Throws Error{Usage,
/// Locked, CannotWrite, Integrity, BadConfiguration}.
IDSEARCH_API BuildReport build_index(const BuildOptions& options);

/// $IDSEARCH_INDEX, else $XDG_DATA_HOME/idsearch/index, else ~/.local/share/idsearch/index.
/// Empty when none of these is set.
IDSEARCH_API std::string default_index_path();

}  // namespace idsearch

#endif  // IDSEARCH_INDEX_HPP
