// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_checks.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/diagnostic_list.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

namespace {

using Labels = std::unordered_set<std::string_view>;

bool has_text(const Note& note) {
  return note.sources.size() != 1 || note.sources.front().status != NoteStatus::Missing ||
         note.sources.front().trail.size() != 1;
}

void check_marks(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                 DiagnosticList& list) {
  Labels given;
  Labels empty;
  for (const Note& note : notes) (has_text(note) ? given : empty).insert(note.label);
  Labels reported;
  for (const CitedMark& mark : marks) {
    if (given.contains(mark.note) || !reported.insert(mark.note).second) continue;
    list.add(mark.line, DiagnosticKind::DanglingMark, mark.note,
             "note " + mark.note +
                 (empty.contains(mark.note) ? " is cited but has no text"
                                            : " is cited but never given"));
  }
}

void check_uncited(const std::vector<CitedMark>& marks, const std::vector<Note>& notes,
                   bool numeric_labels, DiagnosticList& list) {
  Labels cited;
  std::unordered_map<std::string_view, std::size_t> lost;  // lines of marks that no passage holds
  for (const CitedMark& mark : marks) {
    if (mark.held) {
      cited.insert(mark.note);
    } else {
      lost.emplace(mark.note, mark.line);
    }
  }
  std::vector<const Note*> ordered;
  for (const Note& note : notes) ordered.push_back(&note);
  if (numeric_labels) {
    std::stable_sort(ordered.begin(), ordered.end(), [](const Note* a, const Note* b) {
      return note_number(a->label) < note_number(b->label);
    });
  }
  for (std::size_t i = 0; i < ordered.size();) {
    if (const auto mark = lost.find(ordered[i]->label);
        mark != lost.end() && !cited.contains(mark->first)) {
      list.add(ordered[i]->line, DiagnosticKind::UncitedNote, ordered[i]->label,
               "note " + ordered[i]->label + " is cited by no passage; its mark stands in line " +
                   std::to_string(mark->second) + ", in a heading or without words");
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < ordered.size() && !cited.contains(ordered[end]->label) &&
           !lost.contains(ordered[end]->label)) {
      ++end;
    }
    if (end == i) {
      ++i;
      continue;
    }
    const auto without_text =
        static_cast<std::size_t>(std::count_if(ordered.begin() + static_cast<std::ptrdiff_t>(i),
                                               ordered.begin() + static_cast<std::ptrdiff_t>(end),
                                               [](const Note* note) { return !has_text(*note); }));
    const std::string& first = ordered[i]->label;
    const std::string& last = ordered[end - 1]->label;
    if (end - i == 1) {
      list.add(ordered[i]->line, DiagnosticKind::UncitedNote, first,
               "note " + first + " is never cited" + (without_text > 0 ? " and has no text" : ""));
    } else {
      list.add(ordered[i]->line, DiagnosticKind::UncitedNote, first + "-" + last,
               "notes " + first + " to " + last + " are never cited" +
                   (without_text > 0 ? "; without text: " + std::to_string(without_text) : ""));
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
