// SPDX-License-Identifier: GPL-2.0-or-later
// One profile, saved as text dump, as HTML page and so on: sections, passages, marks, resolved
// notes, ids and diagnostics are the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch {
namespace {

// Of each profile the first form is the one that the others are compared with.
const std::vector<std::vector<std::string>> kProfiles{
    {"profile.txt", "profile.html", "profile.md"},
    {"iceland.txt", "iceland.md"},
};

Profile read_form(const std::string& file) {
  std::ifstream in(IDSEARCH_SOURCE_DIR "/tests/cases/forms/" + file, std::ios::binary);
  EXPECT_TRUE(in) << file;
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  return parse_profile(file, bytes);
}

// Everything but lines and file names.
std::string shown(const Profile& profile) {
  std::string out = profile.id + " " + profile.title + " " +
                    (profile.country ? profile.country->code : "-") + " " +
                    profile.updated.value_or("-") + " " + profile.language + "\n";
  for (const Section& section : profile.sections) {
    out += "# " + std::to_string(section.level) + " " + section.path + " " +
           std::to_string(section.passages);
    for (const std::string& title : section.titles) out += " / " + title;
    out += "\n";
  }
  for (const Passage& passage : profile.passages) {
    out += passage.id + " " + std::string(name_of(passage.kind)) + " " + passage.language + " " +
           passage.text + "\n";
    for (const Mark& mark : passage.marks) out += "  " + mark.note + "@" + std::to_string(mark.at);
    out += "\n";
  }
  // By number: Markdown may define notes in any order.
  std::vector<Note> notes = profile.notes;
  std::ranges::stable_sort(notes, {}, [](const Note& note) { return std::stoi(note.label); });
  for (const Note& note : notes) {
    out += "N" + note.label + " " + std::string(name_of(note.status)) + " " + note.text + "\n";
    for (const Source& source : note.sources) {
      out += "  <- " + source.note + "." + std::to_string(source.part) + " " + source.text + " | " +
             source.reference.url.value_or("-") + " | " + source.pinpoint.value_or("-") + "\n";
    }
  }
  for (const Diagnostic& diagnostic : profile.diagnostics) {
    out += std::string(name_of(diagnostic.severity)) + " " + std::string(name_of(diagnostic.kind)) +
           " " + std::string(name_of(diagnostic.reason)) + " " + diagnostic.label + " " +
           diagnostic.message + "\n";
  }
  return out;
}

TEST(ThreeForms, OfOneProfileGiveTheSamePassagesMarksNotesAndIds) {
  for (const std::vector<std::string>& forms : kProfiles) {
    const std::string expected = shown(read_form(forms.front()));
    for (const std::string& form : forms) EXPECT_EQ(shown(read_form(form)), expected) << form;
  }
  const std::string first = shown(read_form(kProfiles.front().front()));
  EXPECT_NE(first.find("law/data-protection/1 paragraph en The Act defines"), std::string::npos)
      << first;
}

TEST(ThreeForms, KeepTheLinesOfTheirOwnFiles) {
  const Profile text = read_form("profile.txt");
  const Profile html = read_form("profile.html");
  EXPECT_EQ(text.passages.front().line, 11u);
  EXPECT_EQ(html.passages.front().line, 22u);
  EXPECT_EQ(html.sections.front().line, 21u);
  EXPECT_EQ(html.notes.front().line, 50u);
  EXPECT_EQ(html.notes.back().line, 71u);
}

}  // namespace
}  // namespace idsearch
