// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/pager.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include "query/output.hpp"

namespace idsearch::query {
namespace {

/// Ctrl-C is for the pager while it runs, and a reader who quits early is no fault.
class SignalsLeftToPager {
 public:
  SignalsLeftToPager() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGPIPE, &ignore, &pipe_);
  }
  ~SignalsLeftToPager() { restore(); }
  SignalsLeftToPager(const SignalsLeftToPager&) = delete;
  SignalsLeftToPager& operator=(const SignalsLeftToPager&) = delete;

  void restore() const {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGPIPE, &pipe_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction pipe_ {};
};

}  // namespace

bool is_longer_than_screen(std::string_view answer, std::size_t rows, std::size_t columns) {
  if (columns == 0) columns = 80;
  std::size_t used = 0;
  for (std::size_t start = 0; start < answer.size() && used <= rows;) {
    const std::size_t end = std::min(answer.find('\n', start), answer.size());
    used += std::max<std::size_t>(1, (end - start + columns - 1) / columns);
    start = end + 1;
  }
  // One row is the prompt's.
  return used + 1 > rows;
}

bool show_in_pager(const std::string& command, std::string_view answer) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  const SignalsLeftToPager signals;
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return false;
  }
  if (child == 0) {
    signals.restore();
    dup2(ends[0], STDIN_FILENO);
    setenv("LESS", "FRX", 0);
    setenv("LESSCHARSET", "utf-8", 0);
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[0]);
  write_all(ends[1], answer);
  close(ends[1]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return true;
  }
  // What the shell says of a command that is not there or cannot be run.
  return !(WIFEXITED(status) && (WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127));
}

}  // namespace idsearch::query
