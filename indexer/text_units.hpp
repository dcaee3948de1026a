// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines belong together? Body lines to paragraphs, items, rows and lines that may be
// headings, before anything is decided about headings.
//
// Two kinds of dumps meet here: paragraphs wrapped at some 70 to 100 columns and parted by blank
// lines, and paragraphs of one line each, perhaps without any blank line. Inside a block a line
// goes on in the next one (joined by one blank) when
//  - the next line begins no item and neither line is a known heading, and
//  - the block is not a row of lines that all end a sentence (one paragraph a line), and
//  - either the block is wrapped and the line is full: the first word of the next line would not
//    have fitted into the longest line of the block. A block is wrapped when no line is longer than
//    kWidestWrap, more than half of its lines are full, and it is long or ends like prose,
//  - or the sentence goes on: the line ends neither a sentence nor in ":" or ";", the next one
//    begins with a small letter, and the line is no short one, or the whole block begins with a
//    capital and ends with a full stop.
#ifndef IDSEARCH_INDEXER_TEXT_UNITS_HPP
#define IDSEARCH_INDEXER_TEXT_UNITS_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/item_prefix.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

struct TextUnit {
  std::string text;           ///< lines joined by one blank; a bullet is taken away
  std::size_t line = 0;       ///< where it begins
  bool own_block = true;      ///< nothing else stands in its block (or the dump has no blank lines)
  bool shares_block = false;  ///< other units stand in its block
  bool at_margin = false;     ///< its block begins without indentation
  bool heads_image = false;   ///< an image placeholder follows: a heading
  bool bullet = false;
  bool row = false;                     ///< of a table with pipes
  std::optional<ItemPrefix> prefix;     ///< numbering, still in the text
  const KnownHeading* known = nullptr;  ///< when it stands where a heading may stand
  LineSigns signs;
};

/// Whether the end of a line parts a word, "govern-" and "ment": then no blank joins the lines. The
/// hyphen stays, as it may be the word's own ("e-", "voting"); the analyser finds the word without
/// it, too. False of "pre-" and "and post-natal".
bool parts_word(std::string_view before, std::string_view after);

/// Separator lines of pipe tables ("---|---") are dropped.
std::vector<TextUnit> text_units(std::span<const Line> body);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_UNITS_HPP
