// SPDX-License-Identifier: GPL-2.0-or-later
// Are the shipped profiles worth citing: each in its own words, of a fair length, and every source
// with a dated line of evidence (corpus/README.md, "Adding a profile")?
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"
#include "indexer/readers.hpp"
#include "tests/indexer/corpus_files.hpp"
#include "text/analyzer.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;

/// Shared words in a row that are no longer chance. Seven: the longest runs that independently
/// written profiles were found to share, names apart, have six.
constexpr std::size_t kRun = 7;

/// What corpus/README.md promises of the body, headings and notes not counted.
constexpr std::size_t kLeastWords = 600, kMostWords = 1500;

/// Names of treaties and bodies, which nobody can put into own words.
constexpr std::string_view kNames[] = {
    "convention on the rights of the child",
    "committee on the rights of the child",
    "covenant on economic social and cultural rights",
    "committee on economic social and cultural rights",
    "covenant on civil and political rights",
    "convention on the elimination of all forms of discrimination against women",
    "committee on the elimination of discrimination against women",
    "convention on the elimination of all forms of racial discrimination",
    "convention on the reduction of statelessness",
    "convention relating to the status of stateless persons",
    "convention relating to the status of refugees",
};

std::vector<Profile> profiles() {
  std::vector<Profile> all;
  for (const auto& entry : fs::directory_iterator(kCorpus / "profiles")) {
    const std::string file = entry.path().filename().string();
    if (indexer::format_of(file)) all.push_back(parse_profile(file, bytes_of(entry.path())));
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

/// The words of a text, folded, without joined forms; a name of kNames is one word that no other
/// profile has.
std::vector<std::string> words_of(const text::Analyzer& analyzer, const std::string& text,
                                  const std::string& owner) {
  std::string line = " ";
  for (const auto& token : analyzer.analyze(text))
    if (!token.joined) line += token.folded + " ";
  for (const auto& name : kNames) {
    const std::string spaced = " " + std::string(name) + " ";
    for (std::size_t at; (at = line.find(spaced)) != std::string::npos;)
      line.replace(at, spaced.size(), " [" + owner + "] ");
  }
  std::istringstream in(line);
  return {std::istream_iterator<std::string>(in), {}};
}

std::string run_at(const std::vector<std::string>& words, std::size_t at) {
  std::string run;
  for (std::size_t i = at; i < at + kRun; ++i) run += words[i] + " ";
  return run;
}

/// Runs of kRun words that stand in two profiles, with the ids of both.
std::vector<std::string> shared_runs(const std::vector<Profile>& all) {
  const text::Analyzer analyzer;
  std::map<std::string, std::string> owner_of;
  std::vector<std::string> shared;
  for (const auto& profile : all)
    for (const auto& passage : profile.passages) {
      const auto words = words_of(analyzer, passage.text, profile.id);
      for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
        const std::string run = run_at(words, at);
        const auto [owner, is_new] = owner_of.emplace(run, profile.id);
        if (!is_new && owner->second != profile.id)
          shared.push_back(owner->second + ", " + profile.id + ": " + run);
      }
    }
  return shared;
}

Profile profile_saying(const std::string& id, const std::string& text) {
  return parse_profile(id + ".txt", "Kenya\n\nLaw\n\n" + text + "\n");
}

TEST(CorpusProse, SharesNoSentenceBetweenTwoProfiles) {
  EXPECT_EQ(shared_runs(profiles()), std::vector<std::string>{});
}

TEST(CorpusProse, ASharedRunIsSeenThroughCaseMarksAndPunctuationButANameIsNone) {
  const auto a = profile_saying("a", "Births must be entered within thirty days of the event.");
  const auto b = profile_saying("b", "There, births must be entered (within thirty days), or not.");
  EXPECT_EQ(shared_runs({a, b}),
            std::vector<std::string>{"a, b: births must be entered within thirty days "});
  const auto c =
      profile_saying("c", "It ratified the Convention on the Rights of the Child in May.");
  const auto d = profile_saying("d", "He cites the Convention on the Rights of the Child in full.");
  EXPECT_EQ(shared_runs({c, d}), std::vector<std::string>{});
  EXPECT_EQ(shared_runs({a, a}), std::vector<std::string>{});
}

TEST(CorpusProse, EachBodyHasAFairLength) {
  for (const auto& profile : profiles()) {
    std::size_t words = 0;
    for (const auto& passage : profile.passages) {
      std::istringstream in(passage.text);
      words += static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(in), {}));
    }
    EXPECT_GE(words, kLeastWords) << profile.id;
    EXPECT_LE(words, kMostWords) << profile.id;
  }
}

/// The lines `- <address> (notes 1, 4): facts — verified 2026-11-23: how.` of a profile.
struct Evidence {
  std::map<std::string, std::string> notes_of;  ///< address to "1, 4"
  std::vector<std::string> faulty;              ///< lines that are not of that form
};

Evidence evidence_of(const std::string& id) {
  Evidence evidence;
  std::istringstream in(bytes_of(kCorpus / "evidence" / (id + ".md")));
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("- ")) continue;
    const std::size_t address_end = line.find("> (note"), notes_end = line.find("): ");
    const std::size_t dated = line.rfind(" \u2014 verified 20");
    const std::size_t notes = line.find(' ', address_end + 2) + 1;
    const bool in_order = line.starts_with("- <http") && address_end < notes && notes < notes_end &&
                          notes_end < dated && dated != std::string::npos;
    // " — verified 2026-11-23: "
    const std::string day = in_order ? line.substr(dated + 14, 12) : "";
    if (day.size() != 12 || day[4] != '-' || day[7] != '-' || !day.ends_with(": ") ||
        !evidence.notes_of
             .emplace(line.substr(3, address_end - 3), line.substr(notes, notes_end - notes))
             .second)
      evidence.faulty.push_back(line);
  }
  return evidence;
}

TEST(CorpusProse, EachCitedAddressHasADatedLineOfEvidenceWithItsNotesAndNoOtherHas) {
  for (const auto& profile : profiles()) {
    std::map<std::string, std::string> cited;
    for (const auto& note : profile.notes) {
      std::set<std::string> here;
      for (const auto& source : note.sources)
        if (source.reference.url) here.insert(*source.reference.url);
      for (const auto& url : here) cited[url] += (cited[url].empty() ? "" : ", ") + note.label;
    }
    const Evidence evidence = evidence_of(profile.id);
    EXPECT_EQ(evidence.faulty, std::vector<std::string>{}) << profile.id;
    EXPECT_EQ(evidence.notes_of, cited) << profile.id;
  }
}

}  // namespace
}  // namespace idsearch
