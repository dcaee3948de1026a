// SPDX-License-Identifier: GPL-2.0-or-later
// Where are the notes of a Markdown file defined, and what is left without them?
//
// "[^5]: text" at the beginning of a line defines a note: not in code, comments or scripts, but
// anywhere else, quotes and list items included. Its text goes on
//  - on the next line, unless that begins something else (heading, list, quote, table, note),
//  - behind blank lines, as long as lines are indented by two columns or more.
// Two, where CommonMark's dialects want four: nobody indents an ordinary paragraph by two.
#ifndef IDSEARCH_INDEXER_MARKDOWN_DEFINITIONS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_DEFINITIONS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markdown_shields.hpp"

namespace idsearch::indexer {

struct MarkdownDefinition {
  std::string label;
  std::string text;  ///< Markdown, without the indentation
  std::size_t line = 0;
};

struct MarkdownSource {
  /// Without definitions and comments, and yet with the same number of lines. Lines end with LF.
  std::string body;
  /// Offsets in `body`, ascending, where it can be cut without hurting a block: a few hundred KB
  /// apart.
  std::vector<std::size_t> cuts;
  std::vector<MarkdownDefinition> definitions;  ///< in the order of the file
  std::string references;                       ///< the definitions of links, "[a]: url" a line
};

/// `text`: valid UTF-8 with any line ends; its first line is number `first_line`.
MarkdownSource scan_markdown(std::string_view text, std::size_t first_line, Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_DEFINITIONS_HPP
