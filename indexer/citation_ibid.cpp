// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_ibid.hpp"

#include <algorithm>

#include "indexer/citation_backrefs.hpp"
#include "indexer/citation_connectives.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Whether nothing but a pinpoint, a remark in brackets or another work follows.
bool ends_reference(std::string_view rest) {
  if (rest.starts_with(')')) rest.remove_prefix(1);
  rest = clean_pinpoint(rest);
  return rest.empty() || rest[0] == '(' || looks_like_pinpoint(rest) || begins_connective(rest);
}

// "above" at [at, end) by itself: "(above)", "See above", "As above, s 4". Elsewhere it is a word
// of prose.
bool is_only_above(std::string_view part, std::size_t at, std::size_t end) {
  if (at > 0 && part[at - 1] == '(' && part.substr(end).starts_with(')')) return true;
  const std::string_view before = trim(
      part.substr(std::min(leading_signals(part), at), at - std::min(leading_signals(part), at)));
  const std::string_view rest = clean_pinpoint(without_final_stop(part.substr(end)));
  const bool led = before.empty() ? at > 0 : match_word(before, 0, "as") == before.size();
  return led && (rest.empty() || looks_like_pinpoint(rest));
}

// Length of "id", "ib" or "idem" at `at` where it stands for ibid: no words of its own follow
// ("Id at 5"; "Id card", "idem, ‘Title’" are other things, and so is "ID").
std::size_t short_ibid(std::string_view part, std::size_t at) {
  const std::size_t length = match_any(part, at, {"idem", "id", "ib", "ídem", "Ídem", "íd", "Íd"});
  if (length == 0 || is_upper(part[at + 1])) return 0;
  std::string_view rest = part.substr(at + length);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return ends_reference(rest) ? length : 0;
}

// Bytes of "ibid", in other languages too; 0 when there is none.
std::size_t ibid_word(std::string_view part, std::size_t at) {
  return match_any(part, at,
                   {"ibid", "ibidem", "ibíd", "ibídem", "ebd", "ebenda", "там же", "Там же",
                    "там само", "Там само", "المرجع نفسه", "שם", "同上", "同前"});
}

}  // namespace

std::size_t behind_ibid(std::string_view part) {
  std::size_t at = leading_signals(part);
  std::size_t length = ibid_word(part, at);
  if (length == 0) length = short_ibid(part, at);
  if (length == 0) {
    at = skip_blanks(part, 0);
    length = ibid_word(part, at);
    if (length == 0) length = short_ibid(part, at);
    if (length == 0) return 0;
  }
  at += length;
  // "ibid-like" is another word.
  if (at < part.size() && one_of(part[at], "-'_@")) return 0;
  if (at < part.size() && part[at] == '.') ++at;
  return at;
}

std::size_t inner_ibid(std::string_view part, const std::vector<Span>& spans) {
  const std::size_t signals = leading_signals(part);
  std::size_t found = kEnd;
  int left = 4;  // each one is compared with all that stands before it; a part has one
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    if (found != kEnd || left == 0 || ibid_word(part, at) == 0) return 0;
    --left;
    if (behind_ibid(part.substr(at)) == 0) return 0;
    const std::string_view before = part.substr(0, at);
    const bool small =
        std::none_of(before.begin() + static_cast<std::ptrdiff_t>(std::min(signals, at)),
                     before.end(), is_upper);
    if (words_that_lead_on(before) != kEnd || (signals > 0 && small)) found = at;
    return 0;
  });
  return found;
}

std::size_t behind_no_number(std::string_view part, const std::vector<Span>& spans) {
  std::size_t behind = 0;
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    const std::size_t length = backward_word(part, at);
    if (length == 0) return 0;
    if (match_word(part, at, "above") != 0 && !is_only_above(part, at, at + length)) return 0;
    if (ends_reference(part.substr(at + length))) behind = at + length;
    return at + length;
  });
  return behind;
}

}  // namespace idsearch::indexer
