// SPDX-License-Identifier: GPL-2.0-or-later
// How do sorted keys and tags become a file that Xapian opens? One table (the postlist table) of a
// single-file database in the glass format, version 2016-03-14, which all of Xapian 1.4 reads and
// writes. Xapian's own API inverts documents again in a tree of its own, which was half of the time
// of a build (perf; bench/README.md, "Building"); what is written here is only ever read by
// store/glass_entries and by Xapian's compaction, which writes the index itself, and that is
// checked by Xapian before it serves.
#ifndef IDSEARCH_STORE_GLASS_FILE_HPP
#define IDSEARCH_STORE_GLASS_FILE_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::store {

/// Whether the Xapian that is linked reads this format.
bool xapian_reads_glass_file();

/// What the head of the file says about its documents, which have the docids 1 to `documents`.
struct GlassCounts {
  std::uint32_t documents = 0;
  std::uint64_t total_length = 0;
  std::uint32_t min_length = 0;  ///< of the documents that are not empty; 0 when all are
  std::uint32_t max_length = 0;
  std::uint32_t max_wdf = 0;
};

/// Builds the file, in memory or piece by piece.
class GlassFile {
 public:
  /// Writes bytes at a place of the file.
  using Put = std::function<void(std::uint64_t place, std::string_view bytes)>;

  /// Longest key and longest tag. Throws Error{Internal} beyond, and for keys out of order.
  static constexpr std::size_t kMaxKey = 255;
  static constexpr std::size_t kMaxTag = std::size_t{100} << 20;

  /// With `put`, whatever is ready is handed over from time to time, the head last.
  explicit GlassFile(Put put = {});
  ~GlassFile();
  GlassFile(const GlassFile&) = delete;
  GlassFile& operator=(const GlassFile&) = delete;

  /// Keys ascend as bytes and differ; none is empty.
  void add(std::string_view key, std::string_view tag);

  /// The bytes of the file, the same for the same input, or none when they were handed over; ends
  /// it.
  std::string finish(const GlassCounts& counts);

 private:
  struct Level {
    std::uint32_t number = 0;  // of the block being filled
    std::string items;         // in the order of adding; stand in the block back to front
    std::vector<std::uint16_t> sizes;
  };

  void add_item(std::string_view key, unsigned component, unsigned flags, std::string_view part);
  void point_from_above(std::size_t level, std::string_view key, unsigned component,
                        std::uint32_t block);
  std::size_t room(const Level& level) const;
  void start_block(Level& level);
  void end_block(const Level& level, std::size_t depth);
  void write_block(std::uint32_t number, std::string_view block);
  void hand_over();

  struct Name;

  Put put_;
  std::unique_ptr<Name> name_;  // from all blocks
  std::uint64_t handed_over_ = 0;
  std::string blocks_;         // what follows, from the head on
  std::string block_;          // being laid out
  std::vector<Level> levels_;  // leaves first
  std::uint32_t next_block_ = 1;
  std::uint32_t entries_ = 0;
  std::string last_key_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GLASS_FILE_HPP
