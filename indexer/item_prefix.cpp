// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/item_prefix.hpp"

#include <algorithm>
#include <string_view>

#include "indexer/characters.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using PrefixKind = ItemPrefix::Kind;

// Bullets that need no blank behind them, and those that do: a hyphen glued to a word is a hyphen.
bool is_strong_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25E6 || c == 0x2023 || c == 0x25A0;
}
bool is_weak_bullet(char32_t c) { return c == '-' || c == '*' || c == 0x2013 || c == 0xB7; }

std::optional<ItemPrefix> read_bullet(std::string_view line) {
  const Character c = first_character(line);
  if (!is_strong_bullet(c.code) && !is_weak_bullet(c.code)) return std::nullopt;
  const std::size_t blanks = leading_blanks(line.substr(c.length));
  const bool alone = c.length == line.size();
  if (is_weak_bullet(c.code) && blanks == 0 && !alone) return std::nullopt;
  return ItemPrefix{PrefixKind::Bullet, 1, 0, c.length + blanks};
}

std::size_t count_while(std::string_view text, bool (*test)(char)) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
}

std::size_t decimal_value(std::string_view digits) {
  std::size_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::size_t>(c - '0');
  return value;
}

// 0 when `letters` is no Roman number below 40 in the usual spelling.
std::size_t roman_value(std::string_view letters) {
  constexpr std::string_view kTens[] = {"", "x", "xx", "xxx"};
  constexpr std::string_view kOnes[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  for (std::size_t tens = 0; tens < 4; ++tens) {
    for (std::size_t ones = 0; ones < 10; ++ones) {
      const auto same = [&](std::size_t at, char c) { return (letters[at] | 0x20) == c; };
      if (letters.size() != kTens[tens].size() + kOnes[ones].size() || letters.empty()) continue;
      bool equal = true;
      for (std::size_t i = 0; i < letters.size() && equal; ++i) {
        const bool in_tens = i < kTens[tens].size();
        equal = same(i, in_tens ? kTens[tens][i] : kOnes[ones][i - kTens[tens].size()]);
      }
      if (equal) return tens * 10 + ones;
    }
  }
  return 0;
}

// A blank and a word behind the `length` bytes of a prefix; nullopt when that is not so.
std::optional<ItemPrefix> finish(std::string_view line, ItemPrefix prefix) {
  const std::size_t blanks = leading_blanks(line.substr(prefix.length));
  prefix.length += blanks;
  if (blanks == 0 || prefix.length >= line.size()) return std::nullopt;
  return prefix;
}

std::optional<ItemPrefix> read_decimal(std::string_view line) {
  ItemPrefix prefix{PrefixKind::Decimal, 0, 0, 0};
  std::size_t at = 0;
  while (true) {
    const std::size_t digits = count_while(line.substr(at), text::is_ascii_digit);
    if (digits == 0 || digits > 3) break;
    prefix.value = decimal_value(line.substr(at, digits));
    ++prefix.depth;
    at += digits;
    prefix.length = at;
    if (at >= line.size() || line[at] != '.') break;
    prefix.length = ++at;
  }
  if (prefix.depth == 0) return std::nullopt;
  const bool dot = line[prefix.length - 1] == '.';
  if (prefix.depth == 1 && !dot) {
    if (prefix.length >= line.size() || line[prefix.length] != ')') return std::nullopt;
    prefix.kind = PrefixKind::Bracketed;
    ++prefix.length;
  }
  return finish(line, prefix);
}

std::optional<ItemPrefix> read_letters(std::string_view line, bool bracketed) {
  const std::size_t letters = count_while(line, text::is_ascii_letter);
  if (letters == 0 || letters > 6 || letters >= line.size()) return std::nullopt;
  const std::string_view word = line.substr(0, letters);
  const bool capital = word[0] < 'a';
  if (!std::all_of(word.begin(), word.end(), [&](char c) { return (c < 'a') == capital; })) {
    return std::nullopt;
  }
  const std::size_t roman = roman_value(word);
  if (letters > 1 && roman == 0) return std::nullopt;
  ItemPrefix prefix;
  if (roman != 0 && (letters > 1 || roman == 1)) {
    prefix = {capital ? PrefixKind::CapitalRoman : PrefixKind::SmallRoman, 1, roman, letters + 1};
  } else {
    prefix = {capital ? PrefixKind::CapitalLetter : PrefixKind::SmallLetter, 1,
              static_cast<std::size_t>((word[0] | 0x20) - 'a' + 1), letters + 1};
  }
  const char end = line[letters];
  if (end == ')') {
    prefix.kind = PrefixKind::Bracketed;
  } else if (bracketed || end != '.') {
    return std::nullopt;
  }
  return prefix;
}

// "(a) ", "(12) ", "(iv) "
std::optional<ItemPrefix> read_bracketed(std::string_view line) {
  const std::string_view inner = line.substr(1);
  const std::size_t digits = count_while(inner, text::is_ascii_digit);
  std::optional<ItemPrefix> prefix;
  if (digits == 0) {
    prefix = read_letters(inner, true);
  } else if (digits <= 2 && digits < inner.size() && inner[digits] == ')') {
    prefix =
        ItemPrefix{PrefixKind::Bracketed, 1, decimal_value(inner.substr(0, digits)), digits + 1};
  }
  if (!prefix) return std::nullopt;
  ++prefix->length;
  return finish(line, *prefix);
}

}  // namespace

std::optional<ItemPrefix> item_prefix(std::string_view line) {
  if (line.empty()) return std::nullopt;
  if (auto bullet = read_bullet(line)) return bullet;
  if (line[0] == '(') return read_bracketed(line);
  if (text::is_ascii_digit(line[0])) return read_decimal(line);
  const auto letters = read_letters(line, false);
  return letters ? finish(line, *letters) : std::nullopt;
}

ItemPrefix HeadingNumbers::in_context(ItemPrefix prefix) const {
  constexpr std::size_t kH = 8, kV = 22, kX = 24;
  if (prefix.kind == PrefixKind::SmallRoman && prefix.value == 1 && small_letter_ == kH) {
    prefix = {PrefixKind::SmallLetter, 1, kH + 1, prefix.length};
  } else if (prefix.kind == PrefixKind::CapitalRoman && prefix.value == 1 &&
             capital_letter_ == kH) {
    prefix = {PrefixKind::CapitalLetter, 1, kH + 1, prefix.length};
  } else if (prefix.kind == PrefixKind::CapitalLetter && prefix.value == kV && roman_ == 4) {
    prefix = {PrefixKind::CapitalRoman, 1, 5, prefix.length};
  } else if (prefix.kind == PrefixKind::CapitalLetter && prefix.value == kX && roman_ == 9) {
    prefix = {PrefixKind::CapitalRoman, 1, 10, prefix.length};
  }
  return prefix;
}

bool HeadingNumbers::fits(const ItemPrefix& written) const {
  const ItemPrefix prefix = in_context(written);
  switch (prefix.kind) {
    case PrefixKind::Bullet:
    case PrefixKind::Bracketed:
      return false;
    case PrefixKind::CapitalLetter:
      return prefix.value == 1 || prefix.value == capital_letter_ + 1;
    default:
      return true;
  }
}

std::size_t HeadingNumbers::level(const ItemPrefix& written) {
  const ItemPrefix prefix = in_context(written);
  if (prefix.kind == PrefixKind::SmallRoman) {
    if (letter_level_ != 0) return letter_level_ + 1;
    return number_level_ == 0 ? 0 : number_level_ + 1;
  }
  if (prefix.kind == PrefixKind::SmallLetter || prefix.kind == PrefixKind::CapitalLetter) {
    (prefix.kind == PrefixKind::SmallLetter ? small_letter_ : capital_letter_) = prefix.value;
    if (prefix.kind == PrefixKind::CapitalLetter) roman_below_letter_ = 0;
    if (number_level_ == 0) return 0;
    letter_level_ = number_level_ + 1;
    return letter_level_;
  }
  // "A. Domestic Law", "I. Constitution", "II. Statutes", "B. Treaties": below the letters.
  if (prefix.kind == PrefixKind::CapitalRoman && number_level_ == 0 && capital_letter_ != 0 &&
      prefix.value == roman_below_letter_ + 1) {
    roman_below_letter_ = prefix.value;
    return 0;
  }
  if (prefix.kind == PrefixKind::CapitalRoman) roman_ = prefix.value;
  const bool below_roman = roman_ != 0 && prefix.kind == PrefixKind::Decimal;
  number_level_ = prefix.depth + (below_roman ? 1 : 0);
  letter_level_ = 0;
  small_letter_ = 0;
  capital_letter_ = 0;
  return number_level_;
}

}  // namespace idsearch::indexer
