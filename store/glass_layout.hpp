// SPDX-License-Identifier: GPL-2.0-or-later
// Layout of a single-file database in the glass format with one table. Block 0: magic and version,
// 16 bytes of a name, revision, a root for each of six tables, counts. Then blocks of 8 KiB:
// revision (4 bytes), level (1), two counts of free bytes (2 each), end of the directory (2),
// directory of offsets (2 each); items fill a block from its end. A leaf item: size and flags (2),
// key length (1), key, number of the component unless it is the first (2), part of the tag. A
// branch item: block (4), key length (1), key, component (2). Numbers in blocks have the high byte
// first; in block 0 they are varints. The first leaf begins with an item without a key, and so does
// every branch block.
#ifndef IDSEARCH_STORE_GLASS_LAYOUT_HPP
#define IDSEARCH_STORE_GLASS_LAYOUT_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "idsearch/error.hpp"

namespace idsearch::store::glass {

inline constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};
inline constexpr std::size_t kNameBytes = 16;
inline constexpr std::size_t kTables = 6;

inline constexpr std::size_t kBlockSize = 8192;
/// Roots in block 0 tell the size of blocks in this unit, and by this flag that a table is empty.
inline constexpr std::size_t kBlockSizeUnit = 2048;
inline constexpr unsigned kRootIsFake = 1;
inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kDirectoryEndAt = 9;
inline constexpr std::size_t kDirectoryStart = 11;
inline constexpr std::size_t kDirectoryEntry = 2;

inline constexpr std::size_t kLeafHead = 3;  // size, key length
inline constexpr std::size_t kSizeMask = 0x1FFF;
inline constexpr std::size_t kComponentSize = 2;
inline constexpr std::size_t kBranchHead = 5;  // block, key length
inline constexpr unsigned kCompressed = 0x80, kLastComponent = 0x40, kFirstComponent = 0x20;

/// Throws Error{Integrity}: a segment that was written before is not what it was.
[[noreturn]] inline void refuse(const char* what) {
  throw Error(ErrorCode::Integrity, std::string("a segment cannot be read: ") + what);
}

}  // namespace idsearch::store::glass

#endif  // IDSEARCH_STORE_GLASS_LAYOUT_HPP
