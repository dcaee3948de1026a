// SPDX-License-Identifier: GPL-2.0-or-later
// The list of notes as values: order, doubles, sources with their texts and fields, diagnostics.
#include "indexer/notes.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "indexer/citation_fields.hpp"
#include "indexer/citation_parts.hpp"
#include "indexer/citation_text.hpp"
#include "indexer/note_links.hpp"
#include "indexer/note_numbers.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// Digits without leading zeros; empty for a label that is no number.
std::string_view digits_of(std::string_view label) {
  if (label.empty() || !std::all_of(label.begin(), label.end(), is_digit)) return {};
  while (label.size() > 1 && label[0] == '0') label.remove_prefix(1);
  return label;
}

// Numbers by value, whatever their length; other labels behind them, as they come.
bool comes_before(std::string_view a, std::string_view b) {
  a = digits_of(a);
  b = digits_of(b);
  if (a.empty() || b.empty()) return !a.empty() && b.empty();
  if (a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

Diagnostic diagnostic(const RawNote& note, DiagnosticKind kind, DiagnosticReason reason,
                      std::string message) {
  return {note.line, severity_of(kind, reason), kind, reason, note.label, std::move(message)};
}

std::string message_of(const LinkTrouble& trouble, const std::string& label) {
  const std::string note = "note " + label;
  const std::string target = "note " + trouble.target;
  if (trouble.too_many) return note + " leads to too many sources; the rest are left out";
  switch (trouble.reason) {
    case DiagnosticReason::NoPreviousNote:
      return note + " is an ibid, but there is no note before it";
    case DiagnosticReason::AntecedentUnresolved:
      if (trouble.step->kind == Step::Kind::NoNumber) {
        return note + " refers to an earlier work (\"" + trouble.step->name +
               "\") without the number of its note";
      }
      if (trouble.step->kind == Step::Kind::Reference) {
        return note + " refers to " + target + ", which leads to no source";
      }
      if (trouble.target == label)
        return note + " has an ibid behind a part that leads to no source";
      return note + " is an ibid, but " + target + " leads to no source";
    case DiagnosticReason::Self:
      if (trouble.target == label) return note + " refers to itself";
      return note + " refers to " + target + ", which refers to itself";
    case DiagnosticReason::Forward:
      return note + " refers to " + target + ", which comes later";
    case DiagnosticReason::Cycle:
      return note + " refers to " + target + ", and the references go round in a circle";
    case DiagnosticReason::NameMismatch:
      return note + " refers to " + target + ", where \"" + trouble.step->name +
             "\" does not occur";
    default:
      if (trouble.target_exists)
        return note + " refers to " + target + ", which leads to no source";
      return note + " refers to " + target + ", which is not given";
  }
}

// Which note an ibid in each one means. Among numbers the others are a row of their own, behind
// them.
void find_previous(const std::vector<const RawNote*>& in_order, bool numeric_labels,
                   std::vector<LinkedNote>& linked) {
  std::unordered_map<std::string_view, std::uint32_t> by_label;
  for (std::uint32_t i = 0; i < linked.size(); ++i) by_label.emplace(linked[i].label, i);
  for (std::uint32_t i = 0; i < linked.size(); ++i) {
    if (const auto& after = in_order[i]->after) {
      linked[i].counted = false;
      const auto found = by_label.find(*after);
      if (found != by_label.end() && found->second != i) linked[i].previous = found->second;
      continue;
    }
    if (i == 0) continue;
    const bool opens = numeric_labels && digits_of(linked[i].label).empty() &&
                       !digits_of(linked[i - 1].label).empty();
    if (!opens) linked[i].previous = i - 1;
  }
}

// "(n 5)" in a list that begins from 1 again means that list's note 5.
void count_references_on(std::size_t shift, std::vector<Part>& parts) {
  for (Part& part : parts) {
    for (Step& step : part.steps) {
      if (step.kind != Step::Kind::Reference || digits_of(step.number).empty()) continue;
      step.number = std::to_string(note_number(step.number) + shift);
    }
  }
}

// Full references are read once, however many notes lead to them.
class References {
 public:
  const Reference& of(std::uint32_t note, std::uint32_t part, const std::string& text) {
    const std::uint64_t key = (static_cast<std::uint64_t>(note) << 32) | part;
    const auto found = references_.find(key);
    if (found != references_.end()) return found->second;
    return references_.emplace(key, read_reference(text)).first->second;
  }

 private:
  std::unordered_map<std::uint64_t, Reference> references_;
};

}  // namespace

std::vector<Note> resolve_notes(const std::vector<RawNote>& raw, bool numeric_labels,
                                std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> found;
  std::vector<const RawNote*> in_file;
  std::unordered_map<std::string, bool> seen;
  for (const RawNote& note : raw) {
    std::string_view key = numeric_labels ? digits_of(note.label) : std::string_view();
    if (key.empty()) key = note.label;
    if (seen.emplace(std::string(key), true).second) {
      in_file.push_back(&note);
    } else {
      found.push_back(
          diagnostic(note, DiagnosticKind::DuplicateNote, DiagnosticReason::None,
                     "note " + note.label + " is given again; its first definition counts"));
    }
  }
  std::vector<const RawNote*> in_order = in_file;
  if (numeric_labels) {
    std::stable_sort(in_order.begin(), in_order.end(), [](const RawNote* a, const RawNote* b) {
      return comes_before(a->label, b->label);
    });
  }
  std::vector<LinkedNote> linked;
  linked.reserve(in_order.size());
  std::unordered_map<const RawNote*, std::size_t> place;
  for (const RawNote* note : in_order) {
    place.emplace(note, linked.size());
    linked.push_back({note->label, read_note(note->text)});
    if (note->shift > 0) count_references_on(note->shift, linked.back().parts);
  }
  find_previous(in_order, numeric_labels, linked);
  const NoteLinks links(linked, numeric_labels);

  References references;
  std::vector<Note> notes;
  notes.reserve(in_file.size());
  for (const RawNote* raw_note : in_file) {
    Note note;
    note.label = raw_note->label;
    note.line = raw_note->line;
    note.text = text::trim(raw_note->text);
    std::ranges::replace(note.text, '\n', ' ');
    for (const Link& link : links.links(place.at(raw_note))) {
      Source source;
      source.status = link.status;
      source.trail = links.trail(link.trail);
      if (link.note != kNoLink) {
        source.note = linked[link.note].label;
        source.part = link.part;
        source.text = linked[link.note].parts[link.part].citation();
        if (link.pinpoint != nullptr) source.pinpoint = *link.pinpoint;
        source.reference = references.of(link.note, link.part, source.text);
      }
      note.status = std::max(note.status, source.status);
      note.sources.push_back(std::move(source));
    }
    note.trail = note.sources.front().trail;
    notes.push_back(std::move(note));
  }
  for (const LinkTrouble& trouble : links.troubles()) {
    const RawNote& note = *in_order[trouble.note];
    found.push_back(
        diagnostic(note, trouble.kind, trouble.reason, message_of(trouble, note.label)));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()),
                     std::make_move_iterator(found.end()));
  return notes;
}

}  // namespace idsearch::indexer
