// SPDX-License-Identifier: GPL-2.0-or-later
// Which brackets of digits are words of the text, whatever notes there are? Those in code, and the
// paragraphs of a judgment behind its citation, "[2020] UKSC 1 [2], [5]".
#ifndef IDSEARCH_INDEXER_HTML_TEXT_BRACKETS_HPP
#define IDSEARCH_INDEXER_HTML_TEXT_BRACKETS_HPP

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/html_blocks.hpp"

namespace idsearch::indexer {

/// The bytes of each, ascending. To be asked where marks are links, so that a bracket without one
/// may well be text.
std::vector<std::pair<std::size_t, std::size_t>> text_brackets(const HtmlBlock& block);

/// Whether a bracket behind `before` and a blank is a place in a judgment: `before` ends in a
/// citation by year, court and number ("[2020] UKSC 1", "[2009] EWHC 442 (Admin)", "2019 SCC 65"),
/// with further such places or without.
bool ends_in_judgment(std::string_view before);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_TEXT_BRACKETS_HPP
