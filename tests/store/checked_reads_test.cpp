// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/checked_reads.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "sample_index.hpp"
#include "store/files.hpp"

namespace idsearch::store {
namespace {

constexpr std::size_t kBlock = kIndexBlockBytes;

std::string some_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 24);
  return bytes;
}

BlockDigests digests_of(const std::string& bytes) {
  BlockDigester digester;
  digester.add(bytes);
  return *BlockDigests::parse(digester.bytes(), bytes.size());
}

TEST(BlockDigests, FitTheirBlocksAndNoOthers) {
  for (const std::size_t size : {1UL, kBlock - 1, kBlock, kBlock + 1, 3 * kBlock + 5}) {
    const std::string bytes = some_bytes(size);
    const BlockDigests digests = digests_of(bytes);
    for (std::size_t at = 0; at < size; at += kBlock) {
      std::string block = bytes.substr(at, kBlock);
      EXPECT_TRUE(digests.fits(at / kBlock, block.data(), block.size())) << size << ' ' << at;
      EXPECT_FALSE(digests.fits(at / kBlock, block.data(), block.size() - 1)) << size << ' ' << at;
      EXPECT_FALSE(digests.fits(at / kBlock + 1, block.data(), block.size())) << size << ' ' << at;
      for (const std::size_t place : {std::size_t{0}, block.size() / 2, block.size() - 1}) {
        block[place] = static_cast<char>(block[place] ^ 1);
        EXPECT_FALSE(digests.fits(at / kBlock, block.data(), block.size())) << size << ' ' << at;
        block[place] = static_cast<char>(block[place] ^ 1);
      }
    }
  }
}

TEST(BlockDigests, AreThoseOfOneSizeOfFile) {
  BlockDigester digester;
  digester.add(some_bytes(2 * kBlock));
  const std::string& bytes = digester.bytes();
  EXPECT_TRUE(BlockDigests::parse(bytes, 2 * kBlock));
  EXPECT_TRUE(BlockDigests::parse(bytes, kBlock + 1));
  EXPECT_FALSE(BlockDigests::parse(bytes, 2 * kBlock + 1));
  EXPECT_FALSE(BlockDigests::parse(bytes, kBlock));
  EXPECT_FALSE(BlockDigests::parse(bytes.substr(1), 2 * kBlock));
  EXPECT_TRUE(BlockDigests::parse("", 0));
}

class CheckedPread : public testing::Test {
 protected:
  void SetUp() override { write_synced(path_, bytes_); }

  std::string read(int fd, std::size_t size, std::size_t place) {
    std::string out(size, '\0');
    errno = 0;
    const ssize_t got = checked_pread(fd, out.data(), size, static_cast<off_t>(place));
    if (got < 0) return "error " + std::to_string(errno);
    out.resize(static_cast<std::size_t>(got));
    return out;
  }

  Descriptor opened() const { return Descriptor(::open(path_.c_str(), O_RDWR | O_CLOEXEC)); }

  const std::string bytes_ = some_bytes(2 * kBlock + 100);
  TemporaryDirectory directory_;
  const std::filesystem::path path_ = directory_.path() / "file";
};

TEST_F(CheckedPread, GivesWhatIsAskedFor) {
  const Descriptor file = opened(), other = opened();
  const auto checks = CheckedReads::hold(file.get(), "an index", digests_of(bytes_));
  ASSERT_TRUE(checks);
  EXPECT_FALSE(checks->saw_any());
  for (const std::size_t place : {std::size_t{0}, std::size_t{1}, kBlock - 1, kBlock, 2 * kBlock,
                                  2 * kBlock + 99, 2 * kBlock + 100, 5 * kBlock}) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kBlock, kBlock + 1, 4 * kBlock}) {
      const std::string expected = place < bytes_.size() ? bytes_.substr(place, size) : "";
      EXPECT_EQ(read(file.get(), size, place), expected) << place << ' ' << size;
      EXPECT_EQ(read(other.get(), size, place), expected) << place << ' ' << size;
    }
  }
  EXPECT_TRUE(checks->saw_any());
}

TEST_F(CheckedPread, RefusesBlocksThatAreNotWhatWasWritten) {
  const Descriptor file = opened(), other = opened();
  std::optional<CheckedReads> checks =
      CheckedReads::hold(file.get(), "an index", digests_of(bytes_));
  const char wrong = static_cast<char>(bytes_[kBlock + 7] ^ 64);
  ASSERT_EQ(::pwrite(other.get(), &wrong, 1, kBlock + 7), 1);
  const std::string refused = "error " + std::to_string(EIO);
  EXPECT_EQ(read(file.get(), kBlock, 0), bytes_.substr(0, kBlock));
  EXPECT_EQ(take_damaged_block(), std::nullopt);
  EXPECT_EQ(read(file.get(), kBlock, kBlock), refused);
  EXPECT_EQ(take_damaged_block(), (DamagedBlock{"an index", 1}));
  EXPECT_EQ(take_damaged_block(), std::nullopt);
  // Parts of it, too, also where the part is right.
  EXPECT_EQ(read(file.get(), 1, 2 * kBlock - 1), refused);
  EXPECT_EQ(read(file.get(), 3 * kBlock, 0), refused);
  EXPECT_EQ(read(file.get(), 100, 2 * kBlock), bytes_.substr(2 * kBlock));
  // A file that was cut.
  ASSERT_EQ(::ftruncate(other.get(), 2 * kBlock + 50), 0);
  EXPECT_EQ(read(file.get(), kBlock, 2 * kBlock), refused);
  EXPECT_EQ(take_damaged_block(), (DamagedBlock{"an index", 2}));
  // Moved, it holds; given up, it does not.
  std::optional<CheckedReads> moved = std::move(checks);
  checks.reset();
  EXPECT_EQ(read(file.get(), kBlock, kBlock), refused);
  moved.reset();
  EXPECT_EQ(read(file.get(), 1, kBlock + 7), std::string(1, wrong));
  take_damaged_block();
}

TEST_F(CheckedPread, KeepsWhatWasFoundRightWhenItIsAskedForOftenAndNothingElse) {
  const Descriptor file = opened(), other = opened();
  const auto checks = CheckedReads::hold(file.get(), "an index", digests_of(bytes_));
  for (int i = 0; i < 300; ++i) ASSERT_EQ(read(file.get(), kBlock, 0), bytes_.substr(0, kBlock));
  const std::string zeros(2 * kBlock, '\0');
  ASSERT_EQ(::pwrite(other.get(), zeros.data(), zeros.size(), 0), 2 * kBlock);
  EXPECT_EQ(read(file.get(), kBlock, 0), bytes_.substr(0, kBlock));
  EXPECT_EQ(read(file.get(), 5, 3), bytes_.substr(3, 5));
  EXPECT_EQ(read(file.get(), kBlock, kBlock), "error " + std::to_string(EIO));
  EXPECT_EQ(read(file.get(), kBlock + 1, 0), "error " + std::to_string(EIO));
  EXPECT_EQ(take_damaged_block(), (DamagedBlock{"an index", 1}));
}

TEST_F(CheckedPread, HoldsManyFilesAndSaysWhenThereAreTooMany) {
  std::vector<CheckedReads> held;
  const Descriptor file = opened();
  for (int i = 0; i < 1000; ++i) {
    auto checks = CheckedReads::hold(file.get(), "an index", digests_of(bytes_));
    if (!checks) break;
    held.push_back(*std::move(checks));
  }
  EXPECT_GE(held.size(), 32U);
  EXPECT_LT(held.size(), 1000U);
  held.pop_back();
  EXPECT_TRUE(CheckedReads::hold(file.get(), "an index", digests_of(bytes_)));
}

TEST_F(CheckedPread, FailsAsTheSystemDoes) {
  EXPECT_EQ(read(-1, 1, 0), "error " + std::to_string(EBADF));
  const Descriptor folder(::open(directory_.path().c_str(), O_RDONLY | O_CLOEXEC));
  const auto checks = CheckedReads::hold(folder.get(), "an index", digests_of(bytes_));
  EXPECT_EQ(read(folder.get(), kBlock, 0), "error " + std::to_string(EISDIR));
  EXPECT_EQ(take_damaged_block(), std::nullopt);
}

}  // namespace
}  // namespace idsearch::store
