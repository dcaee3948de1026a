// SPDX-License-Identifier: GPL-2.0-or-later
// Tries the words at one end of a text as a date, the longest piece first.
#include "indexer/citation_dates.hpp"

#include <algorithm>
#include <vector>

#include "indexer/citation_text.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// "the 5th of May 2019" is longer, but no citation style writes it.
constexpr std::size_t kMostDateWords = 3;

struct Word {
  std::size_t start = 0, end = 0;
};

// The first, or with `from_end` the last, words of the text, in text order.
std::vector<Word> outer_words(std::string_view text, bool from_end) {
  std::vector<Word> words;
  std::size_t at = from_end ? text.size() : 0;
  while (words.size() < kMostDateWords) {
    Word word;
    if (from_end) {
      const auto step_back = [&](bool blank) {
        while (at > 0) {
          const CodePoint c = code_point_before(text, at);
          if (is_blank(c.value) != blank) break;
          at -= c.length;
        }
      };
      step_back(true);
      word.end = at;
      step_back(false);
      word.start = at;
    } else {
      word.start = at = skip_blanks(text, at);
      while (at < text.size()) {
        const CodePoint c = code_point_at(text, at);
        if (is_blank(c.value)) break;
        at += c.length;
      }
      word.end = at;
    }
    if (word.start == word.end) break;
    words.push_back(word);
  }
  if (from_end) std::reverse(words.begin(), words.end());
  return words;
}

// "5th May" to "5 May".
std::string without_ordinals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1]) && match_any(text, at, {"st", "nd", "rd", "th"}) != 0) {
      ++at;
      continue;
    }
    out += text[at];
  }
  return out;
}

std::optional<std::string> parse(std::string_view text) {
  // Without a digit it is no date, and asking costs more than looking.
  if (std::none_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  // A bare number is a year only with four digits.
  if (std::all_of(text.begin(), text.end(), is_digit) && text.size() != 4) return std::nullopt;
  return text::parse_date(without_ordinals(text));
}

}  // namespace

std::optional<FoundDate> date_at_start(std::string_view text) {
  const std::vector<Word> words = outer_words(text, false);
  for (std::size_t count = words.size(); count > 0; --count) {
    const std::size_t start = words[0].start;
    std::size_t end = words[count - 1].end;
    while (end > start &&
           std::string_view(".,;:)]").find(text[end - 1]) != std::string_view::npos) {
      --end;
    }
    if (auto iso = parse(text.substr(start, end - start))) return FoundDate{*iso, start, end};
  }
  return std::nullopt;
}

std::optional<FoundDate> date_at_end(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',')) text.remove_suffix(1);
  const std::vector<Word> words = outer_words(text, true);
  const auto from = [&](std::size_t first) {
    return text.substr(words[first].start, words.back().end - words[first].start);
  };
  for (std::size_t first = 0; first < words.size(); ++first) {
    const auto iso = parse(from(first));
    if (!iso) continue;
    const FoundDate found{*iso, words[first].start, words.back().end};
    if (first == 0) return found;
    // "3 آذار 2021", "2 Baisakh 2080": a day, a month of another language or calendar, a year.
    if (first == 2 && is_year(from(first))) {
      const auto length = [&](std::size_t i) { return words[i].end - words[i].start; };
      const std::string_view day = text.substr(words[0].start, length(0));
      const std::string_view month = text.substr(words[1].start, length(1));
      const bool is_day = day.size() <= 2 && std::all_of(day.begin(), day.end(), is_digit);
      const bool is_word = std::none_of(month.begin(), month.end(), is_digit);
      if (is_day && is_word && match_any(month, 0, {"of", "and"}) == 0) {
        return FoundDate{{}, words[0].start, found.end};
      }
    }
    // "31 February 2019", "February 31, 2019": the month or the year alone is not what is written.
    const auto word = [&](std::size_t i) {
      return text.substr(words[i].start, words[i].end - words[i].start);
    };
    const std::string_view before = word(first - 1);
    const bool day_before =
        is_digit(before[0]) && (before.size() < 3 || !is_digit(before[1]) || !is_digit(before[2]));
    if (day_before && !is_digit(from(first)[0])) {
      return FoundDate{{}, words[first - 1].start, found.end};
    }
    if (day_before && first == 2 &&
        parse(std::string(word(0)) + " " + std::string(word(2))).has_value()) {
      return FoundDate{{}, words[0].start, found.end};
    }
    return found;
  }
  return std::nullopt;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit) &&
         (text[0] == '1' || text[0] == '2');
}

}  // namespace idsearch::indexer
