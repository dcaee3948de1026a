// SPDX-License-Identifier: GPL-2.0-or-later
// Postings to a fresh glass database, that to a single file, and single files to one.
#include "store/segment_writer.hpp"

#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <system_error>

#include "store/record_block.hpp"
#include "store/schema.hpp"
#include "store/word_places.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// No sync: what is built is compacted and synced before anybody relies on it (engine-facts 1.4). No
// termlists: they serve deleting documents and "more like this", and an index here is never changed
// but built anew; without them 52,000 passages took 12 % less time and 22 % less space.
constexpr int kOpenFlags =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST;

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

std::string what(const fs::path& file) { return "cannot write " + file.string(); }

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

Xapian::Document to_document(const Postings& postings) {
  Xapian::Document document;
  // In order Xapian's trees are faster, and a term needs one call.
  std::vector<const Posting*> words;
  words.reserve(postings.words.size());
  for (const Posting& posting : postings.words) words.push_back(&posting);
  std::ranges::sort(words, {},
                    [](const Posting* posting) -> const std::string& { return posting->term; });
  std::map<std::uint32_t, PlacesMaker> places;  // by slot
  for (std::size_t i = 0; i < words.size();) {
    const std::string& term = words[i]->term;
    Xapian::termcount wdf = 0;
    for (; i < words.size() && words[i]->term == term; ++i) {
      wdf += words[i]->wdf;
      if (words[i]->position != 0) places[places_slot(term)].add(term, words[i]->position);
    }
    document.add_term(term, wdf);
  }
  for (const auto& [slot, maker] : places) document.add_value(slot, maker.bytes());
  for (const std::string& filter : postings.filters) document.add_boolean_term(filter);
  for (const auto& [slot, value] : postings.values) document.add_value(slot, value);
  return document;
}

std::string_view order_of(const Postings& postings) {
  for (const auto& [slot, value] : postings.values)
    if (slot == kSlotOrder) return value;
  return {};
}

}  // namespace

struct SegmentWriter::Impl {
  fs::path file, directory;
  Xapian::WritableDatabase database;
  RecordPacker records{[this](const std::string& key, const std::string& block) {
    database.set_metadata(key, block);
  }};

  ~Impl() {
    // An unfinished segment is thrown away; close() may try to commit and fail, which is no matter.
    try {
      database = Xapian::WritableDatabase();
    } catch (...) {
    }
    remove_tree(directory);
  }
};

SegmentWriter::SegmentWriter(fs::path file) : impl_(std::make_unique<Impl>()) {
  impl_->file = std::move(file);
  impl_->directory = beside(impl_->file, ".d");
  guard(Access::Write, what(impl_->file),
        [&] { impl_->database = Xapian::WritableDatabase(impl_->directory.string(), kOpenFlags); });
}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::add(const Postings& postings) {
  guard(Access::Write, what(impl_->file) + ", passage " + postings.id, [&] {
    impl_->database.add_document(to_document(postings));
    impl_->records.add(order_of(postings), postings.record);
  });
}

void SegmentWriter::finish() {
  guard(Access::Write, what(impl_->file), [&] {
    impl_->records.finish();
    impl_->database.commit();
    compact(impl_->database, impl_->file);
    impl_->database.close();
  });
  remove_tree(impl_->directory);
}

void merge_segments(const std::vector<fs::path>& segments,
                    const std::map<std::string, std::string>& metadata, const fs::path& file) {
  guard(Access::Write, what(file), [&] {
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
    Xapian::WritableDatabase first(head.string(), kOpenFlags);
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
