// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_pinpoints.hpp"

#include <algorithm>

#include "indexer/citation_locator_words.hpp"
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

// Bytes of a remark before a pinpoint: brackets, an edition, "as amended"; 0 when there is none.
std::size_t remark_length(std::string_view rest) {
  if (const std::size_t length = match_any(rest, 0, {"as amended", "as adopted", "as revised"})) {
    return length;
  }
  if (const std::size_t ordinal = ordinal_word(rest, 0)) {
    const std::size_t at = skip_blanks(rest, ordinal);
    const std::size_t edition = match_any(rest, at, {"edn", "ed", "edition"});
    if (edition == 0) return 0;
    return at + edition + (rest.substr(at + edition).starts_with('.') ? 1 : 0);
  }
  if (!rest.starts_with('(')) return 0;
  constexpr std::size_t kLongest = 200;  // bytes; a remark is shorter than a sentence
  std::size_t depth = 0;
  for (std::size_t at = 0; at < std::min(rest.size(), kLongest); ++at) {
    if (rest[at] == '(') ++depth;
    if (rest[at] == ')' && --depth == 0) return at + 1;
  }
  return 0;
}

}  // namespace

bool looks_like_pinpoint(std::string_view rest) { return locator_length(rest) != 0; }

std::string_view clean_pinpoint(std::string_view rest) {
  rest = trim(rest);
  if (!rest.empty() && (rest[0] == ',' || rest[0] == ':')) rest = trim(rest.substr(1));
  for (const std::string_view comma : {"，", "、", "،"})
    if (rest.starts_with(comma)) rest = trim(rest.substr(comma.size()));
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
  const std::size_t remark = remark_length(rest);
  if (remark == 0) return {};
  if (rest[0] == '(') {
    const std::string_view inner = clean_pinpoint(rest.substr(1, remark - 2));
    const std::size_t length = locator_length(inner);
    constexpr std::size_t kYear = 4;  // "(2012)" is when the work came out
    const bool year = length == kYear && inner.find_first_not_of("0123456789") == kEnd;
    if (length != 0 && length == inner.size() && !year) return inner;
  }
  // "(2nd edn) 7", "2nd edn, 7", ", as amended, s 5"
  const std::string_view behind = clean_pinpoint(rest.substr(remark));
  return behind.substr(0, locator_length(behind));
}

std::optional<std::string> pinpoint_of(std::string_view rest) {
  rest = pinpoint_at(rest);
  if (rest.empty()) return std::nullopt;
  return std::string(rest);
}

}  // namespace idsearch::indexer
