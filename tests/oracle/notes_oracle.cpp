// SPDX-License-Identifier: GPL-2.0-or-later
//
// Not settled, and therefore marked `undecided` in the result, with what is done here:
//  - (n x) where note x is resolved only in part: its resolved sources are taken, nothing more;
//  - (n x) where note x is not resolved at all and has several entries: one entry comes back,
//    with the worst status and the note-level trail of x;
//  - a cycle through an ibid, or through a note of several parts or references;
//  - a name that occurs in several sources of note x which are one and the same citation: all;
//  - an ibid after a part (not a note) that is resolved only in part: as after a note;
//  - a note without text.

#include "notes_oracle.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "citation_oracle.hpp"

namespace idsearch::oracle {
namespace {

int number_of(std::string_view label) {
  int number = -1;
  std::from_chars(label.data(), label.data() + label.size(), number);
  return number;
}

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string out;
  for (const auto& item : items) {
    if (&item != &items.front()) out += separator;
    out += item;
  }
  return out;
}

std::string worst_status(const std::vector<OracleSource>& sources) {
  std::string worst = "resolved";
  for (const auto& source : sources) {
    if (severity(source.status) > severity(worst)) worst = source.status;
  }
  return worst;
}

std::vector<OracleSource> only_resolved(const std::vector<OracleSource>& sources) {
  std::vector<OracleSource> resolved;
  for (const auto& source : sources) {
    if (is_resolved(source.status) && !source.text.empty()) resolved.push_back(source);
  }
  return resolved;
}

std::vector<std::string> prepend(const std::string& label, std::vector<std::string> trail) {
  trail.insert(trail.begin(), label);
  return trail;
}

OracleSource unresolved(std::string_view status, std::vector<std::string> trail) {
  OracleSource source;
  source.status = status;
  source.trail = std::move(trail);
  return source;
}

class Resolver {
 public:
  explicit Resolver(const std::vector<NoteText>& notes) {
    for (const auto& note : notes) {
      const int number = number_of(note.label);
      if (!notes_.contains(number)) notes_[number] = {note.label, split_parts(note.text)};
    }
    find_edges();
  }

  std::vector<OracleNote> all() {
    std::vector<OracleNote> results;
    for (const auto& [number, note] : notes_) results.push_back(follow(number));
    std::size_t i = 0;
    for (const auto& [number, note] : notes_) results[i++].undecided = leads_to_doubt(number);
    return results;
  }

 private:
  struct Note {
    std::string label;
    std::vector<std::string> parts;
  };

  std::optional<int> previous_number(int number) const {
    const auto it = notes_.find(number);
    if (it == notes_.begin()) return std::nullopt;
    return std::prev(it)->first;
  }

  // To which other notes each note points, and from this the cycles.
  void find_edges() {
    std::map<int, bool> plain;  // a single (n x) and nothing else
    for (const auto& [number, note] : notes_) {
      auto& targets = edges_[number];
      plain[number] = note.parts.size() == 1 && find_references(note.parts[0]).size() == 1 &&
                      !parse_ibid(note.parts[0]);
      if (note.parts.empty()) doubtful_.insert(number);
      for (std::size_t i = 0; i < note.parts.size(); ++i) {
        if (parse_ibid(note.parts[i])) {
          if (i == 0 && previous_number(number)) targets.insert(*previous_number(number));
          continue;
        }
        for (const auto& reference : find_references(note.parts[i])) {
          if (reference.number != number && notes_.contains(reference.number)) {
            targets.insert(reference.number);
          }
        }
      }
    }
    for (const auto& [number, note] : notes_) {
      const auto reached = reachable(number);
      if (!reached.contains(number)) continue;
      on_cycle_.insert(number);
      if (!plain[number]) doubtful_.insert(number);
    }
  }

  // Notes that one can get to from `number` in one step or more.
  std::set<int> reachable(int number) const {
    std::set<int> reached;
    std::vector<int> open(edges_.at(number).begin(), edges_.at(number).end());
    while (!open.empty()) {
      const int next = open.back();
      open.pop_back();
      if (!reached.insert(next).second) continue;
      open.insert(open.end(), edges_.at(next).begin(), edges_.at(next).end());
    }
    return reached;
  }

  bool leads_to_doubt(int number) const {
    if (doubtful_.contains(number)) return true;
    const auto reached = reachable(number);
    return std::any_of(reached.begin(), reached.end(),
                       [this](int other) { return doubtful_.contains(other); });
  }

  OracleNote follow(int number) {
    if (const auto it = finished_.find(number); it != finished_.end()) return it->second;
    const Note& note = notes_.at(number);
    OracleNote result;
    result.label = note.label;
    followed_.push_back(number);
    std::vector<OracleSource> previous_part;
    for (std::size_t i = 0; i < note.parts.size(); ++i) {
      auto found = follow_part(number, static_cast<int>(i), previous_part);
      result.sources.insert(result.sources.end(), found.begin(), found.end());
      previous_part = std::move(found);
    }
    followed_.pop_back();
    if (result.sources.empty()) {
      result.sources.push_back({note.label, 0, "", std::nullopt, "resolved", {note.label}});
    }
    result.status = worst_status(result.sources);
    result.trail = result.sources.front().trail;
    // What a note on a cycle leads to depends on where one came from.
    if (!on_cycle_.contains(number)) finished_[number] = result;
    return result;
  }

  std::vector<OracleSource> follow_part(int number, int part,
                                        const std::vector<OracleSource>& previous_part) {
    const Note& note = notes_.at(number);
    const std::string& text = note.parts[static_cast<std::size_t>(part)];
    if (const auto ibid = parse_ibid(text)) {
      return follow_ibid(number, *ibid, part == 0 ? nullptr : &previous_part);
    }
    const auto references = find_references(text);
    if (references.empty()) {
      return {{note.label, part, text, std::nullopt, "resolved", {note.label}}};
    }
    std::vector<OracleSource> sources;
    for (const auto& reference : references) {
      const auto found = follow_reference(number, reference);
      sources.insert(sources.end(), found.begin(), found.end());
    }
    return sources;
  }

  std::vector<OracleSource> follow_ibid(int number, const Ibid& ibid,
                                        const std::vector<OracleSource>* previous_part) {
    const std::string& own = notes_.at(number).label;
    std::vector<OracleSource> before;
    if (previous_part != nullptr) {
      before = *previous_part;
    } else if (const auto previous = previous_number(number)) {
      if (is_followed(*previous)) return {unresolved("cycle", {own, notes_.at(*previous).label})};
      before = follow(*previous).sources;
    }
    std::vector<OracleSource> sources = only_resolved(before);
    const bool incomplete = sources.empty() || sources.size() < before.size();
    if (previous_part != nullptr && incomplete && !sources.empty()) doubtful_.insert(number);
    for (auto& source : sources) {
      source.status = "resolved";
      source.pinpoint = ibid.pinpoint;
      if (source.trail.front() != own) source.trail = prepend(own, source.trail);
    }
    if (incomplete) sources.push_back(unresolved("no-antecedent", {own}));
    return sources;
  }

  std::vector<OracleSource> follow_reference(int number, const NoteReference& reference) {
    const std::string& own = notes_.at(number).label;
    const int x = reference.number;
    if (!notes_.contains(x)) return {unresolved("missing", {own, std::to_string(x)})};
    if (x == number) return {unresolved("self", {own, own})};
    if (is_followed(x)) return {unresolved("cycle", {own, notes_.at(x).label})};

    const OracleNote target = follow(x);
    std::vector<OracleSource> sources = only_resolved(target.sources);
    if (sources.empty()) {
      if (target.sources.size() > 1) doubtful_.insert(number);
      return {unresolved(target.status, prepend(own, target.trail))};
    }
    if (sources.size() < target.sources.size()) doubtful_.insert(number);

    std::string status = "resolved";
    if (!name_words(reference.name).empty()) {
      std::vector<OracleSource> named;
      std::set<std::pair<std::string, int>> different;
      for (const auto& is_named : {names_source, leaves_words_out}) {
        if (!named.empty()) break;
        for (const auto& source : sources) {
          if (!is_named(reference.name, source.text)) continue;
          named.push_back(source);
          different.emplace(source.note, source.part);
        }
      }
      if (named.size() > 1 && different.size() == 1) doubtful_.insert(number);
      if (named.size() == 1) sources = named;
      if (named.empty()) status = "name-mismatch";
    }
    if (x > number) status = "forward";
    for (auto& source : sources) {
      source.status = status;
      source.pinpoint = reference.pinpoint;
      source.trail = prepend(own, source.trail);
    }
    return sources;
  }

  bool is_followed(int number) const {
    return std::find(followed_.begin(), followed_.end(), number) != followed_.end();
  }

  std::map<int, Note> notes_;  // first definitions, in note order
  std::map<int, std::set<int>> edges_;
  std::set<int> on_cycle_;
  std::set<int> doubtful_;
  std::map<int, OracleNote> finished_;
  std::vector<int> followed_;  // from the note asked for to the current one
};

}  // namespace

int severity(std::string_view status) {
  const auto* it = std::find(std::begin(kStatuses), std::end(kStatuses), status);
  return static_cast<int>(it - std::begin(kStatuses));
}

bool is_resolved(std::string_view status) { return severity(status) <= severity("forward"); }

std::vector<OracleNote> resolve_notes(const std::vector<NoteText>& notes) {
  return Resolver(notes).all();
}

const OracleNote* find_note(const std::vector<OracleNote>& resolved, std::string_view label) {
  for (const auto& note : resolved) {
    if (note.label == label) return &note;
  }
  return nullptr;
}

std::string summary(const OracleNote& note) {
  std::vector<std::string> places;
  std::vector<std::string> pinpoints;
  for (const auto& source : note.sources) {
    places.push_back(source.text.empty() ? "-" : source.note + ":" + std::to_string(source.part));
    pinpoints.push_back(source.pinpoint.value_or("-"));
  }
  return note.label + "\t" + note.status + "\t" + joined(note.trail, ",") + "\t" +
         joined(places, ",") + "\t" + joined(pinpoints, "|");
}

std::string describe(const OracleNote& note) {
  std::string out = "note " + note.label + ": " + note.status + ", trail " +
                    joined(note.trail, ",") + (note.undecided ? ", undecided" : "") + "\n";
  for (const auto& source : note.sources) {
    out += "  " + (source.note.empty() ? std::string("-") : source.note) + ":" +
           std::to_string(source.part) + " " + source.status + ", trail " +
           joined(source.trail, ",") + ", pinpoint " + source.pinpoint.value_or("-") + ", " +
           source.text + "\n";
  }
  return out;
}

}  // namespace idsearch::oracle
