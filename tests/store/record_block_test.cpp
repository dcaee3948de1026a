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

TEST_F(Blocks, KeysFitAndSortAsOrderValuesDo) {
  EXPECT_LE(record_key(order_value(std::string(5000, 'x'), 7)).size(), 240u);
  EXPECT_LT(record_key(order_value("a", 255)), record_key(order_value("a", 256)));
  EXPECT_LT(record_key(order_value("a", 9)), record_key(order_value("a-b", 1)));
  EXPECT_LT(record_key(order_value("a", 9)), record_key(order_value(std::string("a\0b", 3), 1)));
  EXPECT_EQ(record_key("no order"), "");
  EXPECT_EQ(record_key(""), "");
}

TEST_F(Blocks, PassagesOutOfOrderAreAFaultOfTheCaller) {
  SegmentWriter writer(directory_.path() / "segment");
  writer.add(passage("b", 1, 10));
  EXPECT_TRUE(error_of([&] { writer.add(passage("a", 1, 10)); }).starts_with("internal"));
}

TEST_F(Blocks, DamageIsToldAndNeverShown) {
  const std::vector<Postings> passages{passage("a", 1, 500), passage("a", 2, 500)};
  std::map<std::string, std::string> written;
  RecordPacker packer(
      [&](const std::string& key, const std::string& block) { written[key] = block; });
  for (std::uint32_t n : {1u, 2u}) packer.add(order_value("a", n), passages[n - 1].record);
  packer.finish();
  ASSERT_EQ(written.size(), 1u);
  const auto& [key, block] = *written.begin();
  Xapian::WritableDatabase database((directory_.path() / "db").string(), Xapian::DB_CREATE);
  Xapian::Document document;
  document.add_value(kSlotOrder, order_value("a", 2));
  database.add_document(document);
  EXPECT_EQ(error_of([&] { RecordBlocks(database).at(1); }),
            "integrity: damaged passage record: its block is missing");
  for (std::size_t i = 0; i < block.size(); ++i) {
    std::string bad = block;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    database.set_metadata(key, bad);
    EXPECT_TRUE(error_of([&] { RecordBlocks(database).at(1); }).starts_with("integrity: ")) << i;
  }
  for (std::size_t size = 1; size < block.size(); size += 7) {
    database.set_metadata(key, block.substr(0, size));
    EXPECT_TRUE(error_of([&] { RecordBlocks(database).at(1); }).starts_with("integrity: "));
  }
  database.set_metadata(key, block);
  EXPECT_EQ(RecordBlocks(database).at(1), decode_record(passages[1].record));
}

}  // namespace
}  // namespace idsearch::store
