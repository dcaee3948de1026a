// SPDX-License-Identifier: GPL-2.0-or-later
// The few things asked of the file system: descriptors that close themselves, whole files read and
// written, and syncing, so that a rename never goes ahead of the bytes it publishes.
#ifndef IDSEARCH_STORE_FILES_HPP
#define IDSEARCH_STORE_FILES_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "store/block_digests.hpp"

namespace idsearch::store {

/// Sole owner of a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  /// Hands the descriptor over to the caller.
  int release() { return std::exchange(fd_, -1); }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  void close();
  int fd_ = -1;
};

/// The system's words for an errno value: "No space left on device".
std::string system_message(int error);

/// Throws Error{CannotWrite}: "cannot ACTION PATH: system's words".
[[noreturn]] void throw_cannot_write(std::string_view action, const std::filesystem::path& path,
                                     int error);

/// The last name of what a symbolic link leads to; empty when it is none, cannot be read or leads
/// to a path that ends in a slash.
std::string name_behind(const std::string& link);

/// All that is left to read, but `most` bytes at most; nullopt with errno set when reading fails.
std::optional<std::string> read_all(int fd, std::size_t most = static_cast<std::size_t>(-1));

/// Makes a file, which must not be there yet, and opens it for writing. Throws Error{CannotWrite}.
Descriptor create_file(const std::filesystem::path& file);

/// Writes all bytes behind what is written already; `file` is for the message. Throws
/// Error{CannotWrite}.
void write_all(const Descriptor& to, const std::filesystem::path& file, std::string_view bytes);

/// The same at a place of the file.
void write_all_at(const Descriptor& to, const std::filesystem::path& file, std::uint64_t place,
                  std::string_view bytes);

/// Makes a file with these bytes and syncs it. Throws Error{CannotWrite}.
void write_synced(const std::filesystem::path& file, std::string_view bytes);

/// Syncs a file or a directory (its names). Throws Error{CannotWrite}.
void sync_path(const std::filesystem::path& path);

/// SHA-256 of a whole open file, whose read position stays where it is; nullopt with errno set when
/// reading fails.
std::optional<std::string> sha256_of_file(int fd);

/// The same with XXH3 (64 bits, 16 hexadecimal digits), which keeps up with memory: against damage,
/// not against malice. `blocks`, if given, gets all of them, too.
std::optional<std::string> xxh3_of_file(int fd, BlockDigester* blocks = nullptr);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_FILES_HPP
