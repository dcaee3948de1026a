// SPDX-License-Identifier: GPL-2.0-or-later
// Where do lines of a text end on a terminal?
#ifndef IDSEARCH_QUERY_WRAP_HPP
#define IDSEARCH_QUERY_WRAP_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace idsearch::query {

/// Half-open byte range of one line; the blanks at which it was broken belong to no line.
struct LineRange {
  std::size_t start = 0, end = 0;

  bool operator==(const LineRange&) const = default;
};

/// Breaks valid UTF-8 without control characters (but newlines, which end lines) into lines of at
/// most `first_width` and then `width` columns; 0 does not break but at newlines. Never empty.
///
/// Lines are broken at blanks (not at NBSP) and zero-width spaces; between Chinese and Japanese
/// characters, but not before closing or after opening punctuation; and, when there is no blank in
/// a line's second half, between the syllables of Thai, Lao, Khmer and Burmese and of Hangul. A
/// word or URL that is longer than a line runs over: the terminal wraps it, and what is copied from
/// there stays whole.
std::vector<LineRange> wrap_lines(std::string_view utf8, std::size_t first_width,
                                  std::size_t width);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_WRAP_HPP
