// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in a segment's file? The entries of its one table (store/glass_file has the layout),
// read as they lie: the leaves of a file that was written at one go stand in the order of their
// keys.
#ifndef IDSEARCH_STORE_GLASS_ENTRIES_HPP
#define IDSEARCH_STORE_GLASS_ENTRIES_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "store/glass_file.hpp"

namespace idsearch::store {

/// Walks over entries. Throws Error{Integrity} where the bytes are none; only for files that were
/// compared with a digest, or just written.
class GlassEntries {
 public:
  /// Of a whole file in memory, which must outlive this.
  explicit GlassEntries(std::string_view bytes);
  /// Of a file, opened now and then to read a few blocks: it does not matter how many are walked
  /// through at once. Throws Error{CannotWrite}: it is part of an index that
  /// is being made.
  explicit GlassEntries(const std::filesystem::path& file);

  /// Goes to the next entry (the first, at first); false when there is none.
  bool next();

  /// Of the entry gone to; until the next next().
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }

  /// Of the whole file.
  const GlassCounts& counts() const { return counts_; }

 private:
  void read_head(std::string_view block);
  bool next_leaf();
  bool next_item();
  std::string_view next_block();
  void fill_buffer();

  std::filesystem::path path_;    // none: `bytes_` is all
  std::uint64_t place_ = 0;       // in the file, behind `bytes_`
  std::string buffer_;            // what `bytes_` views of a file
  std::string_view bytes_;        // blocks to come
  std::string_view leaf_;         // in hand; empty without one
  std::size_t at_ = 0, end_ = 0;  // of its directory
  std::string_view key_, tag_, part_;
  bool is_first_part_ = false, is_last_part_ = false;
  std::string joined_;  // parts of a tag
  GlassCounts counts_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GLASS_ENTRIES_HPP
