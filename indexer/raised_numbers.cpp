// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/raised_numbers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "indexer/characters.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

bool is_ascii_word(char c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c); }

bool is_capital_letter(char c) { return c >= 'A' && c <= 'Z'; }

// The end of `text` up to a blank; only its end when it is longer than any formula.
std::string_view run_before(std::string_view text) {
  constexpr std::size_t kLongest = 40;  // bytes
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < kLongest) {
    const Character c = last_character(text.substr(0, begin));
    if (is_gap(c.code)) break;
    begin -= c.length;
  }
  return text.substr(begin);
}

// The last word of the run, letters or digits of ASCII; empty behind other letters.
std::string_view word_before(std::string_view run) {
  std::size_t begin = run.size();
  while (begin > 0 && is_ascii_word(run[begin - 1])) --begin;
  const bool goes_on = begin > 0 && is_letter(last_character(run.substr(0, begin)).code);
  return goes_on ? std::string_view() : run.substr(begin);
}

bool is_web_address(std::string_view run) {
  return run.find("://") != std::string_view::npos || run.find('?') != std::string_view::npos ||
         run.starts_with("www.");
}

// "E=mc", "(a+b)", "3×10": signs of a formula between letters or digits.
bool is_formula(std::string_view run) {
  constexpr std::array<std::string_view, 9> kSigns{"=", "+", "×", "·", "√", "≤", "≥", "≈", "−"};
  return std::ranges::any_of(kSigns, [&](std::string_view sign) {
    const std::size_t at = run.find(sign);
    if (at == std::string_view::npos) return false;
    const std::size_t behind = at + sign.size();
    return at > 0 && behind < run.size() && (is_ascii_word(run[behind]) || run[behind] == '(');
  });
}

// "$19⁹⁹"
bool is_price(std::string_view run, std::string_view number) {
  constexpr std::array<std::string_view, 4> kSigns{"$", "€", "£", "¥"};
  return text::trim(number).size() == 2 && !run.empty() && text::is_ascii_digit(run.back()) &&
         std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return run.find(sign) != run.npos; });
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, text::is_ascii_digit);
}

// What stands before the run, without the blanks between.
std::string_view words_before(std::string_view before, std::string_view run) {
  return text::trim(before.substr(0, before.size() - run.size()));
}

template <std::size_t kSize>
bool one_of_list(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::ranges::find(words, word) != words.end();
}

RaisedNumber behind_digits(std::string_view before, std::string_view run, std::string_view word) {
  if (word == "10") {
    const std::string_view left = words_before(before, run);
    const bool factor = left.ends_with("×") || left.ends_with(" x") || left.ends_with('*');
    return factor ? RaisedNumber::Exponent : RaisedNumber::LikelyExponent;
  }
  const bool one_digit = run.size() == 1;
  return one_digit ? RaisedNumber::LikelyMark : RaisedNumber::Mark;
}

}  // namespace

RaisedNumber read_raised_number(std::string_view before, std::string_view number) {
  if (!is_number(text::trim(number))) return RaisedNumber::Mark;
  const std::string_view run = run_before(before);
  if (is_web_address(run)) return RaisedNumber::Mark;
  if (is_formula(run) || is_price(run, number)) return RaisedNumber::Exponent;
  const std::string_view word = word_before(run);
  if (word.empty()) return RaisedNumber::Mark;
  if (is_number(word)) return behind_digits(before, run, word);
  // "5km²": the unit behind its number.
  const std::size_t letters =
      static_cast<std::size_t>(std::ranges::find_if(word, text::is_ascii_letter) - word.begin());
  const std::string_view unit = word.substr(letters);
  const std::string_view left = words_before(before, run);
  const bool counted = letters > 0 || (!left.empty() && text::is_ascii_digit(left.back())) ||
                       run.size() > word.size();
  constexpr std::array<std::string_view, 9> kUnits{"m",  "km", "cm", "mm", "dm",
                                                   "nm", "ft", "yd", "mi"};
  // Units that are also words ("came in²").
  constexpr std::array<std::string_view, 2> kWords{"in", "s"};
  if (one_of_list(unit, kUnits) || (counted && one_of_list(unit, kWords))) {
    return RaisedNumber::Exponent;
  }
  if (word.size() == 1 && !is_capital_letter(word[0])) {
    const bool variable = std::string_view("nrtxyz").find(word[0]) != std::string_view::npos;
    return variable ? RaisedNumber::Exponent : RaisedNumber::LikelyExponent;
  }
  if (word.size() == 1 && run.size() == 1) {
    // "Plan B²" and a cell with nothing but "B²", but "where R²".
    std::string_view last = run_before(left);
    while (!last.empty() && is_opening(first_character(last).code)) {
      last.remove_prefix(first_character(last).length);
    }
    const bool label = last.empty() || is_capital_letter(last[0]);
    return label ? RaisedNumber::LikelyMark : RaisedNumber::LikelyExponent;
  }
  constexpr std::array<std::string_view, 4> kFormulas{"CO", "SO", "CH", "NH"};
  const bool few = number == "2" || number == "3" || number == "4";
  if (few && run == word && one_of_list(word, kFormulas)) return RaisedNumber::LikelyExponent;
  return RaisedNumber::Mark;
}

std::string raised_number_message(std::string_view before, std::string_view number, bool taken,
                                  bool given) {
  const RaisedNumber kind = read_raised_number(before, number);
  const std::string run(run_before(before));
  const std::string what = "the raised " + std::string(number) + " behind \"" + run + "\"";
  if (taken) {
    if (!given || kind != RaisedNumber::LikelyMark) return {};
    return what + " is taken for the mark of note " + std::string(number) +
           ", but may be an exponent";
  }
  const bool exponent = kind == RaisedNumber::Exponent || kind == RaisedNumber::LikelyExponent;
  const bool behind_digit = !run.empty() && text::is_ascii_digit(run.back());
  const std::string stands = " and stands in the text as \"" + run + std::string(number) + "\"";
  if (exponent) {
    if (kind == RaisedNumber::LikelyExponent && given) {
      return what + " is taken for an exponent" + stands + ", though there is a note " +
             std::string(number);
    }
    return behind_digit ? what + " is taken for an exponent" + stands : std::string();
  }
  return what + (given ? " is no mark" : " has no note") + stands;
}

bool must_be_mark(std::string_view before) {
  const std::string_view word = word_before(run_before(before));
  return word.size() >= 3 || (word.size() == 2 && is_number(word));
}

}  // namespace idsearch::indexer
