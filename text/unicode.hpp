// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes are text: validity, character boundaries, folding for comparison, slugs, width.
// All functions are pure and may be called from any thread.
#ifndef IDSEARCH_TEXT_UNICODE_HPP
#define IDSEARCH_TEXT_UNICODE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// UTF-8 with every maximal invalid sequence replaced by U+FFFD.
struct RepairedText {
  std::string text;
  std::vector<std::size_t> bad_offsets;  ///< byte offsets of the faults in the INPUT, ascending
};
RepairedText repair_utf8(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

/// The largest character boundary of valid UTF-8 that is not beyond `offset`.
std::size_t char_floor(std::string_view utf8, std::size_t offset);

/// Code points of valid UTF-8.
std::size_t count_code_points(std::string_view utf8);

/// Without leading and trailing white space: Unicode White_Space (so NBSP too), BOM, and zero-width
/// space. A view into the argument.
std::string_view trim(std::string_view utf8);

/// A key under which spellings of the same words are equal: NFKC_Casefold, diacritics of Latin,
/// Greek, Cyrillic, Arabic and Hebrew removed, quotes unified, runs of white space one blank.
std::string comparison_key(std::string_view utf8);

/// `[a-z0-9-]` by ICU's Latin transliteration; empty when nothing is left. At most 200 bytes.
std::string slug(std::string_view utf8);

/// Slug of a heading with its numbering ("2.4", "a.", "IV.") stripped; "section" when that leaves
/// nothing.
std::string heading_slug(std::string_view utf8);

/// Columns that the text takes on a terminal, by East Asian Width; marks and format characters
/// take none.
std::size_t display_width(std::string_view utf8);

/// Control characters (C0 but newline, DEL, C1), and bidirectional overrides and isolates shown as
/// `\x1b` or `\u202e`, so that no text can steer a terminal. ZWJ, ZWNJ and soft hyphen stay.
std::string escape_controls(std::string_view utf8);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_UNICODE_HPP
