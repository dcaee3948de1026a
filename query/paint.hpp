// SPDX-License-Identifier: GPL-2.0-or-later
// How pieces of text become lines of a terminal or a pipe: wrapped, indented, coloured, linked.
#ifndef IDSEARCH_QUERY_PAINT_HPP
#define IDSEARCH_QUERY_PAINT_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::query {

/// The role of a piece; its colour is in one table in paint.cpp.
enum class Style { Plain, Heading, Quiet, Match, Trouble };

struct Piece {
  std::string text;
  Style style = Style::Plain;
  std::string link;  ///< a URL to lead to, only when is_safe_link(); or empty
};

struct Canvas {
  std::size_t width = 0;  ///< 0: no wrapping
  bool colour = false;
  bool hyperlinks = false;
};

/// Blanks before the first and before the other lines of a block.
struct Indent {
  std::size_t first = 0, rest = 0;
};

/// Appends the pieces as one block of lines, each ended by a newline. The text must have no control
/// characters but newlines. Styles and links are closed at the end of each line, so that a cut
/// answer leaves the terminal as it was.
void paint_block(std::string& out, std::span<const Piece> pieces, Indent indent,
                 const Canvas& canvas);

/// True for http and https URLs of visible ASCII, not longer than terminals take.
bool is_safe_link(std::string_view url);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_PAINT_HPP
