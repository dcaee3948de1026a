// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "sample_index.hpp"
#include "store/generation.hpp"

namespace idsearch::store {
namespace {

const std::vector<SampleProfile> kProfiles{{"kenya", {"one two", "two"}}, {"nauru", {"three"}}};

class Verify : public testing::Test {
 protected:
  Verify() : manifest_(sample_manifest(kProfiles)), file_(directory_.path() / "index.glass") {
    write_sample(directory_.path(), kProfiles, manifest_);
  }

  std::string verdict() const {
    return error_of([this] { verify(file_, manifest_); });
  }

  const TemporaryDirectory directory_;
  Manifest manifest_;
  const std::filesystem::path file_;
};

constexpr const char* kRefused = "integrity: the new index did not pass its check: ";

TEST_F(Verify, PassesAGoodIndex) { EXPECT_EQ(verdict(), ""); }

TEST_F(Verify, CountsPassages) {
  manifest_.passages = 4;
  EXPECT_EQ(verdict(), std::string(kRefused) + "it holds 3 passages instead of 4");
}

TEST_F(Verify, LooksForEveryProfile) {
  manifest_.profiles[1].passages = 2;
  EXPECT_EQ(verdict(), std::string(kRefused) + "profile nauru does not have its 2 passages");
}

TEST_F(Verify, ComparesMetadata) {
  manifest_.generation = "0000000000000000";
  EXPECT_EQ(verdict(),
            std::string(kRefused) + "its metadata idsearch.generation is not what was written");
}

TEST_F(Verify, RefusesTwoPassagesOfTheSameId) {
  const std::vector<SampleProfile> doubled{{"kenya", {"one"}}, {"kenya2", {"one"}}};
  Manifest manifest = sample_manifest(doubled);
  manifest.profiles.clear();
  const TemporaryDirectory directory;
  std::vector<std::filesystem::path> segments;
  for (const char* name : {"a", "b"}) {
    segments.push_back(directory.path() / name);
    SegmentWriter writer(segments.back());
    writer.add(sample_passage("kenya", 1, "one"));
    writer.finish();
  }
  merge_segments(segments,
                 {{std::string(kMetaSchema), std::to_string(manifest.schema)},
                  {std::string(kMetaFingerprint), manifest.fingerprint},
                  {std::string(kMetaGeneration), manifest.generation}},
                 directory.path() / "index.glass");
  EXPECT_EQ(error_of([&] { verify(directory.path() / "index.glass", manifest); }),
            std::string(kRefused) + "passage id \"kenya/_/1\" does not stand for one passage");
}

TEST_F(Verify, RefusesWhatIsNoIndex) {
  write_file(file_, "auto /somewhere\n");
  EXPECT_TRUE(verdict().starts_with("integrity: ")) << verdict();
  write_file(file_, "");
  EXPECT_TRUE(verdict().starts_with("integrity: ")) << verdict();
}

TEST_F(Verify, RefusesAZeroedBlock) {
  std::string bytes = read_file(file_);
  // Every block but the first, which is the version file: zeroes are never what was written there.
  ASSERT_GT(bytes.size(), 8192u);
  for (std::size_t at = 8192; at < bytes.size(); ++at) bytes[at] = 0;
  write_file(file_, bytes);
  EXPECT_TRUE(verdict().starts_with("integrity: ")) << verdict();
}

}  // namespace
}  // namespace idsearch::store
