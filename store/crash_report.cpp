// SPDX-License-Identifier: GPL-2.0-or-later
// Everything that the handler needs is laid out before: it takes nothing from the heap, which may
// be what is broken, and runs on a stack of its own.
#include "store/crash_report.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/open_generation.hpp"

namespace idsearch::store {
namespace {

struct Watched {
  int fd = -1;
  std::array<char, 65> sha256{};
  std::array<char, 1024> message{};
};

// More indexes than a person names at once; those beyond end by the signal.
std::array<Watched, 16> watched;
std::size_t watched_count = 0;
bool is_on = false;

void on_crash(int signal) {
  for (std::size_t i = 0; i < watched_count; ++i) {
    const Watched& file = watched[i];
    // Bytes that cannot be read are what SIGBUS tells of a mapped file.
    if (file_has_sha256(file.fd, file.sha256.data()).value_or(signal != SIGBUS)) continue;
    const char* message = file.message.data();
    // Whether the message arrives changes nothing: the status counts.
    [[maybe_unused]] const ssize_t put = ::write(STDERR_FILENO, message, std::strlen(message));
    ::_exit(exit_status(ErrorCode::Integrity));
  }
  ::raise(signal);  // by now at its default
}

}  // namespace

void report_damage_on_crash() {
  // The handler needs some KiB; 64 are what sysconf(_SC_SIGSTKSZ) may ask at most on big machines.
  static std::array<std::byte, 64 * 1024> stack;
  stack_t own{};
  own.ss_sp = stack.data();
  own.ss_size = stack.size();
  if (::sigaltstack(&own, nullptr) != 0) return;
  struct sigaction action {};
  action.sa_handler = on_crash;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) ::sigaction(signal, &action, nullptr);
  is_on = true;
}

bool watch_for_damage(const std::string& path, int fd, const std::string& sha256) {
  if (!is_on || fd < 0 || watched_count == watched.size()) return false;
  Watched& file = watched[watched_count];
  const std::string message = "idsearch: index " + path +
                              " is damaged: its index file is not what was written\n"
                              "idsearch: hint: Build it anew: " +
                              run_command(path) + "\n";
  if (sha256.size() >= file.sha256.size()) return false;
  file.fd = fd;
  sha256.copy(file.sha256.data(), sha256.size());
  message.copy(file.message.data(), file.message.size() - 1);
  ++watched_count;
  return true;
}

void stop_watching(int fd) {
  for (std::size_t i = 0; i < watched_count; ++i) {
    if (watched[i].fd != fd) continue;
    watched[i] = watched[--watched_count];
    return;
  }
}

}  // namespace idsearch::store
