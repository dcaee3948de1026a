// SPDX-License-Identifier: GPL-2.0-or-later
// The shipped corpus read whole: every mark ends in a citation or a named diagnostic, and the notes
// lead where corpus/gold says, which was worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(IDSEARCH_SOURCE_DIR) / "corpus";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> profile_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kCorpus / "profiles"))
    files.push_back(entry.path());
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
  EXPECT_GE(files.size(), 6u);
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

TEST(Corpus, NotesLeadWhereTheHandMadeGoldSays) {
  std::size_t rows = 0;
  for (const auto& entry : fs::directory_iterator(kCorpus / "gold")) {
    const Profile profile = read(kCorpus / "profiles" / entry.path().stem().concat(".txt"));
    std::istringstream gold(bytes_of(entry.path()));
    for (std::string line; std::getline(gold, line);) {
      const std::string label = line.substr(0, line.find('\t'));
      const auto note = std::find_if(profile.notes.begin(), profile.notes.end(),
                                     [&](const Note& n) { return n.label == label; });
      ASSERT_NE(note, profile.notes.end()) << entry.path() << ": " << line;
      std::vector<std::string> sources;
      for (const auto& source : note->sources) sources.push_back(source.note);
      const std::string got = label + "\t" + std::string(name_of(note->status)) + "\t" +
                              joined(note->trail) + "\t" + joined(sources) + "\t" +
                              note->sources[0].pinpoint.value_or("-");
      EXPECT_EQ(got, line) << entry.path();
      ++rows;
    }
  }
  EXPECT_GE(rows, 100u);
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
