// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_text_brackets.hpp"

#include <algorithm>

#include "indexer/mark_brackets.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

bool are_digits(std::string_view word, std::size_t most) {
  return !word.empty() && word.size() <= most && std::ranges::all_of(word, text::is_ascii_digit);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Takes the last word from the text; empty when there is none.
std::string_view take_word(std::string_view& text) {
  text = text::trim(text);
  const std::size_t blank = text.rfind(' ');
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::string_view word = text.substr(begin);
  text = text.substr(0, begin);
  return word;
}

std::string_view without_brackets(std::string_view word) {
  const bool round = word.starts_with('(') && word.ends_with(')');
  const bool square = word.starts_with('[') && word.ends_with(']');
  return (round || square) && word.size() > 2 ? word.substr(1, word.size() - 2)
                                              : std::string_view();
}

// "[2]" with what parts it from the next one: ",", "–", "and".
bool take_place(std::string_view& text) {
  std::string_view rest = text::trim(text);
  for (const std::string_view sign : {",", ";", "–", "-", "and", "to"}) {
    if (!rest.ends_with(sign)) continue;
    rest = text::trim(rest.substr(0, rest.size() - sign.size()));
    break;
  }
  if (!rest.ends_with(']')) return false;
  const std::size_t open = rest.rfind('[');
  if (open == std::string_view::npos) return false;
  if (!are_digits(rest.substr(open + 1, rest.size() - open - 2), kMostMarkDigits)) return false;
  text = rest.substr(0, open);
  return true;
}

}  // namespace

bool ends_in_judgment(std::string_view before) {
  while (take_place(before)) {
  }
  std::string_view word = take_word(before);
  // "(Admin)": the list of the court.
  if (!without_brackets(word).empty() && is_capital(word[1])) word = take_word(before);
  if (!are_digits(word, 5)) return false;
  constexpr int kMostWords = 4;  // of a court or a series of reports
  bool capitals = true;
  for (int words = 0; words <= kMostWords; ++words) {
    word = take_word(before);
    const std::string_view year = without_brackets(word);
    if (year.size() == 4 && are_digits(year, 4)) return words > 0;
    if (are_digits(word, 4)) {
      if (words == 0) return false;
      if (word.size() == 4) return capitals;
      const std::string_view next = without_brackets(take_word(before));  // that was a volume
      return next.size() == 4 && are_digits(next, 4);
    }
    if (word.empty() || !(is_capital(word[0]) || word[0] == '(')) return false;
    capitals = capitals && std::ranges::all_of(word, is_capital);
  }
  return false;
}

std::vector<std::pair<std::size_t, std::size_t>> text_brackets(const HtmlBlock& block) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  const std::string_view text = block.text;
  auto span = block.code.begin();
  std::size_t code_end = 0;  // of the code that began before the bracket
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const auto bracket = read_mark_bracket(text, at);
    if (!bracket) continue;
    for (; span != block.code.end() && span->begin <= at; ++span) {
      code_end = std::max(code_end, span->end);
    }
    // Only the end of what stands before is looked at.
    constexpr std::size_t kLongestCitation = 200;
    const std::string_view before =
        text.substr(at - std::min(at, kLongestCitation), std::min(at, kLongestCitation));
    // A mark is glued to its word.
    const bool parted = before.ends_with(' ') || before.ends_with("–") || before.ends_with('-');
    if (bracket->end <= code_end || (parted && ends_in_judgment(before)))
      out.emplace_back(at, bracket->end);
  }
  return out;
}

}  // namespace idsearch::indexer
