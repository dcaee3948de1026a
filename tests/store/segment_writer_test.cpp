// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/segment_writer.hpp"
#include "store/segment_merge.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <random>

#include "sample_index.hpp"
#include "store/record_block.hpp"
#include "store/word_places.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

// The single file's UUID: the only bytes that differ between two builds of the same.
std::string without_uuid(std::string bytes) {
  if (bytes.size() > 32) bytes.replace(16, 16, 16, '\0');
  return bytes;
}

fs::path write_segment(const fs::path& file, const std::vector<Postings>& passages) {
  SegmentWriter writer(file);
  for (const Postings& passage : passages) writer.add(passage);
  writer.finish();
  return file;
}

TEST(SegmentWriter, WritesWordsWithPositionsFiltersValuesAndRecord) {
  const TemporaryDirectory directory;
  Postings passage = sample_passage("kenya", 1, "the register the");
  passage.words.push_back({"Zregist", 0, 1});
  passage.filters.push_back(passage.filters.front());  // doubles are allowed
  const Xapian::Database database(write_segment(directory.path() / "segment", {passage}).string());

  ASSERT_EQ(database.get_doccount(), 1u);
  const auto docid = *database.postlist_begin("register");
  EXPECT_EQ(database.postlist_begin("the").get_wdf(), 2u);
  const std::string bytes = database.get_document(docid).get_value(kSlotBodyPlaces);
  std::vector<std::uint32_t> places;
  Places(bytes).append_to(places, place_hash("the"));
  EXPECT_EQ(places, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_FALSE(database.has_positions());  // they would take half of an index
  EXPECT_EQ(database.postlist_begin("Zregist").get_wdf(), 1u);
  EXPECT_EQ(database.postlist_begin(id_term("kenya/_/1")).get_wdf(), 0u);
  const Xapian::Document document = database.get_document(docid);
  EXPECT_EQ(document.get_value(kSlotOrder), std::string("kenya\0\0\0\0\1", 10));
  EXPECT_EQ(document.get_data(), "");
  EXPECT_EQ(RecordBlocks(database).at(docid), decode_record(passage.record));
}

TEST(SegmentWriter, LeavesOneFileAndNothingBeside) {
  const TemporaryDirectory directory;
  write_segment(directory.path() / "segment", {sample_passage("kenya", 1, "a")});
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory.path()))
    names.push_back(entry.path().filename().string());
  EXPECT_EQ(names, std::vector<std::string>{"segment"});
}

TEST(SegmentWriter, UnfinishedLeavesNothing) {
  const TemporaryDirectory directory;
  {
    SegmentWriter writer(directory.path() / "segment");
    writer.add(sample_passage("kenya", 1, "a"));
  }
  EXPECT_TRUE(fs::is_empty(directory.path()));
}

TEST(SegmentWriter, PlaceThatCannotBeWrittenIsAnError) {
  EXPECT_TRUE(error_of([] { SegmentWriter("/dev/null/segment"); }).starts_with("cannot-write: "));
}

TEST(SegmentWriter, SameInputGivesTheSameBytesButForTheUuid) {
  const TemporaryDirectory directory;
  const std::vector<Postings> passages{sample_passage("kenya", 1, "one two"),
                                       sample_passage("kenya", 2, "two three")};
  const auto a = write_segment(directory.path() / "a", passages);
  const auto b = write_segment(directory.path() / "b", passages);
  EXPECT_EQ(without_uuid(read_file(a)), without_uuid(read_file(b)));
}

// Of random passages of three profiles; the words of one of them fill lists of several chunks.
std::vector<Postings> random_passages(std::mt19937& random) {
  std::vector<Postings> out;
  for (const std::string profile : {"kenya", "nauru", "tonga"}) {
    const auto last = static_cast<std::uint32_t>(30 + random() % 900);
    for (std::uint32_t number = 1; number <= last; ++number) {
      std::string text = "often";
      for (auto words = random() % 12; words > 0; --words)
        text += " w" + std::to_string(random() % (profile == "nauru" ? 30 : 3000));
      Postings passage = sample_passage(profile, number, random() % 20 == 0 ? "" : text);
      passage.values = {{kSlotOrder, order_value(profile, number)}};
      if (random() % 3 == 0) passage.filters.push_back("XSEC:" + profile);
      passage.words.push_back(
          {std::string("a\0b", 3), 0, static_cast<std::uint32_t>(random() % 3)});
      if (random() % 2 == 0)
        passage.values.emplace_back(kSlotOutline, std::string(1 + random() % 30, 'o'));
      out.push_back(std::move(passage));
    }
  }
  return out;
}

TEST(SegmentWriter, TakesPassagesOverAsIfTheyWereAddedAgain) {
  if (SegmentWriter::best_engine() != SegmentEngine::Inverter)
    GTEST_SKIP() << "not with this Xapian";
  for (unsigned seed = 1; seed <= repetitions(12u, 4u); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const TemporaryDirectory directory;
    const auto passages = random_passages(random);
    const std::size_t border = random() % passages.size();
    const std::string old[] = {
        read_file(write_segment(directory.path() / "a",
                                {passages.begin(), passages.begin() + static_cast<long>(border)})),
        read_file(write_segment(directory.path() / "b",
                                {passages.begin() + static_cast<long>(border), passages.end()}))};
    std::vector<Postings> chosen;
    SegmentWriter writer(directory.path() / "taken");
    for (std::size_t next = 0; next < passages.size();) {
      const std::size_t end = std::min<std::size_t>(next + 1 + random() % 400,
                                                    next < border ? border : passages.size());
      switch (random() % 3) {
        case 0:  // taken over
          writer.add_documents(old[next < border ? 0 : 1],
                               static_cast<std::uint32_t>(next - (next < border ? 0 : border) + 1),
                               static_cast<std::uint32_t>(end - (next < border ? 0 : border)));
          break;
        case 1:  // written
          for (std::size_t i = next; i < end; ++i) writer.add(passages[i]);
          break;
        default:  // left out
          next = end;
          continue;
      }
      chosen.insert(chosen.end(), passages.begin() + static_cast<long>(next),
                    passages.begin() + static_cast<long>(end));
      next = end;
    }
    writer.finish();
    EXPECT_TRUE(read_file(directory.path() / "taken") ==
                read_file(write_segment(directory.path() / "written", chosen)));
  }
}

TEST(MergeSegments, KeepsOrderAndTakesTheGivenMetadata) {
  const TemporaryDirectory directory;
  const auto a = write_segment(directory.path() / "a", {sample_passage("kenya", 1, "one"),
                                                        sample_passage("kenya", 2, "two")});
  const auto b = write_segment(directory.path() / "b", {sample_passage("nauru", 1, "one")});
  const auto file = directory.path() / "index.glass";
  merge_segments({a, b}, {{"key", "value"}}, file);

  const Xapian::Database database(file.string());
  EXPECT_EQ(database.get_metadata("key"), "value");
  ASSERT_EQ(database.get_doccount(), 3u);
  std::string ids;
  for (Xapian::docid docid = 1; docid <= 3; ++docid)
    ids += RecordBlocks(database).at(docid).id + " ";
  EXPECT_EQ(ids, "kenya/_/1 kenya/_/2 nauru/_/1 ");
  EXPECT_EQ(database.get_termfreq("one"), 2u);
  EXPECT_EQ(Xapian::Database::check(file.string()), 0u);
}

TEST(MergeSegments, OfNothingIsAnEmptyIndex) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "index.glass";
  merge_segments({}, {{"key", "value"}}, file);
  const Xapian::Database database(file.string());
  EXPECT_EQ(database.get_doccount(), 0u);
  EXPECT_EQ(database.get_metadata("key"), "value");
}

TEST(MergeSegments, MoreThanOneStepCanTakeKeepTheirOrderAndLeaveNoScratch) {
  const TemporaryDirectory directory;
  const auto segment = write_segment(directory.path() / "a", {sample_passage("kenya", 1, "one")});
  const auto last = write_segment(directory.path() / "b", {sample_passage("nauru", 1, "two")});
  std::vector<fs::path> segments(450, segment);
  segments.push_back(last);
  const auto file = directory.path() / "index.glass";
  merge_segments(segments, {{"key", "value"}}, file);

  const Xapian::Database database(file.string());
  ASSERT_EQ(database.get_doccount(), 451u);
  EXPECT_EQ(*database.postlist_begin("two"), 451u);
  EXPECT_EQ(database.get_metadata("key"), "value");
  EXPECT_EQ(std::distance(fs::directory_iterator(directory.path()), fs::directory_iterator()), 3);
}

}  // namespace
}  // namespace idsearch::store
