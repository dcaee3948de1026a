// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stamp.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "sample_index.hpp"
#include "store/open_generation.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

class Stamp : public testing::Test {
 protected:
  void SetUp() override { manifest_ = publish_sample(index_.path(), {{"kenya", {"one two"}}}); }

  bool holds() const {
    const Descriptor directory(::open(directory_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const Descriptor file(::open((directory_ / kIndexFile).c_str(), O_RDONLY | O_CLOEXEC));
    return is_stamped(directory, file.get(), manifest_);
  }

  TemporaryDirectory index_;
  const fs::path directory_ = index_.path() / kCurrentLink;
  Manifest manifest_;
};

TEST_F(Stamp, HoldsForWhatWasPublished) { EXPECT_TRUE(holds()); }

TEST_F(Stamp, DoesNotHoldForACopy) {
  fs::copy_file(directory_ / kIndexFile, directory_ / "copy");
  fs::rename(directory_ / "copy", directory_ / kIndexFile);
  EXPECT_FALSE(holds());
  EXPECT_TRUE(compare_and_stamp(directory_, manifest_));
  EXPECT_TRUE(holds());
}

TEST_F(Stamp, OfAnotherGenerationIsNone) {
  manifest_.index_sha256[0] = manifest_.index_sha256[0] == '0' ? '1' : '0';
  EXPECT_FALSE(holds());
}

TEST_F(Stamp, ThatIsDamagedIsNone) {
  const std::string good = read_file(directory_ / kStampFile);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    write_file(directory_ / kStampFile, bad);
    EXPECT_FALSE(holds()) << bad;
  }
  for (std::size_t n = 0; n < good.size(); ++n) {
    write_file(directory_ / kStampFile, good.substr(0, n));
    EXPECT_FALSE(holds()) << n;
  }
  fs::remove(directory_ / kStampFile);
  EXPECT_FALSE(holds());
}

TEST_F(Stamp, IsNotGivenToDamagedBytes) {
  std::string bytes = read_file(directory_ / kIndexFile);
  bytes[bytes.size() / 2] ^= 4;
  fs::remove(directory_ / kStampFile);
  write_file(directory_ / kIndexFile, bytes);
  EXPECT_FALSE(compare_and_stamp(directory_, manifest_));
  EXPECT_FALSE(fs::exists(directory_ / kStampFile));
  fs::remove(directory_ / kIndexFile);
  EXPECT_FALSE(compare_and_stamp(directory_, manifest_));
}

TEST_F(Stamp, WhereNoneCanBeWrittenIsNoError) {
  fs::remove(directory_ / kStampFile);
  fs::create_directory(directory_ / (std::string(kStampFile) + ".tmp"));
  EXPECT_TRUE(compare_and_stamp(directory_, manifest_));
  EXPECT_FALSE(holds());
}

TEST_F(Stamp, BothDigestsTellDamage) {
  const Descriptor file(::open((directory_ / kIndexFile).c_str(), O_RDONLY | O_CLOEXEC));
  EXPECT_TRUE(has_bytes_of(file.get(), manifest_));
  Manifest of_earlier_program = manifest_;
  of_earlier_program.index_xxh3.clear();
  EXPECT_TRUE(has_bytes_of(file.get(), of_earlier_program));
  std::string bytes = read_file(directory_ / kIndexFile);
  bytes.back() ^= 1;
  write_file(directory_ / kIndexFile, bytes);
  EXPECT_FALSE(has_bytes_of(file.get(), manifest_));
  EXPECT_FALSE(has_bytes_of(file.get(), of_earlier_program));
}

}  // namespace
}  // namespace idsearch::store
