// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/characters.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Blocks where capital and small letters take turns, the small one odd.
bool is_odd_small(char32_t c) {
  return (c & 1) != 0 &&
         (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177) || between(c, 0x460, 0x481) ||
          between(c, 0x48A, 0x4BF) || between(c, 0x4CF, 0x52F) || between(c, 0x1E00, 0x1EFF));
}

bool is_even_small(char32_t c) {
  return (c & 1) == 0 &&
         (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E) || between(c, 0x4C1, 0x4CE));
}

}  // namespace

Character character_at(std::string_view utf8, std::size_t at) {
  if (at >= utf8.size()) return {};
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(utf8[at + i]));
  };
  const char32_t lead = byte(0);
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > utf8.size()) return {lead, 1};
  if (length == 1) return {lead, 1};
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!text::is_continuation_byte(utf8[at + i])) return {lead, 1};
    code = code << 6 | (byte(i) & 0x3F);
  }
  return {code, length};
}

Character first_character(std::string_view utf8) { return character_at(utf8, 0); }

Character last_character(std::string_view utf8) {
  if (utf8.empty()) return {};
  std::size_t at = utf8.size() - 1;
  while (at > 0 && utf8.size() - at < 4 && text::is_continuation_byte(utf8[at])) --at;
  const Character character = character_at(utf8, at);
  if (at + character.length == utf8.size()) return character;
  return {static_cast<unsigned char>(utf8.back()), 1};
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == text::ascii_lower(b); });
}

bool is_gap(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || between(c, 0x2000, 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

std::size_t leading_blanks(std::string_view utf8) {
  std::size_t at = 0;
  for (Character c = first_character(utf8); c.length != 0 && is_gap(c.code);
       c = character_at(utf8, at)) {
    at += c.length;
  }
  return at;
}

std::size_t trailing_blanks(std::string_view utf8) {
  std::string_view rest = utf8;
  for (Character c = last_character(rest); c.length != 0 && is_gap(c.code);
       c = last_character(rest)) {
    rest.remove_suffix(c.length);
  }
  return utf8.size() - rest.size();
}

bool is_sentence_end(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x0589:  // Armenian
    case 0x061F:  // Arabic question mark
    case 0x06D4:  // Urdu
    case 0x0964:  // danda
    case 0x0965:
    case 0x0E5A:  // Thai, end of a part
    case 0x0E5B:
    case 0x104A:  // Burmese
    case 0x104B:
    case 0x1362:  // Ethiopic
    case 0x17D4:  // Khmer
    case 0x17D5:
    case 0x3002:  // 。
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return true;
    default:
      return false;
  }
}

bool is_closing(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0xBB:    // »
    case 0x2019:  // ’
    case 0x201D:  // ”
    case 0x203A:  // ›
    case 0x300D:  // 」
    case 0x300F:  // 』
    case 0xFF09:
      return true;
    default:
      return false;
  }
}

bool is_opening(char32_t c) {
  switch (c) {
    case '(':
    case '[':
    case '{':
    case 0xAB:    // «
    case 0x2018:  // ‘
    case 0x201A:  // ‚
    case 0x201C:  // “
    case 0x201E:  // „
    case 0x2039:  // ‹
    case 0x300C:  // 「
    case 0x300E:  // 『
    case 0xFF08:
      return true;
    default:
      return false;
  }
}

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c | 0x20, 'a', 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || c == 0xFFFD || c == 0xFEFF) return false;
  return !between(c, 0x2000, 0x2BFF) && !between(c, 0x3000, 0x303F) &&
         !between(c, 0xFE00, 0xFE2F) && !between(c, 0xFF00, 0xFF20) &&
         !between(c, 0x1F000, 0x1FAFF) && !is_sentence_end(c);
}

bool is_small_letter(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z');
  return (between(c, 0xDF, 0xFF) && c != 0xF7) || is_odd_small(c) || is_even_small(c) ||
         between(c, 0x3AC, 0x3CE) || between(c, 0x430, 0x45F) || between(c, 0x561, 0x587);
}

}  // namespace idsearch::indexer
