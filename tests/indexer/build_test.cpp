// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

#include "idsearch/index.hpp"
#include "store/dump.hpp"
#include "store/reader.hpp"
#include "tests/store/sample_index.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;
using store::error_of;
using store::read_file;
using store::TemporaryDirectory;
using store::write_file;
using Outcome = BuildReport::Outcome;
using Names = std::vector<std::string>;

std::string profile_of(const std::string& country, const std::string& sentence) {
  return "flag\n\n" + country + "\n\nLast updated : January 29, 2026\n\nDigital ID Overview\n\n" +
         sentence +
         "[1] A second sentence.[2]\n\nLaw\n\nData Protection\n\nThere is a law on registers.\n\n"
         "    1.^\n\n    Report on Registers (2024) <https://example.org/r> accessed 2 May "
         "2024.\n\n"
         "    2.^\n\n    ibid\n";
}

class Build : public testing::Test {
 protected:
  Build() : corpus_(root_.path() / "corpus"), index_(root_.path() / "index") {
    fs::create_directories(corpus_ / "africa");
    write_file(corpus_ / "africa" / "kenya.txt", profile_of("Kenya", "Every card is counted."));
    write_file(corpus_ / "nauru.txt", profile_of("Nauru", "Every birth is entered."));
  }

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

  // Path and time of change of everything in the index.
  std::map<std::string, fs::file_time_type> state() const {
    std::map<std::string, fs::file_time_type> out;
    if (!fs::exists(index_)) return out;
    out["."] = fs::last_write_time(index_);
    for (const auto& entry : fs::recursive_directory_iterator(index_))
      if (!entry.is_symlink()) out[entry.path().string()] = entry.last_write_time();
    return out;
  }

  const TemporaryDirectory root_;
  const fs::path corpus_, index_;
};

TEST_F(Build, PublishesEveryProfileOfTheCorpus) {
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.profiles, 2u);
  EXPECT_EQ(report.passages, 4u);
  EXPECT_EQ(report.notes, 4u);
  EXPECT_TRUE(report.rejected.empty());
  const auto reader = store::Reader::open({index_.string()});
  EXPECT_EQ(reader.generation(), report.generation);
  const auto record = reader.find("kenya/law/data-protection/1");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "There is a law on registers.");
  EXPECT_EQ(record->file, "africa/kenya.txt");
  EXPECT_EQ(record->country, (Country{"KE", "Kenya"}));
}

TEST_F(Build, SameCorpusSameIndexWritesNothing) {
  const BuildReport first = run();
  const auto before = state();
  const BuildReport second = run();
  EXPECT_EQ(second.outcome, Outcome::Unchanged);
  EXPECT_EQ(second.generation, first.generation);
  EXPECT_EQ(second.profiles, 2u);
  EXPECT_EQ(second.passages, 4u);
  EXPECT_EQ(state(), before);
}

TEST_F(Build, NeitherThreadsNorOrderNorPlaceChangeTheIndex) {
  run([](BuildOptions& o) { o.jobs = 1; });
  const std::string one = dump();
  const std::string bytes = read_file(index_ / "current" / "index.glass");
  fs::remove_all(index_);
  const fs::path elsewhere = root_.path() / "elsewhere";
  fs::create_directories(elsewhere);
  fs::rename(corpus_ / "africa", elsewhere / "africa");
  run([&](BuildOptions& o) {
    o.jobs = 4;
    o.corpus = {elsewhere.string(), corpus_.string()};
  });
  EXPECT_EQ(dump(), one);
  const std::string other = read_file(index_ / "current" / "index.glass");
  ASSERT_EQ(other.size(), bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool is_uuid = i >= 16 && i < 32;
    ASSERT_TRUE(is_uuid || other[i] == bytes[i]) << "byte " << i;
  }
}

TEST_F(Build, AChangedNewOrVanishedProfileMakesANewGeneration) {
  const std::string first = run().generation;
  write_file(corpus_ / "nauru.txt", profile_of("Nauru", "Every birth is announced."));
  const std::string changed = run().generation;
  EXPECT_NE(changed, first);
  write_file(corpus_ / "tonga.txt", profile_of("Tonga", "Cards are optional."));
  const std::string added = run().generation;
  EXPECT_NE(added, changed);
  fs::remove(corpus_ / "tonga.txt");
  const BuildReport removed = run();
  EXPECT_EQ(removed.outcome, Outcome::Published);
  EXPECT_EQ(removed.generation, changed) << "the same content has the same id";
  EXPECT_FALSE(store::Reader::open({index_.string()}).find("tonga/digital-id-overview/1"));
}

TEST_F(Build, KeepsAsManyGenerationsAsAsked) {
  for (const char* word : {"one", "two", "three"}) {
    write_file(corpus_ / "nauru.txt", profile_of("Nauru", word));
    run([](BuildOptions& o) { o.keep = 2; });
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(index_ / "generations"), {}), 2);
}

TEST_F(Build, ADamagedIndexIsNotUnchangedButBuiltAnew) {
  run();
  const fs::path file = index_ / "current" / "index.glass";
  std::string bytes = read_file(file);
  bytes[bytes.size() / 2] ^= 1;
  write_file(file, bytes);
  EXPECT_EQ(run().outcome, Outcome::Published);
  EXPECT_TRUE(store::current_is_intact(index_));
}

TEST_F(Build, TwoFilesOfOneIdAreBothRejected) {
  write_file(corpus_ / "africa" / "Kenya.txt", profile_of("Kenya", "Which one is it?"));
  const BuildReport report = run();
  ASSERT_EQ(report.rejected.size(), 2u);
  const std::string a = (corpus_ / "africa" / "Kenya.txt").string();
  const std::string b = (corpus_ / "africa" / "kenya.txt").string();
  EXPECT_EQ(report.rejected[0].file, a);
  EXPECT_EQ(report.rejected[0].reason, "profile id \"kenya\" is also that of " + b);
  EXPECT_EQ(report.rejected[1].file, b);
  EXPECT_EQ(report.rejected[1].reason, "profile id \"kenya\" is also that of " + a);
  EXPECT_EQ(report.profiles, 1u);
}

TEST_F(Build, IdsByPathTellEditionsApart) {
  for (const char* year : {"2015", "2025"}) {
    fs::create_directories(corpus_ / year);
    write_file(corpus_ / year / "nauru.txt", profile_of("Nauru", year));
  }
  EXPECT_EQ(run().rejected.size(), 3u) << "stems alone do not";
  const BuildReport report = run([](BuildOptions& options) { options.ids_by_path = true; });
  EXPECT_TRUE(report.rejected.empty());
  EXPECT_EQ(report.profiles, 4u);
  const auto reader = store::Reader::open({index_.string()});
  const auto record = reader.find("2015-nauru/digital-id-overview/1");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->profile_id, "2015-nauru");
  EXPECT_EQ(record->file, "2015/nauru.txt");
  EXPECT_TRUE(reader.find("nauru/digital-id-overview/1")) << "stands at the top of the corpus";
  EXPECT_TRUE(reader.find("africa-kenya/digital-id-overview/1")) << "whether alone or not";
}

TEST_F(Build, AnOversizedProfileIsRejectedAndTheOthersAreTaken) {
  const fs::path large = corpus_ / "large.txt";
  write_file(large, "x");
  fs::resize_file(large, (std::uintmax_t{16} << 20) + 1);
  const BuildReport report = run();
  ASSERT_EQ(report.rejected.size(), 1u);
  EXPECT_EQ(report.rejected[0].file, large.string());
  EXPECT_EQ(report.rejected[0].reason, "is larger than 16 MiB");
  EXPECT_EQ(report.profiles, 2u);
}

TEST_F(Build, AnEmptyCorpusIsAUsageErrorAndNeverReplacesAnIndex) {
  const fs::path empty = root_.path() / "empty";
  fs::create_directories(empty);
  write_file(empty / "picture.png", "x");
  const auto build_empty = [&] {
    return error_of([&] { run([&](BuildOptions& o) { o.corpus = {empty.string()}; }); });
  };
  EXPECT_EQ(build_empty(), "usage: no profile found in " + empty.string());
  EXPECT_FALSE(fs::exists(index_));
  const std::string generation = run().generation;
  EXPECT_EQ(build_empty(), "gate-refused: no profile found in " + empty.string());
  const fs::path text = empty / "togo.txt";
  write_file(text, "");
  EXPECT_EQ(build_empty(), "gate-refused: no profile found in " + empty.string() + ": " +
                               text.string() + ": is empty");
  write_file(text, "Togo\n");
  EXPECT_EQ(build_empty(), "gate-refused: no passage found in " + empty.string());
  EXPECT_EQ(store::current_manifest(index_)->generation, generation);
}

TEST_F(Build, APathThatDoesNotExistIsAUsageError) {
  EXPECT_EQ(error_of([&] { run([](BuildOptions& o) { o.corpus.push_back("/no/such/path"); }); }),
            "usage: corpus path /no/such/path does not exist");
  EXPECT_FALSE(fs::exists(index_));
}

TEST_F(Build, DryRunTouchesNothing) {
  const BuildReport dry = run([](BuildOptions& o) { o.dry_run = true; });
  EXPECT_EQ(dry.outcome, Outcome::DryRun);
  EXPECT_EQ(dry.passages, 4u);
  EXPECT_FALSE(fs::exists(index_));
  EXPECT_EQ(run().generation, dry.generation);
  const auto before = state();
  write_file(corpus_ / "tonga.txt", profile_of("Tonga", "Cards are optional."));
  EXPECT_EQ(run([](BuildOptions& o) { o.dry_run = true; }).outcome, Outcome::DryRun);
  EXPECT_EQ(state(), before);
}

TEST_F(Build, DryRunLeavesTheStampOfACopiedIndexAsItIs) {
  run();
  const fs::path copy = root_.path() / "copy", stamp = copy / "current" / "stamp";
  fs::copy(index_, copy, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  const std::string before = read_file(stamp);
  const auto run_copy = [&](bool dry) {
    return run([&](BuildOptions& o) {
      o.index = copy.string();
      o.dry_run = dry;
    });
  };
  EXPECT_EQ(run_copy(true).outcome, Outcome::Unchanged);
  EXPECT_EQ(read_file(stamp), before);
  EXPECT_EQ(run_copy(false).outcome, Outcome::Unchanged);
  EXPECT_NE(read_file(stamp), before) << "a real run makes it that of the copy";
}

TEST_F(Build, CancelledAtAnyMomentLeavesTheOldGenerationAndNoRubbish) {
  const BuildReport first = run();
  write_file(corpus_ / "tonga.txt", profile_of("Tonga", "Cards are optional."));
  bool was_published = false;
  for (int moment = 0; moment < 1000 && !was_published; ++moment) {
    int asked = 0;
    const BuildReport report =
        run([&](BuildOptions& o) { o.cancelled = [&asked, moment] { return asked++ >= moment; }; });
    was_published = report.outcome == Outcome::Published;
    if (was_published) break;
    ASSERT_EQ(report.outcome, Outcome::Cancelled) << moment;
    // What serves is told, not what would have.
    ASSERT_EQ(report.generation, first.generation) << moment;
    ASSERT_EQ(report.profiles, first.profiles) << moment;
    ASSERT_EQ(report.passages, first.passages) << moment;
    ASSERT_EQ(report.notes, first.notes) << moment;
    Names names;
    for (const auto& entry : fs::directory_iterator(index_))
      names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    ASSERT_EQ(names, (Names{"current", "generations", "lock", "segments"})) << moment;
  }
  EXPECT_TRUE(was_published);
}

TEST_F(Build, AnotherWriterKeepsItOut) {
  run();
  const store::WriteLock lock(index_, 0);
  EXPECT_EQ(error_of([this] { run(); }),
            "locked: index " + index_.string() + " is locked by another writer");
}

TEST_F(Build, AnIndexInsideTheCorpusIsNotRead) {
  const auto inside = [this](BuildOptions& o) { o.index = (corpus_ / "index").string(); };
  EXPECT_EQ(run(inside).profiles, 2u);
  write_file(corpus_ / "index" / "notes.txt", profile_of("Tonga", "Not meant."));
  EXPECT_EQ(run(inside).outcome, Outcome::Unchanged);
}

TEST_F(Build, ReadsLinesOfJsonForMeasuring) {
  const fs::path lines = root_.path() / "docs.jsonl";
  write_file(lines,
             "{\"id\":\"MED-1\",\"title\":\"Cards\",\"body\":\"A card.\"}\n"
             "{\"id\":\"MED-2\",\"body\":\"A register.\"}\n");
  const auto of_lines = [&](BuildOptions& o) { o.corpus = {lines.string()}; };
  EXPECT_EQ(run(of_lines).passages, 2u);
  EXPECT_EQ(store::Reader::open({index_.string()}).find("MED-2")->text, "A register.");
  EXPECT_EQ(run(of_lines).outcome, Outcome::Unchanged);

  write_file(lines,
             "{\"id\":\"MED-1\",\"body\":\"A card.\"}\n{\"id\":\"MED-1\"}\n{\"id\":\"3\"}\n");
  const BuildReport doubled = run(of_lines);
  EXPECT_EQ(doubled.rejected.size(), 2u);
  EXPECT_EQ(doubled.profiles, 1u);
}

TEST_F(Build, DiagnosticsNameTheFileAsItCanBeOpened) {
  write_file(corpus_ / "nauru.txt", profile_of("Nauru", "Cited.[1] Not given.[9]"));
  const BuildReport report = run();
  const auto dangling = std::ranges::find_if(report.diagnostics, [](const FileDiagnostic& d) {
    return d.diagnostic.kind == DiagnosticKind::DanglingMark;
  });
  ASSERT_NE(dangling, report.diagnostics.end());
  EXPECT_EQ(dangling->file, (corpus_ / "nauru.txt").string());
}

TEST_F(Build, FaultyRulesAreToldBeforeAnythingIsDone) {
  EXPECT_TRUE(error_of([this] {
                run([](BuildOptions& o) { o.parse.topic_rules = "/no/such/rules"; });
              }).starts_with("bad-configuration: "));
  EXPECT_FALSE(fs::exists(index_));
}

TEST_F(Build, OtherRulesOrLanguageMakeAnotherGeneration) {
  const std::string generation = run().generation;
  EXPECT_NE(run([](BuildOptions& o) { o.parse.default_language = "fr"; }).generation, generation);
}

// Eight profiles that are more than the gate lets go.
class BuildGate : public Build {
 protected:
  BuildGate() {
    for (const char* name : {"chad", "fiji", "iran", "mali", "oman", "peru"})
      write_file(corpus_ / (std::string(name) + ".txt"), profile_of(name, "A card is made."));
    run();
    for (const char* name : {"chad", "fiji", "iran", "mali"})
      fs::remove(corpus_ / (std::string(name) + ".txt"));
  }
};

TEST_F(BuildGate, WhatIsRefusedDoesNotServe) {
  const std::string before = dump();
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Refused);
  EXPECT_EQ(report.profiles, 8u) << "of the generation that serves";
  EXPECT_EQ(report.generation, store::current_manifest(index_)->generation);
  EXPECT_EQ(report.gate.refusals,
            Names{"profiles drop from 8 to 4: more than 5 % and more than 3"});
  EXPECT_EQ(report.removed, (Names{"chad", "fiji", "iran", "mali"}));
  EXPECT_EQ(dump(), before);
  EXPECT_EQ(run().outcome, Outcome::Refused) << "again";
}

TEST_F(Build, AProfileThatLostMostOfItsPassagesIsTold) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += "Card number " + std::to_string(i) + " is made.\n\n";
  write_file(corpus_ / "chad.txt", profile_of("chad", text));
  run();
  write_file(corpus_ / "chad.txt",
             "flag\n\nChad\n\nLast updated : January 29, 2026\n\nCards are made.\n");
  const BuildReport report =
      run([](BuildOptions& options) { options.gate.passages_drop_percent = 100; });
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.gate.warnings, Names{"profile chad drops from 7 passages to 1"});
}

TEST_F(BuildGate, ForcePublishesAndItsReasonIsKept) {
  const BuildReport report = run([](BuildOptions& options) { options.force = "four countries"; });
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.gate.refusals.size(), 1u);
  const auto manifest = store::current_manifest(index_);
  ASSERT_TRUE(manifest && manifest->forced);
  EXPECT_EQ(manifest->forced->reason, "four countries");
  EXPECT_EQ(manifest->forced->refusals, report.gate.refusals);
  EXPECT_EQ(run().outcome, Outcome::Unchanged);
}

TEST_F(BuildGate, WiderLimitsLetItPass) {
  EXPECT_EQ(run([](BuildOptions& options) { options.gate.profiles_drop = 4; }).outcome,
            Outcome::Published);
}

TEST_F(BuildGate, ADryRunTellsTheVerdictAndWritesNothing) {
  const auto before = state();
  const BuildReport report = run([](BuildOptions& options) { options.dry_run = true; });
  EXPECT_EQ(report.outcome, Outcome::DryRun);
  EXPECT_EQ(report.gate.refusals.size(), 1u);
  EXPECT_EQ(state(), before);
}

TEST_F(BuildGate, AGoldenQueryIsAskedOfTheNewGeneration) {
  const auto with_rank = [](std::size_t rank) {
    return [rank](BuildOptions& options) {
      options.gate.profiles_drop = 4;
      options.golden = {{"card", "kenya/digital-id-overview/1", 5}};
      options.golden_ranks = [rank](const std::string& index, const std::vector<GoldenQuery>&) {
        const auto reader = store::Reader::open({index});
        EXPECT_TRUE(reader.find("kenya/digital-id-overview/1"));
        EXPECT_FALSE(reader.find("chad/digital-id-overview/1"));
        return std::vector<std::size_t>{rank};
      };
    };
  };
  const BuildReport report = run(with_rank(0));
  EXPECT_EQ(report.outcome, Outcome::Refused);
  EXPECT_EQ(report.gate.refusals, Names{"golden query \"card\" does not find "
                                        "kenya/digital-id-overview/1 among the first 5"});
  EXPECT_EQ(run(with_rank(5)).outcome, Outcome::Published);
  for (const auto& entry : fs::directory_iterator(index_ / "current"))
    EXPECT_NE(entry.path().filename(), "current");
}

TEST_F(Build, TheFirstGenerationIsNeverRefused) {
  write_file(corpus_ / "a.txt", "%PDF-1.7\n");
  write_file(corpus_ / "b.txt", "%PDF-1.7\n");
  const BuildReport report = run();
  EXPECT_EQ(report.outcome, Outcome::Published);
  EXPECT_EQ(report.failed, 2u);
  EXPECT_EQ(report.gate.warnings,
            Names{"2 profiles of 4 cannot be read: more than 2 % and more than 1"});
}

}  // namespace
}  // namespace idsearch
