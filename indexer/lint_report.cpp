// SPDX-License-Identifier: GPL-2.0-or-later
// Findings as text and as JSON; sarif.cpp is the third form.
#include "indexer/lint_report.hpp"

#include <nlohmann/json.hpp>

#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json null_if_empty(std::string_view text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::string lint_text(const std::vector<LintedFile>& files) {
  std::string out;
  for (const LintedFile& file : files) {
    for (const Finding& finding : file.findings) {
      std::string line = file.file;
      if (finding.line != 0) line += ":" + std::to_string(finding.line);
      line += ": ";
      line += name_of(finding.severity);
      line += ": " + finding.message + " [";
      line += lint_rules()[finding.rule].name;
      // Messages quote the profile, which must not steer a terminal.
      out += text::escape_controls(line + "]") + "\n";
    }
  }
  return out;
}

std::string lint_json(const std::vector<LintedFile>& files) {
  std::size_t counts[3] = {};
  Json names = Json::array(), findings = Json::array(), rejected = Json::array();
  for (const LintedFile& file : files) {
    if (!file.problem.empty()) {
      rejected.push_back({{"file", file.file}, {"reason", file.problem}});
      continue;
    }
    names.push_back(file.file);
    for (const Finding& finding : file.findings) {
      ++counts[static_cast<std::size_t>(finding.severity)];
      findings.push_back({{"file", file.file},
                          {"line", finding.line},
                          {"severity", name_of(finding.severity)},
                          {"rule", lint_rules()[finding.rule].name},
                          {"reason", null_if_empty(finding.reason)},
                          {"label", null_if_empty(finding.label)},
                          {"message", finding.message}});
    }
  }
  Json json;
  json["schema"] = "idsearch.lint/1";
  json["files"] = std::move(names);
  json["rejected"] = std::move(rejected);
  json["counts"] = {{"error", counts[static_cast<std::size_t>(Severity::Error)]},
                    {"warning", counts[static_cast<std::size_t>(Severity::Warning)]},
                    {"info", counts[static_cast<std::size_t>(Severity::Info)]}};
  json["findings"] = std::move(findings);
  // Paths are bytes: what is not UTF-8 in them becomes U+FFFD.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace idsearch::indexer
