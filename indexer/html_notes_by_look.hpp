// SPDX-License-Identifier: GPL-2.0-or-later
// Where neither links nor names show the notes of a page: is there a list that looks like one,
// "[1] …", a raised number, a plain <ol> at the end?
#ifndef IDSEARCH_INDEXER_HTML_NOTES_BY_LOOK_HPP
#define IDSEARCH_INDEXER_HTML_NOTES_BY_LOOK_HPP

#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_note_texts.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Notes by the rules for text dumps, each block being a line. Blocks of noise are left out unless
/// `with_noise`.
HtmlNotes notes_by_look(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                        const LinkByNode& links, bool with_noise);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOTES_BY_LOOK_HPP
