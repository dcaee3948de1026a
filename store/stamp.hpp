// SPDX-License-Identifier: GPL-2.0-or-later
// Was this very index file compared with its digest before, and not written to since? Then a large
// one need not be read whole at each opening. The answer stands in the file `stamp` beside the
// manifest. Only writers of the index write it; a reader that finds none, or one of another file,
// reads the whole index.
#ifndef IDSEARCH_STORE_STAMP_HPP
#define IDSEARCH_STORE_STAMP_HPP

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>

#include "store/files.hpp"
#include "store/generation.hpp"

namespace idsearch::store {

inline constexpr const char* kStampFile = "stamp";

/// Index files up to this size are compared whole at each opening, stamp or no stamp: 16 MiB take
/// 3 to 5 ms from the page cache (XXH3 after pread: 6 GB/s for 4 MB, 2 to 3 GB/s for what does not
/// fit in the processor's cache; two cores of an EPYC under load). 28 profiles have some 2 MB.
inline constexpr std::uint64_t kCompareUpTo = std::uint64_t{16} << 20;

/// Whether all bytes of the open index file are those that the manifest was written for.
bool has_bytes_of(int index, const Manifest& manifest);

/// Whether the stamp below `directory` says this of the open index file: same device, inode, size
/// and time of change as when it was compared. False for anything that is not exactly that.
bool is_stamped(const Descriptor& directory, int index, const Manifest& manifest);

/// Writes the stamp of an index file whose status was `compared` before its bytes were hashed
/// (synced, by rename). One that cannot be written is no error: readers then compare for
/// themselves. For files above kCompareUpTo a write after the comparison gets another time of
/// change: hashing them takes longer than the file system's clock ticks (4 ms).
void write_stamp(const std::filesystem::path& directory, const struct stat& compared,
                 const Manifest& manifest);

/// Compares all bytes of the index file in a generation's directory with their SHA-256; when they
/// are right, a stamp that does not hold is made anew. False when they are not, or unreadable.
bool compare_and_stamp(const std::filesystem::path& directory, const Manifest& manifest);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_STAMP_HPP
