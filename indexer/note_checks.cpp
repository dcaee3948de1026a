// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_checks.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_set>

#include "indexer/diagnostic_list.hpp"

namespace idsearch::indexer {

namespace {

using Labels = std::unordered_set<std::string_view>;

void check_marks(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                 DiagnosticList& list) {
  Labels given;
  for (const Note& note : notes) given.insert(note.label);
  Labels reported;
  for (const CitedMark& mark : marks) {
    if (given.contains(mark.note) || !reported.insert(mark.note).second) continue;
    list.add(mark.line, DiagnosticKind::DanglingMark, mark.note,
             "note " + mark.note + " is cited but never given");
  }
}

std::size_t number_of(const Note& note) {
  std::size_t number = 0;
  std::from_chars(note.label.data(), note.label.data() + note.label.size(), number);
  return number;
}

void check_uncited(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                   bool numeric_labels, DiagnosticList& list) {
  Labels cited;
  for (const CitedMark& mark : marks) cited.insert(mark.note);
  std::vector<const Note*> ordered;
  for (const Note& note : notes) ordered.push_back(&note);
  if (numeric_labels) {
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Note* a, const Note* b) { return number_of(*a) < number_of(*b); });
  }
  for (std::size_t i = 0; i < ordered.size();) {
    std::size_t end = i;
    while (end < ordered.size() && !cited.contains(ordered[end]->label)) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const std::string& first = ordered[i]->label;
    const std::string& last = ordered[end - 1]->label;
    if (end - i == 1) {
      list.add(ordered[i]->line, DiagnosticKind::UncitedNote, first,
               "note " + first + " is never cited");
    } else {
      list.add(ordered[i]->line, DiagnosticKind::UncitedNote, first + "-" + last,
               "notes " + first + " to " + last + " are never cited");
    }
    i = end;
  }
}

}  // namespace

void check_notes(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                 bool has_note_list, bool numeric_labels, std::vector<Diagnostic>& diagnostics) {
  DiagnosticList list(diagnostics);
  if (!marks.empty() && !has_note_list) {
    list.add(0, DiagnosticKind::NoNoteList, {}, "there are marks but no list of notes");
  }
  check_marks(marks, notes, list);
  check_uncited(marks, notes, numeric_labels, list);
}

}  // namespace idsearch::indexer
