// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/title_country.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

std::optional<Country> country_in_title(std::string_view title) {
  constexpr std::size_t kLongestTitle = 200;  // longer text is none
  if (title.size() > kLongestTitle) return std::nullopt;
  for (const std::string_view parting : {": ", " | ", " – ", " — ", " - "}) {
    if (title.find(parting) == std::string_view::npos) continue;
    std::optional<Country> found;
    for (std::size_t at = 0; at <= title.size();) {
      const std::size_t end = std::min(title.find(parting, at), title.size());
      const std::string_view part = text::trim(title.substr(at, end - at));
      at = end + parting.size();
      const auto code = text::country_code_of_name(part);
      if (!code) continue;
      if (found && found->code != *code) return std::nullopt;
      if (!found) found = Country{*code, std::string(part)};
    }
    if (found) return found;
  }
  return std::nullopt;
}

namespace {

// Whether one to four of the words, side by side, are the name of another country.
bool names_other(std::string_view words, std::string_view code) {
  constexpr std::size_t kMostWords = 4;  // "Democratic Republic of Congo"
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    for (std::size_t count = 0; count < kMostWords && end < words.size(); ++count) {
      end = std::min(words.find(' ', end + 1), words.size());
      const auto other = text::country_code_of_name(text::trim(words.substr(begin, end - begin)));
      if (other && *other != code) return true;
    }
    begin = std::min(words.find(' ', begin), words.size() - 1) + 1;
  }
  return false;
}

}  // namespace

std::optional<Country> country_behind_in(std::string_view title) {
  constexpr std::size_t kLongestTitle = 200;
  constexpr std::string_view kIn = " in ";
  if (title.size() > kLongestTitle) return std::nullopt;
  for (const std::string_view parting : {": ", " | ", " – ", " — ", " - "}) {
    title = title.substr(0, title.find(parting));
  }
  const std::size_t in = title.rfind(kIn);
  if (in == std::string_view::npos) return std::nullopt;
  const std::string_view name = text::trim(title.substr(in + kIn.size()));
  const auto code = text::country_code_of_name(name);
  if (!code || names_other(title.substr(0, in), *code)) return std::nullopt;
  return Country{*code, std::string(name)};
}

}  // namespace idsearch::indexer
