// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_placed_names.hpp"

#include <algorithm>

#include "indexer/citation_locators.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {
using text::trim;
}  // namespace

bool counts_a_work(std::string_view place) {
  return match_any(place, 0, {"no", "nos", "number", "numbers", "order"}) != 0;
}

std::size_t place_in_name(std::string_view name) {
  if (const std::size_t comma = name.rfind(','); comma != kEnd) {
    const std::string_view last = trim(name.substr(comma + 1));
    if (comma > 0 && !last.empty() && !is_digit(last[0]) && !counts_a_work(last) &&
        looks_like_pinpoint(last)) {
      return comma;
    }
  }
  constexpr std::size_t kLongestPlace = 60;  // bytes
  for (std::size_t at = name.size() > kLongestPlace ? name.size() - kLongestPlace : 0;
       at < name.size(); ++at) {
    if (at == 0 || !is_blank(code_point_before(name, at).value)) continue;
    const std::string_view place = name.substr(at);
    // "General Comment No 27", "Chapter 4": names, unlike "Citizenship Act s 6".
    if (!is_lower(place[0]) || counts_a_work(place)) continue;
    // Letters alone are a Roman number in a name: "Vatican II", "Compliance CI".
    const bool letters =
        std::ranges::all_of(place, [](char c) { return is_lower(c) || is_upper(c); });
    if (!letters && locator_length(place) == place.size()) return at;
  }
  return 0;
}

PlacedName place_before_name(std::string_view name) {
  const std::string_view text = name.substr(leading_signals(name));
  const std::size_t length = text.empty() || is_digit(text[0]) ? 0 : locator_length(text);
  if (length == 0 || !has_digit(text.substr(0, length))) return {{}, name};
  const std::size_t at = skip_blanks(text, length);
  std::size_t link = match_any(text, at, {"of the", "of", "de la", "du", "de", "del", "da"});
  const std::string_view rest = text.substr(
      skip_blanks(text, at + link + (link == 0 && at < text.size() && text[at] == ',' ? 1 : 0)));
  // "Art 8 CRC", "Section 2(1), Citizenship Act"; but "Article 19, Report" has an author.
  const bool of_law = match_any(text, 0, {"art", "arts", "s", "ss", "sec", "para", "paras"}) != 0 ||
                      text.substr(0, length).find('(') != kEnd;
  if (of_law && is_upper(rest.empty() ? ' ' : rest[0])) link = 1;
  if (link == 0 || rest.empty() || is_lower(rest[0]) || is_digit(rest[0])) return {{}, name};
  return {text.substr(0, length), rest};
}

}  // namespace idsearch::indexer
