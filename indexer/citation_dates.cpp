// SPDX-License-Identifier: GPL-2.0-or-later
// Tries the words at one end of a text as a date, the longest piece first.
#include "indexer/citation_dates.hpp"

#include <algorithm>
#include <vector>

#include "indexer/citation_foreign_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// "the 5th of May 2019" is longer, but no citation style writes it.
constexpr std::size_t kMostEnglishWords = 3;

struct Word {
  std::size_t start = 0, end = 0;
};

// The first, or with `from_end` the last, words of the text, in text order.
std::vector<Word> outer_words(std::string_view text, bool from_end) {
  std::vector<Word> words;
  std::size_t at = from_end ? text.size() : 0;
  while (words.size() < kMostForeignDateWords) {
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

// Of a piece of so many words.
std::optional<std::string> parse_words(std::string_view text, std::size_t words) {
  if (words <= kMostEnglishWords) {
    if (auto iso = parse(text)) return iso;
  }
  return foreign_date(text);
}

// "Editora Abril 2012", "Mars 2012" is a publisher, "El Día, abril de 2012" a month: whether one
// whose month has another language's name, and no day, may stand behind `before`.
bool may_be_month(std::string_view before, std::string_view date) {
  before = text::trim(before);
  const bool apart = before.empty() || before.ends_with(',') || before.ends_with("،");
  return apart && (!before.empty() || !is_upper(date[0]));
}

// "Ley No 5 de mayo de 2010": the number of the law, or the day.
bool ends_with_number_word(std::string_view before) {
  before = text::trim(before);
  const std::size_t blank = before.rfind(' ');
  const std::string_view word = blank == kEnd ? before : before.substr(blank + 1);
  for (const std::string_view sign : {"n°", "N°", "nº", "Nº", "n.º", "N.º", "№"}) {
    if (word == sign) return true;
  }
  return match_any(
             word, 0,
             {"no", "nos", "nr", "num", "number", "số", "poz", "pos", "p", "pp", "str", "br"}) != 0;
}

// "19–28"
bool is_range_of_days(std::string_view text) {
  std::size_t at = 0;
  const auto day = [&] {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > start && at - start <= 2;
  };
  if (!day()) return false;
  const CodePoint dash = code_point_at(text, at);
  if (dash.value != '-' && dash.value != 0x2013) return false;
  at += dash.length;
  return day() && at == text.size();
}

bool has_four_digits(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text)
    if ((digits = is_digit(c) ? digits + 1 : 0) == 4) return true;
  return false;
}

// "31", "31.", "31st", "31,"; "46/3987/2021," is the number of a document.
bool may_be_day(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  if (digits == 0 || digits > 2) return false;
  word = word.substr(digits);
  if (!word.empty() && one_of(word.back(), ",.")) word.remove_suffix(1);
  return word.empty() || word == "º" ||
         match_any(word, 0, {"st", "nd", "rd", "th", "er"}) == word.size();
}

// "Proclamation No 1/1995", "Decree-Law 12/1999": a number and its year, no month.
bool is_number_and_year(std::string_view before, std::string_view date) {
  if (date.find_first_not_of("0123456789/-.") != kEnd) return false;
  if (ends_with_number_word(before)) return true;
  before = text::trim(before);
  const std::size_t start = before.find_last_of(",;([:");
  const std::string_view words = before.substr(start == kEnd ? 0 : start + 1);
  if (names_a_law(words)) return true;
  const std::size_t blank = words.rfind(' ');
  return match_any(words, blank == kEnd ? 0 : blank + 1,
                   {"case",          "judgment",    "judgement",      "resolution",  "res",
                    "decision",      "directive",   "recommendation", "opinion",     "circular",
                    "notice",        "instruction", "petition",       "appeal",      "application",
                    "communication", "cause",       "suit",           "legislative", "lei",
                    "decreto-lei",   "portaria",    "resolución",     "resolução",   "sentencia",
                    "arrêté",        "arrêt",       "ordonnance",     "dahir",       "zakon",
                    "Закон",         "Указ",        "قانون"}) != 0;
}

}  // namespace

std::optional<FoundDate> date_at_start(std::string_view text) {
  const std::vector<Word> words = outer_words(text, false);
  for (std::size_t count = words.size(); count > 0; --count) {
    const std::size_t start = words[0].start;
    std::string_view piece = text.substr(start, words[count - 1].end - start);
    while (!piece.empty() && (one_of(piece.back(), ".,;:)]") || piece.ends_with("،"))) {
      piece.remove_suffix(piece.ends_with("،") ? std::string_view("،").size() : 1);
    }
    if (auto iso = parse_words(piece, count)) return FoundDate{*iso, start, start + piece.size()};
  }
  return std::nullopt;
}

std::optional<FoundDate> date_at_end(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',')) text.remove_suffix(1);
  const std::vector<Word> words = outer_words(text, true);
  const auto from = [&](std::size_t first) {
    return text.substr(words[first].start, words.back().end - words[first].start);
  };
  const auto word = [&](std::size_t i) {
    return text.substr(words[i].start, words[i].end - words[i].start);
  };
  for (std::size_t first = 0; first < words.size(); ++first) {
    const std::size_t count = words.size() - first;
    const std::string_view before = text.substr(0, words[first].start);
    const auto iso = parse_words(from(first), count);
    if (!iso) continue;
    const bool english = count <= kMostEnglishWords && parse(from(first));
    const bool whole = iso->size() == kIsoDayBytes;
    if (!english && whole && ends_with_number_word(before)) continue;
    if (count == 1 && iso->size() < kIsoDayBytes) {
      const bool year = is_year(from(first));
      if (year ? ends_with_number_word(before) : is_number_and_year(before, from(first))) continue;
    }
    if (!english && !whole && !may_be_month(before, from(first))) {
      // "31 de febrero de 2021"
      std::size_t day = first;
      while (day > 0 && match_any(word(day - 1), 0, {"de", "do", "del"}) != 0) --day;
      if (day > 0 && is_digit(word(day - 1)[0])) {
        return FoundDate{{}, words[day - 1].start, words.back().end};
      }
      continue;
    }
    const FoundDate found{*iso, words[first].start, words.back().end};
    if (first == 0 || count >= kMostEnglishWords) {
      if (whole || english || first == 0) return found;
    }
    // "2 Baisakh 2080": a day, a month of another language or calendar, a year.
    const bool third = first >= 2 && count == 1;
    if (third && is_year(from(first))) {
      const std::string_view day = word(first - 2), month = word(first - 1);
      const bool is_day = day.size() <= 2 && std::all_of(day.begin(), day.end(), is_digit);
      const bool is_word = std::none_of(month.begin(), month.end(), is_digit);
      if (is_day && is_word && match_any(month, 0, {"of", "and"}) == 0) {
        return FoundDate{{}, words[first - 2].start, found.end};
      }
    }
    // "31 February 2019", "February 31, 2019": the month or the year alone is not what is written.
    const std::string_view last = word(first - 1);
    const bool day_before = may_be_day(last) || is_range_of_days(last);
    // "19–28 February 2015": the month is sure.
    if (is_range_of_days(last) && iso->size() == kIsoDayBytes - 3) {
      return FoundDate{*iso, words[first - 1].start, found.end};
    }
    if (day_before && !is_digit(from(first)[0])) {
      return FoundDate{{}, words[first - 1].start, found.end};
    }
    if (day_before && third &&
        parse(std::string(word(first - 2)) + " " + std::string(word(first))).has_value()) {
      return FoundDate{{}, words[first - 2].start, found.end};
    }
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> day_between_commas(std::string_view text) {
  for (std::size_t comma = text.find(','); comma != kEnd; comma = text.find(',', comma + 1)) {
    const std::size_t start = skip_blanks(text, comma + 1);
    // Without a year near by it is no date, and asking costs more than looking.
    constexpr std::size_t kLongestDate = 40;  // bytes
    if (!has_four_digits(text.substr(start, kLongestDate))) continue;
    auto date = date_at_start(text.substr(start));
    if (!date || date->iso.size() != kIsoDayBytes) continue;
    const std::size_t behind = skip_blanks(text, start + date->end);
    if (behind < text.size() && !one_of(text[behind], ",.;:([")) continue;
    date->start += start;
    date->end += start;
    return date;
  }
  return std::nullopt;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit) &&
         (text[0] == '1' || text[0] == '2');
}

}  // namespace idsearch::indexer
