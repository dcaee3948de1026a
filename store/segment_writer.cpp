// SPDX-License-Identifier: GPL-2.0-or-later
// One passage after the other into a segment.
#include "store/segment_writer.hpp"

#include <optional>
#include <system_error>
#include <utility>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/glass_file.hpp"
#include "store/inverter.hpp"
#include "store/record_block.hpp"
#include "store/schema.hpp"
#include "store/xapian_guard.hpp"
#include "store/xapian_segment.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

std::string writing(const fs::path& file) { return "cannot write " + file.string(); }

}  // namespace

struct SegmentWriter::Impl {
  fs::path file;
  Descriptor made;  // the file, empty until the end
  std::optional<XapianSegment> by_xapian;
  Inverter inverter;
  RecordPacker records{[this](std::uint32_t passage, const std::string& value) {
    if (by_xapian) {
      by_xapian->set_value(passage, kSlotRecords, value);
    } else {
      inverter.set_value(passage, kSlotRecords, value);
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
    impl_->records.add(postings.record);
  });
}

void SegmentWriter::add_documents(std::string_view segment, std::uint32_t first,
                                  std::uint32_t last) {
  guard(Access::Write, writing(impl_->file), [&] {
    if (impl_->by_xapian)
      throw Error(ErrorCode::Internal, "only the inverter takes documents over");
    bool is_over = false;
    impl_->inverter.add_documents(
        segment, first, last, [&](std::uint32_t block_end, std::string_view value) {
          if (is_over || block_end < first) return;
          for_each_record(value, block_end, [&](std::uint32_t passage, std::string_view record) {
            if (first <= passage && passage <= last) impl_->records.add(record);
            is_over = passage >= last;
          });
        });
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

}  // namespace idsearch::store
