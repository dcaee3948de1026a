// SPDX-License-Identifier: GPL-2.0-or-later
// Where is the record of a passage? Records of passages that follow each other are compressed
// together, because neighbours share titles and sources: a third of what they take one by one, and
// a tenth of the time. A block is a metadata value, so that it stands in the one index file and
// survives every merge.
#ifndef IDSEARCH_STORE_RECORD_BLOCK_HPP
#define IDSEARCH_STORE_RECORD_BLOCK_HPP

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "store/passage_record.hpp"

namespace idsearch::store {

/// The value of kSlotOrder: profile id, a zero byte, and the passage's number within the profile as
/// four bytes, high ones first.
std::string order_value(std::string_view profile_id, std::uint32_t number);

/// Metadata key of a block whose last passage has this order value; "" for bytes that are none.
/// Keys of passages sort as their order values do.
std::string record_key(std::string_view order);

/// Packs records into blocks.
class RecordPacker {
 public:
  /// `put(key, bytes)` takes each finished block.
  explicit RecordPacker(std::function<void(const std::string&, const std::string&)> put);
  ~RecordPacker();

  /// Passages in the order of their order values. Throws Error{Internal} for other orders.
  void add(std::string_view order, std::string_view record);
  /// Hands out what is left.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `take(profile id, number, record)` for each passage of a block, in their order. Throws
/// Error{Integrity}.
void for_each_record(
    std::string_view block,
    const std::function<void(std::string_view, std::uint32_t, std::string_view)>& take);

/// The blocks of one index file. One thread at a time: keeps the last block.
class RecordBlocks {
 public:
  /// A single database, not several put together.
  explicit RecordBlocks(Xapian::Database database) : database_(std::move(database)) {}
  RecordBlocks(RecordBlocks&&) = default;  // copies would walk with one iterator
  RecordBlocks& operator=(RecordBlocks&&) = default;

  /// The record of a document, checked. Throws Error{Integrity}; Xapian's errors pass.
  PassageRecord at(Xapian::docid docid);

  /// The same of the document with this value of kSlotOrder.
  PassageRecord of(std::string_view order) { return decode_record(bytes_of(order)); }

  /// That record as it stands in its block, for decode_record() or decode_record_id(); until the
  /// next call. Throws as of().
  std::string_view bytes_of(std::string_view order);

 private:
  void load(const std::string& key);

  Xapian::Database database_;
  Xapian::TermIterator keys_;  // of blocks; stands at key_, if there is one
  std::string key_;            // of the block in hand; empty without one
  std::string first_key_;      // of a passage from which on it is known to stand in that block
  std::string block_;          // its fields
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_RECORD_BLOCK_HPP
