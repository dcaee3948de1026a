// SPDX-License-Identifier: GPL-2.0-or-later
// Profiles that cannot be read this time, from the outside: builds over corpora on the disk.
#include <gtest/gtest.h>

#include <sstream>

#include "idsearch/index.hpp"
#include "store/dump.hpp"
#include "store/reader.hpp"
#include "tests/store/sample_index.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;
using store::read_file;
using store::TemporaryDirectory;
using store::write_file;
using Outcome = BuildReport::Outcome;
using Names = std::vector<std::string>;

// Nested headings, a repeated one, topics, marks with ibid and a note that nobody cites.
std::string profile_with(const std::string& country, const std::string& word) {
  return "flag\n\n" + country + "\n\nLast updated : January 29, 2026\n\nDigital ID Overview\n\n" +
         "Police intercept the " + word +
         ".[1] A second sentence.[2]\n\nLaw\n\nData Protection\n\nA child was left "
         "stateless.[2]\n\n"
         "Data Protection\n\nThere is a law on registers.\n\n"
         "    1.^\n\n    Ann Lee, Report (2024) <https://example.org/r> accessed 2 May 2024.\n\n"
         "    2.^\n\n    ibid 12\n\n    3.^\n\n    Nobody cites this (2020).\n";
}

class Stale : public testing::Test {
 protected:
  Stale() : corpus_(root_.path() / "corpus"), index_(root_.path() / "index") {
    fs::create_directories(corpus_ / "africa");
    write_file(corpus_ / "africa" / "kenya.txt", profile_with("Kenya", "cards"));
    write_file(corpus_ / "nauru.txt", profile_with("Nauru", "births"));
    write_file(corpus_ / "tonga.txt", profile_with("Tonga", "registers"));
  }

  void break_kenya() { write_file(kenya(), "%PDF-1.7\n"); }
  fs::path kenya() const { return corpus_ / "africa" / "kenya.txt"; }

  BuildReport run(const std::function<void(BuildOptions&)>& change = {}) const {
    BuildOptions options;
    options.corpus = {corpus_.string()};
    options.index = index_.string();
    if (change) change(options);
    return build_index(options);
  }

  std::string dump() const {
    std::ostringstream out;
    store::dump({index_.string()}, out);
    return out.str();
  }

  // Without the line of statistics: of carried profiles only cited notes are known.
  std::string passages() const {
    const std::string all = dump();
    return all.substr(all.find("\nterm "));
  }

  static Names stale_ids(const BuildReport& report) {
    Names out;
    for (const StaleProfile& profile : report.stale) out.push_back(profile.id);
    return out;
  }

  const TemporaryDirectory root_;
  const fs::path corpus_, index_;
};

TEST_F(Stale, AProfileThatCannotBeReadKeepsItsVersionToTheLastPosting) {
  run();
  const std::string before = passages();
  break_kenya();
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.profiles, 3u);
  EXPECT_EQ(report.failed, 1u);
  ASSERT_EQ(stale_ids(report), Names{"kenya"});
  EXPECT_EQ(report.stale[0].file, "africa/kenya.txt");
  EXPECT_EQ(report.stale[0].reason, "looks like a PDF");
  EXPECT_EQ(report.stale[0].since.size(), 20u);
  EXPECT_EQ(report.rejected.size(), 1u);
  EXPECT_TRUE(report.changed.empty() && report.removed.empty() && report.added.empty());
  EXPECT_EQ(passages(), before);
}

TEST_F(Stale, AnErrorPageKeepsTheVersionThatItHides) {
  run();
  const std::string before = passages();
  write_file(kenya(), "404 Not Found\n\nnginx/1.18.0\n");
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(stale_ids(report), Names{"kenya"});
  ASSERT_EQ(report.rejected.size(), 1u);
  EXPECT_EQ(report.rejected[0].reason, "is an error page, no profile: \"404 Not Found\"");
  EXPECT_EQ(passages(), before);
}

TEST_F(Stale, AProfileThatLosesItsCountryIsNamed) {
  run();
  std::string text = profile_with("Kenya", "cards");
  text.replace(text.find("Kenya"), 5, "Our work");
  text.replace(text.find("Last updated : January 29, 2026"), 31, "Last updated : 02/03/2026");
  write_file(kenya(), text);
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.gate.warnings,
            Names{"profile kenya names no country any more, before it was Kenya (KE), and no date, "
                  "before it was 2026-01-29"});
  // Told once: the next time it is compared with itself.
  text += "\n";
  write_file(kenya(), text);
  EXPECT_EQ(run().gate.warnings, Names{});
}

TEST_F(Stale, TheNextNightIsUnchangedAndTheAgeGrows) {
  run();
  break_kenya();
  const BuildReport first = run();
  auto manifest = store::current_manifest(index_);
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->stale, 1u);
  const BuildReport second = run();
  EXPECT_EQ(second.outcome, Outcome::Unchanged);
  ASSERT_EQ(second.stale.size(), 1u);
  EXPECT_EQ(second.stale[0].since, first.stale[0].since);
  EXPECT_EQ(second.rejected.size(), 1u);
  // Others go on, and the version is carried over again.
  write_file(corpus_ / "nauru.txt", profile_with("Nauru", "passports"));
  const BuildReport third = run();
  EXPECT_EQ(third.outcome, Outcome::Published);
  EXPECT_EQ(third.changed, Names{"nauru"});
  EXPECT_EQ(third.stale.at(0).since, first.stale[0].since);
}

TEST_F(Stale, OnceItCanBeReadAgainNothingOfItIsLeft) {
  run();
  const std::string before = dump(), good = read_file(kenya());
  const std::string generation = store::current_manifest(index_)->generation;
  break_kenya();
  EXPECT_NE(run().generation, generation);
  write_file(kenya(), good);
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.generation, generation);
  EXPECT_EQ(dump(), before);
}

TEST_F(Stale, ADeletedProfileIsRemoved) {
  run();
  fs::remove(kenya());
  const BuildReport report = run();
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.removed, Names{"kenya"});
  EXPECT_EQ(report.profiles, 2u);
}

TEST_F(Stale, AStaleProfileThatIsDeletedIsRemoved) {
  run();
  break_kenya();
  run();
  fs::remove(kenya());
  const BuildReport report = run();
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.removed, Names{"kenya"});
}

TEST_F(Stale, AnEmptiedFileKeepsItsVersionWithAndWithoutCache) {
  // Emptied whole, or of all but its head.
  for (const auto& [cache, left] :
       {std::pair(true, ""), {false, ""}, {true, "Kenya\n"}, {false, "Kenya\n"}}) {
    fs::remove_all(index_);
    write_file(kenya(), profile_with("Kenya", "cards"));
    const auto with = [keep = cache](BuildOptions& options) { options.cache = keep; };
    run(with);
    const std::string before = passages();
    write_file(kenya(), left);
    const BuildReport report = run(with);
    EXPECT_EQ(report.outcome, Outcome::Published);
    EXPECT_EQ(stale_ids(report), Names{"kenya"});
    EXPECT_EQ(report.rejected.size(), 1u);
    EXPECT_EQ(passages(), before);
    EXPECT_EQ(run(with).outcome, Outcome::Unchanged);
    EXPECT_EQ(stale_ids(run(with)), Names{"kenya"});
    write_file(corpus_ / "nauru.txt",
               profile_with("Nauru", std::string(cache ? "visas" : "stamps") + left));
    EXPECT_EQ(stale_ids(run(with)), Names{"kenya"});
  }
}

TEST_F(Stale, WhatNeverHadAPassageIsNotStale) {
  write_file(corpus_ / "peru.txt", "Peru\n");
  run();
  write_file(corpus_ / "peru.txt", "Peru\n\n");
  EXPECT_TRUE(run().stale.empty());
  write_file(corpus_ / "chad.txt", "%PDF-1.7\n");
  const BuildReport report = run();
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.failed, 1u);
}

TEST_F(Stale, AnIdThatTwoFilesClaimIsNobodys) {
  run();
  write_file(corpus_ / "kenya.md", "# Kenya\n\nAnother text.\n");
  const BuildReport report = run();
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.failed, 1u);
  EXPECT_EQ(report.rejected.size(), 2u);
  EXPECT_EQ(report.removed, Names{"kenya"});
}

TEST_F(Stale, ADamagedIndexHasNothingToKeep) {
  run();
  const fs::path file = fs::canonical(index_ / "current") / "index.glass";
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_file(file, bytes);
  break_kenya();
  const BuildReport report = run();
  EXPECT_TRUE(report.stale.empty());
  EXPECT_EQ(report.removed, Names{"kenya"});
}

TEST_F(Stale, ProfilesOfAFaultyFileOfLinesAllKeepTheirVersions) {
  const fs::path lines = root_.path() / "docs.jsonl";
  write_file(lines, "{\"id\":\"A\",\"body\":\"A card.\"}\n{\"id\":\"B\",\"body\":\"A visa.\"}\n");
  const auto of_lines = [&](BuildOptions& options) {
    options.corpus = {lines.string()};
    options.force = "a test of few profiles";
  };
  run(of_lines);
  write_file(lines, "{\"id\":\"A\",\"body\":\"A card.\"}\n{\"id\":\n");
  const BuildReport report = run(of_lines);
  EXPECT_EQ(stale_ids(report), (Names{"A", "B"}));
  EXPECT_EQ(report.failed, 2u);
}

}  // namespace
}  // namespace idsearch
