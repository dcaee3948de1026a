// SPDX-License-Identifier: GPL-2.0-or-later
// Which paragraphs are items of a list that somebody typed, or a word processor wrote so?
#ifndef IDSEARCH_INDEXER_HTML_BULLETS_HPP
#define IDSEARCH_INDEXER_HTML_BULLETS_HPP

#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Paragraphs that begin with a bullet ("• ", "- ", "·" and no-break blanks) become items without
/// it, as in text dumps. "* " may be the sign of a remark and stays. `skipped`: by block, what is
/// no text.
void read_typed_bullets(const HtmlPage& page, const std::vector<bool>& skipped,
                        std::vector<HtmlBlock>& blocks);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_BULLETS_HPP
