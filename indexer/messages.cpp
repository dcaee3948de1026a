// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/messages.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "text/unicode.hpp"

namespace idsearch::indexer {

bool is_journal(std::string_view stream, int fd) {
  struct stat status {};
  if (stream.empty() || ::fstat(fd, &status) != 0) return false;
  return stream == std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
}

void say(Priority priority, std::string_view line) {
  // The variable alone does not tell: a child of a service may have standard error elsewhere.
  static const bool has_priorities = [] {
    const char* stream = std::getenv("JOURNAL_STREAM");
    return stream != nullptr && is_journal(stream, STDERR_FILENO);
  }();
  std::string out;
  if (has_priorities) out = "<" + std::to_string(static_cast<int>(priority)) + ">";
  out += text::escape_controls(line);
  std::cerr << out << '\n';
}

}  // namespace idsearch::indexer
