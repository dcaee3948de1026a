// SPDX-License-Identifier: GPL-2.0-or-later
// Taking hold of the generation in force: `current` is resolved once, and everything else is
// opened from that one directory handle, so that a switch in between cannot mix two generations.
#ifndef IDSEARCH_STORE_OPEN_GENERATION_HPP
#define IDSEARCH_STORE_OPEN_GENERATION_HPP

#include <cstddef>
#include <optional>
#include <string>

#include "store/files.hpp"
#include "store/generation.hpp"

namespace idsearch::store {

inline constexpr const char* kIndexFile = "index.glass";
inline constexpr const char* kManifestFile = "manifest.json";
inline constexpr const char* kProfilesFile = "profiles.json";
inline constexpr const char* kCurrentLink = "current";
inline constexpr const char* kGenerationsDir = "generations";

/// Files of one generation, opened from a directory handle.
struct OpenGeneration {
  Descriptor directory;
  Descriptor index;
  Manifest manifest;  ///< without profiles
};

/// Opens the generation in force of the index directory `path` and compares the file's size with
/// the manifest, and the manifest's name with the directory's. Throws Error{NoIndex} when nothing
/// is there, Error{Integrity} when it is damaged.
OpenGeneration open_current(const std::string& path);

/// The digests of a generation's blocks, from its directory; nullopt when there are none (earlier
/// programs wrote none) or they are not what was written.
std::optional<BlockDigests> block_digests_of(const Descriptor& directory, const Manifest& manifest);

/// More than a manifest has (1 KiB), and than a list of profiles (200 bytes each): a huge file in
/// the place of one must not fill memory.
inline constexpr std::size_t kManifestMost = std::size_t{1} << 20;
inline constexpr std::size_t kProfilesMost = std::size_t{1} << 28;

/// The bytes of a regular file below a directory handle, but `most` at most; nullopt when it cannot
/// be read or is none.
std::optional<std::string> read_at(const Descriptor& directory, const char* name, std::size_t most);

/// "idsearch-index run --corpus DIR --index PATH", the path quoted for a shell where needed.
std::string run_command(const std::string& path);

/// A path as a shell reads it back: in single quotes unless all of it is harmless.
std::string shell_quoted(const std::string& path);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_OPEN_GENERATION_HPP
