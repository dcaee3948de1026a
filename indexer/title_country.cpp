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

}  // namespace idsearch::indexer
