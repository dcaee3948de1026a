// SPDX-License-Identifier: GPL-2.0-or-later
// All segments are walked through side by side in the order of keys, the least one found by a
// tournament in which only the path of the last winner is played again.
#include "store/glass_merge.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "store/files.hpp"
#include "store/glass_entries.hpp"
#include "store/glass_file.hpp"
#include "store/glass_lists.hpp"

namespace idsearch::store {
namespace {

// One segment, at an entry of it.
struct MergedFile {
  MergedFile(const std::filesystem::path& path, std::uint32_t documents_before)
      : entries(path), offset(documents_before) {}

  void advance() {
    is_at_end = !entries.next();
    if (is_at_end) return;
    key = parse_glass_key(entries.key());
    // What belongs together has this part of the key in common: all but the first docid.
    switch (key.kind) {
      case GlassKey::Kind::Term:
        list = key.name;
        break;
      case GlassKey::Kind::Values:
      case GlassKey::Kind::Lengths:
        list = entries.key().substr(0, key.common);
        break;
      case GlassKey::Kind::Metadata:
      case GlassKey::Kind::SlotStatistics:
        list = entries.key();
    }
    start = 0;
    for (std::size_t i = 0; i < sizeof start; ++i)
      start = start << 8 | (i < list.size() ? static_cast<unsigned char>(list[i]) : 0U);
  }

  GlassEntries entries;
  std::uint32_t offset;  // of its docids
  bool is_at_end = false;
  GlassKey key;
  std::string_view list;
  std::uint64_t start = 0;  // first bytes of `list`, which mostly decide
};

class Tournament {
 public:
  explicit Tournament(std::deque<MergedFile>& sources)
      : sources_(sources), losers_(sources.size(), kNone) {
    for (std::size_t i = 0; i < sources_.size(); ++i) play(i);
  }

  MergedFile& winner() { return sources_[winner_]; }

  void advance() {
    winner().advance();
    play(winner_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  bool is_before(std::size_t a, std::size_t b) const {
    const MergedFile &left = sources_[a], &right = sources_[b];
    if (left.is_at_end || right.is_at_end)
      return left.is_at_end == right.is_at_end ? a < b : right.is_at_end;
    if (left.start != right.start) return left.start < right.start;
    const int order = left.list.compare(right.list);
    return order != 0 ? order < 0 : a < b;
  }

  // Up from the leaf; who comes first to a place waits there for the other.
  void play(std::size_t player) {
    for (std::size_t at = (player + sources_.size()) / 2; at > 0; at /= 2) {
      std::size_t& waiting = losers_[at];
      if (waiting == kNone) {
        waiting = player;
        return;
      }
      if (is_before(waiting, player)) std::swap(waiting, player);
    }
    winner_ = player;
  }

  std::deque<MergedFile>& sources_;
  std::vector<std::size_t> losers_;
  std::size_t winner_ = 0;
};

class Merge {
 public:
  Merge(std::deque<MergedFile>& sources, GlassFile& file) : next_(sources), file_(file) {}

  void run() {
    while (!next_.winner().is_at_end) {
      const GlassKey key = next_.winner().key;
      list_ = next_.winner().list;
      switch (key.kind) {
        case GlassKey::Kind::Metadata:
          file_.add(list_, next_.winner().entries.tag());
          for_each([](MergedFile&) {});
          break;
        case GlassKey::Kind::SlotStatistics:
          merge_statistics();
          break;
        case GlassKey::Kind::Values:
          merge_values(key.slot);
          break;
        case GlassKey::Kind::Lengths:
          merge_documents({}, false);
          break;
        case GlassKey::Kind::Term:
          merge_documents(list_, true);
      }
    }
  }

 private:
  // All entries of the list in hand.
  template <typename Take>
  void for_each(Take&& take) {
    for (; !next_.winner().is_at_end && next_.winner().list == list_; next_.advance())
      take(next_.winner());
  }

  void merge_statistics() {
    SlotStatistics all;
    for_each([&](MergedFile& at) { all.add(parse_statistics(at.entries.tag())); });
    file_.add(list_, all.tag());
  }

  void merge_values(std::uint32_t slot) {
    const auto put = [&](std::uint32_t first, const std::string& tag) {
      file_.add(values_key(slot, first), tag);
    };
    SlotValues values;
    for_each([&](MergedFile& at) {
      for_each_value(at.key.docid, at.entries.tag(),
                     [&](std::uint32_t docid, std::string_view value) {
                       values.append(docid + at.offset, value);
                     });
      values.write(false, put);
    });
    values.write(true, put);
  }

  void merge_documents(std::string_view name, bool is_counted) {
    documents_.clear();
    for_each([&](MergedFile& at) {
      ListCounts counts;
      documents_.append_chunk(parse_list_chunk(at.key.docid, at.entries.tag(), counts), at.offset);
      documents_.add_counts(counts);
    });
    documents_.write(is_counted, [&](std::uint32_t first, const std::string& tag) {
      assign_list_key(key_, name, first);
      file_.add(key_, tag);
    });
  }

  Tournament next_;
  GlassFile& file_;
  std::string list_, key_;
  DocumentList documents_;
};

void add_counts(GlassCounts& to, const GlassCounts& of) {
  to.documents += of.documents;
  to.total_length += of.total_length;
  if (to.min_length == 0 || (of.min_length != 0 && of.min_length < to.min_length))
    to.min_length = of.min_length;
  to.max_length = std::max(to.max_length, of.max_length);
  to.max_wdf = std::max(to.max_wdf, of.max_wdf);
}

}  // namespace

void merge_glass_files(std::span<const std::filesystem::path> segments,
                       const std::filesystem::path& file) {
  GlassCounts counts;
  std::deque<MergedFile> sources;
  for (const std::filesystem::path& segment : segments) {
    MergedFile& source = sources.emplace_back(segment, counts.documents);
    add_counts(counts, source.entries.counts());
    source.advance();
  }
  const Descriptor to = create_file(file);
  GlassFile out(
      [&](std::uint64_t place, std::string_view bytes) { write_all_at(to, file, place, bytes); });
  if (!sources.empty()) Merge(sources, out).run();
  out.finish(counts);
}

}  // namespace idsearch::store
