// SPDX-License-Identifier: GPL-2.0-or-later
// Which name of [a-z0-9-] stands for a text? Goes into ids, so it must never change by itself.
#include <string>

#include "text/fold.hpp"
#include "text/transliterate.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// Ids are terms of the index (245 bytes with prefix) and become file names (255 bytes).
constexpr std::size_t kMaxSlugBytes = 200;

}  // namespace

std::string slug(std::string_view utf8) {
  std::string latin(utf8);
  if (!is_ascii(latin)) {
    // Folded first: composed and decomposed accents, widths and invisible characters must not
    // make a difference.
    latin = transliterated(nfkc_casefold(repair_utf8(latin).text));
  }
  std::string result;
  bool gap = false;
  for (std::size_t i = 0; i < latin.size();) {
    const Decoded d = decode(latin, i);
    i += d.length;
    const char c = d.code_point < 0x80 ? ascii_lower(static_cast<char>(d.code_point)) : '\0';
    if (is_ascii_letter(c) || is_ascii_digit(c)) {
      if (gap && !result.empty()) result.push_back('-');
      gap = false;
      result.push_back(c);
      // Apostrophes and leftover accents vanish ("people's": "peoples"), all else parts words.
    } else if (unify_quote(d.code_point) != U'\'' && !is_mark_or_format(d.code_point)) {
      gap = true;
    }
  }
  if (result.size() > kMaxSlugBytes) {
    result.resize(kMaxSlugBytes);
    if (result.ends_with('-')) result.pop_back();
  }
  return result;
}

}  // namespace idsearch::text
