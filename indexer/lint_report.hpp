// SPDX-License-Identifier: GPL-2.0-or-later
// What lint found, as text for people and compilers' readers, as JSON, and as SARIF 2.1.0.
#ifndef IDSEARCH_INDEXER_LINT_REPORT_HPP
#define IDSEARCH_INDEXER_LINT_REPORT_HPP

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/lint.hpp"

namespace idsearch::indexer {

struct LintedFile {
  std::string file;     ///< as given
  std::string problem;  ///< not empty: the file could not be taken, and has no findings
  std::vector<Finding> findings;
};

/// "file:line: severity: message [rule]" a line; problems of files are left to the caller.
std::string lint_text(const std::vector<LintedFile>& files);

/// Schema "idsearch.lint/1", with final newline.
std::string lint_json(const std::vector<LintedFile>& files);

/// A log of the OASIS Static Analysis Results Interchange Format, version 2.1.0: one run, all rules
/// in its table, files that could not be taken as notifications. With final newline.
std::string lint_sarif(const std::vector<LintedFile>& files);

struct LintFormat {
  std::string_view name;
  std::string (*render)(const std::vector<LintedFile>& files);
};

inline constexpr std::array<LintFormat, 3> kLintFormats{
    {{"text", &lint_text}, {"json", &lint_json}, {"sarif", &lint_sarif}}};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_LINT_REPORT_HPP
