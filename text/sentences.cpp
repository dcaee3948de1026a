// SPDX-License-Identifier: GPL-2.0-or-later
// Where do sentences begin and end for a reader? Unicode's ends, less those behind abbreviations,
// plus those that a footnote mark makes plain ("register.[4]To enrol").
#include "text/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/fold.hpp"
#include "text/sentence_breaks.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

std::uint32_t category_mask(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)); }

bool is_quote(char32_t c) { return unify_quote(c) == U'"' || unify_quote(c) == U'\''; }

// Closing brackets and closing curly quotes; straight ones may open as well.
bool surely_closes(char32_t c) { return (category_mask(c) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0; }

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = char_floor(text, text.size() - 1);
    if (!is_white_space(decode(text, last).code_point)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

// A line break ends a sentence even behind an abbreviation: headings, lines of a list.
bool is_inside_abbreviation(std::string_view utf8, std::size_t end) {
  if (end >= utf8.size()) return false;
  const std::string_view before = without_blanks_behind(utf8.substr(0, end));
  for (std::size_t i = before.size(); i < end;) {
    const Decoded d = decode(utf8, i);
    if (is_line_end(d.code_point)) return false;
    i += d.length;
  }
  return ends_with_abbreviation(before, utf8.substr(end));
}

// The terminator that a mark stands behind: its end, with blanks, quotes and brackets between
// skipped; 0 when there is none.
std::size_t terminator_end_before(std::string_view utf8, std::size_t mark) {
  std::size_t end = mark;
  while (end > 0) {
    const std::size_t previous = char_floor(utf8, end - 1);
    const char32_t c = decode(utf8, previous).code_point;
    if (ends_sentence(c)) return end;
    if (!is_quote(c) && !surely_closes(c) && !is_white_space(c)) return 0;
    end = previous;
  }
  return 0;
}

// "Acme Ltd.[3] and others" goes on.
bool goes_on_after_abbreviation(std::string_view utf8, std::size_t terminator_end,
                                std::size_t next) {
  if (!ends_with_abbreviation(utf8.substr(0, terminator_end), utf8.substr(terminator_end))) {
    return false;
  }
  const char32_t c = decode(utf8, next).code_point;
  return is_digit(c) || (category_mask(c) & U_GC_LL_MASK) != 0;
}

// The sentence's end that a mark makes; 0 when it makes none.
std::size_t end_made_by(std::string_view utf8, std::size_t mark) {
  const std::size_t terminator = terminator_end_before(utf8, mark);
  if (terminator == 0) return 0;
  std::size_t end = mark;
  bool after_blank = false;
  while (end < utf8.size()) {
    const Decoded d = decode(utf8, end);
    const bool blank = is_white_space(d.code_point);
    if (!blank && (after_blank || !surely_closes(d.code_point))) break;
    after_blank = after_blank || blank;
    end += d.length;
  }
  if (end >= utf8.size() || goes_on_after_abbreviation(utf8, terminator, end)) return 0;
  return end;
}

}  // namespace

std::vector<SentenceRange> sentence_ranges(std::string_view utf8,
                                           std::span<const std::size_t> marks) {
  std::vector<std::size_t> ends = sentence_ends(utf8);
  std::erase_if(ends, [&](std::size_t end) { return is_inside_abbreviation(utf8, end); });
  for (const std::size_t mark : marks) {
    if (mark == 0 || mark >= utf8.size()) continue;
    if (const std::size_t end = end_made_by(utf8, char_floor(utf8, mark))) ends.push_back(end);
  }
  std::ranges::sort(ends);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<SentenceRange> ranges;
  ranges.reserve(ends.size());
  std::size_t start = 0;
  for (const std::size_t end : ends) {
    ranges.push_back({start, end});
    start = end;
  }
  return ranges;
}

}  // namespace idsearch::text
