// SPDX-License-Identifier: GPL-2.0-or-later
// The list of generations from their manifests, and the way back to one of them.
#include "store/generation_list.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <system_error>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/schema.hpp"
#include "store/stemmers.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

void read_manifest(const fs::path& directory, ListedGeneration& out) {
  const Descriptor handle(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!handle) return;
  const auto manifest = read_at(handle, kManifestFile, kManifestMost);
  const auto profiles = read_at(handle, kProfilesFile, kProfilesMost);
  if (!manifest || !profiles) return;
  auto parsed = parse_manifest(*manifest);
  // Files of another generation do not make this one, though all their digests fit.
  if (!parsed || generation_name(*parsed) != directory.filename().string()) return;
  if (!parse_profiles(*profiles, *parsed)) return;
  out.manifest = std::move(*parsed);
  out.readable = true;
}

void compare(const ListedGeneration& older, ListedGeneration& newer) {
  std::map<std::string_view, std::string_view> before;
  for (const ManifestProfile& profile : older.manifest.profiles)
    before.emplace(profile.id, profile.sha256);
  for (const ManifestProfile& profile : newer.manifest.profiles) {
    const auto found = before.find(profile.id);
    if (found == before.end()) {
      newer.added.push_back(profile.id);
      continue;
    }
    if (found->second != profile.sha256) newer.changed.push_back(profile.id);
    before.erase(found);
  }
  for (const auto& [id, hash] : before) newer.removed.emplace_back(id);
  std::ranges::sort(newer.added);
  std::ranges::sort(newer.changed);
  newer.other_program = older.manifest.schema != newer.manifest.schema ||
                        older.manifest.fingerprint != newer.manifest.fingerprint;
  newer.other_rules = older.manifest.rules != newer.manifest.rules;
}

std::string list_command(const fs::path& index) {
  return "idsearch-index generations --index " + shell_quoted(index.string());
}

const ListedGeneration& meant(const fs::path& index, const std::vector<ListedGeneration>& list,
                              std::string_view wanted) {
  const std::string see = "See: " + list_command(index);
  const ListedGeneration* found = nullptr;
  bool behind_current = std::ranges::none_of(list, &ListedGeneration::current);
  for (const ListedGeneration& each : list) {
    if (wanted.empty()) {
      if (behind_current && each.readable) return each;
      behind_current = behind_current || each.current;
      continue;
    }
    const bool is_it = each.name == wanted || each.name.substr(0, each.name.find('-')) == wanted ||
                       std::to_string(generation_number(each.name)) == wanted ||
                       each.name.substr(each.name.find('-') + 1) == wanted;
    if (!is_it) continue;
    if (found != nullptr)
      throw Error(ErrorCode::Usage, "several generations are meant by " + std::string(wanted), see);
    found = &each;
  }
  if (found != nullptr) return *found;
  throw Error(ErrorCode::Usage,
              wanted.empty() ? std::string("there is no older generation to go back to")
                             : "there is no generation " + std::string(wanted),
              see);
}

void check_serves(const fs::path& index, const ListedGeneration& generation) {
  const Manifest& manifest = generation.manifest;
  if (manifest.schema == kSchema && manifest.fingerprint == index_fingerprint()) return;
  throw Error(ErrorCode::Incompatible,
              "generation " + generation.name + " was made by another version of the program",
              "Choose another, or go back with that version: " + list_command(index));
}

// "manifest.json" or "profiles.json", whichever makes the generation unreadable.
std::string unreadable_file(const fs::path& directory) {
  const Descriptor handle(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  const auto bytes = handle ? read_at(handle, kManifestFile, kManifestMost) : std::nullopt;
  const auto manifest = bytes ? parse_manifest(*bytes) : std::nullopt;
  const bool is_right = manifest && generation_name(*manifest) == directory.filename().string();
  return is_right ? kProfilesFile : kManifestFile;
}

std::vector<std::string> faults_in(const fs::path& directory, const ListedGeneration& generation) {
  if (!generation.readable) return {unreadable_file(directory) + " is not what was written"};
  const std::string name = kIndexFile;
  const fs::path path = directory / name;
  // Not waiting for a pipe that was put in its place.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
    return {name + " cannot be read"};
  std::vector<std::string> out;
  const Manifest& manifest = generation.manifest;
  if (static_cast<std::uint64_t>(status.st_size) != manifest.index_bytes) {
    out.push_back(name + " has " + std::to_string(status.st_size) + " bytes instead of " +
                  std::to_string(manifest.index_bytes));
  } else if (sha256_of_file(file.get()) != manifest.index_sha256) {
    out.push_back(name + " does not have the digest that it was written with");
  }
  const Descriptor handle(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!manifest.blocks_xxh3.empty() && !block_digests_of(handle, manifest))
    out.push_back(std::string(kBlocksFile) + " is not what was written");
  // What stands in one of another schema is not for this program to judge.
  if (manifest.schema != kSchema) return out;
  if (std::string fault = fault_of(path, manifest); !fault.empty())
    out.push_back(name + ": " + std::move(fault));
  return out;
}

}  // namespace

std::vector<ListedGeneration> list_generations(const fs::path& index) {
  std::error_code error;
  const std::string current = fs::read_symlink(index / kCurrentLink, error).filename().string();
  std::vector<ListedGeneration> out;
  const fs::path home = index / kGenerationsDir;
  for (fs::directory_iterator it(home, error), end; !error && it != end; it.increment(error)) {
    ListedGeneration next;
    next.name = it->path().filename().string();
    if (generation_number(next.name) == 0) continue;
    next.current = next.name == current;
    read_manifest(it->path(), next);
    out.push_back(std::move(next));
  }
  std::ranges::sort(out, [](const ListedGeneration& a, const ListedGeneration& b) {
    const std::uint64_t x = generation_number(a.name), y = generation_number(b.name);
    return x != y ? x > y : a.name > b.name;
  });
  ListedGeneration* older = nullptr;
  for (auto each = out.rbegin(); each != out.rend(); ++each) {
    if (!each->readable) continue;
    each->oldest = older == nullptr;
    if (older != nullptr) compare(*older, *each);
    older = &*each;
  }
  return out;
}

std::vector<ListedGeneration> listed_or_no_index(const fs::path& index) {
  auto list = list_generations(index);
  if (!list.empty()) return list;
  open_current(index.string());  // throws, with the reason
  throw Error(ErrorCode::NoIndex, "no index at " + index.string(),
              "Make one: " + run_command(index.string()));
}

std::vector<std::string> faults_of(const fs::path& index, const ListedGeneration& generation) {
  const fs::path directory = index / kGenerationsDir / generation.name;
  auto out = faults_in(directory, generation);
  // A run removes old generations by renaming them first: then what is missing is no damage.
  std::error_code error;
  if (!fs::exists(directory, error)) out.clear();
  return out;
}

std::string roll_back(const fs::path& index, std::string_view wanted) {
  const auto list = listed_or_no_index(index);
  const ListedGeneration& target = meant(index, list, wanted);
  if (target.readable) check_serves(index, target);
  if (const auto faults = faults_of(index, target); !faults.empty())
    throw Error(ErrorCode::Integrity, "generation " + target.name + " is damaged: " + faults[0],
                "Choose another: " + list_command(index));
  if (!target.current) switch_current(index, target.name);
  return target.name;
}

}  // namespace idsearch::store
