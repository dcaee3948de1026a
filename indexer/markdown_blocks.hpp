// SPDX-License-Identifier: GPL-2.0-or-later
// The tree of a piece of Markdown, flattened: which headings, paragraphs, items and rows are there?
#ifndef IDSEARCH_INDEXER_MARKDOWN_BLOCKS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_BLOCKS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markdown_guard.hpp"
#include "indexer/markdown_shields.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

struct MarkdownBlock {
  RawBlock::Kind kind = RawBlock::Kind::Paragraph;
  std::size_t level = 0;  ///< of a heading
  std::size_t line = 0;
  std::string text;                ///< words and tokens of marks; line breaks of the file are LF
  std::vector<std::string> cells;  ///< of a Row, instead of `text`
  /// Of the first Row below the head of a table: the cells of the head, which is no block itself.
  /// Its marks stand behind the cells below them.
  std::vector<std::string> head;
  std::size_t number = 0;  ///< of an item in a numbered list, as written; 0 = none
};

/// Appends the blocks of `piece`, Markdown with shields, whose first line is `line`; `references`:
/// definitions of links that stand elsewhere. Of a table the
/// body rows; code is a paragraph, tags are dropped, so are images, rules and lists of contents
/// (links to places in the same file). Never fails and never recurses.
void append_blocks(std::string_view piece, std::size_t line, std::string_view references,
                   Shields& shields, std::vector<MarkdownBlock>& blocks);

/// The same without any markup: one paragraph.
void append_plain(std::string_view piece, std::size_t line, std::vector<MarkdownBlock>& blocks);

/// The text of a note: its blocks, joined by one blank. `markdown` has no shields yet;
/// Numbers of lists stay ("2019. Title").
std::string note_words(std::string_view markdown, std::string_view references, Shields& shields,
                       MarkdownGuard& guard);

/// Lines joined by one blank, the white space around breaks dropped.
std::string joined_lines(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_BLOCKS_HPP
