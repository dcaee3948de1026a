// SPDX-License-Identifier: GPL-2.0-or-later
// The table of rules, and what they all look at.
#include "indexer/lint.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "indexer/citation_text.hpp"
#include "indexer/lint_rules.hpp"
#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {
namespace {

template <DiagnosticKind kKind>
void check_diagnostic(const LintContext& context, Findings& findings) {
  for (const Diagnostic& diagnostic : context.profile.diagnostics) {
    if (diagnostic.kind == kKind) findings.add(diagnostic);
  }
}

constexpr std::array<LintRule, 22> kRules{{
    {"unreadable", Severity::Error, "The file cannot be read as a profile.",
     "The message says why: it may be damaged, or made by a program and no page at all.",
     &check_diagnostic<DiagnosticKind::Unreadable>},
    {"no-passages", Severity::Warning, "The profile has a head or headings, but no text.",
     "Save the text with it: of a page, perhaps another tab holds it.",
     &check_diagnostic<DiagnosticKind::NoPassages>},
    {"bad-front-matter", Severity::Warning, "The front matter of a Markdown file cannot be read.",
     "Name, country and date are not known then. Quote values that hold a colon.",
     &check_diagnostic<DiagnosticKind::BadFrontMatter>},
    {"invalid-utf8", Severity::Info, "Bytes are not UTF-8.",
     "They are read as U+FFFD. Save the file as UTF-8.",
     &check_diagnostic<DiagnosticKind::InvalidUtf8>},
    {"no-country", Severity::Info, "No country is known from the head.",
     "Filters by country will not find the profile. Begin it with the name of the country.",
     &check_diagnostic<DiagnosticKind::NoCountry>},
    {"no-date", Severity::Info, "There is no \"Last updated\" line.",
     "Filters by date will not find the profile. Put \"Last updated : January 29, 2026\" below the "
     "name.",
     &check_diagnostic<DiagnosticKind::NoDate>},
    {"bad-date", Severity::Warning, "The \"Last updated\" line holds no day that can be read.",
     "Write day, month by name, and year: 29 January 2026.",
     &check_diagnostic<DiagnosticKind::BadDate>},
    {"empty-section", Severity::Info, "A heading has neither text nor headings below it.",
     "Write the section, or take the heading out.",
     &check_diagnostic<DiagnosticKind::EmptySection>},
    {"no-note-list", Severity::Info, "There are marks, but no list of notes.",
     "The list was lost: take it from where the text was taken.",
     &check_diagnostic<DiagnosticKind::NoNoteList>},
    {"dangling-mark", Severity::Error, "A mark has no note.",
     "Give the note, or correct the number of the mark.",
     &check_diagnostic<DiagnosticKind::DanglingMark>},
    {"raised-number", Severity::Info, "A raised number may be a mark or an exponent.",
     "Raised numbers that are no marks stand in the text like others. Write [5] or link the mark; "
     "write "
     "²,³ or \"10^6\" for an exponent.",
     &check_diagnostic<DiagnosticKind::RaisedNumber>},
    {"uncited-note", Severity::Warning, "Notes have no mark in the text.",
     "Put the mark where the note belongs. A run that begins with the first note shows that the "
     "body lost its beginning, often a tab of the page: do not renumber, later notes may refer to "
     "these.",
     &check_uncited_note},
    {"duplicate-note", Severity::Error, "A number is given to two notes.",
     "The first counts. Renumber the second.", &check_diagnostic<DiagnosticKind::DuplicateNote>},
    {"skipped-number", Severity::Warning, "The list of notes leaves a number out.",
     "A note was lost, or a number mistyped. Lists that begin above 1 are not meant.",
     &check_skipped_number},
    {"bad-n-reference", Severity::Error, "\"(n x)\" does not lead to what it names.",
     "Point it to the note that cites the source in full. With the reason \"forward\" that note "
     "comes later (warning), with \"name-mismatch\" the name does not stand there (info).",
     &check_diagnostic<DiagnosticKind::BadNReference>},
    {"ibid-without-antecedent", Severity::Error, "\"ibid\" follows nothing that it could mean.",
     "Cite the source in full, or by \"Name (n x)\".",
     &check_diagnostic<DiagnosticKind::IbidWithoutAntecedent>},
    {"ibid-after-several", Severity::Info, "\"ibid\" follows a note of several sources.",
     "It means all of them. If one is meant, name it: \"Name (n x)\".", &check_ibid_after_several},
    {"several-sources", Severity::Info, "A note has several sources.",
     "OSCOLA allows it, but \"ibid\" and \"(n x)\" without a name then mean all of them, and a "
     "reader cannot see which one carries the sentence.",
     &check_several_sources},
    {"no-url", Severity::Info, "A citation in full has no URL.",
     "OSCOLA asks for none where a source is in print. If it is on the web too, its address helps "
     "whoever checks the sentence.",
     &check_no_url},
    {"no-access-date", Severity::Warning, "A URL has no date of access.",
     "Pages change. End the citation with the day on which you saw it: accessed 20 January 2026.",
     &check_no_access_date},
    {"accessed-before-issued", Severity::Warning, "A source was accessed before it was issued.",
     "One of the two dates is mistyped.", &check_accessed_before_issued},
    {"repeated-in-full", Severity::Info, "A source is cited in full twice.",
     "The second time \"Name (n x)\" is enough, and a correction then has one place.",
     &check_repeated_in_full},
}};

// As many digits as fit; longer numbers are names.
constexpr std::size_t kMostDigitsOfNumber = 18;

bool is_short_number(std::string_view label) {
  return !label.empty() && label.size() <= kMostDigitsOfNumber &&
         std::all_of(label.begin(), label.end(), is_digit);
}

}  // namespace

LintContext::LintContext(const Profile& linted) : profile(linted) {
  for (const Note& note : profile.notes) {
    notes.push_back(&note);
    numeric = numeric && is_short_number(note.label);
  }
  if (numeric) {
    std::ranges::stable_sort(notes, {}, [](const Note* note) { return note_number(note->label); });
  }
  for (const Note* note : notes) {
    const Source* before = nullptr;
    for (const Source& source : note->sources) {
      if (source.trail.size() != 1 || source.note != note->label) continue;
      // An ibid inside a note leads to the same part once more.
      const bool again = before != nullptr && source.part <= before->part;
      if (!again && is_citation(source.reference)) cited.push_back({note, &source});
      if (!again) before = &source;
    }
  }
}

void Findings::add(std::size_t line, std::string label, std::string message) {
  put({rule_, kRules[rule_].severity, line, {}, std::move(label), std::move(message)});
}

void Findings::add(const Diagnostic& diagnostic, std::string_view more) {
  put({rule_, diagnostic.severity, diagnostic.line, name_of(diagnostic.reason), diagnostic.label,
       diagnostic.message + std::string(more)});
}

void Findings::put(Finding finding) {
  if (++count_ > kMostOfARule) return;
  if (count_ == kMostOfARule) finding.message += "; further ones are not listed";
  out_.push_back(std::move(finding));
}

std::span<const LintRule> lint_rules() { return kRules; }

std::vector<Finding> lint(const Profile& profile) {
  const LintContext context(profile);
  std::vector<Finding> out;
  for (std::size_t rule = 0; rule < kRules.size(); ++rule) {
    Findings findings(rule, out);
    kRules[rule].check(context, findings);
  }
  std::ranges::stable_sort(out, {}, &Finding::line);
  return out;
}

}  // namespace idsearch::indexer
