// SPDX-License-Identifier: GPL-2.0-or-later
// The program's own pread(), which is linked here as it is there: Xapian reads by it, and no block
// that is not what was written is used.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "../store/sample_index.hpp"
#include "store/block_digests.hpp"
#include "store/checked_reads.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/reader.hpp"
#include "store/xapian_guard.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

class Pread : public testing::Test {
 protected:
  void SetUp() override {
    can_check_reads();
    SampleProfile profile{"kenya", {}};
    for (int i = 0; i < 200; ++i) {
      std::string text;
      for (int k = 0; k < 40; ++k)
        text += "w" + std::to_string((i * 7919 + k * 104729) % 9973) + " ";
      text.pop_back();
      profile.passages.push_back(text);
    }
    publish_sample(index_.path(), {profile});
    good_ = read_file(file_);
  }

  std::string all_of(const Reader& reader) const {
    std::string out;
    const Xapian::Database& database = reader.database();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      out += *term + ":";
      for (auto doc = database.postlist_begin(*term); doc != database.postlist_end(*term); ++doc)
        out += std::to_string(*doc) + ",";
    }
    for (Xapian::docid i = 1; i <= database.get_lastdocid(); ++i)
      out += reader.record(i).text + "\n";
    return out;
  }

  std::string dump() const {
    std::string out;
    const std::string error = error_of([&] {
      const Reader reader = Reader::open({index_.path().string()});
      guard(Access::Read, "index " + index_.path().string(), [&] { out = all_of(reader); });
    });
    return error.empty() ? out : error;
  }

  std::string open_error() const {
    return error_of([&] { Reader::open({index_.path().string()}); });
  }

  void flip(std::size_t place) const {
    std::string bytes = good_;
    bytes[place] = static_cast<char>(bytes[place] ^ 16);
    write_file(file_, bytes);
  }

  TemporaryDirectory index_;
  const fs::path directory_ = index_.path() / kCurrentLink, file_ = directory_ / kIndexFile;
  std::string good_;
};

TEST_F(Pread, TellsEachDamagedBlockThatIsRead) {
  const std::string good = dump();
  const std::size_t blocks = good_.size() / kIndexBlockBytes;
  ASSERT_GT(blocks, 10U);
  std::size_t when_read = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    for (const std::size_t place : {std::size_t{20}, kIndexBlockBytes / 2, kIndexBlockBytes - 1}) {
      flip(block * kIndexBlockBytes + place);
      const std::string answer = dump();
      const std::string told = "integrity: index " + index_.path().string() + " is damaged: ";
      const bool by_block = answer == told + "block " + std::to_string(block) +
                                          " of its index file is not what was written";
      EXPECT_TRUE(answer == good || by_block ||
                  answer == told + "its index file is not what was written")
          << "block " << block << ": " << answer.substr(0, 200);
      when_read += by_block && open_error().empty() ? 1 : 0;
    }
  }
  // Most blocks are read when they are needed, not when the index is opened.
  EXPECT_GT(when_read, blocks);
  write_file(file_, good_);
  EXPECT_EQ(dump(), good);
}

TEST_F(Pread, WithoutDigestsOfBlocksTheWholeFileIsComparedWhenItIsOpened) {
  const std::string good = dump();
  const std::string blocks = read_file(directory_ / kBlocksFile);
  const std::size_t last = good_.size() - kIndexBlockBytes / 2;
  const auto expect_whole = [&](const char* why) {
    EXPECT_EQ(dump(), good) << why;
    flip(last);
    EXPECT_EQ(open_error(), "integrity: index " + index_.path().string() +
                                " is damaged: its index file is not what was written")
        << why;
    write_file(file_, good_);
  };
  for (const std::size_t place : {std::size_t{0}, blocks.size() / 2, blocks.size() - 1}) {
    std::string bad = blocks;
    bad[place] = static_cast<char>(bad[place] ^ 1);
    write_file(directory_ / kBlocksFile, bad);
    expect_whole("damaged");
  }
  write_file(directory_ / kBlocksFile, blocks + "12345678");
  expect_whole("longer");
  fs::remove(directory_ / kBlocksFile);
  expect_whole("gone");
  Manifest of_earlier_program = *current_manifest(index_.path());
  of_earlier_program.blocks_xxh3.clear();
  write_file(directory_ / kManifestFile, manifest_json(of_earlier_program));
  expect_whole("never written");
}

TEST_F(Pread, ForgetsAFileWithItsReader) {
  for (int i = 0; i < 200; ++i) {
    const Reader reader = Reader::open({index_.path().string()});
    ASSERT_EQ(reader.database().get_doccount(), 200U);
  }
  Reader one = Reader::open({index_.path().string()});
  one = Reader::open({index_.path().string()});
  EXPECT_EQ(one.record(1).id, "kenya/_/1");
}

}  // namespace
}  // namespace idsearch::store
