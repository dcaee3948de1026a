// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "idsearch/error.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

void guard_standard_streams() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (fcntl(fd, F_GETFD) != -1) continue;
    // open() gives the lowest free number, which is `fd`. The wrong direction makes reading from
    // a closed standard input and writing to a closed output fail.
    if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) return;
  }
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      // With SIGPIPE at its default the process has ended before this is reached.
      return errno == EPIPE;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void write_answer(std::string_view bytes) {
  if (write_all(STDOUT_FILENO, bytes)) return;
  throw Error(ErrorCode::CannotWrite,
              std::string("cannot write to standard output: ") + std::strerror(errno));
}

void say(std::string_view message) {
  std::string line = "idsearch: " + text::escape_controls(message);
  line += '\n';
  write_all(STDERR_FILENO, line);
}

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;  // with the words around it one line of a terminal
  std::string repaired = text::repair_utf8(text.substr(0, 4 * kMost + 4)).text;
  std::ranges::replace(repaired, '\n', ' ');
  std::size_t end = text::char_floor(repaired, kMost);
  const bool cut = text.size() > kMost && end < repaired.size();
  return "“" + (cut ? repaired.substr(0, end) + "…" : repaired) + "”";
}

}  // namespace idsearch::query
