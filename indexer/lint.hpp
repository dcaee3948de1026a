// SPDX-License-Identifier: GPL-2.0-or-later
// What should an author look at in a profile? The diagnostics of the reader, and rules of OSCOLA
// practice beside them, each a line in one table.
#ifndef IDSEARCH_INDEXER_LINT_HPP
#define IDSEARCH_INDEXER_LINT_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/diagnostic.hpp"
#include "idsearch/profile.hpp"

namespace idsearch::indexer {

struct LintContext;
class Findings;

struct LintRule {
  std::string_view name;  ///< "no-url"; for the reader's diagnostics the name of their kind
  Severity severity;      ///< of most findings
  std::string_view says;  ///< what was found, a short sentence
  std::string_view help;  ///< why it matters, and what to do
  void (*check)(const LintContext& context, Findings& findings);
};

/// All rules, in the order in which findings of one line are told.
std::span<const LintRule> lint_rules();

struct Finding {
  std::size_t rule = 0;  ///< into lint_rules()
  Severity severity = Severity::Info;
  std::size_t line = 0;     ///< 1-based; 0 when the file as a whole is meant
  std::string_view reason;  ///< "missing", for the kinds of diagnostics that have reasons; or empty
  std::string label;        ///< the note, mark or run of notes that is meant ("1-22"); or empty
  std::string message;      ///< one sentence, no file, no line

  bool operator==(const Finding&) const = default;
};

/// By line; at most 1,000 of a rule.
std::vector<Finding> lint(const Profile& profile);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_LINT_HPP
