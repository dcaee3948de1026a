// SPDX-License-Identifier: GPL-2.0-or-later
// Which heading of a Markdown file is the title of the document, which line says when it was
// updated, and which country is meant?
#ifndef IDSEARCH_INDEXER_MARKDOWN_HEAD_HPP
#define IDSEARCH_INDEXER_MARKDOWN_HEAD_HPP

#include <vector>

#include "indexer/markdown_blocks.hpp"
#include "indexer/markdown_front.hpp"
#include "indexer/markdown_shields.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Fills the head of `raw`; what belongs to it leaves `blocks`, but for its marks.
///
/// The first heading is the title when it is the only one of level 1, when the front matter names
/// the same, or when it names a country; a heading that all profiles share ("Law") never is.
/// A "Last updated" line before the first section counts more than the front matter. The country
/// is that of the front matter; else whichever of its title, the heading, and both cut at a
/// separator (" | ", " – ", ": ") names one.
void take_markdown_head(const FrontMatter& front, const Shields& shields,
                        std::vector<MarkdownBlock>& blocks, RawProfile& raw);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_HEAD_HPP
