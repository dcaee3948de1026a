// SPDX-License-Identifier: GPL-2.0-or-later
// Code points, blanks and words of a citation.
#include "indexer/citation_text.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

struct Range {
  char32_t first, last;
};

// Blocks of punctuation and symbols that occur in citations; anything else above ASCII is taken
// for a letter, which only decides whether an apostrophe stands inside a word.
constexpr Range kPunctuation[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2000, 0x200B}, {0x200E, 0x206F}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE4F}, {0xFEFF, 0xFF0F},
    {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF0, 0xFFFF},
};

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const text::Decoded decoded = text::decode(text, at);
  return {decoded.code_point, decoded.length};
}

CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && text::is_continuation_byte(text[start])) --start;
  const CodePoint c = code_point_at(text, start);
  if (start + c.length == at) return c;
  return {0xFFFD, 1};
}

bool is_blank(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) {
    const char a = static_cast<char>(c);
    return is_digit(a) || is_upper(a) || is_lower(a);
  }
  for (const Range& range : kPunctuation) {
    if (c >= range.first && c <= range.last) return false;
  }
  return !is_blank(c);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_blank(c.value)) break;
    at += c.length;
  }
  return at;
}

std::size_t match_word(std::string_view text, std::size_t at, std::string_view word) {
  std::size_t i = at;
  for (const char w : word) {
    if (w == ' ') {
      const std::size_t next = skip_blanks(text, i);
      if (next == i) return 0;
      i = next;
    } else {
      if (i >= text.size() || to_lower(text[i]) != w) return 0;
      ++i;
    }
  }
  const CodePoint after = code_point_at(text, i);
  if (after.length != 0 && is_word_character(after.value)) return 0;
  return i - at;
}

std::size_t match_any(std::string_view text, std::size_t at,
                      std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (const std::size_t length = match_word(text, at, word)) return length;
  }
  return 0;
}

bool begins_url(std::string_view text, std::size_t at) {
  for (const std::string_view start : {"http://", "https://", "ftp://", "www."}) {
    if (text.size() - at < start.size()) continue;
    std::size_t i = 0;
    while (i < start.size() && to_lower(text[at + i]) == start[i]) ++i;
    if (i == start.size()) return true;
  }
  return false;
}

std::size_t leading_signals(std::string_view text) {
  std::size_t at = skip_blanks(text, 0);
  std::size_t end = 0;
  bool first = true;
  while (true) {
    const std::size_t length =
        first ? match_any(text, at,
                          {"but see",    "but cf",   "though see",    "although see", "per contra",
                           "see",        "cf",       "e.g",           "eg",           "compare",
                           "contra",     "accord",   "also",          "and",          "contrast",
                           "similarly",  "likewise", "véase también", "véase",        "vease",
                           "voir aussi", "voir",     "cfr",           "vid",          "siehe",
                           "vgl"})
              : match_any(text, at,
                          {"also", "e.g", "eg", "for example", "for instance", "generally",
                           "further", "in particular", "especially", "inter alia", "cf", "and",
                           "however", "too", "now", "though"});
    if (length == 0) return end;
    at += length;
    if (at < text.size() && text[at] == '.') ++at;
    if (at < text.size() && (text[at] == ',' || text[at] == ':')) ++at;
    at = skip_blanks(text, at);
    end = at;
    first = false;
  }
}

bool number_follows(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '.') ++at;
  at = skip_blanks(text, at);
  if (const std::size_t no = match_any(text, at, {"no", "nos", "number"})) {
    at += no;
    if (at < text.size() && text[at] == '.') ++at;
    at = skip_blanks(text, at);
  }
  return at < text.size() && is_digit(text[at]);
}

std::size_t source_semicolon(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_at(text, at);
  if (c.value == ';') return skip_blanks(text, at + 1) > at + 1 ? 1 : 0;
  const bool other = c.value == 0x61B || c.value == 0xFF1B;
  return other && at + c.length < text.size() ? c.length : 0;
}

std::string_view without_final_stop(std::string_view text) {
  text = text::trim(text);
  if (text.ends_with('.')) text = text::trim(text.substr(0, text.size() - 1));
  return text;
}

}  // namespace idsearch::indexer
