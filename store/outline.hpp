// SPDX-License-Identifier: GPL-2.0-or-later
// What a passage is about, in two bytes a stem, so that passages can be compared with each other
// without their texts. Depends on the passage alone, not on the index around it.
#ifndef IDSEARCH_STORE_OUTLINE_HPP
#define IDSEARCH_STORE_OUTLINE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::store {

/// Stems share this many buckets. Two stems of one passage seldom meet in one: nDCG@10 was the same
/// with 4,096 and with 65,536 buckets as with stems apart (bench/README.md).
inline constexpr std::size_t kOutlineBuckets = std::size_t{1} << 13;
/// Oftener does not count: three bits beside the thirteen of the bucket.
inline constexpr unsigned kOutlineMaxTimes = 8;

/// Bucket and times in one number, as they are stored.
struct OutlineEntry {
  std::uint16_t number = 0;

  /// Below kOutlineBuckets.
  unsigned bucket() const { return number / kOutlineMaxTimes; }
  /// 1 to kOutlineMaxTimes.
  unsigned times() const { return number % kOutlineMaxTimes + 1; }

  bool operator==(const OutlineEntry&) const = default;
};

/// Counts the stems of one passage.
class OutlineMaker {
 public:
  void add(std::string_view stem, unsigned times = 1);

  /// The bytes to store, by bucket; empty without stems. Do not depend on the order of adding.
  std::string bytes() const;

 private:
  std::vector<std::uint16_t> entries_;  // numbers; a bucket may stand often
};

/// By bucket, each once. Empty bytes (an index without outlines) give an empty outline. Throws
/// Error{Integrity} when the bytes are not what OutlineMaker writes.
std::vector<OutlineEntry> decode_outline(std::string_view bytes);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_OUTLINE_HPP
