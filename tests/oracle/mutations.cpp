// SPDX-License-Identifier: GPL-2.0-or-later

#include "mutations.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "citation_oracle.hpp"
#include "note_list_generator.hpp"

namespace idsearch::oracle {
namespace {

std::string new_label(const std::string& label, const NewNumber& new_number) {
  return label.empty() ? label : std::to_string(new_number(std::stoi(label)));
}

int same_number(int number) { return number; }

}  // namespace

std::vector<NoteText> renumber(std::vector<NoteText> notes, const NewNumber& new_number) {
  for (auto& note : notes) note.text = renumber_references(note.text, new_number);
  return relabel(std::move(notes), new_number);
}

std::vector<NoteText> relabel(std::vector<NoteText> notes, const NewNumber& new_number) {
  for (auto& note : notes) note.label = new_label(note.label, new_number);
  return notes;
}

std::vector<NoteText> delete_note(std::vector<NoteText> notes, std::string_view label) {
  std::erase_if(notes, [label](const NoteText& note) { return note.label == label; });
  return notes;
}

std::vector<NoteText> duplicate_note(std::vector<NoteText> notes, std::string_view label,
                                     std::string_view text) {
  notes.push_back({std::string(label), std::string(text)});
  return notes;
}

std::vector<NoteText> reorder(std::vector<NoteText> notes, std::uint32_t seed) {
  Random random(seed);
  std::vector<NoteText> shuffled = notes;
  for (std::size_t i = shuffled.size(); i > 1; --i) {
    std::swap(shuffled[i - 1], shuffled[random.below(i)]);
  }
  // The n-th place of a number gets its n-th definition again.
  std::map<std::string, std::vector<std::string>> texts;
  for (auto it = notes.rbegin(); it != notes.rend(); ++it) texts[it->label].push_back(it->text);
  for (auto& note : shuffled) {
    note.text = texts[note.label].back();
    texts[note.label].pop_back();
  }
  return shuffled;
}

std::vector<Mutation> random_mutations(const std::vector<NoteText>& notes, std::uint32_t seed) {
  Random random(seed ^ 0xC0FFEEU);
  const std::string label = random.pick(notes).label;
  const std::string other = random.pick(notes).label;
  const int cut = std::stoi(random.pick(notes).label);
  const int shift = static_cast<int>(1 + random.below(40));
  const NewNumber later = [shift](int number) { return number + shift; };
  const NewNumber spread = [](int number) { return 2 * number + 1; };
  const NewNumber insert = [cut](int number) { return number < cut ? number : number + 1; };
  const NewNumber swap = [a = std::stoi(label), b = std::stoi(other)](int number) {
    return number == a ? b : number == b ? a : number;
  };
  const std::string word = std::to_string(shift);
  return {
      {"all numbers + " + word, renumber(notes, later), true, later},
      {"all numbers doubled", renumber(notes, spread), true, spread},
      {"a number inserted before " + std::to_string(cut), renumber(notes, insert), true, insert},
      {label + " defined again", duplicate_note(notes, label, "Ana Late, ‘Too Late’ (2020)."), true,
       same_number},
      {"shuffled", reorder(notes, seed), true, same_number},
      {label + " deleted", delete_note(notes, label), false, same_number},
      {label + " and " + other + " deleted", delete_note(delete_note(notes, label), other), false,
       same_number},
      {"labels from " + std::to_string(cut) + " on + 1, references not", relabel(notes, insert),
       false, same_number},
      {"labels " + label + " and " + other + " swapped", relabel(notes, swap), false, same_number},
  };
}

OracleNote renamed(OracleNote note, const NewNumber& new_number) {
  note.label = new_label(note.label, new_number);
  for (auto& label : note.trail) label = new_label(label, new_number);
  for (auto& source : note.sources) {
    source.note = new_label(source.note, new_number);
    for (auto& label : source.trail) label = new_label(label, new_number);
  }
  return note;
}

}  // namespace idsearch::oracle
