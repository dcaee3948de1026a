// SPDX-License-Identifier: GPL-2.0-or-later
// What do the tags in a Markdown file leave? Their words: an honest page of HTML has a reader of
// its own.
#ifndef IDSEARCH_INDEXER_MARKDOWN_HTML_HPP
#define IDSEARCH_INDEXER_MARKDOWN_HTML_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/markdown_blocks.hpp"
#include "indexer/markdown_shields.hpp"

namespace idsearch::indexer {

/// What stands in `out` from `start` on was raised: a number becomes the token of a possible mark,
/// or of a power by the words before it ("10⁶", "40 m²").
void raise(std::size_t start, std::string& out, Shields& shields);

/// The blocks of a block of HTML that begins in `line`, entities decoded. Scripts and styles have
/// no words.
std::vector<MarkdownBlock> html_blocks(std::string_view html, std::size_t line, Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_HTML_HPP
