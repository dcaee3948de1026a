// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/age.hpp"

#include <algorithm>

namespace idsearch::query {
namespace {

constexpr long kDay = 24L * 60 * 60;

std::optional<long> seconds_since(const std::string& instant, std::time_t now) {
  std::tm parts{};
  const char* end = ::strptime(instant.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return std::max<long>(0, now - ::timegm(&parts));
}

}  // namespace

std::optional<long> days_since(const std::string& instant, std::time_t now) {
  const auto seconds = seconds_since(instant, now);
  return seconds ? std::optional(*seconds / kDay) : std::nullopt;
}

std::vector<std::string> old_indexes(const std::vector<OpenedIndex>& indexes,
                                     std::size_t limit_days, std::time_t now) {
  std::vector<std::string> out;
  for (const OpenedIndex& index : indexes) {
    const auto age = seconds_since(index.published, now);
    // Divided, not multiplied: the limit may be any number.
    if (!age || *age == 0 || static_cast<std::size_t>((*age - 1) / kDay) < limit_days) continue;
    const long days = *age / kDay;
    out.push_back("index " + index.path + " was published " + std::to_string(days) +
                  (days == 1 ? " day ago, on " : " days ago, on ") + index.published.substr(0, 10) +
                  "; profiles may have changed since");
  }
  return out;
}

}  // namespace idsearch::query
