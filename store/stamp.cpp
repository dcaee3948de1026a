// SPDX-License-Identifier: GPL-2.0-or-later
// One line, compared as a whole: whatever was changed in it, or about the file, makes it another.
#include "store/stamp.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <string>
#include <system_error>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/open_generation.hpp"

namespace idsearch::store {
namespace {

// A copied index has other inodes and times; one on a disk image copied byte by byte mostly another
// device. The digest ties the line to this manifest.
std::string stamp_of(const struct stat& file, const Manifest& manifest) {
  std::array<char, 160> numbers{};
  std::snprintf(numbers.data(), numbers.size(), "%llx %llx %llu %lld.%09ld ",
                static_cast<unsigned long long>(file.st_dev),
                static_cast<unsigned long long>(file.st_ino),
                static_cast<unsigned long long>(file.st_size),
                static_cast<long long>(file.st_ctim.tv_sec), file.st_ctim.tv_nsec);
  return "idsearch.stamp/1 " + std::string(numbers.data()) + manifest.index_sha256 + "\n";
}

}  // namespace

bool has_bytes_of(int index, const Manifest& manifest) {
  // A manifest of an earlier program has no fast digest.
  if (manifest.index_xxh3.empty()) return sha256_of_file(index) == manifest.index_sha256;
  return xxh3_of_file(index) == manifest.index_xxh3;
}

bool is_stamped(const Descriptor& directory, int index, const Manifest& manifest) {
  struct stat status {};
  if (::fstat(index, &status) != 0) return false;
  const std::string expected = stamp_of(status, manifest);
  return read_at(directory, kStampFile, expected.size() + 1) == expected;
}

void write_stamp(const std::filesystem::path& directory, const struct stat& compared,
                 const Manifest& manifest) {
  const std::filesystem::path aside = directory / (std::string(kStampFile) + ".tmp");
  std::error_code failed, ignored;
  try {
    write_synced(aside, stamp_of(compared, manifest));
    std::filesystem::rename(aside, directory / kStampFile, failed);
    if (!failed) return;
  } catch (const Error&) {
    // Below, as for a failed rename.
  }
  std::filesystem::remove(aside, ignored);
}

bool compare_and_stamp(const std::filesystem::path& directory, const Manifest& manifest) {
  const Descriptor index(::open((directory / kIndexFile).c_str(), O_RDONLY | O_CLOEXEC));
  struct stat before {};
  if (!index || ::fstat(index.get(), &before) != 0) return false;
  if (sha256_of_file(index.get()) != manifest.index_sha256) return false;
  const Descriptor place(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!place || is_stamped(place, index.get(), manifest)) return true;
  write_stamp(directory, before, manifest);
  return true;
}

}  // namespace idsearch::store
