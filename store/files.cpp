// SPDX-License-Identifier: GPL-2.0-or-later
// Plain system calls, repeated when a signal interrupts them.
#include "store/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <memory>
#include <new>
#include <string_view>
#include <system_error>
#include <vector>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/xxh3.hpp"

namespace idsearch::store {
namespace {

// Big enough that system calls do not show beside hashing, small enough for the L2 cache.
constexpr std::size_t kReadBytes = 256 * 1024;
// What is tried where no size is told; a pipe holds 64 KiB.
constexpr std::size_t kFirstChunkBytes = 16 * 1024;

ssize_t read_some(int fd, char* to, std::size_t size) {
  ssize_t got = 0;
  do got = ::read(fd, to, size);
  while (got < 0 && errno == EINTR);
  return got;
}

ssize_t read_some_at(int fd, char* to, std::size_t size, off_t place) {
  ssize_t got = 0;
  do got = ::pread(fd, to, size, place);
  while (got < 0 && errno == EINTR);
  return got;
}

}  // namespace

void Descriptor::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

std::string system_message(int error) { return std::system_category().message(error); }

void throw_cannot_write(std::string_view action, const std::filesystem::path& path, int error) {
  throw Error(ErrorCode::CannotWrite,
              "cannot " + std::string(action) + " " + path.string() + ": " + system_message(error),
              "Check free space and permissions, then run it again.");
}

std::string name_behind(const std::string& link) {
  std::array<char, PATH_MAX> target;
  const ssize_t bytes = ::readlink(link.c_str(), target.data(), target.size());
  if (bytes <= 0 || static_cast<std::size_t>(bytes) == target.size()) return {};
  const std::string_view path(target.data(), static_cast<std::size_t>(bytes));
  return std::string(path.substr(path.rfind('/') + 1));
}

std::optional<std::string> read_all(int fd, std::size_t most) {
  // One byte more than the size that is told, so that the end of the file is seen at once. Memory
  // that is only reserved for larger files costs every cold query its page faults.
  struct stat status {};
  std::string out;
  std::size_t room = ::fstat(fd, &status) == 0 && status.st_size > 0
                         ? static_cast<std::size_t>(status.st_size) + 1
                         : kFirstChunkBytes;
  for (std::size_t size = 0;;) {
    if (size == out.size()) {
      out.resize(std::min(size + room, most));
      room = out.size();  // grows by doubling: pipes, and files that grow while they are read
      if (size == out.size()) return out;
    }
    const ssize_t got = read_some(fd, out.data() + size, out.size() - size);
    if (got < 0) return std::nullopt;
    size += static_cast<std::size_t>(got);
    if (got == 0) {
      out.resize(size);
      out.shrink_to_fit();  // thousands of small files may be held at once
      return out;
    }
  }
}

Descriptor create_file(const std::filesystem::path& file) {
  Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!fd) throw_cannot_write("create", file, errno);
  return fd;
}

void write_all(const Descriptor& to, const std::filesystem::path& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(to.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_cannot_write("write", file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

void write_all_at(const Descriptor& to, const std::filesystem::path& file, std::uint64_t place,
                  std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(to.get(), bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) throw_cannot_write("write", file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
    place += static_cast<std::uint64_t>(put);
  }
}

void write_synced(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!fd) throw_cannot_write("create", file, errno);
  write_all(fd, file, bytes);
  if (::fsync(fd.get()) != 0) throw_cannot_write("sync", file, errno);
}

void sync_path(const std::filesystem::path& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) throw_cannot_write("open", path, errno);
  if (::fsync(fd.get()) != 0) throw_cannot_write("sync", path, errno);
}

std::optional<std::string> sha256_of_file(int fd) {
  std::vector<char> chunk(kReadBytes);
  Sha256 hash;
  for (off_t place = 0;;) {
    const ssize_t got = read_some_at(fd, chunk.data(), chunk.size(), place);
    if (got < 0) return std::nullopt;
    if (got == 0) return hash.hex();
    hash.add({chunk.data(), static_cast<std::size_t>(got)});
    place += got;
  }
}

std::optional<std::string> xxh3_of_file(int fd, BlockDigester* blocks) {
  // In the first cache, and a multiple of what a block has.
  constexpr std::size_t kPiece = 16 * 1024;
  static_assert(kPiece % kIndexBlockBytes == 0);
  Xxh3 digest;
  const std::unique_ptr<char[]> piece(new char[kPiece]);
  std::size_t have = 0;  // of the piece
  for (off_t place = 0;;) {
    const ssize_t got = read_some_at(fd, piece.get() + have, kPiece - have, place);
    if (got < 0) return std::nullopt;
    place += got;
    have += static_cast<std::size_t>(got);
    if (got > 0 && have < kPiece) continue;
    digest.add(piece.get(), have);
    if (blocks != nullptr) blocks->add({piece.get(), have});
    have = 0;
    if (got == 0) return xxh3_digits(digest.value());
  }
}

}  // namespace idsearch::store
