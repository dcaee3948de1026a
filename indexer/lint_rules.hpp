// SPDX-License-Identifier: GPL-2.0-or-later
// What the functions of lint rules see, where they report to, and their names for the table.
#ifndef IDSEARCH_INDEXER_LINT_RULES_HPP
#define IDSEARCH_INDEXER_LINT_RULES_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/citation.hpp"
#include "idsearch/profile.hpp"
#include "indexer/lint.hpp"

namespace idsearch::indexer {

/// A citation in full, in the note that holds it.
struct FullCitation {
  const Note* note = nullptr;
  const Source* source = nullptr;
};

/// A profile as the rules look at it. Points into the profile.
struct LintContext {
  explicit LintContext(const Profile& profile);

  const Profile& profile;
  bool numeric = true;              ///< all labels are numbers
  std::vector<const Note*> notes;   ///< in the order that "ibid" goes by
  std::vector<FullCitation> cited;  ///< in that order; parts that are mere remarks are left out
};

/// Takes the findings of one rule.
class Findings {
 public:
  /// More of a rule in one file help nobody.
  static constexpr std::size_t kMostOfARule = 1000;

  /// Appends to `out`, which must outlive it.
  Findings(std::size_t rule, std::vector<Finding>& out) : rule_(rule), out_(out) {}

  /// With the severity of the rule.
  void add(std::size_t line, std::string label, std::string message);
  /// With that of the diagnostic, and its words followed by `more`.
  void add(const Diagnostic& diagnostic, std::string_view more = {});

 private:
  void put(Finding finding);

  std::size_t rule_;
  std::size_t count_ = 0;
  std::vector<Finding>& out_;
};

/// True when the fields show a source and not only words of the author's.
bool is_citation(const Reference& reference);

void check_uncited_note(const LintContext& context, Findings& findings);
void check_skipped_number(const LintContext& context, Findings& findings);
void check_ibid_after_several(const LintContext& context, Findings& findings);
void check_several_sources(const LintContext& context, Findings& findings);
void check_no_url(const LintContext& context, Findings& findings);
void check_no_access_date(const LintContext& context, Findings& findings);
void check_accessed_before_issued(const LintContext& context, Findings& findings);
void check_repeated_in_full(const LintContext& context, Findings& findings);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_LINT_RULES_HPP
