// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes of a text dump to its lines: line ends, blank lines, indentation, faults in the UTF-8.
#ifndef IDSEARCH_INDEXER_TEXT_LINES_HPP
#define IDSEARCH_INDEXER_TEXT_LINES_HPP

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "idsearch/diagnostic.hpp"

namespace idsearch::indexer {

/// A line with something on it, without its outer white space: indentation means nothing.
struct Line {
  std::string_view text;     ///< into the text that was split
  std::size_t number = 0;    ///< 1-based, blank lines counted
  std::size_t indent = 0;    ///< characters of white space before it; only tells where lines end
  bool begins_block = true;  ///< a blank or dropped line, or the beginning, stands before it
  bool after_blank = true;   ///< the same without the dropped lines
  bool heads_image = false;  ///< an image placeholder follows, as behind the top headings
  bool begins_page = false;  ///< a form feed stands before it
};

/// Lines end with LF, CR LF or CR. Blank lines, those of NBSP alone included, are left out.
/// The result points into `utf8`.
std::vector<Line> split_lines(std::string_view utf8);

/// The lines without what is layout only: lone image placeholders ("law_background_image"), rules
/// ("-----"), and site chrome ("Share", "Back to top") that is a block of its own. What follows a
/// dropped line begins a block; what stood before a placeholder `heads_image`.
std::vector<Line> without_layout(std::vector<Line> lines);

/// True when line `i` has blank lines (or an end of the text) on both sides.
bool is_own_block(std::span<const Line> lines, std::size_t i);

/// "Share", "Back to top", "Skip to content" and the like, exactly.
bool is_chrome(std::string_view line);

/// The alt text of an image that follows the top headings: "law_background_image".
bool is_image_placeholder(std::string_view line);

/// One diagnostic for each line of `bytes` with invalid UTF-8; `bad_offsets` ascending.
std::vector<Diagnostic> invalid_utf8_diagnostics(std::string_view bytes,
                                                 std::span<const std::size_t> bad_offsets);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_LINES_HPP
