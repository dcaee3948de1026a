// SPDX-License-Identifier: GPL-2.0-or-later
// What stands above the title of a page and behind its notes, and is the site's, not the profile's?
#ifndef IDSEARCH_INDEXER_HTML_OUTSKIRTS_HPP
#define IDSEARCH_INDEXER_HTML_OUTSKIRTS_HPP

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_note_texts.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Sets `skipped` for the blocks above the block of the title, unless a known section begins there,
/// and for those behind the last note: all but sections whose heading is known or looks like an
/// earlier one or stands in its very element, and, before the first heading there, sentences, rows
/// and announced items in the box that holds title, text and notes. What has a mark is never
/// skipped, and keeps all else on its side.
void skip_outskirts(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                    const LinkByNode& links, const std::vector<bool>& is_note,
                    std::optional<std::size_t> title_block, std::vector<bool>& skipped);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_OUTSKIRTS_HPP
