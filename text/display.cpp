// SPDX-License-Identifier: GPL-2.0-or-later
// How text behaves on a terminal: how wide it is, and which characters must not reach it raw.
#include <unicode/uchar.h>

#include <cstdint>
#include <cstring>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::size_t width_of(char32_t c) {
  if (c < 0x300) return (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD) ? 0 : 1;
  const auto cp = static_cast<UChar32>(c);
  switch (u_charType(cp)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    default:
      break;
  }
  // Vowels and finals of Hangul jamo are drawn into the syllable that the leading one opened.
  const int hangul = u_getIntPropertyValue(cp, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;
  const int width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

void append_hex(std::string& out, std::string_view lead, char32_t value, int digits) {
  out.append(lead);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out.push_back(kHexDigits[(value >> shift) & 0xF]);
  }
}

/// Bytes at the beginning that are printable ASCII.
std::size_t plain_length(std::string_view utf8) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::size_t plain = 0;
  // Eight at a time: below 0x20 the difference, at 0x7F the sum, from 0x80 on the byte itself has
  // its highest bit.
  for (std::uint64_t eight = 0; plain + sizeof eight <= utf8.size(); plain += sizeof eight) {
    std::memcpy(&eight, utf8.data() + plain, sizeof eight);
    if (((eight - 0x20 * kEach) | (eight + kEach) | eight) & (0x80 * kEach)) break;
  }
  while (plain < utf8.size() && utf8[plain] >= 0x20 && utf8[plain] < 0x7F) ++plain;
  return plain;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded c = decode(utf8, i);
    width += width_of(c.code_point);
    i += c.length;
  }
  return width;
}

std::string escape_controls(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t plain = plain_length(utf8.substr(i));
    out.append(utf8, i, plain);
    i += plain;
    if (i == utf8.size()) break;
    const Decoded d = decode(utf8, i);
    const char32_t c = d.code_point;
    if (!d.valid) {
      // An 8-bit terminal would take a stray byte 0x9B for the beginning of a control sequence.
      for (std::size_t k = 0; k < d.length; ++k) {
        append_hex(out, "\\x", static_cast<unsigned char>(utf8[i + k]), 2);
      }
    } else if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0)) {
      append_hex(out, "\\x", c, 2);
    } else if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
      append_hex(out, "\\u", c, 4);
    } else {
      out.append(utf8, i, d.length);
    }
    i += d.length;
  }
  return out;
}

}  // namespace idsearch::text
