// SPDX-License-Identifier: GPL-2.0-or-later
// Where does ICU see words in plain text? The word rules of UAX #29 as ICU 72 has them, for ASCII,
// Latin and Cyrillic letters and common punctuation; a test holds this equal to ICU.
//
// ICU departs from the annex: '@' counts as a letter, ':' does not join letters.
#include <array>
#include <cstdint>

#include "text/utf8.hpp"
#include "text/word_breaks.hpp"

namespace idsearch::text {
namespace {

// Word_Break classes as far as they matter here. Inner classes join only between two of a kind.
enum Class : std::uint8_t {
  kOther,
  kLetter,
  kDigit,
  kLowLine,    // ExtendNumLet
  kMidNumLet,  // '.' and single quotes: between letters or between digits
  kMidNum,     // ',' and ';': between digits
  kUnknown,    // ask ICU
};

constexpr std::array<std::uint8_t, 128> make_ascii_classes() {
  std::array<std::uint8_t, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const char ch = static_cast<char>(c);
    classes[c] = is_ascii_letter(ch) || ch == '@' ? kLetter
                 : is_ascii_digit(ch)             ? kDigit
                 : ch == '_'                      ? kLowLine
                 : ch == '.' || ch == '\''        ? kMidNumLet
                 : ch == ',' || ch == ';'         ? kMidNum
                                                  : kOther;
  }
  return classes;
}

constexpr std::array<std::uint8_t, 128> kAsciiClasses = make_ascii_classes();

constexpr Class class_beyond_ascii(char32_t c) {
  if ((c >= 0x00C0 && c <= 0x024F) || (c >= 0x0400 && c <= 0x0481) ||
      (c >= 0x048A && c <= 0x052F)) {
    return c == 0x00D7 || c == 0x00F7 ? kOther : kLetter;
  }
  switch (c) {
    case 0x2018:
    case 0x2019:
      return kMidNumLet;
    case 0x00A0:  // no-break space
    case 0x00A7:  // section sign
    case 0x00AB:
    case 0x00BB:  // guillemets
    case 0x2010:
    case 0x2011:  // hyphens
    case 0x2013:
    case 0x2014:  // dashes
    case 0x201C:
    case 0x201D:  // double quotes
    case 0x2022:  // bullet
    case 0x2026:  // ellipsis
    case 0x20AC:  // euro sign
      return kOther;
    default:
      return kUnknown;
  }
}

struct Classified {
  Class kind;
  std::size_t length;
};

inline Classified classify(std::string_view utf8, std::size_t at) {
  const auto byte = static_cast<unsigned char>(utf8[at]);
  if (byte < 0x80) return {static_cast<Class>(kAsciiClasses[byte]), 1};
  const Decoded c = decode(utf8, at);
  return {c.valid ? class_beyond_ascii(c.code_point) : kUnknown, c.length};
}

}  // namespace

bool is_fast_text(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    if (static_cast<unsigned char>(utf8[i]) < 0x80) {
      ++i;
      continue;
    }
    const Classified c = classify(utf8, i);
    if (c.kind == kUnknown) return false;
    i += c.length;
  }
  return true;
}

void append_fast_spans(std::string_view utf8, std::size_t base, std::vector<Span>& out) {
  std::size_t i = 0;
  while (i < utf8.size()) {
    Classified c = classify(utf8, i);
    if (c.kind != kLetter && c.kind != kDigit && c.kind != kLowLine) {
      i += c.length;
      continue;
    }
    const std::size_t start = i;
    Class before = c.kind;
    i += c.length;
    while (i < utf8.size()) {
      c = classify(utf8, i);
      if (c.kind == kLetter || c.kind == kDigit || c.kind == kLowLine) {
        before = c.kind;
        i += c.length;
        continue;
      }
      const bool may_join = (c.kind == kMidNumLet && (before == kLetter || before == kDigit)) ||
                            (c.kind == kMidNum && before == kDigit);
      if (!may_join || i + c.length >= utf8.size()) break;
      const Classified after = classify(utf8, i + c.length);
      if (after.kind != before) break;
      i += c.length + after.length;
    }
    // ICU has a word of two low lines, but none of one.
    if (i == start + 1 && utf8[start] == '_') continue;
    out.push_back({base + start, base + i});
  }
}

}  // namespace idsearch::text
