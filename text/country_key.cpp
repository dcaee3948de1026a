// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/country_key.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {

std::string country_key(std::string_view name) {
  std::string spaced;
  const std::string folded = comparison_key(name);
  for (std::size_t i = 0; i < folded.size();) {
    const Decoded d = decode(folded, i);
    const char c = d.code_point < 0x80 ? static_cast<char>(d.code_point) : 'x';
    if (c == '&') {
      spaced.append(" and ");
    } else if (is_ascii_letter(c) || is_ascii_digit(c)) {
      // Dashes beyond ASCII are punctuation like the hyphen.
      if (d.code_point >= 0x2010 && d.code_point <= 0x2015) {
        spaced.push_back(' ');
      } else {
        spaced.append(folded, i, d.length);
      }
    } else if (c != '.' && c != '\'') {  // "U.K." is "uk", "d'Ivoire" is "divoire"
      spaced.push_back(' ');
    }
    i += d.length;
  }
  std::string key;
  for (std::size_t i = 0; i < spaced.size();) {
    const std::size_t end = std::min(spaced.find(' ', i), spaced.size());
    const std::string_view word = std::string_view(spaced).substr(i, end - i);
    i = end + 1;
    if (word.empty() || (key.empty() && word == "the" && end < spaced.size())) continue;
    if (!key.empty()) key.push_back(' ');
    key.append(word == "st" ? "saint" : word);
  }
  return key;
}

}  // namespace idsearch::text
