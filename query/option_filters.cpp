// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/option_filters.hpp"

#include <algorithm>
#include <utility>

#include "idsearch/error.hpp"
#include "query/chars.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

std::vector<Node> filters_of_option(std::string_view field, const std::vector<std::string>& lists) {
  std::vector<Node> nodes;
  for (const std::string& list : lists) {
    Node node;
    node.kind = NodeKind::Filter;
    node.field = field_named(field);
    const std::string repaired = text::repair_utf8(list).text;
    for (std::size_t at = 0; at <= repaired.size();) {
      const std::size_t end = std::min(repaired.find(',', at), repaired.size());
      std::string value = squeeze(std::string_view{repaired}.substr(at, end - at));
      if (!value.empty()) node.values.push_back(std::move(value));
      at = end + 1;
    }
    // "Korea, Republic of" is one country, not two. Asked last: unknown names are slow to look up.
    const auto is_country = [](const std::string& name) {
      return text::country_code(name).has_value();
    };
    if (field == "country" && node.values.size() > 1 &&
        !std::ranges::all_of(node.values, is_country) && is_country(squeeze(repaired))) {
      node.values = {squeeze(repaired)};
    }
    if (node.values.empty()) {
      throw Error(ErrorCode::Usage, "the filter for " + std::string{field} + " is empty",
                  "Name one or several, separated by commas.");
    }
    nodes.push_back(std::move(node));
  }
  return nodes;
}

}  // namespace idsearch::query
