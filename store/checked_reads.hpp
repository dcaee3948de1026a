// SPDX-License-Identifier: GPL-2.0-or-later
// Every block that Xapian reads of an index file is compared with its digest on the way. Xapian has
// no place for that, but reads by the C library's pread(), for which a program may have its own:
// the program idsearch does (query/pread.cpp) and says so by can_check_reads(). A program that
// embeds the library reads by the system's; there whole files are compared when they are opened
// (store/reader.hpp).
#ifndef IDSEARCH_STORE_CHECKED_READS_HPP
#define IDSEARCH_STORE_CHECKED_READS_HPP

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "store/block_digests.hpp"

namespace idsearch::store {

/// To be called once by a program whose pread() is checked_pread(), before it opens an index.
void can_check_reads();

/// Whether it was called.
bool reads_can_be_checked();

/// As pread(2). Of a descriptor that CheckedReads holds whole blocks are read and compared; one
/// that is not what was written is answered by -1 and EIO, and remembered.
ssize_t checked_pread(int fd, void* to, std::size_t bytes, off_t place);

/// A block that was not what was written.
struct DamagedBlock {
  std::string index;  ///< as CheckedReads::hold() was told
  std::uint64_t number = 0;

  bool operator==(const DamagedBlock&) const = default;
};

/// The last one in this thread; asking forgets it.
std::optional<DamagedBlock> take_damaged_block();

/// Holds a descriptor whose reads are compared, until it is destroyed; that must be done before the
/// number of the descriptor is used for another file. One thread at a time reads by it.
class CheckedReads {
 public:
  /// nullopt when too many are held already.
  /// `index`: what its path is called in messages.
  static std::optional<CheckedReads> hold(int fd, std::string index, BlockDigests digests);
  ~CheckedReads();
  CheckedReads(CheckedReads&& other) noexcept;
  CheckedReads& operator=(CheckedReads&& other) noexcept;

  /// Whether any read came here: when none did although Xapian read, the program's pread() is not
  /// the one that it reads by.
  bool saw_any() const;

 private:
  friend ssize_t checked_pread(int, void*, std::size_t, off_t);
  struct Held;
  explicit CheckedReads(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_CHECKED_READS_HPP
