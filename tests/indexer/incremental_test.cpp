// SPDX-License-Identifier: GPL-2.0-or-later
// An index that grew by edits is the index that is built from nothing.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "idsearch/index.hpp"
#include "tests/repetitions.hpp"
#include "tests/store/sample_index.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;
using store::read_file;
using store::TemporaryDirectory;
using store::write_file;
using Outcome = BuildReport::Outcome;

class Incremental : public testing::Test {
 protected:
  Incremental() : corpus_(root_.path() / "corpus"), index_(root_.path() / "index") {
    fs::create_directories(corpus_);
  }

  // A profile of about `kilobytes`, most of them blanks that nobody keeps: only the bytes of files
  // decide the segments.
  void write_profile(const std::string& name, unsigned kilobytes) {
    std::string text = "flag\n\n" + name + "\n\nLast updated : January 29, 2026\n\nLaw\n\n";
    for (unsigned i = 0; i < kilobytes / 4 + 1; ++i) {
      for (int word = 0; word < 20; ++word) text += "word" + std::to_string(below(300)) + " ";
      text += "end.[" + std::to_string(1 + i % 3) + "]\n" + std::string(3900, ' ') + "\n";
    }
    for (int note = 1; note <= 3; ++note)
      text += "    " + std::to_string(note) + ".^\n\n    Report " + std::to_string(below(9)) +
              " (2024) <https://example.org/r> accessed 2 May 2024.\n\n";
    write_file(corpus_ / (name + ".txt"), text);
    names_.insert(name);
  }

  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

  std::string any_name() {
    return *std::next(names_.begin(), static_cast<std::ptrdiff_t>(random_() % names_.size()));
  }

  void edit() {
    switch (below(3)) {
      case 0:
        write_profile("new" + std::to_string(below(1000)), 10 + below(120));
        break;
      case 1:
        write_profile(any_name(), 10 + below(120));
        break;
      default:
        if (names_.size() < 5) return;
        const std::string name = any_name();
        fs::remove(corpus_ / (name + ".txt"));
        names_.erase(name);
    }
  }

  BuildReport build(const fs::path& index, bool cache = true, std::size_t jobs = 2) const {
    BuildOptions options;
    options.corpus = {corpus_.string()};
    options.index = index.string();
    options.cache = cache;
    options.jobs = jobs;
    return build_index(options);
  }

  // Without Xapian's UUID.
  static std::string bytes(const fs::path& index) {
    std::string out = read_file(index / "current" / "index.glass");
    return out.replace(16, 16, 16, '\0');
  }

  std::string from_nothing() const {
    const TemporaryDirectory other;
    build(other.path() / "index", false, 1);
    return bytes(other.path() / "index");
  }

  std::vector<fs::path> kept(const std::string& ending) const {
    std::vector<fs::path> out;
    if (!fs::exists(index_ / "segments")) return out;
    for (const auto& entry : fs::directory_iterator(index_ / "segments"))
      if (entry.path().extension() == ending) out.push_back(entry.path());
    return out;
  }

  std::mt19937 random_{20260129};
  const TemporaryDirectory root_;
  const fs::path corpus_, index_;
  std::set<std::string> names_;
};

TEST_F(Incremental, GivesTheBytesOfAFullBuildAfterAnyEdits) {
  for (int i = 0; i < 40; ++i) write_profile("p" + std::to_string(i), 20 + below(60));
  EXPECT_EQ(build(index_).reused_segments, 0u);
  const std::size_t rounds = repetitions(6u, 3u);
  std::size_t reused = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (unsigned edits = 1 + below(3); edits > 0; --edits) edit();
    const BuildReport report = build(index_);
    reused += report.reused_segments;
    ASSERT_TRUE(bytes(index_) == from_nothing()) << "round " << round;
    EXPECT_EQ(kept("").size(), report.segments) << "what the index is made of, and no more";
    EXPECT_EQ(kept(".json").size(), report.segments);
  }
  EXPECT_GT(reused, rounds);
}

TEST_F(Incremental, ReportsAndDiagnosticsAreThoseOfAFullBuild) {
  for (const char* name : {"a", "b", "c"}) write_profile(name, 300);
  build(index_);
  write_profile("b", 300);
  const BuildReport report = build(index_);
  EXPECT_GT(report.reused_segments, 0u);
  const BuildReport full = build(root_.path() / "other");
  EXPECT_EQ(report.passages, full.passages);
  EXPECT_EQ(report.notes, full.notes);
  ASSERT_EQ(report.diagnostics.size(), full.diagnostics.size());
  EXPECT_FALSE(full.diagnostics.empty());
  for (std::size_t i = 0; i < full.diagnostics.size(); ++i) {
    EXPECT_EQ(report.diagnostics[i].file, full.diagnostics[i].file);
    EXPECT_EQ(report.diagnostics[i].diagnostic, full.diagnostics[i].diagnostic);
  }
}

// What is kept of the others stands in segments whose borders are elsewhere now.
TEST_F(Incremental, OnlyProfilesThatChangedAreReadAgain) {
  for (int i = 10; i < 50; ++i) write_profile("p" + std::to_string(i), 40);
  EXPECT_EQ(build(index_).reused_profiles, 0u);
  write_profile("p20", 41);
  BuildReport report = build(index_);
  EXPECT_EQ(report.reused_profiles, 39u);
  EXPECT_LT(report.reused_segments, report.segments);
  write_profile("new", 30);
  fs::remove(corpus_ / "p30.txt");
  fs::remove(corpus_ / "p44.txt");
  names_.erase("p30");
  report = build(index_);
  EXPECT_EQ(report.reused_profiles, 38u);
  EXPECT_TRUE(bytes(index_) == from_nothing());
}

TEST_F(Incremental, ADamagedSegmentIsWrittenAnew) {
  for (const char* name : {"a", "b", "c", "d"}) write_profile(name, 300);
  const std::size_t all = build(index_).segments;
  ASSERT_GT(all, 2u);
  for (const std::string ending : {"", ".json"}) {
    for (int rounds = repetitions(4, 2); rounds > 0; --rounds) {
      write_profile("d", 300);
      const std::vector<fs::path> files = kept(ending);
      const fs::path& file = files[random_() % files.size()];
      std::string damaged = read_file(file);
      const std::size_t at = random_() % damaged.size();
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << below(8)));
      if (rounds == 1) damaged.resize(at);
      write_file(file, damaged);
      const BuildReport report = build(index_);
      EXPECT_LT(report.reused_segments, all);
      ASSERT_TRUE(bytes(index_) == from_nothing()) << file << " at " << at;
    }
  }
}

TEST_F(Incremental, SegmentsOfAnotherProfileUnderTheNameAreNotTaken) {
  for (const char* name : {"a", "b", "c", "d"}) write_profile(name, 300);
  build(index_);
  const std::vector<fs::path> files = kept("");
  ASSERT_GT(files.size(), 1u);
  fs::copy_file(files[0], files[1], fs::copy_options::overwrite_existing);
  write_profile("d", 300);
  build(index_);
  EXPECT_TRUE(bytes(index_) == from_nothing());
}

TEST_F(Incremental, NoCacheKeepsNothingAndRemovesWhatWasKept) {
  write_profile("a", 20);
  build(index_);
  EXPECT_EQ(kept("").size(), 1u);
  write_profile("a", 20);
  EXPECT_EQ(build(index_, false).reused_segments, 0u);
  EXPECT_FALSE(fs::exists(index_ / "segments"));
}

TEST_F(Incremental, OtherRulesUseNoOldSegment) {
  write_profile("a", 20);
  build(index_);
  BuildOptions options;
  options.corpus = {corpus_.string()};
  options.index = index_.string();
  options.parse.default_language = "fr";
  EXPECT_EQ(build_index(options).reused_segments, 0u);
}

TEST_F(Incremental, ACacheThatCannotBeWrittenCostsOnlyTime) {
  write_profile("a", 20);
  fs::create_directories(index_);
  write_file(index_ / "segments", "a file where a directory should be");
  EXPECT_EQ(build(index_).outcome, Outcome::Published);
  EXPECT_TRUE(bytes(index_) == from_nothing());
  EXPECT_FALSE(fs::exists(index_ / "current" / "segment-000000"));
}

TEST_F(Incremental, ALineOfJsonThatMovedIsReadAnew) {
  const auto line = [](const std::string& id) {
    return "{\"id\": \"" + id + "\", \"title\": \"t\", \"body\": \"some words\"}\n";
  };
  write_file(corpus_ / "docs.jsonl", line("a") + line("b"));
  build(index_);
  write_file(corpus_ / "docs.jsonl", line("c") + line("a") + line("b"));
  build(index_);
  EXPECT_TRUE(bytes(index_) == from_nothing());
}

}  // namespace
}  // namespace idsearch
