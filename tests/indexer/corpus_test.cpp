// SPDX-License-Identifier: GPL-2.0-or-later
// The shipped corpus read whole: every mark ends in a citation or a named diagnostic, and outline
// and notes are those of corpus/gold, which was worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"
#include "indexer/readers.hpp"
#include "tests/indexer/corpus_files.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;

/// The profiles of a format that has a reader here, by name.
std::vector<fs::path> profile_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kCorpus / "profiles"))
    if (indexer::format_of(entry.path().filename().string())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

Profile read(const fs::path& file) {
  return parse_profile(file.filename().string(), bytes_of(file));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

TEST(Corpus, HasProfilesWithCountryDateAndKnownSections) {
  const auto files = profile_files();
  EXPECT_GE(files.size(), 20u);
  for (const auto& file : files) {
    const Profile profile = read(file);
    EXPECT_TRUE(profile.country.has_value()) << file;
    EXPECT_TRUE(profile.updated.has_value()) << file;
    std::set<std::string> paths;
    for (const auto& section : profile.sections) paths.insert(section.path);
    for (const char* path :
         {"digital-id-overview", "law", "law/domestic-law-and-policy", "law/data-protection",
          "law/international-commitments", "designed-to-include"})
      EXPECT_TRUE(paths.contains(path)) << file << " lacks " << path;
  }
}

TEST(Corpus, EveryMarkEndsInACitationOrANamedDiagnostic) {
  for (const auto& file : profile_files()) {
    const Profile profile = read(file);
    std::size_t marks = 0;
    for (const auto& passage : profile.passages) {
      EXPECT_EQ(passage.text.find_first_of("[]"), std::string::npos)
          << passage.id << ": " << passage.text;
      for (const auto& mark : passage.marks) {
        ++marks;
        EXPECT_LE(mark.at, passage.text.size());
        const bool resolved = std::any_of(
            profile.notes.begin(), profile.notes.end(),
            [&](const Note& note) { return note.label == mark.note && is_resolved(note.status); });
        const bool named = std::any_of(
            profile.diagnostics.begin(), profile.diagnostics.end(),
            [&](const Diagnostic& diagnostic) { return diagnostic.label == mark.note; });
        EXPECT_TRUE(resolved || named) << passage.id << " mark " << mark.note;
      }
    }
    EXPECT_GE(marks, 20u) << file;
  }
}

std::string or_dash(std::string_view text) { return text.empty() ? "-" : std::string(text); }

/// The first four words; a word is what stands between white space, no-break spaces included.
std::string opening(const std::string& text) {
  std::string spaced = text;
  for (std::size_t at; (at = spaced.find("\u00a0")) != std::string::npos;)
    spaced.replace(at, 2, " ");
  std::istringstream in(spaced);
  std::string out, word;
  for (int n = 0; n < 4 && in >> word; ++n) out += (n ? " " : "") + word;
  return out;
}

/// A profile as the lines of gold/<id>.outline.tsv.
std::string outline_of(const Profile& profile) {
  std::ostringstream out;
  out << "country\t" << (profile.country ? profile.country->code : "-") << "\nupdated\t"
      << profile.updated.value_or("-") << '\n';
  for (std::size_t at = 0; at < profile.sections.size(); ++at) {
    const Section& section = profile.sections[at];
    out << "section\t" << section.path << '\t' << section.level << '\t'
        << (section.titles.empty() ? "-" : section.titles.back()) << '\n';
    for (const auto& passage : profile.passages) {
      if (passage.section != at) continue;
      std::vector<std::string> marks;
      for (const auto& mark : passage.marks) marks.push_back(mark.note);
      out << "passage\t" << passage.id << '\t' << name_of(passage.kind) << '\t'
          << or_dash(joined(marks)) << '\t' << opening(passage.text) << '\n';
    }
  }
  for (const auto& diagnostic : profile.diagnostics)
    out << "diagnostic\t" << name_of(diagnostic.kind) << '\t' << or_dash(diagnostic.label) << '\t'
        << or_dash(name_of(diagnostic.reason)) << '\n';
  return out.str();
}

/// The notes of a profile as the lines of gold/<id>.tsv.
std::string notes_of(const Profile& profile) {
  std::ostringstream out;
  for (const auto& note : profile.notes) {
    std::vector<std::string> sources;
    for (const auto& source : note.sources) sources.push_back(source.note);
    out << note.label << '\t' << name_of(note.status) << '\t' << joined(note.trail) << '\t'
        << or_dash(joined(sources)) << '\t'
        << (note.sources.empty() ? "-" : note.sources[0].pinpoint.value_or("-")) << '\n';
  }
  return out.str();
}

TEST(Corpus, OutlineAndNotesAreThoseOfTheHandMadeGold) {
  struct Kind {
    std::string ending;
    std::string (*render)(const Profile&);
    std::size_t compared = 0;
  } kinds[] = {{".outline.tsv", outline_of}, {".tsv", notes_of}};
  std::set<std::string> used;
  for (const auto& file : profile_files()) {
    const Profile profile = read(file);
    for (auto& kind : kinds) {
      const fs::path gold = kCorpus / "gold" / (profile.id + kind.ending);
      if (!fs::exists(gold)) continue;
      used.insert(gold.filename().string());
      EXPECT_EQ(kind.render(profile), bytes_of(gold)) << gold;
      ++kind.compared;
    }
  }
  for (const auto& kind : kinds) EXPECT_GE(kind.compared, 7u) << kind.ending;
  // A gold file without a profile would never be compared; one of a format to come may wait.
  for (const auto& entry : fs::directory_iterator(kCorpus / "gold")) {
    const std::string name = entry.path().filename().string();
    const std::string id = name.substr(0, name.find('.'));
    const bool waits = std::any_of(fs::directory_iterator(kCorpus / "profiles"),
                                   fs::directory_iterator{}, [&](const auto& profile) {
                                     return profile.path().stem() == id &&
                                            !indexer::format_of(profile.path().filename().string());
                                   });
    EXPECT_TRUE(used.contains(name) || waits) << name << " was compared with nothing";
  }
}

TEST(Corpus, OnlyTheDiagnosticsThatAreMeant) {
  std::vector<std::string> found;
  for (const auto& file : profile_files()) {
    const Profile profile = read(file);
    for (const auto& diagnostic : profile.diagnostics)
      found.push_back(profile.id + " " + std::string(name_of(diagnostic.kind)) + " " +
                      diagnostic.label);
  }
  // Kenya's notes 1 to 5 belong to a part that is left out, as on real pages.
  EXPECT_EQ(found, std::vector<std::string>{"kenya uncited-note 1-5"});
}

TEST(Sample, HasTheNotesMarksAndChainsOfThePage) {
  const fs::path file = fs::path(IDSEARCH_SOURCE_DIR) / "../shared/profiles/north-korea.txt";
  if (!fs::exists(file)) GTEST_SKIP() << "the sample is not here";
  const Profile profile = read(file);
  ASSERT_EQ(profile.notes.size(), 36u);
  const auto trail = [&](std::size_t label) { return joined(profile.notes[label - 1].trail); };
  EXPECT_EQ(trail(36), "36,28");
  EXPECT_EQ(trail(26), "26,25,24");
  EXPECT_EQ(trail(13), "13,12,1");
  EXPECT_EQ(trail(8), "8,6");
  EXPECT_EQ(trail(7), "7,5");
  EXPECT_EQ(trail(32), "32,31");
  EXPECT_EQ(profile.notes[20].sources.size(), 2u);
  std::size_t full = 0, ibid = 0, references = 0;
  for (const auto& note : profile.notes) {
    EXPECT_EQ(note.status, NoteStatus::Resolved) << note.label;
    if (note.text == "ibid")
      ++ibid;
    else if (note.text.find("(n ") != std::string::npos)
      ++references;
    else
      ++full;
  }
  EXPECT_EQ(full, 17u);
  EXPECT_EQ(ibid, 14u);
  EXPECT_EQ(references, 5u);
  std::vector<std::string> marks;
  for (const auto& passage : profile.passages)
    for (const auto& mark : passage.marks) marks.push_back(mark.note);
  EXPECT_EQ(joined(marks), "23,24,25,26,27,28,29,30,31,32,33,34,35,36");
  ASSERT_EQ(profile.diagnostics.size(), 1u);
  EXPECT_EQ(profile.diagnostics[0].kind, DiagnosticKind::UncitedNote);
  EXPECT_EQ(profile.diagnostics[0].label, "1-22");
}

}  // namespace
}  // namespace idsearch
