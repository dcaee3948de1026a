// SPDX-License-Identifier: GPL-2.0-or-later
// One passage after the other into a segment, and segments into one file.
#include "store/segment_writer.hpp"

#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/glass_entries.hpp"
#include "store/glass_file.hpp"
#include "store/glass_lists.hpp"
#include "store/inverter.hpp"
#include "store/record_block.hpp"
#include "store/schema.hpp"
#include "store/xapian_guard.hpp"
#include "store/xapian_segment.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// Each input of a merge takes a descriptor of its own, and the usual limit of a process is 1,024.
// More inputs than fit are merged in groups first, which writes everything twice; the bytes are the
// same.
constexpr std::size_t kFewInputs = 50;
constexpr std::size_t kManyInputs = 4096;  // 80,000 profiles; each costs some blocks of memory
constexpr rlim_t kOtherDescriptors = 64;

std::size_t max_merge_inputs() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur <= 2 * kOtherDescriptors)
    return kFewInputs;
  return std::clamp<std::size_t>(limit.rlim_cur - kOtherDescriptors, kFewInputs, kManyInputs);
}

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
  guard(Access::Write, what(impl_->file), [&] {
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

void merge_segments(const std::vector<fs::path>& segments,
                    const std::map<std::string, std::string>& metadata, const fs::path& file) {
  guard(Access::Write, writing(file), [&] {
    std::vector<fs::path> scratch;
    std::vector<fs::path> inputs = segments;
    // Neighbours first, so that documents keep their order. The groups are of about equal size.
    const std::size_t most = max_merge_inputs();
    for (int step = 1; inputs.size() > most; ++step) {
      const std::size_t groups = (inputs.size() + most - 1) / most;
      std::vector<fs::path> merged;
      for (std::size_t g = 0; g < groups; ++g) {
        Xapian::Database group;
        for (std::size_t i = inputs.size() * g / groups; i < inputs.size() * (g + 1) / groups; ++i)
          group.add_database(Xapian::Database(inputs[i].string()));
        merged.push_back(beside(file, ".merge-" + std::to_string(step) + "-" + std::to_string(g)));
        compact(group, merged.back());
        scratch.push_back(merged.back());
      }
      inputs = std::move(merged);
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
