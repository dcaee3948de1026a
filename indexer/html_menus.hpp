// SPDX-License-Identifier: GPL-2.0-or-later
// Which blocks, though nothing in the markup names them, are no text of the profile: lists of
// contents, links to other pages, cookie notices, copyright lines?
#ifndef IDSEARCH_INDEXER_HTML_MENUS_HPP
#define IDSEARCH_INDEXER_HTML_MENUS_HPP

#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_note_texts.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Sets `skipped`, by block, for what is found; blocks that are skipped already (notes, head,
/// noise) are passed over. Behind the notes a heading with nothing but links goes, too.
void skip_menus(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const LinkByNode& links,
                const std::vector<bool>& is_note, std::vector<bool>& skipped);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_MENUS_HPP
