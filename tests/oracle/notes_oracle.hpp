// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which sources does each note of a list lead to? A second, slow and obvious answer, written from
// docs alone (profile-formats §3) before the program's own resolver; tests compare the two.
//
//   const auto notes = resolve_notes({{"1", "Oliver Hotham, ‘Papers’."}, {"2", "ibid 7"}});
//   notes[1].trail               // {"2", "1"}
//   notes[1].sources[0].pinpoint // "7"

#ifndef IDSEARCH_TESTS_ORACLE_NOTES_ORACLE_HPP
#define IDSEARCH_TESTS_ORACLE_NOTES_ORACLE_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::oracle {

/// A note as it stands in the list. `label` is digits only; labels are compared as numbers.
struct NoteText {
  std::string label;
  std::string text;

  friend bool operator==(const NoteText&, const NoteText&) = default;
};

/// A full citation that a note leads to, or (empty `text`) one that it fails to lead to.
struct OracleSource {
  std::string note;  ///< label of the note with the full citation; empty if unresolved
  int part = 0;      ///< index of the part in that note, from 0; 0 if unresolved
  std::string text;  ///< that part; empty if unresolved
  std::optional<std::string> pinpoint;  ///< of ibid and (n x) only; none if unresolved
  std::string status;                   ///< one of `kStatuses`
  std::vector<std::string> trail;       ///< labels followed, own label first

  friend bool operator==(const OracleSource&, const OracleSource&) = default;
};

struct OracleNote {
  std::string label;
  std::string status;                 ///< the worst status of its sources
  std::vector<std::string> trail;     ///< that of its first source
  std::vector<OracleSource> sources;  ///< in order of the parts; never empty
  /// The answer rests on something that neither the specification nor the agreed decisions settle
  /// (listed in notes_oracle.cpp), here or in a note that this one leads to. Do not compare it.
  bool undecided = false;
};

/// From best to worst.
inline constexpr std::string_view kStatuses[] = {
    "resolved", "name-mismatch", "forward", "no-antecedent", "missing", "self", "cycle"};

/// 0 for "resolved" … 6 for "cycle".
int severity(std::string_view status);

/// Whether sources of this status carry a citation: resolved, name-mismatch, forward.
bool is_resolved(std::string_view status);

/// One result per number, in numerical order. `notes` is in file order; of a number that occurs
/// more than once the first counts. Terminates for every input, but takes
/// exponential time where many notes refer to each other in circles.
std::vector<OracleNote> resolve_notes(const std::vector<NoteText>& notes);

/// The result with this label, or nullptr. Points into `resolved`.
const OracleNote* find_note(const std::vector<OracleNote>& resolved, std::string_view label);

/// One line: label TAB status TAB trail TAB sources TAB pinpoints, as in `lists/*.expected`.
std::string summary(const OracleNote& note);

/// Everything, on several lines, for messages of failed tests.
std::string describe(const OracleNote& note);

}  // namespace idsearch::oracle

#endif  // IDSEARCH_TESTS_ORACLE_NOTES_ORACLE_HPP
