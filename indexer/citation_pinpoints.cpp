// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_pinpoints.hpp"

#include "indexer/citation_locators.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Without one word that leads to a pinpoint, where one follows: "at 12", "esp para 4".
std::string_view without_leading_word(std::string_view rest) {
  const std::size_t length =
      match_any(rest, 0, {"at",   "on",   "in particular", "in",           "from",    "see also",
                          "see",  "esp",  "especially",    "particularly", "notably", "eg",
                          "e.g",  "also", "and",           "en la",        "en el",   "en",
                          "a la", "à la", "aux",           "auf",          "bei"});
  if (length == 0) return rest;
  std::string_view behind = rest.substr(length);
  if (behind.starts_with('.')) behind.remove_prefix(1);
  behind = trim(behind);
  if (behind.starts_with(',')) behind = trim(behind.substr(1));
  return looks_like_pinpoint(behind) ? behind : rest;
}

}  // namespace

bool looks_like_pinpoint(std::string_view rest) { return locator_length(rest) != 0; }

std::string_view clean_pinpoint(std::string_view rest) {
  rest = trim(rest);
  if (!rest.empty() && (rest[0] == ',' || rest[0] == ':')) rest = trim(rest.substr(1));
  for (const std::string_view dash : {"–", "—", "-"}) {  // "ibid – 12"
    if (!rest.starts_with(dash)) continue;
    if (looks_like_pinpoint(trim(rest.substr(dash.size())))) rest = trim(rest.substr(dash.size()));
    break;
  }
  if (!looks_like_pinpoint(rest)) rest = without_leading_word(rest);
  return without_final_stop(rest);
}

std::string_view pinpoint_at(std::string_view rest) {
  rest = clean_pinpoint(rest);
  if (const std::size_t length = locator_length(rest)) return rest.substr(0, length);
  if (!rest.starts_with('(')) return {};
  const std::string_view inner = clean_pinpoint(rest.substr(1));
  const std::size_t length = locator_length(inner);
  const std::size_t close = skip_blanks(inner, length);
  if (length == 0 || close >= inner.size() || inner[close] != ')') return {};
  constexpr std::size_t kYear = 4;  // "(2012)" is when the work came out
  const bool year = length == kYear && inner.find_first_not_of("0123456789") == kYear;
  return year ? std::string_view() : inner.substr(0, length);
}

std::optional<std::string> pinpoint_of(std::string_view rest) {
  rest = pinpoint_at(rest);
  if (rest.empty()) return std::nullopt;
  return std::string(rest);
}

}  // namespace idsearch::indexer
