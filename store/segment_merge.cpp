// SPDX-License-Identifier: GPL-2.0-or-later
// Neighbours are joined first (store/glass_merge); Xapian's compaction has the last word.
#include "store/segment_merge.hpp"

#include <xapian.h>

#include <span>
#include <system_error>

#include "store/glass_file.hpp"
#include "store/glass_head.hpp"
#include "store/glass_merge.hpp"
#include "store/schema.hpp"
#include "store/workers.hpp"
#include "store/xapian_guard.hpp"
#include "store/xapian_segment.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// How many segments are merged into one. Fixed, since lists are cut where merged segments end: the
// index must not depend on the machine. Each takes 64 KiB of memory.
constexpr std::size_t kGroup = 128;
// How many of these Xapian merges at most: each takes a descriptor of its own, and the usual limit
// of a process is 1,024. Enough for 57,000 profiles, beyond which everything is written once more.
constexpr std::size_t kMostForXapian = 32;

void compact(const Xapian::Database& from, const fs::path& file) {
  Xapian::Database(from).compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE);
}

void remove_tree(const fs::path& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

fs::path beside(const fs::path& file, const std::string& suffix) {
  return file.parent_path() / (file.filename().string() + suffix);
}

// Neighbours into one, so that documents keep their order, by several threads.
std::vector<fs::path> merge_groups(const std::vector<fs::path>& inputs, const std::string& name,
                                   const fs::path& file, std::size_t jobs) {
  // About equal in size.
  const std::size_t groups = (inputs.size() + kGroup - 1) / kGroup;
  std::vector<fs::path> out;
  for (std::size_t g = 0; g < groups; ++g) out.push_back(beside(file, name + std::to_string(g)));
  const auto merge_one = [&](std::size_t, std::size_t g) {
    const std::size_t begin = inputs.size() * g / groups, end = inputs.size() * (g + 1) / groups;
    const std::span<const fs::path> group(inputs.data() + begin, end - begin);
    if (xapian_reads_glass_file()) {
      merge_glass_files(group, out[g]);
      return;
    }
    Xapian::Database all;
    for (const fs::path& input : group) all.add_database(Xapian::Database(input.string()));
    compact(all, out[g]);
  };
  run_in_workers(groups, worker_count(jobs, groups), merge_one, {});
  return out;
}

}  // namespace

void merge_segments(const std::vector<fs::path>& segments,
                    const std::map<std::string, std::string>& metadata, const fs::path& file,
                    std::size_t jobs) {
  guard(Access::Write, "cannot write " + file.string(), [&] {
    std::vector<fs::path> scratch;
    std::vector<fs::path> inputs = segments;
    const std::size_t most = xapian_reads_glass_file() ? 1 : kMostForXapian;
    for (int step = 1; inputs.size() > (step == 1 ? most : kMostForXapian); ++step) {
      inputs = merge_groups(inputs, ".merge-" + std::to_string(step) + "-", file, jobs);
      scratch.insert(scratch.end(), inputs.begin(), inputs.end());
    }
    // The first input's metadata wins (engine-facts 9): an empty database brings it.
    const fs::path head = beside(file, ".metadata");
    scratch.push_back(head);
    Xapian::WritableDatabase first(head.string(), kScratchDatabaseFlags);
    for (const auto& [key, value] : metadata) first.set_metadata(key, value);
    first.commit();
    Xapian::Database all(first);
    for (const fs::path& input : inputs) all.add_database(Xapian::Database(input.string()));
    compact(all, file);
    if (xapian_reads_glass_file()) shrink_empty_tables(file);
    first.close();
    for (const fs::path& path : scratch) remove_tree(path);
  });
}

}  // namespace idsearch::store
