// SPDX-License-Identifier: GPL-2.0-or-later
// One passage after the other into a segment, and segments into one file.
#include "store/segment_writer.hpp"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <system_error>
#include <thread>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/glass_entries.hpp"
#include "store/glass_file.hpp"
#include "store/glass_lists.hpp"
#include "store/glass_merge.hpp"
#include "store/inverter.hpp"
#include "store/record_block.hpp"
#include "store/schema.hpp"
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

std::string writing(const fs::path& file) { return "cannot write " + file.string(); }

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

// `task(0)` to `task(count - 1)` by up to `jobs` threads; the first failure is thrown at the end.
void run_side_by_side(std::size_t count, std::size_t jobs,
                      const std::function<void(std::size_t)>& task) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    for (std::size_t i; (i = next++) < count;) {
      try {
        task(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = count;
      }
    }
  };
  std::vector<std::thread> threads;
  try {
    while (threads.size() + 1 < std::min(count, jobs)) threads.emplace_back(run);
  } catch (const std::system_error&) {
    // Fewer do it, too.
  }
  run();
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

std::string_view order_of(const Postings& postings) {
  for (const auto& [slot, value] : postings.values)
    if (slot == kSlotOrder) return value;
  return {};
}

}  // namespace

struct SegmentWriter::Impl {
  fs::path file;
  Descriptor made;  // the file, empty until the end
  std::optional<XapianSegment> by_xapian;
  Inverter inverter;
  RecordPacker records{[this](const std::string& key, const std::string& block) {
    if (by_xapian) {
      by_xapian->set_metadata(key, block);
    } else {
      inverter.set_metadata(key, block);
    }
  }};

  ~Impl() {
    if (!made) return;
    std::error_code ignored;
    fs::remove(file, ignored);
  }
};

SegmentWriter::SegmentWriter(fs::path file, SegmentEngine engine)
    : impl_(std::make_unique<Impl>()) {
  impl_->file = std::move(file);
  if (engine == SegmentEngine::Xapian) {
    guard(Access::Write, writing(impl_->file), [&] { impl_->by_xapian.emplace(impl_->file); });
  } else {
    impl_->made = create_file(impl_->file);
  }
}

SegmentWriter::~SegmentWriter() = default;

SegmentEngine SegmentWriter::best_engine() {
  return xapian_reads_glass_file() ? SegmentEngine::Inverter : SegmentEngine::Xapian;
}

void SegmentWriter::add(const Postings& postings) {
  guard(Access::Write, writing(impl_->file) + ", passage " + postings.id, [&] {
    if (impl_->by_xapian) {
      impl_->by_xapian->add(postings);
    } else {
      impl_->inverter.add(postings);
    }
    impl_->records.add(order_of(postings), postings.record);
  });
}

void SegmentWriter::add_documents(std::string_view segment, std::uint32_t first,
                                  std::uint32_t last) {
  guard(Access::Write, writing(impl_->file), [&] {
    if (impl_->by_xapian)
      throw Error(ErrorCode::Internal, "only the inverter takes documents over");
    impl_->inverter.add_documents(segment, first, last);
    // Records stand in the order of documents, and before everything else.
    std::uint32_t docid = 0;
    for (GlassEntries entries(segment); entries.next();) {
      const GlassKey key = parse_glass_key(entries.key());
      if (key.kind != GlassKey::Kind::Metadata || docid >= last) break;
      for_each_record(entries.tag(), [&](std::string_view profile_id, std::uint32_t number,
                                         std::string_view record) {
        if (++docid >= first && docid <= last)
          impl_->records.add(order_value(profile_id, number), record);
      });
    }
  });
}

void SegmentWriter::finish() {
  guard(Access::Write, writing(impl_->file), [&] {
    impl_->records.finish();
    if (impl_->by_xapian) {
      impl_->by_xapian->finish();
      impl_->by_xapian.reset();
    } else {
      write_all(impl_->made, impl_->file, impl_->inverter.finish());
      impl_->made = Descriptor();
    }
  });
}

namespace {

// Neighbours into one, so that documents keep their order, by several threads.
std::vector<fs::path> merge_groups(const std::vector<fs::path>& inputs, const std::string& name,
                                   const fs::path& file, std::size_t jobs) {
  // About equal in size.
  const std::size_t groups = (inputs.size() + kGroup - 1) / kGroup;
  std::vector<fs::path> out;
  for (std::size_t g = 0; g < groups; ++g) out.push_back(beside(file, name + std::to_string(g)));
  const auto merge_one = [&](std::size_t g) {
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
  run_side_by_side(groups, jobs, merge_one);
  return out;
}

}  // namespace

void merge_segments(const std::vector<fs::path>& segments,
                    const std::map<std::string, std::string>& metadata, const fs::path& file,
                    std::size_t jobs) {
  guard(Access::Write, writing(file), [&] {
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
    first.close();
    for (const fs::path& path : scratch) remove_tree(path);
  });
}

}  // namespace idsearch::store
