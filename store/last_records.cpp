// SPDX-License-Identifier: GPL-2.0-or-later
// Unlike store/reader: the analyser does not matter, as only records are read, never terms of
// words; and what cannot be read is no error. All bytes are compared with their digest before.
#include "store/last_records.hpp"

#include <xapian.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "store/open_generation.hpp"
#include "store/record_block.hpp"
#include "store/schema.hpp"
#include "store/stamp.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::store {

struct LastRecords::Impl {
  std::filesystem::path index;
  std::mutex mutex;
  bool is_tried = false;
  std::optional<Xapian::Database> database;
  std::optional<RecordBlocks> records;

  void open() {
    if (std::exchange(is_tried, true)) return;
    OpenGeneration generation = open_current(index.string());
    if (generation.manifest.schema != kSchema) return;
    if (!has_bytes_of(generation.index.get(), generation.manifest)) return;
    database.emplace(generation.index.release());
    records.emplace(*database);
  }

  std::vector<PassageRecord> read(const std::string& id) {
    const std::string term = filter_term(kProfile, id);
    std::vector<std::pair<std::string, Xapian::docid>> places;
    for (auto it = database->postlist_begin(term); it != database->postlist_end(term); ++it)
      places.emplace_back(database->get_document(*it).get_value(kSlotOrder), *it);
    std::ranges::sort(places);
    std::vector<PassageRecord> out;
    for (const auto& [order, docid] : places)
      if (PassageRecord record = records->at(docid); record.profile_id == id)
        out.push_back(std::move(record));
    return out;
  }
};

LastRecords::LastRecords(std::filesystem::path index) : impl_(std::make_unique<Impl>()) {
  impl_->index = std::move(index);
}

LastRecords::~LastRecords() = default;

std::vector<PassageRecord> LastRecords::of_profile(const std::string& id) {
  const std::lock_guard lock(impl_->mutex);
  try {
    return guard(Access::Read, "index " + impl_->index.string(), [&] {
      impl_->open();
      return impl_->database ? impl_->read(id) : std::vector<PassageRecord>();
    });
  } catch (const Error&) {
    return {};
  }
}

}  // namespace idsearch::store
