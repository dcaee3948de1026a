// SPDX-License-Identifier: GPL-2.0-or-later
// The shape is looked at first: asking ICU in a dozen languages costs more than all the rest.
#include "indexer/citation_foreign_dates.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_text.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// BCP 47. Arabic has three sets of names: of Egypt, of the Levant, of the Maghreb.
constexpr std::string_view kLatin[] = {"fr", "es", "pt", "de", "de-AT", "it",
                                       "nl", "pl", "hr", "tr", "id"};
constexpr std::string_view kCyrillic[] = {"ru", "uk", "bg"};
constexpr std::string_view kArabic[] = {"ar", "ar-LB", "ar-MA", "ar-DZ", "fa", "ur"};

std::span<const std::string_view> languages_of(std::string_view month) {
  const char32_t c = code_point_at(month, 0).value;
  if (c < 0x250) return kLatin;
  if (c >= 0x400 && c < 0x530) return kCyrillic;
  if (c >= 0x600 && c < 0x780) return kArabic;
  return {};
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, at)) {
    const std::size_t start = at;
    for (CodePoint c = code_point_at(text, at); c.length != 0 && !is_blank(c.value);
         c = code_point_at(text, at)) {
      at += c.length;
    }
    words.push_back(text.substr(start, at - start));
  }
  return words;
}

// How many digits a word begins with.
std::size_t count_digits(std::string_view word) {
  std::size_t digits = 0;
  for (std::size_t at = 0; is_any_digit(word, at); at += code_point_at(word, at).length) ++digits;
  return digits;
}

bool is_link(std::string_view word) {
  return match_any(word, 0, {"de", "del", "do", "da", "di"}) == word.size();
}

std::size_t letters_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).length) {
    if (is_word_character(code_point_at(word, at).value)) ++letters;
  }
  return letters;
}

// The month of "12 de mayo de 2019" or "mayo de 2019", its first word; empty when the text has
// another shape.
std::string_view month_in(std::vector<std::string_view> words) {
  constexpr std::size_t kYearDigits = 4, kShortestMonth = 4;
  for (const std::string_view trailer : {"г", "г.", "года", "р", "р.", "року"}) {
    if (words.size() > 2 && words.back() == trailer) {
      words.pop_back();
      break;
    }
  }
  if (words.size() < 2 || count_digits(words.back()) != kYearDigits) return {};
  words.pop_back();
  const std::size_t day = count_digits(words.front());
  if (day > 2) return {};
  if (day > 0) words.erase(words.begin());
  if (!words.empty() && is_link(words.back())) words.pop_back();
  if (day > 0 && !words.empty() && is_link(words.front())) words.erase(words.begin());
  constexpr std::size_t kMostWords = 2;  // "كانون الثاني"
  if (words.empty() || words.size() > kMostWords) return {};
  if (std::any_of(words.begin(), words.end(), [](auto word) { return count_digits(word) != 0; })) {
    return {};
  }
  const std::string_view month = words.front();
  const bool latin = code_point_at(month, 0).value < 0x250;
  if (day == 0 && latin && letters_of(month) < kShortestMonth &&
      match_any(month, 0, {"mai", "mei", "maj"}) == 0) {
    return {};
  }
  return month;
}

// What the languages that have a date here agree on.
std::optional<std::string> in_one_language(std::string_view text, std::string_view month) {
  std::optional<std::string> found;
  for (const std::string_view language : languages_of(month)) {
    const auto date = text::parse_date(text, language);
    if (!date) continue;
    if (found && *found != *date) return std::nullopt;
    found = date;
  }
  return found;
}

}  // namespace

std::optional<std::string> foreign_date(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // bytes; "12 de septiembre de 2019" has 24
  if (text.size() > kLongest) return std::nullopt;
  const std::string_view month = month_in(words_of(text));
  if (month.empty() || text::parse_date(text)) return std::nullopt;
  // Publishers and years ("Factbook 2015") come again from note to note: asking anew each time took
  // a tenth of reading the World Factbook (callgrind).
  constexpr std::size_t kMostKnown = 4096;
  thread_local std::unordered_map<std::string, std::optional<std::string>> known;
  if (known.size() >= kMostKnown) known.clear();
  const auto [at, is_new] = known.try_emplace(std::string(text));
  if (is_new) at->second = in_one_language(text, month);
  return at->second;
}

}  // namespace idsearch::indexer
