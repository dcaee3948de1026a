// SPDX-License-Identifier: GPL-2.0-or-later
// A digest for each block of an index file, so that a search compares the blocks that it reads and
// no others: Xapian's own blocks carry none. They stand in the file `blocks` beside the manifest,
// which names the digest of that file.
#ifndef IDSEARCH_STORE_BLOCK_DIGESTS_HPP
#define IDSEARCH_STORE_BLOCK_DIGESTS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::store {

inline constexpr const char* kBlocksFile = "blocks";

/// What Xapian reads at a time.
inline constexpr std::size_t kIndexBlockBytes = 8 * 1024;

/// Collects the digests of bytes that come piece by piece, from the first of a file on.
class BlockDigester {
 public:
  /// Each piece but the last has a multiple of kIndexBlockBytes.
  void add(std::string_view bytes);
  /// What is to be written: for each block XXH3 (64 bits, low byte first).
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Read back. Immutable: any number of threads.
class BlockDigests {
 public:
  /// How many bytes the digests of a file have.
  static std::size_t bytes_for(std::uint64_t file_bytes);

  /// nullopt unless `bytes` are digests for a file of `file_bytes`.
  static std::optional<BlockDigests> parse(std::string bytes, std::uint64_t file_bytes);

  /// Whether the file has a block of this number.
  bool have(std::uint64_t number) const;

  /// Whether these are the bytes of block `number`, whole; the last of a file may be shorter.
  bool fits(std::uint64_t number, const char* block, std::size_t bytes) const;

 private:
  std::string bytes_;
  std::uint64_t file_bytes_ = 0;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_BLOCK_DIGESTS_HPP
