// SPDX-License-Identifier: GPL-2.0-or-later
// Rules about the list of notes: its numbers, its marks, and what "ibid" can mean in it.
#include <charconv>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/citation_parts.hpp"
#include "indexer/citation_splits.hpp"
#include "indexer/lint_rules.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {
namespace {

std::size_t count_sources(const Note& note) {
  std::set<std::pair<std::string_view, std::size_t>> sources;
  for (const Source& source : note.sources) {
    if (is_resolved(source.status) && is_citation(source.reference))
      sources.emplace(source.note, source.part);
  }
  return sources.size();
}

}  // namespace

void check_uncited_note(const LintContext& context, Findings& findings) {
  for (const Diagnostic& diagnostic : context.profile.diagnostics) {
    if (diagnostic.kind != DiagnosticKind::UncitedNote) continue;
    const std::string& first = context.notes.front()->label;
    const bool from_first = diagnostic.label == first || diagnostic.label.starts_with(first + "-");
    findings.add(diagnostic, from_first && diagnostic.line == context.notes.front()->line
                                 ? "; the body looks cut: its beginning may be missing"
                                 : "");
  }
}

void check_skipped_number(const LintContext& context, Findings& findings) {
  if (!context.numeric) return;
  for (std::size_t i = 1; i < context.notes.size(); ++i) {
    const std::uint64_t before = note_number(context.notes[i - 1]->label);
    const std::uint64_t here = note_number(context.notes[i]->label);
    if (here <= before + 1) continue;
    const std::string first = std::to_string(before + 1), last = std::to_string(here - 1);
    const std::string skipped = first == last ? "number " + first + " is skipped"
                                              : "numbers " + first + " to " + last + " are skipped";
    findings.add(context.notes[i]->line, first == last ? first : first + "-" + last,
                 skipped + ": note " + std::to_string(before) + " is followed by note " +
                     std::to_string(here));
  }
}

void check_ibid_after_several(const LintContext& context, Findings& findings) {
  for (std::size_t i = 1; i < context.notes.size(); ++i) {
    const Note& before = *context.notes[i - 1];
    const std::size_t sources = count_sources(before);
    if (sources < 2) continue;
    const Note& note = *context.notes[i];
    const std::vector<Part> parts = read_note(note.text);
    if (parts.front().steps.front().kind != Step::Kind::Ibid) continue;
    findings.add(note.line, note.label,
                 "note " + note.label + " is an ibid, but note " + before.label + " leads to " +
                     std::to_string(sources) + " sources");
  }
}

void check_several_sources(const LintContext& context, Findings& findings) {
  for (const Note* note : context.notes) {
    const std::size_t sources = count_sources(*note);
    // What one ibid or "(n x)" takes over is said where it stands.
    if (sources < 2 || split_parts(note->text).size() < 2) continue;
    findings.add(note->line, note->label,
                 "note " + note->label + " has " + std::to_string(sources) + " sources");
  }
}

}  // namespace idsearch::indexer
