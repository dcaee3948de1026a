// SPDX-License-Identifier: GPL-2.0-or-later
// How a generation comes into force and goes: lock, scratch, publish, prune. Every step leaves
// either the old or the new generation in force, whatever moment the machine stops at.
#include "store/generation.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <system_error>
#include <thread>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/files.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/stamp.hpp"
#include "store/xxh3.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratchPrefix = ".build-";
constexpr std::string_view kTrashPrefix = ".trash-";
constexpr const char* kNewCurrentLink = "current.tmp";
// How often a held lock is tried again: not noticed by a waiting person, nor by the processor.
constexpr std::chrono::milliseconds kLockPoll{50};

// Where it cannot be (a directory may be written to and not read), the machine's own time does it.
void try_to_sync(const fs::path& directory) {
  if (const Descriptor handle{::open(directory.c_str(), O_RDONLY | O_CLOEXEC)})
    ::fsync(handle.get());
}

// The names of new directories are on the disk before anything in them is said to be published.
void make_directories(const fs::path& path) {
  std::error_code error;
  std::vector<fs::path> parents;
  for (fs::path at = fs::absolute(path).lexically_normal();
       at.has_relative_path() && !fs::exists(at, error); at = at.parent_path())
    parents.push_back(at.parent_path());
  fs::create_directories(path, error);
  if (fs::path file = path;
      error == std::errc::not_a_directory || error == std::errc::file_exists) {
    while (file.has_relative_path() && !fs::exists(file, error)) file = file.parent_path();
    if (fs::exists(file, error) && !fs::is_directory(file, error))
      throw Error(ErrorCode::CannotWrite,
                  "cannot make an index at " + path.string() + ": " +
                      (file == path ? "it" : file.string()) + " is a file",
                  "Name a directory: one that is an index, or one that can be made.");
    error = std::make_error_code(std::errc::not_a_directory);
  }
  if (error || !fs::is_directory(path, error))
    throw_cannot_write("make directory", path, error ? error.value() : ENOTDIR);
  for (const fs::path& parent : parents) try_to_sync(parent);
}

void rename_path(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_cannot_write("rename", from, errno);
}

std::vector<std::string> names_in(const fs::path& directory) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
    out.push_back(it->path().filename().string());
  std::ranges::sort(out);
  return out;
}

// A generation holds nothing but its own files: remains of the build that could not be removed when
// it was their time are removed now, or nothing is published.
void remove_all_but_index(const fs::path& scratch) {
  for (const std::string& name : names_in(scratch)) {
    if (name == kIndexFile) continue;
    std::error_code error;
    fs::remove_all(scratch / name, error);
    if (error) throw_cannot_write("remove", scratch / name, error.value());
  }
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

void remove_leftovers(const fs::path& index) {
  for (const std::string& name : names_in(index)) {
    std::error_code ignored;  // what cannot be removed now is tried again by the next run
    if (name.starts_with(kScratchPrefix) || name.starts_with(kTrashPrefix))
      fs::remove_all(index / name, ignored);
  }
}

WriteLock::WriteLock(const fs::path& index, double timeout_seconds,
                     const std::function<bool()>& cancelled) {
  make_directories(index);
  const fs::path file = index / "lock";
  Descriptor fd(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  // An existing lock can be held without the right to write: then "unchanged" is still an answer.
  if (!fd && (errno == EROFS || errno == EACCES)) {
    const int reason = errno;
    fd = Descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd) throw_cannot_write("create", file, reason);
  }
  if (!fd) throw_cannot_write("create", file, errno);
  const auto start = std::chrono::steady_clock::now();
  while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) throw_cannot_write("lock", file, errno);
    const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - start;
    if (waited.count() >= timeout_seconds || (cancelled && cancelled()))
      throw Error(ErrorCode::Locked, "index " + index.string() + " is locked by another writer",
                  "Wait until it has finished, or give --lock-timeout SECONDS.");
    std::this_thread::sleep_for(kLockPoll);
  }
  fd_ = fd.release();
}

WriteLock::~WriteLock() {
  if (fd_ >= 0) ::close(fd_);
}

Scratch::Scratch(const fs::path& index) {
  remove_leftovers(index);
  const std::string stem = std::string(kScratchPrefix) + std::to_string(::getpid()) + "-";
  for (int n = 1;; ++n) {
    path_ = index / (stem + std::to_string(n));
    if (::mkdir(path_.c_str(), 0777) == 0) return;
    if (errno != EEXIST) throw_cannot_write("make directory", path_, errno);
  }
}

Scratch::~Scratch() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::optional<Manifest> current_manifest(const fs::path& index) {
  try {
    OpenGeneration open = open_current(index.string());
    const auto profiles = read_at(open.directory, kProfilesFile, kProfilesMost);
    if (!profiles || !parse_profiles(*profiles, open.manifest)) return std::nullopt;
    return std::move(open.manifest);
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::vector<ManifestProfile> profiles_of(const fs::path& index, const Manifest& manifest) {
  const fs::path directory = index / kGenerationsDir / generation_name(manifest);
  const Descriptor handle(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!handle) return {};
  const auto list = read_at(handle, kProfilesFile, kProfilesMost);
  Manifest out = manifest;
  if (!list || !parse_profiles(*list, out))
    throw Error(
        ErrorCode::Integrity,
        "index " + index.string() + " is damaged: its list of profiles is not what was written",
        "Build it anew: " + run_command(index.string()));
  return std::move(out.profiles);
}

bool current_is_intact(const fs::path& index, bool may_write) {
  try {
    const OpenGeneration open = open_current(index.string());
    if (!open.manifest.blocks_xxh3.empty() && !block_digests_of(open.directory, open.manifest))
      return false;
    if (!may_write) return sha256_of_file(open.index.get()) == open.manifest.index_sha256;
    return compare_and_stamp(index / kCurrentLink, open.manifest);
  } catch (const Error&) {
    return false;
  }
}

void make_searchable(const Scratch& scratch, Manifest manifest) {
  const fs::path file = scratch.path() / kIndexFile;
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0) throw_cannot_write("read back", file, errno);
  manifest.index_bytes = static_cast<std::uint64_t>(status.st_size);
  const auto fast = xxh3_of_file(fd.get());
  if (!fast) throw_cannot_write("read back", file, errno);
  manifest.index_xxh3 = *fast;
  write_synced(scratch.path() / kManifestFile, manifest_json(manifest));
  const fs::path link = scratch.path() / kCurrentLink;
  if (::symlink(".", link.c_str()) != 0) throw_cannot_write("make link", link, errno);
}

void publish(const fs::path& index, Scratch& scratch, Manifest& manifest) {
  const fs::path generations = index / kGenerationsDir;
  make_directories(generations);
  std::uint64_t last = 0;
  for (const std::string& name : names_in(generations))
    last = std::max(last, generation_number(name));
  manifest.number = last + 1;
  manifest.created = utc_now();
  remove_all_but_index(scratch.path_);

  const fs::path file = scratch.path_ / kIndexFile;
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0) throw_cannot_write("read back", file, errno);
  manifest.index_bytes = static_cast<std::uint64_t>(status.st_size);
  const auto digest = sha256_of_file(fd.get());
  if (!digest) throw_cannot_write("read back", file, errno);
  manifest.index_sha256 = *digest;
  BlockDigester blocks;
  const auto fast = xxh3_of_file(fd.get(), &blocks);
  if (!fast) throw_cannot_write("read back", file, errno);
  manifest.index_xxh3 = *fast;
  manifest.blocks_xxh3 = xxh3_digits(xxh3_of(blocks.bytes()));

  if (::fsync(fd.get()) != 0) throw_cannot_write("sync", file, errno);
  write_synced(scratch.path_ / kBlocksFile, blocks.bytes());
  write_synced(scratch.path_ / kProfilesFile, profiles_json(manifest));
  write_synced(scratch.path_ / kManifestFile, manifest_json(manifest));
  // Renaming the directory leaves the file's inode and time of change as they are.
  write_stamp(scratch.path_, status, manifest);
  sync_path(scratch.path_);

  const std::string name = generation_name(manifest);
  rename_path(scratch.path_, generations / name);
  // From here the directory is a complete generation, in force or not: it is not scratch any more.
  scratch.path_.clear();
  sync_path(generations);

  try {
    switch_current(index, name);
  } catch (const Error&) {
    std::error_code ignored;
    fs::remove_all(generations / name, ignored);
    throw;
  }
}

void switch_current(const fs::path& index, const std::string& name) {
  const fs::path new_link = index / kNewCurrentLink;
  ::unlink(new_link.c_str());
  const fs::path target = fs::path(kGenerationsDir) / name;
  try {
    if (::symlink(target.c_str(), new_link.c_str()) != 0)
      throw_cannot_write("make link", new_link, errno);
    rename_path(new_link, index / kCurrentLink);
  } catch (const Error&) {
    ::unlink(new_link.c_str());
    throw;
  }
  // The other generation serves now. If the machine stops before the link is on the disk, the one
  // before does: also a whole one. So a failing sync is no reason to say that switching failed.
  try_to_sync(index);
}

void prune(const fs::path& index, std::size_t keep) {
  const fs::path generations = index / kGenerationsDir;
  std::error_code error;
  const std::string current = fs::read_symlink(index / kCurrentLink, error).filename().string();
  std::vector<std::string> names;
  for (std::string& name : names_in(generations))
    if (generation_number(name) != 0) names.push_back(std::move(name));
  std::ranges::sort(names, [](const std::string& a, const std::string& b) {
    return generation_number(a) != generation_number(b)
               ? generation_number(a) > generation_number(b)
               : a > b;
  });
  for (std::size_t i = std::max<std::size_t>(keep, 1); i < names.size(); ++i) {
    if (names[i] == current) continue;
    const fs::path trash = index / (std::string(kTrashPrefix) + names[i]);
    rename_path(generations / names[i], trash);
    fs::remove_all(trash, error);
  }
}

}  // namespace idsearch::store
