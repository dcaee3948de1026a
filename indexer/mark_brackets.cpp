// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/mark_brackets.hpp"

#include <charconv>
#include <string>

#include "indexer/among.hpp"
#include "indexer/characters.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// A range of more numbers is something else, an age group perhaps: "[15-49]" has 35. No group of
// more than a dozen marks was seen.
constexpr std::size_t kLongestRange = 20;

constexpr std::string_view kWordsForNote[] = {
    "n", "nn", "fn", "fns", "note", "notes", "footnote", "footnotes", "endnote", "endnotes"};

std::optional<std::size_t> read_number(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  while (end < text.size() && text::is_ascii_digit(text[end])) ++end;
  if (end == at || end - at > kMostMarkDigits) return std::nullopt;
  std::size_t number = 0;
  std::from_chars(text.data() + at, text.data() + end, number);
  at = end;
  return number;
}

}  // namespace

void pass_blanks(std::string_view text, std::size_t& at) { at += leading_blanks(text.substr(at)); }

bool skip_dash(std::string_view text, std::size_t& at) {
  const Character c = character_at(text, at);
  if (c.code != '-' && !(c.code >= 0x2010 && c.code <= 0x2014)) return false;
  at += c.length;
  return true;
}

bool skip_comma(std::string_view text, std::size_t& at) {
  if (at >= text.size() || (text[at] != ',' && text[at] != ';')) return false;
  ++at;
  return true;
}

bool add_range(std::vector<std::size_t>& numbers, std::size_t last) {
  const std::size_t first = numbers.back();
  if (last <= first || last - first > kLongestRange) return false;
  for (std::size_t number = first + 1; number <= last; ++number) numbers.push_back(number);
  return true;
}

std::size_t word_for_note(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  std::string word;
  constexpr std::size_t kLongestWord = 9;  // "footnotes"
  while (at < text.size() && word.size() <= kLongestWord) {
    const char c = text[at];
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) break;
    word += upper ? static_cast<char>(c - 'A' + 'a') : c;
    ++at;
  }
  // "[N1]" may be a road.
  const bool capital_n = word.size() < 3 && text.substr(start).starts_with('N');
  if (capital_n || !is_among(kWordsForNote, word)) return 0;
  if (at < text.size() && text[at] == '.') ++at;
  pass_blanks(text, at);
  return at < text.size() && text::is_ascii_digit(text[at]) ? at - start : 0;
}

std::optional<MarkBracket> read_mark_bracket(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  ++at;
  MarkBracket bracket;
  bool range = false;
  pass_blanks(text, at);
  if (const std::size_t word = word_for_note(text, at)) {
    bracket.named = true;
    at += word;
  }
  while (true) {
    pass_blanks(text, at);
    const auto number = read_number(text, at);
    if (!number) return std::nullopt;
    if (!range) {
      bracket.numbers.push_back(*number);
    } else if (!add_range(bracket.numbers, *number)) {
      return std::nullopt;
    }
    pass_blanks(text, at);
    if (at < text.size() && text[at] == ']') break;
    range = skip_dash(text, at);
    if (!range && !skip_comma(text, at)) return std::nullopt;
  }
  bracket.end = at + 1;
  return bracket;
}

}  // namespace idsearch::indexer
