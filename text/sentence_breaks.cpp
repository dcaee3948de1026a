// SPDX-License-Identifier: GPL-2.0-or-later
// Where does a sentence end by Unicode's rules? The rules SB3 to SB998 of UAX #29 over ICU's
// Sentence_Break property: loading ICU's compiled rules costs a cold search more than the rest of
// its text work. A test holds this equal to ICU's sentence iterator.
#include "text/sentence_breaks.hpp"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

using BreakClass = std::uint8_t;  // a value of USentenceBreak

BreakClass property_of(char32_t c) {
  return static_cast<BreakClass>(
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

BreakClass class_of(char32_t c) {
  static const std::array<BreakClass, 128> ascii = [] {
    std::array<BreakClass, 128> made{};
    for (char32_t i = 0; i < 128; ++i) made[i] = property_of(i);
    return made;
  }();
  return c < 128 ? ascii[c] : property_of(c);
}

struct Unit {
  std::size_t end;  // bytes; ignorable characters belong to the unit before them
  BreakClass kind;
};

bool is_paragraph_end(BreakClass c) { return c == U_SB_SEP || c == U_SB_CR || c == U_SB_LF; }
bool is_terminator(BreakClass c) { return c == U_SB_ATERM || c == U_SB_STERM; }

std::vector<Unit> units_of(std::string_view utf8) {
  std::vector<Unit> units;
  units.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded d = decode(utf8, i);
    const BreakClass kind = class_of(d.code_point);
    i += d.length;
    const bool ignored = kind == U_SB_EXTEND || kind == U_SB_FORMAT;  // SB5
    const bool joins_crlf = kind == U_SB_LF && !units.empty() && units.back().kind == U_SB_CR;
    if (!units.empty() && ((ignored && !is_paragraph_end(units.back().kind)) || joins_crlf)) {
      units.back().end = i;
      if (joins_crlf) units.back().kind = U_SB_LF;
    } else {
      units.push_back({i, ignored ? static_cast<BreakClass>(U_SB_OTHER) : kind});
    }
  }
  return units;
}

// SB8: after a full stop a lower-case letter goes on with the sentence, whatever stands between
// that is no letter, terminator or paragraph end.
bool lower_case_follows(const std::vector<Unit>& units, std::size_t at) {
  for (; at < units.size(); ++at) {
    const BreakClass c = units[at].kind;
    if (c == U_SB_LOWER) return true;
    if (c == U_SB_OLETTER || c == U_SB_UPPER || is_paragraph_end(c) || is_terminator(c)) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool ends_sentence(char32_t c) { return is_terminator(class_of(c)); }

std::vector<std::size_t> sentence_ends(std::string_view utf8) {
  const std::vector<Unit> units = units_of(utf8);
  const std::size_t count = units.size();
  const auto kind = [&](std::size_t at) {
    return at < count ? units[at].kind : static_cast<BreakClass>(U_SB_OTHER);
  };
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < count;) {
    if (is_paragraph_end(kind(i))) {  // SB4
      ends.push_back(units[i++].end);
      continue;
    }
    if (!is_terminator(kind(i))) {
      ++i;
      continue;
    }
    const bool full_stop = kind(i) == U_SB_ATERM;
    if (full_stop && kind(i + 1) == U_SB_NUMERIC) {  // SB6
      ++i;
      continue;
    }
    const bool after_letter = i > 0 && (kind(i - 1) == U_SB_UPPER || kind(i - 1) == U_SB_LOWER);
    if (full_stop && after_letter && kind(i + 1) == U_SB_UPPER) {  // SB7
      ++i;
      continue;
    }
    std::size_t next = i + 1;
    while (kind(next) == U_SB_CLOSE) ++next;
    while (kind(next) == U_SB_SP) ++next;
    const bool goes_on = (full_stop && lower_case_follows(units, next)) ||           // SB8
                         kind(next) == U_SB_SCONTINUE || is_terminator(kind(next));  // SB8a
    if (next < count && is_paragraph_end(kind(next))) {  // SB9 to SB11: it ends the sentence
      ++next;
    } else if (goes_on) {
      i = next;
      continue;
    }
    ends.push_back(units[next - 1].end);
    i = next;
  }
  if (!utf8.empty() && (ends.empty() || ends.back() != utf8.size())) ends.push_back(utf8.size());
  return ends;
}

}  // namespace idsearch::text
