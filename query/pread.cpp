// SPDX-License-Identifier: GPL-2.0-or-later
// pread() of the program idsearch, in place of the C library's: Xapian's library, too, calls this
// one, so that each block of an index that is read is compared with its digest
// (store/checked_reads.hpp). For all other files it is what it always was.
#include <sys/types.h>

#include <cstddef>

#include "store/checked_reads.hpp"

// Where off_t has 32 bits, pread64() would take another type: whole files are compared there.
#ifdef __LP64__
extern "C" {

__attribute__((visibility("default"))) ssize_t pread(int fd, void* to, std::size_t bytes,
                                                     off_t place) {
  return idsearch::store::checked_pread(fd, to, bytes, place);
}

__attribute__((visibility("default"))) ssize_t pread64(int fd, void* to, std::size_t bytes,
                                                       off_t place) {
  return idsearch::store::checked_pread(fd, to, bytes, place);
}
}
#endif
