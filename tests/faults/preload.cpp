// SPDX-License-Identifier: GPL-2.0-or-later
// What happens when the n-th change to the disk fails, or is the last one? Loaded by LD_PRELOAD
// before a program; counts its calls of write, pwrite, fsync, fdatasync, ftruncate, rename, link,
// symlink, unlink, rmdir, mkdir and open that makes or empties a file, with their *at and 64 forms,
// over all threads and child processes. Standard streams are not counted. The environment says what
// to do:
//   FAULT_COUNT=FILE  one byte for each counted call is appended to FILE: its size is the number
//   FAULT_AT=N        at the N-th counted call (from 1) ...
//   FAULT_DO=WHAT     ... kill, ENOSPC, EIO, EINTR, short (a write of half the bytes), or run (what
//                     FAULT_RUN says, by the shell, before the call is made as it should be)
//   FAULT_EVER=1      and at each one after it; without it only once
//   FAULT_CLOCK=S     time() and clock_gettime(CLOCK_REALTIME) are shifted by S seconds
// A fault that a call cannot have (EINTR of rename, half an fsync) leaves it as it is.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>

namespace {

enum class Fault { None, Kill, Error, Short };
enum class Kind { Write, Sync, Name };

struct Plan {
  // Shared with children: they change the disk in the same run.
  std::atomic<long>* calls = nullptr;
  long at = 0;
  pid_t program = 0;
  int count_fd = -1;
  bool ever = false, kills = false, halves = false;
  int error = 0;
  const char* command = nullptr;
};

const char* value(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? "" : text;
}

Plan make_plan() {
  Plan out;
  void* page = ::mmap(nullptr, sizeof(std::atomic<long>), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  out.calls = new (page) std::atomic<long>(0);
  out.program = ::getpid();
  out.at = std::atol(value("FAULT_AT"));
  out.ever = std::strcmp(value("FAULT_EVER"), "1") == 0;
  const char* what = value("FAULT_DO");
  out.kills = std::strcmp(what, "kill") == 0;
  out.halves = std::strcmp(what, "short") == 0;
  if (std::strcmp(what, "ENOSPC") == 0) out.error = ENOSPC;
  if (std::strcmp(what, "EIO") == 0) out.error = EIO;
  if (std::strcmp(what, "EINTR") == 0) out.error = EINTR;
  if (std::strcmp(what, "run") == 0) out.command = value("FAULT_RUN");
  if (const char* file = value("FAULT_COUNT"); *file != '\0')
    out.count_fd = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  return out;
}

// Made before main(): a function-local static would lock inside a signal or a fork.
Plan plan;
__attribute__((constructor)) void set_up() { plan = make_plan(); }

Fault next(Kind kind) {
  if (plan.calls == nullptr) return Fault::None;
  const long n = ++*plan.calls;
  if (plan.count_fd >= 0) ::syscall(SYS_write, plan.count_fd, "x", 1);
  if (plan.at == 0 || (plan.ever ? n < plan.at : n != plan.at)) return Fault::None;
  if (plan.kills) {
    ::kill(plan.program, SIGKILL);
    ::kill(::getpid(), SIGKILL);  // and a child that checks the index
    for (;;) ::pause();
  }
  if (plan.command != nullptr) {
    const char* command = plan.command;
    plan.command = nullptr;
    ::unsetenv("LD_PRELOAD");
    if (::system(command) != 0) ::_exit(98);
    return Fault::None;
  }
  if (plan.halves) return kind == Kind::Write ? Fault::Short : Fault::None;
  if (plan.error == EINTR && kind != Kind::Write) return Fault::None;
  // Endless EINTR would be an endless loop of a right program: every other call goes through.
  if (plan.error == EINTR && (n - plan.at) % 2 != 0) return Fault::None;
  if (plan.error == 0) return Fault::None;
  errno = plan.error;
  return Fault::Error;
}

template <typename Function>
Function* real(Function*, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool makes(int flags) { return (flags & (O_CREAT | O_TRUNC)) != 0; }

// Pipes and streams are not the disk.
bool is_disk(int fd) {
  struct stat status {};
  return fd > STDERR_FILENO && ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

#define EXPORT extern "C" __attribute__((visibility("default")))
#define REAL(name) static const auto call = real(&::name, #name)
#define NAME_CALL(name, parameters, arguments)      \
  EXPORT int name parameters {                      \
    REAL(name);                                     \
    if (next(Kind::Name) != Fault::None) return -1; \
    return call arguments;                          \
  }

NAME_CALL(rename, (const char* from, const char* to) noexcept, (from, to))
NAME_CALL(renameat, (int a, const char* from, int b, const char* to) noexcept, (a, from, b, to))
NAME_CALL(symlink, (const char* to, const char* path) noexcept, (to, path))
NAME_CALL(symlinkat, (const char* to, int a, const char* path) noexcept, (to, a, path))
NAME_CALL(link, (const char* from, const char* to) noexcept, (from, to))
NAME_CALL(unlink, (const char* path) noexcept, (path))
NAME_CALL(unlinkat, (int a, const char* path, int flags) noexcept, (a, path, flags))
NAME_CALL(rmdir, (const char* path) noexcept, (path))
NAME_CALL(mkdir, (const char* path, mode_t mode) noexcept, (path, mode))
NAME_CALL(mkdirat, (int a, const char* path, mode_t mode) noexcept, (a, path, mode))
NAME_CALL(remove, (const char* path) noexcept, (path))

EXPORT int fsync(int fd) {
  REAL(fsync);
  return next(Kind::Sync) != Fault::None ? -1 : call(fd);
}
EXPORT int fdatasync(int fd) {
  REAL(fdatasync);
  return next(Kind::Sync) != Fault::None ? -1 : call(fd);
}
EXPORT int ftruncate(int fd, off_t size) noexcept {
  REAL(ftruncate);
  return next(Kind::Sync) != Fault::None ? -1 : call(fd, size);
}
EXPORT int ftruncate64(int fd, off64_t size) noexcept {
  REAL(ftruncate64);
  return next(Kind::Sync) != Fault::None ? -1 : call(fd, size);
}

EXPORT ssize_t write(int fd, const void* bytes, size_t size) {
  REAL(write);
  const Fault fault = is_disk(fd) ? next(Kind::Write) : Fault::None;
  if (fault == Fault::Error) return -1;
  return call(fd, bytes, fault == Fault::Short && size > 1 ? size / 2 : size);
}
EXPORT ssize_t pwrite(int fd, const void* bytes, size_t size, off_t place) {
  REAL(pwrite);
  const Fault fault = is_disk(fd) ? next(Kind::Write) : Fault::None;
  if (fault == Fault::Error) return -1;
  return call(fd, bytes, fault == Fault::Short && size > 1 ? size / 2 : size, place);
}
EXPORT ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t place) {
  REAL(pwrite64);
  const Fault fault = is_disk(fd) ? next(Kind::Write) : Fault::None;
  if (fault == Fault::Error) return -1;
  return call(fd, bytes, fault == Fault::Short && size > 1 ? size / 2 : size, place);
}

#define OPEN_CALL(name, parameters, arguments)                      \
  EXPORT int name parameters {                                      \
    REAL(name);                                                     \
    va_list list;                                                   \
    va_start(list, flags);                                          \
    const mode_t mode = makes(flags) ? va_arg(list, mode_t) : 0;    \
    va_end(list);                                                   \
    if (makes(flags) && next(Kind::Name) != Fault::None) return -1; \
    return call arguments;                                          \
  }
OPEN_CALL(open, (const char* path, int flags, ...), (path, flags, mode))
OPEN_CALL(open64, (const char* path, int flags, ...), (path, flags, mode))
OPEN_CALL(openat, (int a, const char* path, int flags, ...), (a, path, flags, mode))
OPEN_CALL(openat64, (int a, const char* path, int flags, ...), (a, path, flags, mode))

EXPORT time_t time(time_t* out) noexcept {
  timespec now{};
  ::syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
  const time_t shifted = now.tv_sec + std::atol(value("FAULT_CLOCK"));
  if (out != nullptr) *out = shifted;
  return shifted;
}
EXPORT int clock_gettime(clockid_t clock, timespec* out) noexcept {
  const auto status = static_cast<int>(::syscall(SYS_clock_gettime, clock, out));
  if (status == 0 && clock == CLOCK_REALTIME) out->tv_sec += std::atol(value("FAULT_CLOCK"));
  return status;
}
