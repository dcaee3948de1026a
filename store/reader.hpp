// SPDX-License-Identifier: GPL-2.0-or-later
// An index opened for reading: one or several generations, pinned, as one Xapian database.
#ifndef IDSEARCH_STORE_READER_HPP
#define IDSEARCH_STORE_READER_HPP

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/generation.hpp"
#include "store/passage_record.hpp"

namespace idsearch::store {

/// Movable; one thread at a time (Xapian handles share hidden state).
class Reader {
 public:
  /// Resolves `current` of each index once through a directory handle, checks schema, fingerprint
  /// and file size, and opens the files by descriptor. No lock, no writing. Throws
  /// Error{NoIndex} (names the path tried and the command that makes one), Error{Incompatible},
  /// Error{Integrity}.
  static Reader open(const std::vector<std::string>& paths);

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
  /// nullopt when no passage has this id.
  std::optional<PassageRecord> find(const std::string& id) const;

  /// True when a newer generation than the pinned one is in force.
  bool is_outdated() const;

 private:
  Reader() = default;
  Xapian::Database database_;
  std::vector<Xapian::Database> shards_;  // one per path
  std::string generation_;
  std::vector<std::string> paths_;
  std::vector<Manifest> manifests_;
  std::vector<std::string> languages_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_READER_HPP
