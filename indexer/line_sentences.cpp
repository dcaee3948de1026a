// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/line_sentences.hpp"

#include <algorithm>
#include <cstddef>

#include "indexer/characters.hpp"
#include "indexer/raised_digits.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// "[*]", "(12)", "[iv]": more is a remark, not a sign.
constexpr std::size_t kMostInBracket = 3;

bool is_asterisk(char32_t c) { return c == '*' || c == 0x2020 || c == 0x2021; }

// Bytes of one such sign at the end of the line, 0 when there is none.
std::size_t sign_at_end(std::string_view line) {
  const Character last = last_character(line);
  if (is_asterisk(last.code) || is_raised_digit(last.code)) return last.length;
  if (last.code != ']' && last.code != ')') return 0;
  std::string_view rest = line.substr(0, line.size() - 1);
  for (std::size_t i = 0; i <= kMostInBracket; ++i) {
    const Character c = last_character(rest);
    if (c.length == 0 || is_gap(c.code)) return 0;
    rest.remove_suffix(c.length);
    if (c.code == (last.code == ']' ? '[' : '(')) return i == 0 ? 0 : line.size() - rest.size();
  }
  return 0;
}

// Whether the last word before `end` is a number, Roman ones included: "Part 2.", "Annex IV."
bool ends_in_number(std::string_view before) {
  while (!before.empty() && is_sentence_end(last_character(before).code))
    before.remove_suffix(last_character(before).length);
  const std::size_t word = before.find_last_of(' ') + 1;  // 0 when there is one word
  return word < before.size() && before.find_first_not_of("0123456789.IVX", word) == before.npos;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    at += c.length;
    const bool letter = is_letter(c.code);
    if (letter && !in_word) ++words;
    if (letter || is_gap(c.code)) in_word = letter;
  }
  return words;
}

}  // namespace

std::string_view without_signs_behind_sentence(std::string_view line) {
  std::string_view rest = line;
  while (true) {
    rest.remove_suffix(trailing_blanks(rest));
    const std::size_t sign = sign_at_end(rest);
    if (sign == 0) break;
    rest.remove_suffix(sign);
  }
  std::string_view end = rest;
  while (!end.empty() && is_closing(last_character(end).code))
    end.remove_suffix(last_character(end).length);
  return !end.empty() && is_sentence_end(last_character(end).code) ? rest : line;
}

bool is_in_title_case(std::string_view line) {
  constexpr std::size_t kShortestLong = 4;
  bool capital = false;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t letters = 0;
    char32_t first = 0;
    Character c = character_at(line, at);
    for (; is_letter(c.code) || (letters > 0 && c.code == '-'); c = character_at(line, at)) {
      if (letters++ == 0) first = c.code;
      at += c.length;
    }
    if (letters == 0) at += std::max<std::size_t>(c.length, 1);
    if (letters >= kShortestLong && is_small_letter(first)) return false;
    capital = capital || (first >= 'A' && first <= 'Z') || (first >= 0xC0 && first < 0x530);
  }
  return capital;
}

bool has_sentence_within(std::string_view line) {
  // Most lines have no such sign, and need no look at their letters.
  const auto may_end = [](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      if (is_sentence_end(c.code)) return true;
      at += c.length;
    }
    return false;
  };
  if (!may_end(line)) return false;
  const auto sentences = text::sentence_ranges(line);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    std::string_view sentence = line.substr(begin, sentences[i].end - begin);
    sentence.remove_suffix(trailing_blanks(sentence));
    while (!sentence.empty() && is_closing(last_character(sentence).code))
      sentence.remove_suffix(last_character(sentence).length);
    const char32_t end = last_character(sentence).code;
    const bool question = end == '?' || end == 0x061F || end == 0xFF1F;
    if (question || !is_sentence_end(end) || ends_in_number(sentence)) continue;
    // Scripts without blanks have one word of many letters.
    const bool spoken = count_words(sentence) > 1 || (end >= 0x0589 && end != 0x2026);
    if (spoken && count_words(line.substr(sentences[i].end)) > 0) return !is_in_title_case(line);
    begin = sentences[i].end;
  }
  return false;
}

}  // namespace idsearch::indexer
