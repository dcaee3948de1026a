// SPDX-License-Identifier: GPL-2.0-or-later
// Where is the record of a passage? Records of passages that follow each other are compressed
// together, because neighbours share titles and sources: a third of what they take one by one, and
// a tenth of the time. A block is a value of its last passage, so that it stands in the one index
// file, survives every merge, and is found by one step through the index.
#ifndef IDSEARCH_STORE_RECORD_BLOCK_HPP
#define IDSEARCH_STORE_RECORD_BLOCK_HPP

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/passage_record.hpp"

namespace idsearch::store {

/// Packs records into blocks.
class RecordPacker {
 public:
  /// `put(passage, value)` takes what is to be the value of kSlotRecords of a passage, counted from
  /// 1 in the order of adding. Passages ascend, each is that of this or the last call of add().
  explicit RecordPacker(std::function<void(std::uint32_t, const std::string&)> put);
  ~RecordPacker();

  void add(std::string_view record);
  /// Hands out what is left.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `take(passage, record)` for each passage of the block that is the value of passage `last`, in
/// their order; nothing for the value of a passage that only begins one. Throws Error{Integrity}.
void for_each_record(std::string_view value, std::uint32_t last,
                     const std::function<void(std::uint32_t, std::string_view)>& take);

/// One block, unpacked as far as it was asked for.
class RecordBlock {
 public:
  /// The value of the passage that ends it. Throws Error{Integrity}, and has no records then.
  void take(std::string value);

  /// How many records it has.
  std::size_t size() const { return ends_.size(); }

  /// One of them, counted from 0; until the next call. Throws Error{Integrity}.
  std::string_view record(std::size_t number);

 private:
  std::string value_, records_;      // keep their memory from block to block
  std::string_view packed_;          // in value_
  std::vector<std::uint64_t> ends_;  // of the records, in records_
  std::uint64_t unpacked_ = 0;       // bytes of records_
};

/// The blocks of one index file. One thread at a time: keeps the last block.
class RecordBlocks {
 public:
  /// A single database, not several put together.
  explicit RecordBlocks(Xapian::Database database) : database_(std::move(database)) {}
  RecordBlocks(RecordBlocks&&) = default;  // copies would walk with one iterator
  RecordBlocks& operator=(RecordBlocks&&) = default;

  /// The record of a document, checked. Throws Error{Integrity}; Xapian's errors pass.
  PassageRecord at(Xapian::docid docid) { return decode_record(bytes_of(docid)); }

  /// That record as it stands in its block, for decode_record() or decode_record_id(); until the
  /// next call. Throws as at().
  std::string_view bytes_of(Xapian::docid docid);

 private:
  void load(Xapian::docid docid);

  Xapian::Database database_;
  Xapian::ValueIterator values_;  // stands at last_, if that is not 0
  Xapian::docid last_ = 0;        // of the block in hand; 0 without one
  RecordBlock block_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_RECORD_BLOCK_HPP
