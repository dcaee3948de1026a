// SPDX-License-Identifier: GPL-2.0-or-later
// How is a passage itself cited? Only from fields that the profile gives.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "query/hits.hpp"
#include "query/months.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, text::is_ascii_digit);
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
  if (record.profile_id.empty()) return std::nullopt;
  std::string_view rest = record.id;
  for (const std::string* part : {&record.profile_id, &record.section_path}) {
    if (!rest.starts_with(*part) || !rest.substr(part->size()).starts_with('/'))
      return std::nullopt;
    rest.remove_prefix(part->size() + 1);
  }
  if (!is_number(rest)) return std::nullopt;
  return rest;
}

}  // namespace

std::string cite_as(const store::PassageRecord& record) {
  std::string result;
  std::size_t most = 64 + record.profile_title.size() + record.id.size();  // marks and a date
  for (const std::string& title : record.section_titles) most += title.size() + 8;
  result.reserve(most);
  const auto add = [&result](std::string_view separator,
                             std::initializer_list<std::string_view> parts) {
    if (!result.empty()) result += separator;
    for (const std::string_view part : parts) result += part;
  };
  if (!record.profile_title.empty()) add("", {"‘", record.profile_title, "’"});
  std::string_view separator = ", ";
  for (const std::string& title : record.section_titles)
    if (!title.empty()) add(std::exchange(separator, " › "), {title});
  if (result.empty()) return record.id;
  if (const auto number = paragraph_of(record)) add(", ", {"para ", *number});
  if (record.updated) add(" ", {"(last updated ", spelled(*record.updated), ")"});
  return result;
}

}  // namespace idsearch::query
