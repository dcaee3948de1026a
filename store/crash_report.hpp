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

/// An index file that is about to be read. Nothing, unless report_damage_on_crash() was called.
void watch_for_damage(const std::string& path, int fd, const std::string& sha256);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_CRASH_REPORT_HPP
