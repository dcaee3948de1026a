// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/spelling.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

bool is_alphabetic(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (!u_isalpha(static_cast<UChar32>(c))) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    result.push_back(d.code_point);
    i += d.length;
  }
  return result;
}

bool is_spelled_with_letters(std::string_view folded) {
  return !folded.empty() && std::ranges::all_of(code_points(folded), is_alphabetic);
}

std::size_t edit_distance_up_to(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  // Three rows of the usual table; a word of a language has hardly more than 64 letters.
  thread_local std::vector<std::size_t> before, above, row;
  before.assign(b.size() + 1, 0);
  above.assign(b.size() + 1, 0);
  row.assign(b.size() + 1, 0);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // A swap reaches over a row, at the price of one: the rows to come have no less than this one.
    if (least > limit + 1) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

std::string in_case_of(std::string_view typed, std::string_view word) {
  const auto upper = [](char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; };
  const std::u32string letters = code_points(typed);
  if (letters.empty() || !upper(letters.front())) return std::string{word};
  const bool all = letters.size() > 1 && std::ranges::all_of(letters, upper);
  const std::size_t first = all ? word.size() : decode(word, 0).length;
  icu::UnicodeString raised = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(std::min(first, word.size()))));
  raised.toUpper(icu::Locale::getRoot());
  std::string result;
  raised.toUTF8String(result);
  result += word.substr(std::min(first, word.size()));
  return result;
}

}  // namespace idsearch::text
