// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/option_filters.hpp"

#include <algorithm>
#include <utility>

#include "idsearch/error.hpp"
#include "query/chars.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

/// What stands between the commas of a list; those inside quotation marks are text.
std::vector<std::string> comma_separated(std::string_view list) {
  std::vector<std::string> values;
  for (std::size_t at = 0; at <= list.size();) {
    std::size_t begin = at;
    while (const std::size_t blank = blank_length(list, begin)) begin += blank;
    const std::size_t open = quote_length(list, begin);
    const std::size_t close = open > 0 ? find_closing_quote(list, begin) : list.npos;
    std::size_t end = std::min(list.find(',', close == list.npos ? at : close), list.size());
    std::string value = squeeze(list.substr(at, end - at));
    if (close != list.npos) {
      const std::size_t behind = close + quote_length(list, close);
      // Quotation marks around a part of a value belong to it.
      if (squeeze(list.substr(behind, end - behind)).empty())
        value = squeeze(list.substr(begin + open, close - begin - open));
    }
    if (!value.empty()) values.push_back(std::move(value));
    at = end + 1;
  }
  return values;
}

}  // namespace

std::vector<Node> filters_of_option(std::string_view field, const std::vector<std::string>& lists) {
  std::vector<Node> nodes;
  for (const std::string& list : lists) {
    Node node;
    node.kind = NodeKind::Filter;
    node.field = field_named(field);
    const std::string repaired = text::repair_utf8(list).text;
    node.values = comma_separated(repaired);
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
