// SPDX-License-Identifier: GPL-2.0-or-later
// The oracle is one segment of all passages, and for that Xapian's own writer (inverter_test.cpp).
#include "store/glass_merge.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <random>
#include <span>

#include "sample_index.hpp"
#include "store/glass_file.hpp"
#include "store/inverter.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// Without records, whose blocks do not end where segments do.
fs::path write_segment(const fs::path& file, std::span<const Postings> passages) {
  Inverter inverter;
  for (const Postings& passage : passages) inverter.add(passage);
  write_file(file, inverter.finish());
  return file;
}

// Numbered from 1. Some words are in nearly all, so that their lists have several chunks.
std::vector<Postings> random_passages(std::mt19937& random, std::uint32_t count) {
  std::vector<Postings> out;
  for (std::uint32_t number = 1; number <= count; ++number) {
    Postings one = sample_passage("kenya", number, "");
    one.values = {{kSlotOrder, order_value("kenya", number)}};
    for (auto words = random() % 20; words > 0; --words) {
      const auto word = random() % (random() % 3 == 0 ? 5 : 4000);
      one.words.push_back({std::to_string(word), static_cast<std::uint32_t>(random() % 60),
                           static_cast<std::uint32_t>(random() % 4 == 0 ? random() % 70000 : 1)});
    }
    if (random() % 4 == 0) one.words.push_back({std::string("5\0", 2), 1, 1});
    if (random() % 5 == 0) one.words.push_back({std::string("\0a", 2), 1, 1});
    if (random() % 2 == 0)
      one.values.emplace_back(kSlotOutline, std::string(1 + random() % 40, 'o'));
    out.push_back(std::move(one));
  }
  return out;
}

TEST(MergeGlassFiles, GivesTheSegmentOfAllPassages) {
  for (unsigned seed = 1; seed <= repetitions(16u, 8u); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const TemporaryDirectory directory;
    const std::uint32_t count =
        seed < 4 ? seed - 1 : 1 + static_cast<std::uint32_t>(random() % 6000);
    const auto passages = random_passages(random, count);
    std::vector<fs::path> segments;
    for (std::size_t next = 0; next < passages.size() || segments.empty();) {
      const std::size_t size = std::min<std::size_t>(passages.size() - next, random() % 900);
      segments.push_back(write_segment(directory.path() / std::to_string(segments.size()),
                                       std::span(passages).subspan(next, size)));
      next += size;
    }
    const fs::path merged = directory.path() / "merged";
    merge_glass_files(segments, merged);
    EXPECT_TRUE(read_file(merged) == read_file(write_segment(directory.path() / "once", passages)));
    EXPECT_EQ(Xapian::Database::check(merged.string()), 0u);
  }
}

TEST(MergeGlassFiles, LeavesMetadataToTheFirst) {
  const TemporaryDirectory directory;
  std::vector<fs::path> segments;
  for (const std::string value : {"one", "two"}) {
    GlassFile file;
    file.add(std::string("\x00\xc0", 2) + "both", value);
    file.add(std::string("\x00\xc0", 2) + "of " + value, std::string(70000, 'v'));
    segments.push_back(directory.path() / value);
    write_file(segments.back(), file.finish({}));
  }
  merge_glass_files(segments, directory.path() / "merged");
  const Xapian::Database merged((directory.path() / "merged").string());
  EXPECT_EQ(merged.get_metadata("both"), "one");
  EXPECT_EQ(merged.get_metadata("of one"), std::string(70000, 'v'));
  EXPECT_EQ(merged.get_metadata("of two"), std::string(70000, 'v'));
}

TEST(MergeGlassFiles, ASegmentThatIsNoneIsAnError) {
  const TemporaryDirectory directory;
  const fs::path whole =
      write_segment(directory.path() / "whole", std::vector{sample_passage("kenya", 1, "a")});
  const fs::path cut = directory.path() / "cut";
  for (const std::size_t size : {std::size_t{0}, std::size_t{40}, std::size_t{9000}}) {
    write_file(cut, read_file(whole).substr(0, size));
    const fs::path merged = directory.path() / ("merged-" + std::to_string(size));
    EXPECT_TRUE(error_of([&] {
                  merge_glass_files(std::vector{whole, cut}, merged);
                }).starts_with("integrity: a segment cannot be read"))
        << size;
  }
}

TEST(MergeGlassFiles, ASegmentThatIsGoneIsAnErrorThatNamesIt) {
  const TemporaryDirectory directory;
  const fs::path gone = directory.path() / "gone";
  EXPECT_EQ(error_of([&] { merge_glass_files(std::vector{gone}, directory.path() / "merged"); }),
            "cannot-write: cannot read back " + gone.string() + ": No such file or directory");
}

}  // namespace
}  // namespace idsearch::store
