// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown that cites as a text dump does: "[3]" in the text, and a list of notes at the end.
#ifndef IDSEARCH_INDEXER_MARKDOWN_LIST_NOTES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_LIST_NOTES_HPP

#include <unordered_set>
#include <vector>

#include "indexer/markdown_blocks.hpp"
#include "indexer/markdown_shields.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Takes the list of notes out of `blocks`, its title, too, by the rules of the text dump (see
/// take_notes); items of numbered lists, "[3] text", "[3]: text" and "3.^ text" may be notes. A
/// heading ends the list. Empty, and `blocks` unchanged, when there is none.
std::vector<RawNote> take_listed_notes(std::vector<MarkdownBlock>& blocks, const Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_LIST_NOTES_HPP
