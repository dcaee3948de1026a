// SPDX-License-Identifier: GPL-2.0-or-later
// Findings as SARIF 2.1.0, for code hosts and editors. Places are lines: the reader knows no
// columns.
#include <nlohmann/json.hpp>

#include "indexer/citation_text.hpp"
#include "indexer/lint_report.hpp"

namespace idsearch::indexer {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Info:
      break;
  }
  return "note";
}

// A path as a URI reference (RFC 3986): relative ones stay relative to where the program ran.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_digit(c) || is_lower(to_lower(c)) ||
        std::string_view("/-._~").find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

Json location_of(std::string_view path, std::size_t line) {
  Json physical = {{"artifactLocation", {{"uri", uri_of(path)}}}};
  if (line != 0) physical["region"] = {{"startLine", line}};
  return {{"physicalLocation", std::move(physical)}};
}

Json message_of_text(std::string_view text) { return {{"text", text}}; }

Json rule_json(const LintRule& rule) {
  return {
      {"id", rule.name},
      {"shortDescription", message_of_text(rule.says)},
      {"fullDescription", message_of_text(std::string(rule.says) + " " + std::string(rule.help))},
      {"help", message_of_text(rule.help)},
      {"defaultConfiguration", {{"level", level_of(rule.severity)}}}};
}

Json result_json(std::string_view path, const Finding& finding) {
  Json result = {{"ruleId", lint_rules()[finding.rule].name},
                 {"ruleIndex", finding.rule},
                 {"level", level_of(finding.severity)},
                 {"message", message_of_text(finding.message)},
                 {"locations", Json::array({location_of(path, finding.line)})}};
  Json properties = Json::object();
  if (!finding.label.empty()) properties["label"] = finding.label;
  if (!finding.reason.empty()) properties["reason"] = finding.reason;
  if (!properties.empty()) result["properties"] = std::move(properties);
  return result;
}

}  // namespace

std::string lint_sarif(const std::vector<LintedFile>& files) {
  Json rules = Json::array(), results = Json::array(), notifications = Json::array();
  for (const LintRule& rule : lint_rules()) rules.push_back(rule_json(rule));
  for (const LintedFile& file : files) {
    for (const Finding& finding : file.findings) results.push_back(result_json(file.file, finding));
    if (file.problem.empty()) continue;
    notifications.push_back({{"level", "error"},
                             {"message", message_of_text(file.file + ": " + file.problem)},
                             {"locations", Json::array({location_of(file.file, 0)})}});
  }
  Json invocation;
  invocation["executionSuccessful"] = notifications.empty();
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  Json run;
  run["tool"]["driver"] = {
      {"name", "idsearch-index"}, {"version", IDSEARCH_VERSION}, {"rules", std::move(rules)}};
  run["invocations"] = Json::array({std::move(invocation)});
  run["results"] = std::move(results);
  Json log;
  log["$schema"] =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace idsearch::indexer
