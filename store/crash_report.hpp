// SPDX-License-Identifier: GPL-2.0-or-later
// What does a program say when Xapian crashes on damaged bytes? Some damage ends a search by
// SIGSEGV inside of Xapian 1.4.22, and checking all bytes before each search would cost more than
// the search.
#ifndef IDSEARCH_STORE_CRASH_REPORT_HPP
#define IDSEARCH_STORE_CRASH_REPORT_HPP

#include <string>

namespace idsearch::store {

/// For programs, not for the library: from now on a crash compares the index files that are open
/// with their digests. When one differs the process ends with the message and the status of
/// Error{Integrity}; else by the signal, as it would have.
void report_damage_on_crash();

/// An index file that is about to be read. False, and nothing done, unless report_damage_on_crash()
/// was called before and for fewer than 16 files; otherwise SIGBUS while it is read, or mapped,
/// ends the program with that message also where the disk cannot give the bytes any more.
bool watch_for_damage(const std::string& path, int fd, const std::string& sha256);

/// The file is about to be closed. Nothing for one that is not watched.
void stop_watching(int fd);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_CRASH_REPORT_HPP
