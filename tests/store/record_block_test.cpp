// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/record_block.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "sample_index.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// The index file of these passages, each with a text of so many bytes.
class Blocks : public testing::Test {
 protected:
  Postings passage(const std::string& profile, std::uint32_t number, std::size_t bytes) {
    PassageRecord record;
    record.id = profile + "/" + std::to_string(number);
    record.profile_id = profile;
    for (std::size_t i = 0; i < bytes; ++i)
      record.text += static_cast<char>('a' + random_() % 26);  // does not compress well
    Postings out;
    out.id = record.id;
    out.words = {{"word", 1, 1}};
    out.values = {{kSlotOrder, order_value(profile, number)}};
    out.record = encode_record(record);
    return out;
  }

  Xapian::Database write(const std::string& name, const std::vector<Postings>& passages) {
    SegmentWriter writer(directory_.path() / name);
    for (const Postings& one : passages) writer.add(one);
    writer.finish();
    return Xapian::Database((directory_.path() / name).string());
  }

  const TemporaryDirectory directory_;
  std::mt19937 random_{20260129};
};

TEST_F(Blocks, EveryRecordIsFoundAgainInAnyOrderAcrossMergedSegments) {
  std::vector<std::string> ids{"a",
                               "a-b",
                               "ab",
                               "b",
                               std::string("a\0b", 3),
                               std::string("a\0c", 3),
                               "a!",
                               std::string(300, 'l'),
                               std::string(300, 'l') + "x",
                               std::string(180, 'l'),
                               std::string(180, 'l') + "a",
                               "\xC3\xA9"};
  for (int i = 0; i < 40; ++i) ids.push_back("p" + std::to_string(random_() % 1000));
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<std::filesystem::path> segments;
  std::vector<Postings> all, part;
  for (const std::string& id : ids) {
    const auto passages = 1 + random_() % 40;
    for (unsigned n = 1; n <= passages; ++n)
      part.push_back(passage(id, n, random_() % 10 == 0 ? 20000 : random_() % 1500));
    if (random_() % 3 != 0 && id != ids.back()) continue;
    segments.push_back(directory_.path() / std::to_string(segments.size()));
    write(segments.back().filename().string(), part);
    all.insert(all.end(), part.begin(), part.end());
    part.clear();
  }
  merge_segments(segments, {{"key", "value"}}, directory_.path() / "all");
  const Xapian::Database database((directory_.path() / "all").string());
  ASSERT_EQ(database.get_doccount(), all.size());
  EXPECT_EQ(database.get_metadata("key"), "value");
  RecordBlocks blocks(database);
  for (std::size_t i = 0; i < all.size(); ++i)
    ASSERT_EQ(blocks.at(static_cast<Xapian::docid>(i + 1)), decode_record(all[i].record)) << i;
  for (int round = 0; round < 500; ++round) {
    const std::size_t i = random_() % all.size();
    ASSERT_EQ(blocks.at(static_cast<Xapian::docid>(i + 1)), decode_record(all[i].record)) << i;
  }
}

TEST_F(Blocks, AreValuesOfThePassagesThatBeginAndEndThem) {
  std::map<std::uint32_t, std::string> values;
  RecordPacker packer([&](std::uint32_t passage, const std::string& value) {
    EXPECT_TRUE(values.empty() || values.rbegin()->first < passage);
    values[passage] = value;
  });
  // Three that fit in a block, one that fills a block, one that is left.
  const std::vector<std::string> records{std::string(3000, 'a'), std::string(3000, 'b'),
                                         std::string(3000, 'c'), std::string(9000, 'd'), "e"};
  for (const std::string& record : records) packer.add(record);
  packer.finish();
  std::vector<std::uint32_t> passages;
  std::vector<std::pair<std::uint32_t, std::string>> found;
  for (const auto& [passage, value] : values) {
    passages.push_back(passage);
    for_each_record(value, passage, [&](std::uint32_t of, std::string_view record) {
      found.emplace_back(of, record);
    });
  }
  EXPECT_EQ(passages, (std::vector<std::uint32_t>{1, 3, 4, 5}));
  ASSERT_EQ(found.size(), records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i)
    EXPECT_TRUE(found[i] == std::pair(i + 1, records[i])) << i;
}

TEST_F(Blocks, RecordsOfABlockComeInAnyOrder) {
  std::string value;
  RecordPacker packer([&](std::uint32_t, const std::string& put) { value = put; });
  const std::vector<std::string> records{"first", "", "third and more"};
  for (const std::string& record : records) packer.add(record);
  packer.finish();
  RecordBlock block;
  block.take(value);
  ASSERT_EQ(block.size(), 3u);
  for (const std::size_t i : {1, 0, 2, 1, 0}) EXPECT_EQ(block.record(i), records[i]);
}

TEST_F(Blocks, MemoryIsAskedForOnlyAsMuchAsABlockCanHold) {
  const std::string claims(
      "\x01\xff\xff\xff\xff\x06\x10"
      "a",
      8);  // one record of 1.6 GB
  RecordBlock block;
  EXPECT_EQ(error_of([&] { block.take(seal_record(claims)); }),
            "integrity: damaged passage record: its block has other sizes");
  EXPECT_EQ(block.size(), 0u);
  std::string value;
  RecordPacker packer([&](std::uint32_t, const std::string& put) { value = put; });
  const std::string same(1 << 20, 'a');  // as small as anything gets
  packer.add(same);
  packer.finish();
  block.take(value);
  EXPECT_TRUE(block.record(0) == same);
}

TEST_F(Blocks, DamageIsToldAndNeverShown) {
  const std::vector<Postings> passages{passage("a", 1, 500), passage("a", 2, 500)};
  std::map<std::uint32_t, std::string> values;
  RecordPacker packer(
      [&](std::uint32_t passage, const std::string& value) { values[passage] = value; });
  for (const Postings& one : passages) packer.add(one.record);
  packer.finish();
  ASSERT_EQ(values.size(), 2u);
  const std::string block = values[2];
  Xapian::WritableDatabase database((directory_.path() / "db").string(), Xapian::DB_CREATE);
  const auto error_with = [&](const std::string& value) {
    Xapian::Document begin, end;
    begin.add_value(kSlotRecords, values[1]);
    if (!value.empty()) end.add_value(kSlotRecords, value);
    database.replace_document(1, begin);
    database.replace_document(2, end);
    database.commit();
    return error_of([&] { RecordBlocks(database).at(1); });
  };
  EXPECT_EQ(error_with(""), "integrity: damaged passage record: its block is missing");
  for (std::size_t i = 0; i < block.size(); ++i) {
    std::string bad = block;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_TRUE(error_with(bad).starts_with("integrity: ")) << i;
  }
  for (std::size_t size = 1; size < block.size(); size += 7)
    EXPECT_TRUE(error_with(block.substr(0, size)).starts_with("integrity: ")) << size;
  // A block that ends before the passage that is asked for.
  std::string one;
  RecordPacker single([&](std::uint32_t, const std::string& value) { one = value; });
  single.add(passages[1].record);
  single.finish();
  EXPECT_EQ(error_with(one), "integrity: damaged passage record: it is not in its block");
  EXPECT_EQ(error_with(block), "");
  RecordBlocks blocks(database);
  EXPECT_EQ(blocks.at(2), decode_record(passages[1].record));
  EXPECT_EQ(blocks.at(1), decode_record(passages[0].record));
  EXPECT_EQ(error_of([&] { blocks.at(3); }),
            "integrity: damaged passage record: its block is missing");
}

}  // namespace
}  // namespace idsearch::store
