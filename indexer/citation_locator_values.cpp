// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_locator_values.hpp"

#include <algorithm>

#include "indexer/citation_locator_words.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {

bool ends_word(std::string_view text, std::size_t at) {
  const CodePoint after = code_point_at(text, at);
  return after.length == 0 || !is_word_character(after.value);
}

bool is_any_digit(std::string_view text, std::size_t at) {
  return at < text.size() && (is_digit(text[at]) || is_other_digit(code_point_at(text, at).value));
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool ends_place(std::string_view text, std::size_t at) {
  at = skip_blanks(text, at);
  return at == text.size() || one_of(text[at], ".,;)]") || is_dash(code_point_at(text, at).value);
}

std::size_t roman(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const bool capitals = is_upper(text[at]);
  const std::size_t start = at;
  const auto take = [&](std::string_view letters) {
    if (text.size() - at < letters.size()) return false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const char c = text[at + i];
      if (is_upper(c) != capitals || to_lower(c) != letters[i]) return false;
    }
    at += letters.size();
    return true;
  };
  for (int i = 0; i < 3 && take("c"); ++i) continue;
  if (!take("xc") && !take("xl")) {
    take("l");
    for (int i = 0; i < 3 && take("x"); ++i) continue;
  }
  if (!take("ix") && !take("iv")) {
    take("v");
    for (int i = 0; i < 3 && take("i"); ++i) continue;
  }
  return at > start && ends_word(text, at) ? at - start : 0;
}

std::size_t division(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return 0;
  constexpr std::size_t kLongest = 6;  // "(viii)", "(12bis)"
  std::size_t end = at + 1;
  std::size_t digits = 0, letters = 0;
  for (; end < text.size() && end - at - 1 <= kLongest; ++end) {
    if (is_digit(text[end])) {
      ++digits;
    } else if (is_upper(text[end]) || is_lower(text[end])) {
      ++letters;
    } else {
      break;
    }
  }
  if (end >= text.size() || text[end] != ')') return 0;
  const std::size_t inner = end - at - 1;
  const bool number = digits > 0 && digits <= 3 && letters <= 3 && is_digit(text[at + 1]);
  const bool letter = digits == 0 && (letters == 1 || roman(text, at + 1) == inner ||
                                      (letters == 2 && text[at + 1] == text[at + 2]));
  return number || letter ? end + 1 - at : 0;
}

std::size_t paragraph(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return 0;
  constexpr std::size_t kLongest = 24;  // "[12]–[15]" is two, "[12–15, 19]" one
  const std::size_t close = text.substr(0, at + kLongest).find(']', at);
  if (close == kEnd) return 0;
  const std::string_view inner = text.substr(at + 1, close - at - 1);
  const std::size_t first = std::min(inner.find_first_of("0123456789"), inner.size());
  if (first > 2 || first == inner.size()) return 0;
  const bool plain = std::all_of(inner.begin(), inner.end(), [](char c) {
    return is_digit(c) || is_upper(c) || one_of(c, "., -()") ||
           (static_cast<unsigned char>(c) > 127) || is_lower(c);
  });
  // "[2019] UKSC 41" is a year of reports.
  const bool year = inner.size() == 4 && one_of(inner[0], "12") && !ends_place(text, close + 1);
  const std::string_view number = is_upper(inner[0]) ? inner.substr(first) : inner;  // "[A5]"
  return plain && !year && locator_length(number) == number.size() ? close + 1 - at : 0;
}

}  // namespace idsearch::indexer
