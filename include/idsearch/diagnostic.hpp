// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader found wrong in a profile: values that accompany the profile, never exceptions.
//
//   for (const auto& d : profile.diagnostics) std::cerr << format_diagnostic(profile.file, d);
//   // north-korea.txt:214: error: note 99 is cited but never given
#ifndef IDSEARCH_DIAGNOSTIC_HPP
#define IDSEARCH_DIAGNOSTIC_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/export.hpp"

namespace idsearch {

enum class Severity { Info, Warning, Error };

enum class DiagnosticKind {
  DanglingMark,           ///< a mark whose note is not given
  UncitedNote,            ///< a note, or a run of notes ("1-22"), without a mark
  BadNReference,          ///< "(n x)" that is missing, self, forward, in a cycle or names another
  IbidWithoutAntecedent,  ///< ibid with nothing (resolved) before it
  DuplicateNote,          ///< a number defined again; the first definition counts
  NoCountry,
  NoDate,
  BadDate,
  NoNoteList,  ///< marks, but no list of notes
  InvalidUtf8,
  BadFrontMatter,  ///< YAML or TOML before a Markdown text that cannot be read
  EmptySection,
  Unreadable,    ///< nothing was read, for the reason that the message gives
  NoPassages,    ///< it was read, but holds no paragraph, item or row: nothing of it can be found
  RaisedNumber,  ///< "10⁶" stands in the text as "106", or a raised number may be mark or exponent
};

/// Why, for the kinds that have reasons; None for all others.
enum class DiagnosticReason {
  None,
  Missing,
  Self,
  Forward,
  Cycle,
  NameMismatch,
  NoPreviousNote,
  AntecedentUnresolved,
};

struct Diagnostic {
  std::size_t line = 0;  ///< 1-based line of the input file; 0 when the file as a whole is meant
  Severity severity = Severity::Info;
  DiagnosticKind kind = DiagnosticKind::NoDate;
  DiagnosticReason reason = DiagnosticReason::None;
  std::string label;    ///< the note or mark IN WHICH the trouble stands ("99", "1-22"), or empty
  std::string message;  ///< one sentence, no file, no line

  bool operator==(const Diagnostic&) const = default;
};

/// The names used in JSON and messages: "warning", "dangling-mark", "name-mismatch". The name of
/// DiagnosticReason::None is empty.
IDSEARCH_API std::string_view name_of(Severity severity);
IDSEARCH_API std::string_view name_of(DiagnosticKind kind);
IDSEARCH_API std::string_view name_of(DiagnosticReason reason);

/// The severity that interfaces.md gives to a kind with this reason.
IDSEARCH_API Severity severity_of(DiagnosticKind kind, DiagnosticReason reason);

/// "file:line: severity: message" without newline; the line is left out when it is 0.
IDSEARCH_API std::string format_diagnostic(std::string_view file, const Diagnostic& diagnostic);

}  // namespace idsearch

#endif  // IDSEARCH_DIAGNOSTIC_HPP
