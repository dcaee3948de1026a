// SPDX-License-Identifier: GPL-2.0-or-later
// When are two spellings the same words for a person?
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

bool is_curved_hyphen(char32_t c) { return c == 0x2010 || c == 0x2011; }

std::string key_of_ascii(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      key.push_back(ascii_lower(c));
    } else if (!key.empty() && key.back() != ' ') {
      key.push_back(' ');
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

// Invalid bytes would make ICU's output depend on where they stand; U+FFFD is the same everywhere.
std::string repaired(std::string_view text) {
  return is_valid_utf8(text) ? std::string(text) : repair_utf8(text).text;
}

}  // namespace

std::string comparison_key(std::string_view utf8) {
  if (is_ascii(utf8)) return key_of_ascii(utf8);
  const std::string folded = fold_diacritics(nfkc_casefold(repaired(utf8)));
  std::string key;
  key.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const Decoded d = decode(folded, i);
    const char32_t c = unify_quote(d.code_point);
    if (is_curved_hyphen(c)) {
      key.push_back('-');
    } else if (!is_white_space(c)) {
      append_utf8(key, c);
    } else if (!key.empty() && key.back() != ' ') {
      key.push_back(' ');
    }
    i += d.length;
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

}  // namespace idsearch::text
