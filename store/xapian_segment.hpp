// SPDX-License-Identifier: GPL-2.0-or-later
// One segment by Xapian's own writer: where Xapian does not read what store/glass_file writes, and
// for tests to compare that with.
#ifndef IDSEARCH_STORE_XAPIAN_SEGMENT_HPP
#define IDSEARCH_STORE_XAPIAN_SEGMENT_HPP

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>

#include "store/postings.hpp"

namespace idsearch::store {

/// Flags for databases that are merged and thrown away. No sync: what is built is compacted and
/// synced before anybody relies on it (engine-facts 1.4). No termlists: they serve deleting
/// documents and "more like this", and an index here is never changed but built anew; without them
/// 52,000 passages took 12 % less time and 22 % less space.
inline constexpr int kScratchDatabaseFlags =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST;

/// Throws what Xapian throws.
class XapianSegment {
 public:
  /// A scratch directory stands beside `file` until this is destroyed.
  explicit XapianSegment(std::filesystem::path file);
  ~XapianSegment();
  XapianSegment(const XapianSegment&) = delete;
  XapianSegment& operator=(const XapianSegment&) = delete;

  void add(const Postings& postings);
  /// Gives one of the last two documents, counted from 1, a value.
  void set_value(std::uint32_t docid, std::uint32_t slot, const std::string& value);
  /// Makes the file.
  void finish();

 private:
  void write_all_but(std::size_t last);

  std::filesystem::path file_, directory_;
  Xapian::WritableDatabase database_;
  std::deque<Xapian::Document> last_;  // not written yet
  std::uint32_t written_ = 0;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_XAPIAN_SEGMENT_HPP
