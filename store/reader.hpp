// SPDX-License-Identifier: GPL-2.0-or-later
// An index opened for reading: one or several generations, pinned, as one Xapian database.
#ifndef IDSEARCH_STORE_READER_HPP
#define IDSEARCH_STORE_READER_HPP

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "store/checked_reads.hpp"
#include "store/files.hpp"
#include "store/generation.hpp"
#include "store/passage_record.hpp"
#include "store/record_block.hpp"

namespace idsearch::store {

/// Up to so many bytes of index files in all, "nothing found" is said only after every byte was
/// compared with its digest, whatever the stamps say. XXH3 takes 25 to 35 ms for 64 MiB: a wait
/// that an answer "no" is worth, and 64 MiB hold some 1,000 profiles (28 have 1.7 MB).
inline constexpr std::uint64_t kCheckUpTo = std::uint64_t{64} << 20;

/// Movable; one thread at a time (Xapian handles share hidden state).
class Reader {
 public:
  /// Resolves `current` of each index once through a directory handle, checks schema, fingerprint
  /// and file size, and opens the files by descriptor. Their blocks are compared with their digests
  /// when they are read (store/checked_reads.hpp); where that cannot be done, the whole file is
  /// compared before, unless a stamp says that this was done (store/stamp.hpp). No lock, no
  /// writing. Throws Error{NoIndex} (names the path tried and the command that makes one),
  /// Error{Incompatible}, Error{Integrity}; the latter two say what `options` change.
  static Reader open(const std::vector<std::string>& paths, const OpenOptions& options = {});

  /// Those of several indexes that could not be opened; only with OpenOptions::partial.
  const std::vector<MissingIndex>& missing() const { return missing_; }

  /// Compares every byte with the digests of the manifests, the first time that it is asked and
  /// unless blocks are compared when they are read. For whatever walks a whole index: Xapian can
  /// crash, or pass over terms, on damaged bytes. Throws Error{Integrity}.
  void check_bytes() const;
  /// The same where the files have no more than kCheckUpTo bytes together; else nothing.
  void check_bytes_if_small() const;

  /// The open database; valid as long as the reader.
  const Xapian::Database& database() const { return database_; }

  /// Content ids joined by "+".
  const std::string& generation() const { return generation_; }
  const std::vector<std::string>& paths() const { return paths_; }
  /// Manifests without their profile lists, one per path.
  const std::vector<Manifest>& manifests() const { return manifests_; }
  /// Languages of the passages, sorted, each once.
  const std::vector<std::string>& languages() const { return languages_; }

  /// Metadata of the index at paths()[path]; empty when there is none. (Xapian's own call on the
  /// combined database sees the first index only.)
  std::string metadata(std::size_t path, std::string_view key) const;

  /// The record of a document; throws Error{Integrity} naming index and repair.
  PassageRecord record(Xapian::docid docid) const;
  /// Those of several documents, in the order asked for; cheaper than one by one: places are read
  /// in one pass, and a block of records is unpacked once. Throws as record().
  std::vector<PassageRecord> records(std::span<const Xapian::docid> docids) const;
  /// Their ids alone.
  std::vector<std::string> ids(std::span<const Xapian::docid> docids) const;
  /// Where they belong alone.
  std::vector<PassageHead> heads(std::span<const Xapian::docid> docids) const;
  /// nullopt when no passage has this id.
  std::optional<PassageRecord> find(const std::string& id) const;

  /// True when a newer generation than the pinned one is in force.
  bool is_outdated() const;

 private:
  Reader() = default;
  /// `take(which of the documents, bytes of its record)`, in the order in which they are stored.
  void for_each_record(std::span<const Xapian::docid> docids,
                       const std::function<void(std::size_t, std::string_view)>& take) const;

  Xapian::Database database_;
  std::vector<Xapian::Database> shards_;       // one per path
  mutable std::vector<RecordBlocks> records_;  // likewise
  std::vector<Descriptor> files_;              // likewise, for check_bytes()
  std::vector<CheckedReads> checks_;  // of those whose blocks are compared as they are read
  mutable bool is_checked_ = false;
  std::vector<MissingIndex> missing_;
  std::string generation_;
  std::vector<std::string> paths_;
  std::vector<Manifest> manifests_;
  std::vector<std::string> languages_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_READER_HPP
