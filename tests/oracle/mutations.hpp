// SPDX-License-Identifier: GPL-2.0-or-later
//
// What may happen to a note list between two versions of a page? Changes that must leave what the
// notes lead to alone, and changes after which program and oracle must still agree.

#ifndef IDSEARCH_TESTS_ORACLE_MUTATIONS_HPP
#define IDSEARCH_TESTS_ORACLE_MUTATIONS_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "notes_oracle.hpp"

namespace idsearch::oracle {

using NewNumber = std::function<int(int)>;

/// New numbers for labels and for every (n x), defined or not. If `new_number` is strictly
/// increasing, the notes lead to what they led to (see `renamed`).
std::vector<NoteText> renumber(std::vector<NoteText> notes, const NewNumber& new_number);

/// New numbers for labels only, as when somebody inserts a note and forgets the references.
std::vector<NoteText> relabel(std::vector<NoteText> notes, const NewNumber& new_number);

/// Without any definition of `label`.
std::vector<NoteText> delete_note(std::vector<NoteText> notes, std::string_view label);

/// With a second definition of `label` at the end. Changes nothing that a note leads to.
std::vector<NoteText> duplicate_note(std::vector<NoteText> notes, std::string_view label,
                                     std::string_view text);

/// Shuffled; of a number that is defined twice the definitions keep their order. Changes nothing
/// that a note leads to.
std::vector<NoteText> reorder(std::vector<NoteText> notes, std::uint32_t seed);

struct Mutation {
  std::string description;
  std::vector<NoteText> notes;
  bool same_meaning = false;  ///< results equal those of the original, `renamed`
  NewNumber new_number;       ///< for `renamed`; never empty
};

/// One of each kind above, and deletions and relabellings that change what notes lead to.
/// `notes` must not be empty.
std::vector<Mutation> random_mutations(const std::vector<NoteText>& notes, std::uint32_t seed);

/// `note` with all its labels renumbered. Texts stay as they are.
OracleNote renamed(OracleNote note, const NewNumber& new_number);

}  // namespace idsearch::oracle

#endif  // IDSEARCH_TESTS_ORACLE_MUTATIONS_HPP
