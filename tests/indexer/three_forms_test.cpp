// SPDX-License-Identifier: GPL-2.0-or-later
// One profile saved in several formats is the same profile: passages, marks, notes, where they
// lead, and ids. The text dump is what the others are compared with.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch {
namespace {

// The other forms beside profile.txt; a new format is one more ending.
const std::vector<std::string> kEndings{".md"};

Profile read_form(const std::string& ending) {
  const std::string name = "profile" + ending;
  std::ifstream in(std::filesystem::path(IDSEARCH_SOURCE_DIR) / "tests/cases/forms" / name,
                   std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_FALSE(bytes.empty()) << name;
  return parse_profile(name, bytes);
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : separator) + part;
  return out;
}

std::string shown_head(const Profile& profile) {
  return profile.id + " · " + profile.title + " · " +
         (profile.country ? profile.country->code + " " + profile.country->name : "?") + " · " +
         profile.updated.value_or("?") + " · " + profile.language;
}

std::string shown_passages(const Profile& profile) {
  std::ostringstream out;
  for (const Passage& passage : profile.passages) {
    const Section& section = profile.sections[passage.section];
    out << passage.id << " (" << joined(section.titles, " > ") << ") " << name_of(passage.kind)
        << " " << passage.language << ": " << passage.text;
    for (const Mark& mark : passage.marks) out << " " << mark.note << "@" << mark.at;
    for (const TopicTag& topic : passage.topics) out << " #" << topic.name;
    out << "\n";
  }
  return out.str();
}

// By number: formats may define notes in any order.
std::string shown_notes(const Profile& profile) {
  std::vector<const Note*> notes;
  for (const Note& note : profile.notes) notes.push_back(&note);
  std::sort(notes.begin(), notes.end(), [](const Note* a, const Note* b) {
    return a->label.size() != b->label.size() ? a->label.size() < b->label.size()
                                              : a->label < b->label;
  });
  std::ostringstream out;
  for (const Note* note : notes) {
    out << note->label << " " << name_of(note->status) << " " << joined(note->trail, ">") << ": "
        << note->text << "\n";
    for (const Source& source : note->sources) {
      out << "  " << source.note << "/" << source.part << " " << source.text << " "
          << source.pinpoint.value_or("-") << " " << source.reference.url.value_or("-") << "\n";
    }
  }
  return out.str();
}

std::string shown_diagnostics(const Profile& profile) {
  std::ostringstream out;
  for (const Diagnostic& diagnostic : profile.diagnostics) {
    out << name_of(diagnostic.kind) << " " << diagnostic.label << ": " << diagnostic.message
        << "\n";
  }
  return out.str();
}

TEST(ThreeForms, TheTextDumpSaysWhatTheOthersAreComparedWith) {
  const Profile profile = read_form(".txt");
  EXPECT_EQ(shown_head(profile), "profile · Iceland · IS Iceland · 2026-03-03 · en");
  ASSERT_EQ(profile.passages.size(), 8u);
  EXPECT_EQ(profile.passages[2].id, "profile/digital-id-overview/3");
  EXPECT_EQ(profile.passages[4].marks, (std::vector<Mark>{{"7", 53}, {"8", 153}}));
  ASSERT_EQ(profile.notes.size(), 12u);
  EXPECT_EQ(profile.notes[3].trail, (std::vector<std::string>{"4", "3", "2", "1"}));
  EXPECT_EQ(profile.notes[11].sources.front().note, "3");
  EXPECT_EQ(shown_diagnostics(profile), "uncited-note 12: note 12 is never cited\n");
}

TEST(ThreeForms, AProfileIsTheSameInEveryForm) {
  const Profile text = read_form(".txt");
  for (const std::string& ending : kEndings) {
    const Profile other = read_form(ending);
    EXPECT_EQ(shown_head(other), shown_head(text)) << ending;
    EXPECT_EQ(shown_passages(other), shown_passages(text)) << ending;
    EXPECT_EQ(shown_notes(other), shown_notes(text)) << ending;
    EXPECT_EQ(shown_diagnostics(other), shown_diagnostics(text)) << ending;
    EXPECT_NE(other.format, text.format) << ending;
  }
}

}  // namespace
}  // namespace idsearch
