// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_mark_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/marks.hpp"
#include "indexer/raised_digits.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// "↩2": to the second place that cites the note.
bool is_counted_sign(std::string_view text) {
  for (const std::string_view sign : {"↩\uFE0E", "↩\uFE0F", "↩", "↑", "⤴", "↵", "⏎"}) {
    if (!text.starts_with(sign)) continue;
    const std::string_view rest = text::trim(text.substr(sign.size()));
    return rest.size() <= 3 && std::ranges::all_of(rest, text::is_ascii_digit);
  }
  return false;
}

}  // namespace

bool is_roman_mark(std::string_view text) {
  constexpr std::size_t kLongest = 8;  // "xxxviii" and one more
  return !text.empty() && text.size() <= kLongest &&
         text.find_first_not_of("ivxlc") == std::string_view::npos;
}

bool is_group_sign(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > 5) return false;
  const std::string_view number = text.substr(blank + 1);
  return std::ranges::all_of(text.substr(0, blank), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         !number.empty() && number.size() <= 3 && std::ranges::all_of(number, text::is_ascii_digit);
}

std::string worded_number(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords{"footnote", "note", "endnote", "fn", "ftn"};
  const std::string key = text::comparison_key(text);
  for (const std::string_view word : kWords) {
    if (!key.starts_with(word)) continue;
    const std::string_view number = text::trim(std::string_view(key).substr(word.size()));
    if (number.empty() || !text::is_ascii_digit(number.front())) continue;
    auto numbers = shown_numbers(number);
    if (numbers.size() == 1) return std::move(numbers.front());
  }
  return {};
}

std::string mark_with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const auto raised = raised_digit(c.code);
    const int digit = raised ? static_cast<int>(*raised) : text::digit_value(c.code);
    if (digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::string foreign_number(std::string_view text) {
  constexpr std::size_t kLongestWord = 24;
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0) return {};
  const std::string_view word = text::trim(text.substr(0, digit));
  if (word.empty() || word.size() > kLongestWord || text::is_ascii_letter(word.back())) return {};
  // Behind a minus it is a number of the text.
  const Character first = first_character(word);
  if (first.code < 0x80 || first.code == 0x2212 || first.code == 0x2013) return {};
  if (word.find(' ') != std::string_view::npos) return {};
  auto numbers = shown_numbers(text.substr(digit));
  return numbers.size() == 1 ? std::move(numbers.front()) : std::string();
}

std::string repeated_number(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, text::is_ascii_digit);
  };
  if (colon == std::string_view::npos || !is_number(text.substr(colon + 1))) return {};
  return is_number(text.substr(0, colon)) ? std::string(text.substr(0, colon)) : std::string();
}

bool is_sign(std::string_view text) {
  constexpr std::array<std::string_view, 5> kSigns{"*", "†", "‡", "§", "¶"};
  if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') return true;
  for (const std::string_view sign : kSigns) {
    std::string_view rest = text;
    std::size_t count = 0;
    while (rest.starts_with(sign)) {
      rest.remove_prefix(sign.size());
      ++count;
    }
    if (rest.empty() && count > 0 && count <= 3) return true;
  }
  return false;
}

std::string_view mark_without_brackets(std::string_view text) {
  text = text::trim(text);
  struct Pair {
    std::string_view open, close;
  };
  for (const auto& [open, close] : {Pair{"〔", "〕"}, {"［", "］"}, {"【", "】"}, {"（", "）"}}) {
    if (text.size() <= open.size() + close.size()) continue;
    if (text.starts_with(open) && text.ends_with(close)) {
      return text::trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
  }
  if (text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                          (text.front() == '(' && text.back() == ')'))) {
    text = text::trim(text.substr(1, text.size() - 2));
  }
  return text;
}

std::vector<std::string> shown_numbers(std::string_view text) {
  const std::string_view inner = mark_without_brackets(text);
  if (inner.empty() || inner.size() > 40) return {};
  // The reader of marks knows groups and ranges, but none with blanks only, "3 4".
  std::string bracket = "[" + std::string(inner) + "]";
  if (bracket.find_first_not_of("[]0123456789 ") == std::string::npos) {
    std::ranges::replace(bracket, ' ', ',');
  }
  const MarkedText marked = take_marks(
      bracket, [](std::string_view, MarkPlace place) { return place != MarkPlace::Named; });
  if (!marked.text.empty()) return {};
  std::vector<std::string> numbers;
  for (const Mark& mark : marked.marks) numbers.push_back(mark.note);
  return numbers;
}

bool is_back_text(std::string_view text) {
  text = mark_without_brackets(text);
  // Variation selectors say how to draw the sign.
  while (text.ends_with("\uFE0E") || text.ends_with("\uFE0F")) text.remove_suffix(3);
  constexpr std::array<std::string_view, 14> kSigns{"^", "↑", "↩",   "⤴", "⏎", "▲", "△",
                                                    "↰", "⇑", "⮐", "⬆", "↵", "⇧", "˄"};
  if (std::ranges::find(kSigns, text) != kSigns.end()) return true;
  if (is_counted_sign(text)) return true;
  constexpr std::array<std::string_view, 15> kWords{"jump up",
                                                    "jump up to",
                                                    "return",
                                                    "return to text",
                                                    "return to content",
                                                    "back to text",
                                                    "back",
                                                    "back to content",
                                                    "go back",
                                                    "back to article",
                                                    "return to main text",
                                                    "back to reference",
                                                    "return to reference",
                                                    "back up",
                                                    "up"};
  const std::string key = text::comparison_key(text);
  std::string_view words = key;
  while (!words.empty() && (words.back() == ':' || words.back() == '.')) words.remove_suffix(1);
  for (const std::string_view sign : {"↩", "↑", "^", "⤴", "↵"}) {
    if (words.ends_with(sign)) words = text::trim(words.substr(0, words.size() - sign.size()));
    if (words.starts_with(sign)) words = text::trim(words.substr(sign.size()));
  }
  return std::ranges::find(kWords, words) != kWords.end();
}

}  // namespace idsearch::indexer
