// SPDX-License-Identifier: GPL-2.0-or-later
// Postings to Xapian databases: small segments written from scratch (store/segment_merge makes one
// file of them).
// Small fresh databases are faster than one large one (speed-facts, "Xapian writing").
#ifndef IDSEARCH_STORE_SEGMENT_WRITER_HPP
#define IDSEARCH_STORE_SEGMENT_WRITER_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "store/postings.hpp"

namespace idsearch::store {

/// What turns postings of passages into those of terms: store/inverter, or Xapian's own writer,
/// with which a build of one edition took 2.5 times the CPU (bench/README.md, "Building").
enum class SegmentEngine { Inverter, Xapian };

/// Writes one segment: a single-file database. Not thread-safe; several writers may run in
/// parallel on different paths. Throws Error{CannotWrite}; after that the segment is dead.
class SegmentWriter {
 public:
  /// `file` is whole after finish(); nothing must be there yet. Without finish() nothing stays.
  explicit SegmentWriter(std::filesystem::path file, SegmentEngine engine = best_engine());
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  void add(const Postings& postings);

  /// Passages `first` to `last` (from 1) of a segment that was written before, given by the bytes
  /// of its file, as if they were added again. Only by the inverter, and of its segments.
  void add_documents(std::string_view segment, std::uint32_t first, std::uint32_t last);

  void finish();

  /// The fastest that the linked Xapian reads.
  static SegmentEngine best_engine();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_SEGMENT_WRITER_HPP
