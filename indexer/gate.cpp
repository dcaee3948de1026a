// SPDX-License-Identifier: GPL-2.0-or-later
// Two summaries and the limits between them. Shares are compared as products, so that "more than
// 5 %" of 100 profiles is decided without rounding.
#include "indexer/gate.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "indexer/counted.hpp"

namespace idsearch::indexer {
namespace {

// Whether `part` is more than `percent` of `whole`.
bool exceeds(std::uint64_t part, std::uint64_t whole, double percent) {
  return static_cast<double>(part) * 100 > percent * static_cast<double>(whole);
}

// "5", "2.5": the shortest that reads back as the same number, in any locale.
std::string number(double value) {
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, value);
  return {text, end};
}

std::string number(std::uint64_t value) { return std::to_string(value); }

// Behind the first `kMostShrunk` of a list.
std::string and_more(std::size_t count) {
  const std::size_t more = count - kMostShrunk;
  return (more == 1 ? "so does " : "so do ") + counted(more, "more profile");
}

void check_profiles(const GateSummary& serving, const GateSummary& made, const GateLimits& limits,
                    std::vector<std::string>& out) {
  if (made.profiles >= serving.profiles) return;
  const std::uint64_t lost = serving.profiles - made.profiles;
  if (lost <= limits.profiles_drop ||
      !exceeds(lost, serving.profiles, limits.profiles_drop_percent))
    return;
  out.push_back("profiles drop from " + number(serving.profiles) + " to " + number(made.profiles) +
                ": more than " + number(limits.profiles_drop_percent) + " % and more than " +
                number(limits.profiles_drop));
}

// Who asks for a country does not find them any more, as if they were gone.
void check_countries(const GateSummary& serving, const GateTrial& trial, const GateLimits& limits,
                     std::vector<std::string>& out) {
  const auto lost = static_cast<std::uint64_t>(std::ranges::count_if(
      trial.lost_heads, [](const LostHead& head) { return !head.country.empty(); }));
  if (lost <= limits.profiles_drop ||
      !exceeds(lost, serving.profiles, limits.profiles_drop_percent))
    return;
  out.push_back(counted(lost, "profile") + " of " + number(serving.profiles) +
                " name no country any more: more than " + number(limits.profiles_drop_percent) +
                " % and more than " + number(limits.profiles_drop));
}

// Whole profiles that are gone are judged as profiles: else the three that may go from a small
// corpus could not, as each of them is a large part of its passages.
void check_passages(const GateSummary& serving, const GateSummary& made, const GateTrial& trial,
                    const GateLimits& limits, std::vector<std::string>& out) {
  const std::uint64_t before = serving.passages - trial.vanished_passages;
  if (made.passages >= before) return;
  if (!exceeds(before - made.passages, before, limits.passages_drop_percent)) return;
  std::string reason = "passages drop from " + number(before) + " to " + number(made.passages) +
                       ": more than " + number(limits.passages_drop_percent) + " %";
  if (trial.vanished_passages > 0)
    reason += " (not counting the " + counted(trial.vanished_passages, "passage") +
              " of profiles that are gone)";
  out.push_back(std::move(reason));
}

void check_topics(const GateSummary& serving, const GateSummary& made, const GateLimits& limits,
                  std::vector<std::string>& out) {
  if (!limits.topics || !serving.topics || !made.topics) return;
  for (const auto& [topic, passages] : *serving.topics) {
    const auto now = made.topics->find(topic);
    if (passages == 0 || (now != made.topics->end() && now->second > 0)) continue;
    out.push_back("topic " + topic + " drops from " + counted(passages, "passage") + " to none");
  }
}

}  // namespace

std::vector<std::string> gate_faults(const GateTrial& trial, const GateLimits& limits) {
  std::vector<std::string> out;
  if (trial.failed > limits.failed && exceeds(trial.failed, trial.expected, limits.failed_percent))
    out.push_back(counted(trial.failed, "profile") + " of " + number(trial.expected) +
                  (trial.shared_ids.empty() ? " cannot be read" : " cannot be taken") +
                  ": more than " + number(limits.failed_percent) + " % and more than " +
                  number(limits.failed) + (trial.shared_ids.empty() ? "" : ". ") +
                  trial.shared_ids);
  for (std::size_t i = 0; i < trial.golden.size() && i < trial.golden_ranks.size(); ++i) {
    const GoldenQuery& golden = trial.golden[i];
    const std::size_t rank = trial.golden_ranks[i];
    if (rank > 0 && rank <= golden.within) continue;
    out.push_back("golden query \"" + golden.query + "\" does not find " + golden.passage +
                  " among the first " + number(std::uint64_t{golden.within}));
  }
  return out;
}

std::vector<std::string> gate_warnings(const std::vector<store::ManifestProfile>& serving,
                                       const std::vector<store::ManifestProfile>& made) {
  std::vector<std::string> out;
  std::size_t shrunk = 0;
  auto before = serving.begin();
  for (const store::ManifestProfile& now : made) {
    while (before != serving.end() && before->id < now.id) ++before;
    if (before == serving.end() || before->id != now.id || now.passages >= before->passages)
      continue;
    const std::uint64_t lost = before->passages - now.passages;
    if (lost <= kShrunkPassages || !exceeds(lost, before->passages, kShrunkPercent)) continue;
    if (++shrunk <= kMostShrunk)
      out.push_back("profile " + now.id + " drops from " + number(before->passages) +
                    " passages to " + number(now.passages));
  }
  if (shrunk > kMostShrunk) out.push_back(and_more(shrunk));
  return out;
}

std::vector<std::string> lost_head_warnings(const std::vector<LostHead>& lost) {
  std::vector<std::string> out;
  for (const LostHead& head : lost) {
    if (out.size() == kMostShrunk) {
      out.push_back(and_more(lost.size()));
      break;
    }
    std::string what;
    if (!head.country.empty()) what = "no country any more, before it was " + head.country;
    if (!head.updated.empty())
      what += (what.empty() ? "" : ", and ") + ("no date, before it was " + head.updated);
    out.push_back("profile " + head.id + " names " + what);
  }
  return out;
}

std::vector<std::string> gate_refusals(const GateSummary& serving, const GateSummary& made,
                                       const GateTrial& trial, const GateLimits& limits) {
  std::vector<std::string> out;
  check_profiles(serving, made, limits, out);
  check_countries(serving, trial, limits, out);
  check_passages(serving, made, trial, limits, out);
  check_topics(serving, made, limits, out);
  for (std::string& fault : gate_faults(trial, limits)) out.push_back(std::move(fault));
  return out;
}

}  // namespace idsearch::indexer
