// SPDX-License-Identifier: GPL-2.0-or-later
// Generations of an index: built aside, verified, published by one rename.
//
//   INDEX/generations/<number>-<content id>/{index.glass, manifest.json, profiles.json}
//   INDEX/current          symlink, switched by rename
//   INDEX/lock             flock of the one writer
//   INDEX/.build-*         scratch of a running or dead build; removed under the lock
#ifndef IDSEARCH_STORE_GENERATION_HPP
#define IDSEARCH_STORE_GENERATION_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::store {

/// A profile that could not be read when the generation was built, and keeps an earlier version.
struct StaleMark {
  std::string since;   ///< ISO 8601 UTC: of the first run that could not read it
  std::string reason;  ///< "looks like a PDF"
  std::string sha256;  ///< of what was read instead, when it was read but held no passage

  bool operator==(const StaleMark&) const = default;
};

struct ManifestProfile {
  std::string id, file;
  std::string sha256;  ///< of the profile's bytes; of a stale one those of the version that is kept
  std::uint64_t passages = 0;
  std::uint64_t bytes = 0;              ///< of the profile; 0 in lists of earlier programs
  std::optional<StaleMark> stale = {};  ///< none for a profile as it is

  bool operator==(const ManifestProfile&) const = default;
};

/// Why a generation was published although the gate refused it.
struct ForcedPublish {
  std::string reason;                 ///< of the operator
  std::vector<std::string> refusals;  ///< of the gate; empty when it had none

  bool operator==(const ForcedPublish&) const = default;
};

struct Manifest {
  std::uint64_t number = 0;  ///< counts up with each publish; orders generations
  std::string generation;    ///< content id: 16 hexadecimal digits
  std::string created;       ///< ISO 8601 UTC; for people only
  int schema = 0;
  std::string fingerprint;  ///< index_fingerprint() of the writer
  std::string rules;        ///< SHA-256 of the topic rules and other compiled or given data
  std::string program;      ///< version of idsearch that built it; empty for earlier ones
  std::uint64_t profile_count = 0, passages = 0, notes = 0;
  std::uint64_t stale = 0;  ///< profiles that keep an earlier version
  /// Passages by topic; nullopt in manifests of earlier programs.
  std::optional<std::map<std::string, std::uint64_t>> topics;
  std::optional<ForcedPublish> forced;
  std::uint64_t index_bytes = 0;
  std::string index_sha256;
  std::string index_xxh3;                 ///< fast digest of the same bytes, compared when opening
  std::string blocks_xxh3;                ///< of `blocks`; empty where there is none
  std::string profiles_sha256;            ///< of profiles.json; set when read from a manifest
  std::vector<ManifestProfile> profiles;  ///< by id; kept in profiles.json

  bool operator==(const Manifest&) const = default;
};

/// The content id that these inputs lead to: schema, fingerprint, rules and the profiles' hashes.
std::string content_id(const Manifest& manifest);

/// "2026-01-29T02:30:00Z"
std::string utc_now();

/// Exclusive hold of an index directory for one run. Released by the destructor and by death.
class WriteLock {
 public:
  /// Makes the directory when needed. Throws Error{Locked} when another holds it after
  /// `timeout_seconds` or once `cancelled` (asked while waiting; may be empty) says true,
  /// Error{CannotWrite}.
  WriteLock(const std::filesystem::path& index, double timeout_seconds,
            const std::function<bool()>& cancelled = {});
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  int fd_ = -1;
};

/// Removes what runs that were killed left in the index: scratch directories and generations that
/// were being removed. Needs the lock. What cannot be removed now is left for the next run.
void remove_leftovers(const std::filesystem::path& index);

/// An empty scratch directory inside the index, after stale ones were removed. Needs the lock. The
/// destructor removes it unless it was published.
class Scratch {
 public:
  explicit Scratch(const std::filesystem::path& index);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  friend void publish(const std::filesystem::path&, Scratch&, Manifest&);
  std::filesystem::path path_;
};

/// Manifest of the generation in force, with its profiles; nullopt when there is none or it cannot
/// be understood (then a new one must be built). Never throws on content.
std::optional<Manifest> current_manifest(const std::filesystem::path& index);

/// The list of profiles of any generation of an index; empty when the generation is gone. Throws
/// Error{Integrity} when its list is not what was written.
std::vector<ManifestProfile> profiles_of(const std::filesystem::path& index,
                                         const Manifest& manifest);

/// Whether the bytes of the generation in force are those that were published (reads all of them).
/// False also when there is none. Where they are and `may_write`, a stamp of another file is made
/// anew.
bool current_is_intact(const std::filesystem::path& index, bool may_write = true);

/// What is wrong with a finished index file; empty when nothing is. A child process with limits
/// reads it (Database::check can crash): the structure, every record with its hash, and the counts.
/// Throws Error{CannotWrite} when there can be no child.
std::string fault_of(const std::filesystem::path& index_file, const Manifest& manifest);

/// The same for an index that was just built. Throws Error{Integrity} when anything is off.
void verify(const std::filesystem::path& index_file, const Manifest& manifest);

/// Makes the scratch directory of a finished index file one that readers can open as an index, to
/// try it out. publish() takes away what this adds. Throws Error{CannotWrite}.
void make_searchable(const Scratch& scratch, Manifest manifest);

/// Completes `manifest` (number, size, digest), writes it beside `index.glass` in the scratch
/// directory, syncs, renames the directory into place and switches `current`. Needs the lock.
/// On return the new generation serves; when it throws Error{CannotWrite} the old one does.
void publish(const std::filesystem::path& index, Scratch& scratch, Manifest& manifest);

/// Puts the generation with this directory name into force, by a link that is renamed to `current`.
/// Needs the lock. Throws Error{CannotWrite}: then the one before still serves.
void switch_current(const std::filesystem::path& index, const std::string& name);

/// Removes all but the newest `keep` generations (at least one; never the current one), by rename
/// first, so that no half-deleted one can be taken for good. Needs the lock.
void prune(const std::filesystem::path& index, std::size_t keep);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GENERATION_HPP
