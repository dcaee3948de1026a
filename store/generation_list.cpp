// SPDX-License-Identifier: GPL-2.0-or-later
// The list of generations from their manifests, and the way back to one of them.
#include "store/generation_list.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>
#include <system_error>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// The number before the dash; 0 when the name is no generation's.
std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 0;
  const char* end = name.data() + name.size();
  const auto [at, error] = std::from_chars(name.data(), end, number);
  return error == std::errc() && at != end && *at == '-' ? number : 0;
}

void read_manifest(const fs::path& directory, ListedGeneration& out) {
  const Descriptor handle(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!handle) return;
  const auto manifest = read_at(handle, kManifestFile);
  const auto profiles = read_at(handle, kProfilesFile);
  if (!manifest || !profiles) return;
  auto parsed = parse_manifest(*manifest);
  if (!parsed || !parse_profiles(*profiles, *parsed)) return;
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
}

const ListedGeneration& meant(const std::vector<ListedGeneration>& list, std::string_view wanted) {
  const std::string see = "See: idsearch-index generations";
  const ListedGeneration* found = nullptr;
  bool behind_current = false;
  for (const ListedGeneration& each : list) {
    if (wanted.empty()) {
      if (behind_current && each.readable) return each;
      behind_current = behind_current || each.current;
      continue;
    }
    const bool is_it = each.name == wanted || each.name.substr(0, each.name.find('-')) == wanted ||
                       std::to_string(number_of(each.name)) == wanted ||
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

void check_bytes(const fs::path& directory, const ListedGeneration& generation) {
  const Descriptor file(::open((directory / kIndexFile).c_str(), O_RDONLY | O_CLOEXEC));
  if (generation.readable && file && sha256_of_file(file.get()) == generation.manifest.index_sha256)
    return;
  throw Error(ErrorCode::Integrity, "generation " + generation.name + " is damaged",
              "Choose another: idsearch-index generations");
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
    if (number_of(next.name) == 0) continue;
    next.current = next.name == current;
    read_manifest(it->path(), next);
    out.push_back(std::move(next));
  }
  std::ranges::sort(out, [](const ListedGeneration& a, const ListedGeneration& b) {
    const std::uint64_t x = number_of(a.name), y = number_of(b.name);
    return x != y ? x > y : a.name > b.name;
  });
  const ListedGeneration* older = nullptr;
  for (auto each = out.rbegin(); each != out.rend(); ++each) {
    if (!each->readable) continue;
    if (older != nullptr) compare(*older, *each);
    older = &*each;
  }
  return out;
}

std::string roll_back(const fs::path& index, std::string_view wanted) {
  const auto list = list_generations(index);
  if (list.empty())
    throw Error(ErrorCode::NoIndex, "no index at " + index.string(),
                "Build it: " + run_command(index.string()));
  const ListedGeneration& target = meant(list, wanted);
  check_bytes(index / kGenerationsDir / target.name, target);
  if (target.current) return target.name;
  const fs::path link = index / "current.tmp";
  ::unlink(link.c_str());
  const fs::path to = fs::path(kGenerationsDir) / target.name;
  if (::symlink(to.c_str(), link.c_str()) != 0) throw_cannot_write("make link", link, errno);
  if (::rename(link.c_str(), (index / kCurrentLink).c_str()) != 0) {
    const int reason = errno;
    ::unlink(link.c_str());
    throw_cannot_write("rename", link, reason);
  }
  // It serves now; as after publishing, a failing sync is no reason to say that nothing happened.
  if (const Descriptor root{::open(index.c_str(), O_RDONLY | O_CLOEXEC)}) ::fsync(root.get());
  return target.name;
}

}  // namespace idsearch::store
