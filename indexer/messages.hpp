// SPDX-License-Identifier: GPL-2.0-or-later
// How are messages written, for people and for the journal of systemd?
#ifndef IDSEARCH_INDEXER_MESSAGES_HPP
#define IDSEARCH_INDEXER_MESSAGES_HPP

#include <string_view>

namespace idsearch::indexer {

/// As syslog numbers them.
enum class Priority { Error = 3, Warning = 4, Info = 6 };

/// One line on standard error, control characters escaped: messages quote file names and profiles,
/// which must not steer a terminal. Begins with "<3>" and the like when standard error is the
/// journal's.
void say(Priority priority, std::string_view line);

/// Whether `stream`, the value of $JOURNAL_STREAM ("DEVICE:INODE"), names this open file.
bool is_journal(std::string_view stream, int fd);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MESSAGES_HPP
