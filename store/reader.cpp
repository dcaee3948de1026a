// SPDX-License-Identifier: GPL-2.0-or-later
// Opening generations for reading, and records by document or passage id.
#include "store/reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <numeric>
#include <set>
#include <utility>

#include "idsearch/error.hpp"
#include "store/crash_report.hpp"
#include "store/files.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/schema.hpp"
#include "store/stamp.hpp"
#include "store/stemmers.hpp"
#include "store/tagged.hpp"
#include "store/xapian_guard.hpp"
#include "text/joined.hpp"

namespace idsearch::store {
namespace {

std::string what(const std::vector<std::string>& paths) {
  return "index " + text::joined(paths, ", ");
}

void check_compatible(const std::string& path, const Manifest& manifest,
                      const std::string& fingerprint) {
  const auto refuse = [&path](const std::string& why) {
    throw Error(ErrorCode::Incompatible, "index " + path + " " + why,
                "Build it anew with this program: " + run_command(path));
  };
  if (manifest.schema != kSchema)
    refuse("has schema " + std::to_string(manifest.schema) + ", this program reads schema " +
           std::to_string(kSchema));
  if (manifest.fingerprint != fingerprint)
    refuse("was made by another analyser (" + manifest.fingerprint + "; this program has " +
           fingerprint + ")");
}

// A file of another generation under this manifest would answer, but not with what was verified.
// (Where blocks are compared as they are read, they are those of this generation.)
void check_belongs(const std::string& path, const Xapian::Database& database,
                   const Manifest& manifest, bool is_compared) {
  if ((!is_compared &&
       database.get_metadata(std::string(kMetaGeneration)) != manifest.generation) ||
      database.get_doccount() != manifest.passages)
    throw Error(ErrorCode::Integrity,
                "index " + path + " is damaged: its index file belongs to another generation",
                "Build it anew: " + run_command(path));
}

[[noreturn]] void throw_damaged_file(const std::string& path) {
  throw Error(ErrorCode::Integrity,
              "index " + path + " is damaged: its index file is not what was written",
              "Build it anew: " + run_command(path));
}

void check_digest(const std::string& path, const Descriptor& file, const Manifest& manifest) {
  if (!has_bytes_of(file.get(), manifest)) throw_damaged_file(path);
}

/// nullopt where the blocks of this file cannot be compared as they are read. Throws
/// Error{Integrity}.
std::optional<CheckedReads> checked_reads_of(const std::string& path, const OpenGeneration& open) {
  if (!reads_can_be_checked()) return std::nullopt;
  auto digests = block_digests_of(open.directory, open.manifest);
  if (!digests) return std::nullopt;
  // The first block tells where the others are, and Xapian does not read it by pread().
  std::string first(kIndexBlockBytes, '\0');  // not on the stack, whose pages nobody used before
  const ssize_t got = ::pread(open.index.get(), first.data(), first.size(), 0);
  if (got < 0 || !digests->fits(0, first.data(), static_cast<std::size_t>(got)))
    throw_damaged_file(path);
  return CheckedReads::hold(open.index.get(), path, *std::move(digests));
}

/// Watches an index file until it is known that the reader keeps it.
class Watch {
 public:
  Watch(const std::string& path, int fd, const std::string& sha256)
      : fd_(fd), is_on_(watch_for_damage(path, fd, sha256)) {}
  ~Watch() {
    if (is_on_ && !is_kept_) stop_watching(fd_);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  bool is_on() const { return is_on_; }
  void keep() { is_kept_ = true; }

 private:
  int fd_;
  bool is_on_, is_kept_ = false;
};

/// One of several may be passed over for this; anything else is a fault of the call or of idsearch.
bool is_missing(ErrorCode code) {
  return code == ErrorCode::NoIndex || code == ErrorCode::Incompatible ||
         code == ErrorCode::Integrity;
}

void add_languages(const std::string& blank_separated, std::set<std::string>& out) {
  for (std::size_t at = 0; at < blank_separated.size();) {
    const std::size_t end = std::min(blank_separated.find(' ', at), blank_separated.size());
    if (end > at) out.insert(blank_separated.substr(at, end - at));
    at = end + 1;
  }
}

/// Damage that is met while a record is read is told with the path of the index.
template <typename Read>
auto of_index(const std::string& path, Read&& read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Integrity) throw;
    throw Error(ErrorCode::Integrity, "index " + path + ": " + error.message(),
                "Build it anew: " + run_command(path));
  }
}

}  // namespace

Reader Reader::open(const std::vector<std::string>& paths, const OpenOptions& options) {
  if (paths.empty()) throw Error(ErrorCode::Usage, "no index is named");
  const std::string fingerprint = index_fingerprint();
  Reader out;
  out.is_checked_ = true;  // until an index is opened by its stamp
  std::vector<std::string> generations;
  std::set<std::string> languages;
  std::set<std::pair<dev_t, ino_t>> seen;
  std::exception_ptr failure;
  const auto add = [&](const std::string& path) {
    if (path.starts_with("tcp://"))
      throw Error(ErrorCode::Usage, "remote indexes are not supported yet: " + path,
                  "Name an index directory.");
    OpenGeneration open = open_current(path);
    // The same index named twice would give every hit twice.
    struct stat status {};
    if (::fstat(open.index.get(), &status) == 0 && seen.contains({status.st_dev, status.st_ino}))
      return;
    check_compatible(path, open.manifest, fingerprint);
    Descriptor file(::fcntl(open.index.get(), F_DUPFD_CLOEXEC, 0));
    Watch watch(path, file.get(), open.manifest.index_sha256);
    // Before Xapian reads the first block: its own checks crash on some damage.
    std::optional<CheckedReads> checks =
        options.check_bytes ? std::nullopt : checked_reads_of(path, open);
    // Of several indexes the sound ones answer: a damaged one must be known before they are asked.
    const bool as_read = checks && paths.size() == 1;
    const bool compare =
        !as_read && (options.check_bytes || open.manifest.index_bytes <= kCompareUpTo ||
                     !is_stamped(open.directory, open.index.get(), open.manifest));
    if (compare) check_digest(path, open.index, open.manifest);
    out.is_checked_ = out.is_checked_ && (compare || as_read);
    guard(Access::Read, "index " + path, [&] {
      const Xapian::Database database(open.index.release());
      if (checks && !checks->saw_any()) check_digest(path, file, open.manifest);
      check_belongs(path, database, open.manifest, as_read);
      add_languages(database.get_metadata(std::string(kMetaLanguages)), languages);
      out.database_.add_database(database);
      out.shards_.push_back(database);
      out.records_.emplace_back(database);
    });
    seen.emplace(status.st_dev, status.st_ino);
    generations.push_back(open.manifest.generation);
    out.paths_.push_back(path);
    out.files_.push_back(std::move(file));
    if (checks) out.checks_.push_back(*std::move(checks));
    watch.keep();
    out.manifests_.push_back(std::move(open.manifest));
  };
  for (const std::string& path : paths) {
    try {
      add(path);
    } catch (const Error& error) {
      if (!options.partial || !is_missing(error.code())) throw;
      // If none can be opened: damage is worse news than an index that is not there.
      if (!failure || error.code() == ErrorCode::Integrity) failure = std::current_exception();
      out.missing_.push_back({path, error.code(), error.message(), error.hint()});
    }
  }
  if (out.paths_.empty()) std::rethrow_exception(failure);
  out.generation_ = text::joined(generations, "+");
  out.languages_.assign(languages.begin(), languages.end());
  return out;
}

void Reader::check_bytes() const {
  if (is_checked_) return;
  for (std::size_t i = 0; i < paths_.size(); ++i) check_digest(paths_[i], files_[i], manifests_[i]);
  is_checked_ = true;
}

void Reader::check_bytes_if_small() const {
  std::uint64_t bytes = 0;
  for (const Manifest& manifest : manifests_) bytes += manifest.index_bytes;
  if (bytes <= kCheckUpTo) check_bytes();
}

std::string Reader::metadata(std::size_t path, std::string_view key) const {
  return guard(Access::Read, "index " + paths_.at(path),
               [&] { return shards_.at(path).get_metadata(std::string(key)); });
}

PassageRecord Reader::record(Xapian::docid docid) const {
  return guard(Access::Read, what(paths_), [&] {
    // Xapian deals the documents of several databases out in turn.
    const auto shards = static_cast<Xapian::docid>(records_.size());
    if (docid == 0) throw_damaged("there is no passage 0");
    const std::size_t shard = (docid - 1) % shards;
    return of_index(paths_[shard], [&] { return records_[shard].at((docid - 1) / shards + 1); });
  });
}

void Reader::for_each_record(std::span<const Xapian::docid> docids,
                             const std::function<void(std::size_t, std::string_view)>& take) const {
  guard(Access::Read, what(paths_), [&] {
    const auto shards = static_cast<Xapian::docid>(shards_.size());
    std::vector<std::size_t> order(docids.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, {}, [&](std::size_t i) { return std::pair((docids[i] - 1) % shards, docids[i]); });
    for (const std::size_t i : order) {
      if (docids[i] == 0) throw_damaged("there is no passage 0");
      const std::size_t shard = (docids[i] - 1) % shards;
      of_index(paths_[shard],
               [&] { take(i, records_[shard].bytes_of((docids[i] - 1) / shards + 1)); });
    }
  });
}

std::vector<PassageRecord> Reader::records(std::span<const Xapian::docid> docids) const {
  std::vector<PassageRecord> out(docids.size());
  for_each_record(docids,
                  [&](std::size_t i, std::string_view bytes) { out[i] = decode_record(bytes); });
  return out;
}

std::vector<std::string> Reader::ids(std::span<const Xapian::docid> docids) const {
  std::vector<std::string> out(docids.size());
  for_each_record(docids,
                  [&](std::size_t i, std::string_view bytes) { out[i] = decode_record_id(bytes); });
  return out;
}

std::vector<PassageHead> Reader::heads(std::span<const Xapian::docid> docids) const {
  std::vector<PassageHead> out(docids.size());
  for_each_record(
      docids, [&](std::size_t i, std::string_view bytes) { out[i] = decode_record_head(bytes); });
  return out;
}

std::optional<PassageRecord> Reader::find(const std::string& id) const {
  if (id.empty()) return std::nullopt;
  const std::string term = id_term(id);
  return guard(Access::Read, what(paths_), [&]() -> std::optional<PassageRecord> {
    for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it)
      if (PassageRecord found = record(*it); found.id == id) return found;
    return std::nullopt;
  });
}

bool Reader::is_outdated() const {
  // Names of generations are never used twice, so the name alone tells. A path that is gone for the
  // moment is no newer generation.
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    const std::string name = name_behind(paths_[i] + "/" + kCurrentLink);
    if (!name.empty() && name != generation_name(manifests_[i])) return true;
  }
  return false;
}

}  // namespace idsearch::store
