// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/glass_head.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <random>

#include "sample_index.hpp"
#include "store/glass_file.hpp"

namespace idsearch::store {
namespace {

class GlassHead : public testing::Test {
 protected:
  void SetUp() override {
    if (!xapian_reads_glass_file()) GTEST_SKIP() << "not with this Xapian";
    Xapian::WritableDatabase database((directory_.path() / "db").string(), Xapian::DB_CREATE);
    for (const std::string word : {"register", "passport"}) {
      Xapian::Document document;
      document.add_term(word);
      document.add_value(kSlotOrder, word);
      database.add_document(document);
    }
    database.commit();
    database.compact(file_.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  }

  const TemporaryDirectory directory_;
  const std::filesystem::path file_ = directory_.path() / "index.glass";
};

TEST_F(GlassHead, ChangesOneByteOfEachEmptyTableAndNothingThatIsFound) {
  const std::string before = read_file(file_);
  shrink_empty_tables(file_);
  const std::string after = read_file(file_);
  ASSERT_EQ(after.size(), before.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) changed += before[i] != after[i] ? 1 : 0;
  // Filled are those of postings and, by this writer, of the words of documents.
  EXPECT_EQ(changed, 4u);
  EXPECT_EQ(Xapian::Database::check(file_.string()), 0u);
  const Xapian::Database database(file_.string());
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_EQ(*database.postlist_begin("passport"), 2u);
  EXPECT_EQ(database.get_document(1).get_value(kSlotOrder), "register");
  EXPECT_FALSE(database.has_positions());
  EXPECT_EQ(database.get_document(1).get_data(), "");
  EXPECT_TRUE(database.spellings_begin() == database.spellings_end());
  EXPECT_TRUE(database.synonym_keys_begin() == database.synonym_keys_end());
}

TEST_F(GlassHead, IsSmallAlreadyTheSecondTime) {
  shrink_empty_tables(file_);
  const std::string once = read_file(file_);
  shrink_empty_tables(file_);
  EXPECT_TRUE(read_file(file_) == once);
}

TEST_F(GlassHead, OfAnotherFormatStaysAsItIs) {
  const std::string head = read_file(file_).substr(0, 8192);
  EXPECT_NE(with_small_empty_tables(head), "");
  // What matters of this one ends before byte 100.
  for (std::size_t size = 0; size < 40; ++size)
    EXPECT_EQ(with_small_empty_tables(head.substr(0, size)), "") << size;
  std::string other = head;
  other[3] = 'x';
  EXPECT_EQ(with_small_empty_tables(other), "");
  write_file(file_, other);
  shrink_empty_tables(file_);
  EXPECT_TRUE(read_file(file_) == other);
}

TEST_F(GlassHead, AnyBytesBehindTheMagicAreTakenOrLeft) {
  std::string head = read_file(file_).substr(0, 200);
  std::mt19937 random(20260129);
  for (int i = 0; i < 20000; ++i) {
    head[16 + random() % (head.size() - 16)] = static_cast<char>(random());
    const std::string out = with_small_empty_tables(head);
    EXPECT_TRUE(out.empty() || out.size() == head.size());
  }
}

TEST_F(GlassHead, AFileThatIsNotThereIsAnError) {
  EXPECT_TRUE(error_of([&] {
                shrink_empty_tables(directory_.path() / "none");
              }).starts_with("cannot-write"));
}

}  // namespace
}  // namespace idsearch::store
