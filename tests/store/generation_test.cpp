// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/generation.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "sample_index.hpp"
#include "store/manifest.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

Names names_in(const fs::path& directory) {
  Names out;
  for (const auto& entry : fs::directory_iterator(directory))
    out.push_back(entry.path().filename().string());
  std::ranges::sort(out);
  return out;
}

const std::vector<SampleProfile> kOne{{"kenya", {"one"}}};
const std::vector<SampleProfile> kTwo{{"kenya", {"one"}}, {"nauru", {"two", "three"}}};

TEST(WriteLock, KeepsASecondWriterOutUntilItIsGone) {
  const TemporaryDirectory directory;
  const fs::path index = directory.path() / "deep" / "index";
  {
    const WriteLock lock(index, 0);
    EXPECT_EQ(error_of([&] { WriteLock(index, 0); }),
              "locked: index " + index.string() + " is locked by another writer");
    EXPECT_NE(error_of([&] { WriteLock(index, 0.01); }), "");
  }
  EXPECT_EQ(error_of([&] { WriteLock(index, 0); }), "");
}

TEST(WriteLock, StopsWaitingWhenTheRunIsCancelled) {
  const TemporaryDirectory directory;
  const WriteLock lock(directory.path(), 0);
  EXPECT_NE(error_of([&] { WriteLock(directory.path(), 1e9, [] { return true; }); }), "");
}

TEST(WriteLock, APlaceThatCannotBeMadeIsAnError) {
  EXPECT_TRUE(error_of([] { WriteLock("/dev/null/index", 0); }).starts_with("cannot-write: "));
}

TEST(Scratch, IsEmptyInsideTheIndexAndGoneAfterwards) {
  const TemporaryDirectory index;
  {
    const Scratch scratch(index.path());
    EXPECT_TRUE(fs::is_empty(scratch.path()));
    EXPECT_EQ(scratch.path().parent_path(), index.path());
    EXPECT_TRUE(scratch.path().filename().string().starts_with(".build-"));
    write_file(scratch.path() / "file", "x");
  }
  EXPECT_TRUE(fs::is_empty(index.path()));
}

TEST(Scratch, RemovesWhatDeadBuildsLeftAndNothingElse) {
  const TemporaryDirectory index;
  for (const char* name : {".build-1-1", ".trash-000001-x", "generations"})
    fs::create_directories(index.path() / name / "inner");
  const Scratch scratch(index.path());
  EXPECT_EQ(names_in(index.path()), (Names{scratch.path().filename().string(), "generations"}));
}

TEST(Publish, PutsACompleteGenerationInForce) {
  const TemporaryDirectory index;
  const Manifest published = publish_sample(index.path(), kTwo);
  EXPECT_EQ(published.number, 1u);
  EXPECT_EQ(names_in(index.path()), (Names{"current", "generations", "lock"}));
  const std::string name = "000001-" + published.generation;
  EXPECT_EQ(fs::read_symlink(index.path() / "current"), fs::path("generations") / name);
  EXPECT_EQ(names_in(index.path() / "generations" / name),
            (Names{"blocks", "index.glass", "manifest.json", "profiles.json", "stamp"}));

  auto current = current_manifest(index.path());
  ASSERT_TRUE(current);
  EXPECT_EQ(current->profiles, published.profiles);
  EXPECT_EQ(current->index_sha256, sha256_hex(read_file(index.path() / "current" / "index.glass")));
  EXPECT_TRUE(current_is_intact(index.path()));
}

TEST(Publish, NumbersGoOnFromTheHighestThereIs) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kOne);
  fs::create_directories(index.path() / "generations" / "000041-0123456789abcdef");
  EXPECT_EQ(publish_sample(index.path(), kTwo).number, 42u);
}

TEST(Publish, LeavesTheOldGenerationInForceWhenItFails) {
  if (::geteuid() == 0) {
    // Root may write anywhere; a directory in the way of the link stops it as well.
    const TemporaryDirectory index;
    const Manifest old = publish_sample(index.path(), kOne);
    fs::create_directories(index.path() / "current.tmp" / "in-the-way");
    EXPECT_TRUE(error_of([&] { publish_sample(index.path(), kTwo); }).starts_with("cannot-write:"));
    EXPECT_EQ(current_manifest(index.path())->generation, old.generation);
    EXPECT_EQ(names_in(index.path() / "generations"), Names{"000001-" + old.generation});
    return;
  }
  const TemporaryDirectory index;
  const Manifest old = publish_sample(index.path(), kOne);
  fs::permissions(index.path() / "generations", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_TRUE(error_of([&] { publish_sample(index.path(), kTwo); }).starts_with("cannot-write:"));
  fs::permissions(index.path() / "generations", fs::perms::owner_all);
  EXPECT_EQ(current_manifest(index.path())->generation, old.generation);
}

TEST(CurrentManifest, IsNoneWhenAnythingIsMissingOrChanged) {
  const TemporaryDirectory index;
  EXPECT_FALSE(current_manifest(index.path()));
  publish_sample(index.path(), kOne);
  for (const char* file : {"manifest.json", "profiles.json", "index.glass"}) {
    const fs::path path = index.path() / "current" / file;
    const std::string good = read_file(path);
    write_file(path, good.substr(0, good.size() - 3));
    EXPECT_FALSE(current_manifest(index.path())) << file;
    write_file(path, good);
    EXPECT_TRUE(current_manifest(index.path())) << file;
  }
}

TEST(CurrentIsIntact, SeesOneChangedByte) {
  const TemporaryDirectory index;
  EXPECT_FALSE(current_is_intact(index.path()));
  publish_sample(index.path(), kOne);
  const fs::path file = index.path() / "current" / "index.glass";
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] ^= 1;
  write_file(file, bytes);
  EXPECT_FALSE(current_is_intact(index.path()));
}

TEST(Prune, KeepsTheNewestAndTheCurrentOne) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kOne);
  for (const char* name : {"000002-aaaaaaaaaaaaaaaa", "000003-bbbbbbbbbbbbbbbb", "notes"})
    fs::create_directories(index.path() / "generations" / name);
  const std::string current = fs::read_symlink(index.path() / "current").filename().string();
  prune(index.path(), 2);
  EXPECT_EQ(names_in(index.path() / "generations"),
            (Names{current, "000002-aaaaaaaaaaaaaaaa", "000003-bbbbbbbbbbbbbbbb", "notes"}));
  prune(index.path(), 0);
  EXPECT_EQ(names_in(index.path() / "generations"),
            (Names{current, "000003-bbbbbbbbbbbbbbbb", "notes"}));
  EXPECT_EQ(names_in(index.path()), (Names{"current", "generations", "lock"}));
}

}  // namespace
}  // namespace idsearch::store
