// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/chars.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

bool starts(std::string_view text, std::size_t at, std::string_view what) {
  return text.size() - std::min(at, text.size()) >= what.size() &&
         text.compare(at, what.size(), what) == 0;
}

/// U+05D0 to U+05EA: between two of them a straight quotation mark is part of the word (UAX #29).
bool is_hebrew_letter(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == '\xd7' && text[at + 1] >= '\x90' &&
         text[at + 1] <= '\xaa';
}

/// Double quotation marks; the first is the straight one.
constexpr std::array<std::string_view, 8> kQuotes{"\"", "＂", "“", "”", "„", "‟", "«", "»"};

/// What may close a phrase that this mark opens. The first one found in the text wins, in the order
/// of preference: "the “right” of" is closed by the straight mark.
struct QuotePair {
  std::string_view open;
  std::array<std::string_view, 3> close;
};
constexpr std::array<QuotePair, 8> kPairs{{
    {"\"", {"\"", "”", "“"}},
    {"＂", {"＂", "\"", "”"}},
    {"“", {"”", "\"", "“"}},
    {"”", {"”", "“", "\""}},
    {"„", {"“", "”", "\""}},
    {"‟", {"”", "‟", "\""}},
    {"«", {"»", "«", "\""}},
    {"»", {"«", "»", "\""}},
}};

/// Length of the footnote mark "[12]" or group of marks at this place; 0 when there is none.
std::size_t mark_length(std::string_view text, std::size_t at) {
  std::size_t i = at;
  const auto skip_blanks = [&] {
    while (std::size_t n = blank_length(text, i)) i += n;
  };
  if (i >= text.size() || text[i] != '[') return 0;
  ++i;
  while (true) {
    skip_blanks();
    std::size_t digits = 0;
    while (i < text.size() && text::is_ascii_digit(text[i])) ++i, ++digits;
    if (digits < 1 || digits > 3) return 0;
    skip_blanks();
    if (i < text.size() && text[i] == ']') return i + 1 - at;
    if (i < text.size() && (text[i] == ',' || text[i] == '-')) {
      ++i;
    } else if (starts(text, i, "–")) {
      i += 3;
    } else {
      return 0;
    }
  }
}

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return first == ' ' || (first >= 0x09 && first <= 0x0d) ? 1 : 0;
  if (first == 0xc2) return byte(at + 1) == 0x85 || byte(at + 1) == 0xa0 ? 2 : 0;
  const unsigned rest = byte(at + 1) << 8 | byte(at + 2);
  if (first == 0xe1) return rest == 0x9a80 ? 3 : 0;
  if (first == 0xe3) return rest == 0x8080 ? 3 : 0;
  if (first == 0xef) return rest == 0xbbbf ? 3 : 0;
  if (first != 0xe2) return 0;
  const bool general = rest >= 0x8080 && rest <= 0x808a;
  return general || rest == 0x80a8 || rest == 0x80a9 || rest == 0x80af || rest == 0x819f ? 3 : 0;
}

bool is_word_byte(char c) {
  return text::is_ascii_digit(c) || (text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z') ||
         static_cast<unsigned char>(c) > 127;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return is_word_byte(c) && (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

std::string lower_ascii(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), text::ascii_lower);
  return result;
}

std::string squeeze(std::string_view text) {
  std::string result;
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    if (std::size_t n = blank_length(text, i)) {
      blank = true;
      i += n;
      continue;
    }
    if (blank && !result.empty()) result += ' ';
    blank = false;
    result += text[i++];
  }
  return result;
}

std::size_t quote_length(std::string_view text, std::size_t at) {
  for (std::string_view quote : kQuotes) {
    if (!starts(text, at, quote)) continue;
    const bool inside = quote == "\"" && at >= 2 && is_hebrew_letter(text, at - 2) &&
                        is_hebrew_letter(text, at + 1);
    return inside ? 0 : quote.size();
  }
  return 0;
}

std::size_t find_closing_quote(std::string_view text, std::size_t open) {
  const auto pair = std::find_if(kPairs.begin(), kPairs.end(), [&](const QuotePair& candidate) {
    return starts(text, open, candidate.open);
  });
  if (pair == kPairs.end()) return std::string_view::npos;
  const std::size_t first = open + pair->open.size();
  for (std::string_view close : pair->close) {
    for (std::size_t at = text.find(close, first); at != std::string_view::npos;
         at = text.find(close, at + close.size())) {
      if (quote_length(text, at) > 0) return at;
    }
  }
  // A mark inside a Hebrew word closes only when nothing else does.
  return text.find(pair->open, first);
}

std::string in_quotation_marks(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""},
                                    {"“", "”"},
                                    {"«", "»"},
                                    {"„", "“"}}) {
    std::string result{open};
    result.append(text).append(close);
    if (find_closing_quote(result, 0) == open.size() + text.size()) return result;
  }
  return {};
}

std::string blank_marks(std::string_view text,
                        std::vector<std::pair<std::size_t, std::size_t>>& places) {
  std::string result{text};
  places.clear();
  // Blanking one mark can complete another around it: "[2,[3]8]".
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = result.find('['); i != std::string::npos; i = result.find('[', i + 1)) {
      const std::size_t length = mark_length(result, i);
      if (length == 0) continue;
      result.replace(i, length, length, ' ');
      places.emplace_back(i, length);
      again = true;
    }
  }
  if (std::none_of(result.begin(), result.end(), is_word_byte)) {
    places.clear();
    return std::string{text};
  }
  std::sort(places.begin(), places.end());
  return result;
}

}  // namespace idsearch::query
