// SPDX-License-Identifier: GPL-2.0-or-later
// The checks that stand between a path and an open index, each with a message that says what is
// there instead and which command makes an index.
#include "store/open_generation.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/manifest.hpp"
#include "store/xxh3.hpp"

namespace idsearch::store {
namespace {

[[noreturn]] void throw_no_index(const std::string& path, const std::string& message) {
  throw Error(ErrorCode::NoIndex, message, "Make one: " + run_command(path));
}

/// Making another one is no remedy: it may be there.
[[noreturn]] void throw_unreadable_index(const std::string& path, int reason) {
  throw Error(ErrorCode::NoIndex, "cannot read index " + path + ": " + system_message(reason),
              "See to the permissions of its files and of the directories above, or name another "
              "index.");
}

[[noreturn]] void throw_damaged_index(const std::string& path, const std::string& what) {
  throw Error(ErrorCode::Integrity, "index " + path + " is damaged: " + what,
              "Build it anew: " + run_command(path));
}

Descriptor open_at(const Descriptor& directory, const char* name) {
  // A pipe put in its place must not be waited for.
  return Descriptor(::openat(directory.get(), name, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

// Why `current` could not be opened, in words.
[[noreturn]] void explain_failed_open(const std::string& path, int error) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) throw_no_index(path, "no index at " + path);
    throw_unreadable_index(path, reason);
  }
  if (!S_ISDIR(status.st_mode))
    throw Error(
        ErrorCode::NoIndex,
        path + " is not an index directory (Xapian's own files and stub files are not " + "opened)",
        "It is a file. Name the directory of an index; this makes one: " + run_command("INDEX"));
  const std::string link = path + "/" + kCurrentLink;
  if (::lstat(link.c_str(), &status) == 0 && error == ENOENT)
    throw_no_index(path, "index " + path + " points to a generation that is not there");
  if (error == ENOENT)
    throw_no_index(path, "no index at " + path + ": nothing was published there");
  throw_unreadable_index(path, error);
}

}  // namespace

std::string shell_quoted(const std::string& path) {
  // Single quotes suit every shell; a path of harmless characters stays as it is.
  constexpr std::string_view kHarmless =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@%";
  std::string quoted = path;
  if (path.empty() || path.find_first_not_of(kHarmless) != std::string::npos) {
    quoted = "'";
    for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    quoted += "'";
  }
  return quoted;
}

std::string run_command(const std::string& path) {
  return "idsearch-index run --corpus DIR --index " + shell_quoted(path);
}

std::optional<std::string> read_at(const Descriptor& directory, const char* name,
                                   std::size_t most) {
  const Descriptor file = open_at(directory, name);
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode)) {
    errno = EINVAL;
    return std::nullopt;
  }
  return read_all(file.get(), most);
}

std::optional<BlockDigests> block_digests_of(const Descriptor& directory,
                                             const Manifest& manifest) {
  if (manifest.blocks_xxh3.empty()) return std::nullopt;
  const std::size_t most = BlockDigests::bytes_for(manifest.index_bytes) + 1;
  auto bytes = read_at(directory, kBlocksFile, most);
  if (!bytes || xxh3_digits(xxh3_of(*bytes)) != manifest.blocks_xxh3) return std::nullopt;
  return BlockDigests::parse(*std::move(bytes), manifest.index_bytes);
}

OpenGeneration open_current(const std::string& path) {
  if (path.empty()) throw_no_index("INDEX", "no index is named");
  OpenGeneration out;
  const std::string link = path + "/" + kCurrentLink;
  out.directory = Descriptor(::open(link.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!out.directory) explain_failed_open(path, errno);

  const auto manifest = read_at(out.directory, kManifestFile, kManifestMost);
  if (!manifest && errno == EACCES) throw_unreadable_index(path, EACCES);
  if (!manifest) throw_damaged_index(path, "its manifest cannot be read");
  auto parsed = parse_manifest(*manifest);
  if (!parsed) throw_damaged_index(path, "its manifest is not what was written");
  out.manifest = std::move(*parsed);
  // Where files of another generation were put into the directory of this one, all digests fit.
  // No link: copied with what it leads to.
  const std::string name = name_behind(link);
  if (generation_number(name) != 0 && name != generation_name(out.manifest))
    throw_damaged_index(path, "its files belong to another generation than " + name);

  out.index = open_at(out.directory, kIndexFile);
  if (!out.index && errno == EACCES) throw_unreadable_index(path, EACCES);
  struct stat status {};
  if (!out.index || ::fstat(out.index.get(), &status) != 0 || !S_ISREG(status.st_mode))
    throw_damaged_index(path, "its index file cannot be read");
  if (static_cast<std::uint64_t>(status.st_size) != out.manifest.index_bytes)
    throw_damaged_index(path, "its index file has " + std::to_string(status.st_size) +
                                  " bytes instead of " + std::to_string(out.manifest.index_bytes));
  return out;
}

}  // namespace idsearch::store
