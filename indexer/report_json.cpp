// SPDX-License-Identifier: GPL-2.0-or-later
// Build reports and errors to JSON.
#include "indexer/report_json.hpp"

#include <nlohmann/json.hpp>

namespace idsearch::indexer {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "idsearch.report/1";

// Paths are bytes: what is not UTF-8 in them becomes U+FFFD.
std::string text_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const FileDiagnostic& entry) {
  const Diagnostic& diagnostic = entry.diagnostic;
  const auto reason = idsearch::name_of(diagnostic.reason);
  return {{"file", entry.file},
          {"line", diagnostic.line},
          {"severity", idsearch::name_of(diagnostic.severity)},
          {"kind", idsearch::name_of(diagnostic.kind)},
          {"reason", reason.empty() ? Json() : Json(reason)},
          {"label", diagnostic.label.empty() ? Json() : Json(diagnostic.label)},
          {"message", diagnostic.message}};
}

std::string_view verdict_of(const GateVerdict& gate) {
  if (!gate.asked) return "not-asked";
  if (!gate.compared) return "first";
  if (gate.refusals.empty()) return "passed";
  return gate.forced.empty() ? "refused" : "forced";
}

Json json_of(const GateVerdict& gate) {
  return {{"verdict", verdict_of(gate)},
          {"refusals", gate.refusals},
          {"warnings", gate.warnings},
          {"forced", gate.forced.empty() ? Json() : Json(gate.forced)}};
}

}  // namespace

std::string_view name_of(BuildReport::Outcome outcome) {
  switch (outcome) {
    case BuildReport::Outcome::Published:
      return "published";
    case BuildReport::Outcome::Unchanged:
      return "unchanged";
    case BuildReport::Outcome::DryRun:
      return "dry-run";
    case BuildReport::Outcome::Cancelled:
      return "cancelled";
    case BuildReport::Outcome::Refused:
      return "refused";
  }
  return "";
}

std::string report_json(const BuildReport& report) {
  Json json;
  json["schema"] = kSchema;
  json["outcome"] = name_of(report.outcome);
  json["generation"] = report.generation.empty() ? Json() : Json(report.generation);
  json["profiles"] = report.profiles;
  json["passages"] = report.passages;
  json["notes"] = report.notes;
  json["phases"] = Json::array();
  for (const BuildPhase& phase : report.phases)
    json["phases"].push_back({{"name", phase.name}, {"seconds", phase.seconds}});
  json["segments"] = {{"total", report.segments},
                      {"reused", report.reused_segments},
                      {"reused_profiles", report.reused_profiles}};
  json["counts"] = {{"added", report.added.size()},
                    {"changed", report.changed.size()},
                    {"removed", report.removed.size()},
                    {"failed", report.failed},
                    {"stale", report.stale.size()}};
  json["added"] = report.added;
  json["changed"] = report.changed;
  json["removed"] = report.removed;
  json["stale"] = Json::array();
  for (const StaleProfile& profile : report.stale)
    json["stale"].push_back({{"id", profile.id},
                             {"file", profile.file},
                             {"since", profile.since},
                             {"reason", profile.reason}});
  json["gate"] = json_of(report.gate);
  json["rejected"] = Json::array();
  for (const RejectedInput& input : report.rejected)
    json["rejected"].push_back({{"file", input.file}, {"reason", input.reason}});
  json["ignored"] = report.ignored;
  json["diagnostics"] = Json::array();
  for (const FileDiagnostic& entry : report.diagnostics)
    json["diagnostics"].push_back(json_of(entry));
  return text_of(json);
}

std::string report_json(const Error& error) {
  Json json;
  json["schema"] = kSchema;
  json["outcome"] = "failed";
  json["error"] = {{"code", kErrorTable[static_cast<std::size_t>(error.code())].name},
                   {"message", error.message()},
                   {"hint", error.hint()}};
  return text_of(json);
}

}  // namespace idsearch::indexer
