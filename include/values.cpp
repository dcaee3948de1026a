// SPDX-License-Identifier: GPL-2.0-or-later
// Names and messages of the plain values, each in one table.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "idsearch/citation.hpp"
#include "idsearch/diagnostic.hpp"
#include "idsearch/error.hpp"
#include "idsearch/profile.hpp"

namespace idsearch {

Error::Error(ErrorCode code, std::string message, std::string hint)
    : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}
Error::~Error() = default;
Error::Error(const Error&) = default;
Error& Error::operator=(const Error&) = default;

namespace {

constexpr std::array<std::string_view, 3> kSeverities{"info", "warning", "error"};
constexpr std::array<std::string_view, 15> kKinds{
    "dangling-mark",  "uncited-note", "bad-n-reference",  "ibid-without-antecedent",
    "duplicate-note", "no-country",   "no-date",          "bad-date",
    "no-note-list",   "invalid-utf8", "bad-front-matter", "empty-section",
    "unreadable",     "no-passages",  "raised-number"};
constexpr std::array<std::string_view, 8> kReasons{"",
                                                   "missing",
                                                   "self",
                                                   "forward",
                                                   "cycle",
                                                   "name-mismatch",
                                                   "no-previous-note",
                                                   "antecedent-unresolved"};
constexpr std::array<std::string_view, 7> kStatuses{
    "resolved", "name-mismatch", "forward", "no-antecedent", "missing", "self", "cycle"};
constexpr std::array<std::string_view, 3> kPassageKinds{"paragraph", "item", "row"};

}  // namespace

std::string_view name_of(Severity severity) { return kSeverities[static_cast<size_t>(severity)]; }
std::string_view name_of(DiagnosticKind kind) { return kKinds[static_cast<size_t>(kind)]; }
std::string_view name_of(DiagnosticReason reason) { return kReasons[static_cast<size_t>(reason)]; }
std::string_view name_of(NoteStatus status) { return kStatuses[static_cast<size_t>(status)]; }
std::string_view name_of(PassageKind kind) { return kPassageKinds[static_cast<size_t>(kind)]; }

Severity severity_of(DiagnosticKind kind, DiagnosticReason reason) {
  switch (kind) {
    case DiagnosticKind::DanglingMark:
    case DiagnosticKind::DuplicateNote:
    case DiagnosticKind::IbidWithoutAntecedent:
    case DiagnosticKind::Unreadable:
      return Severity::Error;
    case DiagnosticKind::BadNReference:
      if (reason == DiagnosticReason::Forward) return Severity::Warning;
      if (reason == DiagnosticReason::NameMismatch) return Severity::Info;
      return Severity::Error;
    case DiagnosticKind::UncitedNote:
    case DiagnosticKind::BadDate:
    case DiagnosticKind::BadFrontMatter:
    case DiagnosticKind::NoPassages:
      return Severity::Warning;
    default:
      return Severity::Info;
  }
}

std::string format_diagnostic(std::string_view file, const Diagnostic& diagnostic) {
  std::string out(file);
  if (diagnostic.line != 0) out += ":" + std::to_string(diagnostic.line);
  out += ": ";
  out += name_of(diagnostic.severity);
  out += ": " + diagnostic.message;
  return out;
}

}  // namespace idsearch
