// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metrics.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace idsearch::indexer {
namespace {

constexpr std::string_view kLastSuccess = "idsearch_index_last_success_timestamp_seconds";

std::string decimal(double value) {
  char text[32];
  const auto [end, error] =
      std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 3);
  return {text, end};
}

// In a label's value; what we put there are names of phases and content ids.
std::string label_value(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

class Metrics {
 public:
  void gauge(std::string_view name, std::string_view help, const std::string& value) {
    head(name, help);
    text_ += std::string(name) + " " + value + "\n";
  }
  void gauge(std::string_view name, std::string_view help, std::uint64_t value) {
    gauge(name, help, std::to_string(value));
  }
  void head(std::string_view name, std::string_view help) {
    text_ += "# HELP " + std::string(name) + " " + std::string(help) + "\n# TYPE " +
             std::string(name) + " gauge\n";
  }
  void labelled(std::string_view name, std::string_view label, std::string_view of,
                const std::string& value) {
    text_ +=
        std::string(name) + "{" + std::string(label) + "=" + label_value(of) + "} " + value + "\n";
  }
  std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

void add_report(const BuildReport& report, Metrics& out) {
  constexpr std::string_view kPhase = "idsearch_index_phase_seconds";
  out.head(kPhase, "What each phase of the last run took.");
  for (const BuildPhase& phase : report.phases)
    out.labelled(kPhase, "phase", phase.name, decimal(phase.seconds));
  constexpr std::string_view kChanges = "idsearch_index_profiles_last_run";
  out.head(kChanges, "Profiles that the last run found added, changed, removed, failed or stale.");
  out.labelled(kChanges, "what", "added", std::to_string(report.added.size()));
  out.labelled(kChanges, "what", "changed", std::to_string(report.changed.size()));
  out.labelled(kChanges, "what", "removed", std::to_string(report.removed.size()));
  out.labelled(kChanges, "what", "failed", std::to_string(report.failed));
  out.labelled(kChanges, "what", "stale", std::to_string(report.stale.size()));
  out.gauge("idsearch_index_gate_refusals",
            "Reasons of the gate against the last generation built.", report.gate.refusals.size());
}

void add_serving(const ServingFacts& serving, Metrics& out) {
  out.gauge("idsearch_index_profiles", "Profiles of the generation in force.", serving.profiles);
  out.gauge("idsearch_index_passages", "Passages of the generation in force.", serving.passages);
  out.gauge("idsearch_index_bytes", "Size of the index file in force.", serving.bytes);
  if (serving.published)
    out.gauge("idsearch_index_generation_timestamp_seconds",
              "When the generation in force was published.", std::to_string(*serving.published));
  constexpr std::string_view kGeneration = "idsearch_index_generation_info";
  out.head(kGeneration, "The generation in force.");
  out.labelled(kGeneration, "generation", serving.generation, "1");
}

}  // namespace

std::string metrics_text(const BuildReport* report, const RunFacts& facts) {
  Metrics out;
  out.gauge("idsearch_index_last_run_timestamp_seconds", "When the last run ended.",
            std::to_string(facts.ended));
  if (facts.last_success)
    out.gauge(kLastSuccess, "When a run last left the index up to date.",
              std::to_string(*facts.last_success));
  out.gauge("idsearch_index_last_run_status", "Exit status of the last run.",
            std::to_string(facts.status));
  out.gauge("idsearch_index_last_run_seconds", "What the last run took.", decimal(facts.seconds));
  if (report != nullptr) add_report(*report, out);
  if (facts.serving) add_serving(*facts.serving, out);
  return std::move(out).text();
}

std::optional<std::int64_t> last_success_of(std::string_view metrics) {
  while (!metrics.empty()) {
    const std::size_t end = std::min(metrics.find('\n'), metrics.size());
    std::string_view line = metrics.substr(0, end);
    metrics.remove_prefix(std::min(end + 1, metrics.size()));
    if (!line.starts_with(kLastSuccess) || line.size() <= kLastSuccess.size() ||
        line[kLastSuccess.size()] != ' ')
      continue;
    line.remove_prefix(kLastSuccess.size() + 1);
    std::int64_t value = 0;
    const auto [at, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error == std::errc() && at == line.data() + line.size()) return value;
  }
  return std::nullopt;
}

}  // namespace idsearch::indexer
