// SPDX-License-Identifier: GPL-2.0-or-later
// A page as a browser shows it: headings, paragraphs, items and rows, white space collapsed.
#ifndef IDSEARCH_INDEXER_HTML_BLOCKS_HPP
#define IDSEARCH_INDEXER_HTML_BLOCKS_HPP

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_noise.hpp"
#include "indexer/html_page.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

struct HtmlBlock {
  RawBlock::Kind kind = RawBlock::Kind::Paragraph;
  std::size_t level = 0;  ///< of a heading, 1 to 6
  std::string text;       ///< one line, trimmed, never empty; marks still in it
  std::size_t line = 0;
  std::string language;  ///< declared around it, below <html> and <body>; or empty
  bool noise = false;

  /// Bytes of `text` that stand in a link, raised, or in code; ascending, never empty.
  struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    NodeIndex node = kNoNode;
  };
  std::vector<Span> links;
  std::vector<Span> raised;
  std::vector<Span> code;
  std::vector<Span> cells;  ///< of a row, empty ones too; `node` is the <td> or <th>

  /// Of the first row below the head of a table: the rows of the head, which are no blocks of
  /// their own but may have marks.
  std::vector<HtmlBlock> heads;

  /// Of a heading: bytes where a line ends, or where something begins or ends that a style sheet
  /// sets apart from the rest; ascending.
  std::vector<std::size_t> seams;

  NodeIndex first = kNoNode;    ///< its first text
  NodeIndex last = kNoNode;     ///< its last text
  NodeIndex element = kNoNode;  ///< the block element that it stands in
};

/// What stands in the text for a mark without characters, until the marks are taken out.
inline constexpr std::string_view kEmptyMark = "\uFFFC";

/// In reading order. A new block begins at each node of `breaks`. `empty_marks`: links without text
/// that are marks; kEmptyMark stands in their place.
///
/// `side` notes are blocks of their own behind the one that they stand in, with kEmptyMark and a
/// link in the place of those that have no other mark.
///
/// A body row of a table is one block, its cells joined by " | "; a table that only lays out the
/// page is none. Two <br> in a row end a paragraph. <dt>, <dd> and <li> give items.
std::vector<HtmlBlock> html_blocks(const HtmlPage& page, const HtmlNoise& noise,
                                   const std::set<NodeIndex>& breaks,
                                   const std::set<NodeIndex>& empty_marks = {},
                                   const std::vector<SideNote>& side = {});

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_BLOCKS_HPP
