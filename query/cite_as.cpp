// SPDX-License-Identifier: GPL-2.0-or-later
// How is a passage itself cited? Only from fields that the profile gives.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "query/hits.hpp"
#include "query/months.hpp"

namespace idsearch::query {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2026-01-29" → "29 January 2026"; shorter dates likewise; anything else as it is.
std::string spelled(std::string_view iso) {
  const std::string_view year = iso.substr(0, 4);
  if (iso.size() < 7 || iso[4] != '-' || !is_number(iso.substr(5, 2))) return std::string{iso};
  const int month = (iso[5] - '0') * 10 + (iso[6] - '0');
  if (month < 1 || month > 12) return std::string{iso};
  std::string result{kMonths[static_cast<std::size_t>(month) - 1]};
  result.append(" ").append(year);
  if (iso.size() != 10 || !is_number(iso.substr(8))) return result;
  const std::string_view day = iso.substr(iso[8] == '0' ? 9 : 8);
  return std::string{day} + " " + result;
}

/// The number at the end of "profile/section/2"; nothing for ids that are not made so.
std::optional<std::string_view> paragraph_of(const store::PassageRecord& record) {
  const std::string start = record.profile_id + "/" + record.section_path + "/";
  if (record.profile_id.empty() || !record.id.starts_with(start)) return std::nullopt;
  const std::string_view number = std::string_view{record.id}.substr(start.size());
  if (!is_number(number)) return std::nullopt;
  return number;
}

}  // namespace

std::string cite_as(const store::PassageRecord& record) {
  std::string result;
  const auto add = [&](std::string_view separator, std::string_view part) {
    if (!result.empty()) result += separator;
    result += part;
  };
  if (!record.profile_title.empty()) add("", "‘" + record.profile_title + "’");
  std::string titles;
  for (const std::string& title : record.section_titles)
    titles += (titles.empty() ? "" : " › ") + title;
  if (!titles.empty()) add(", ", titles);
  if (result.empty()) return record.id;
  if (const auto number = paragraph_of(record)) add(", ", "para " + std::string{*number});
  if (record.updated) add(" ", "(last updated " + spelled(*record.updated) + ")");
  return result;
}

}  // namespace idsearch::query
