// SPDX-License-Identifier: GPL-2.0-or-later
// Which lines between the title and the first section say who wrote the page, when it was
// published, how long it takes to read, and not what the profile says?
#ifndef IDSEARCH_INDEXER_HTML_HEAD_MATTER_HPP
#define IDSEARCH_INDEXER_HTML_HEAD_MATTER_HPP

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_links.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Sets `skipped` of such lines: what is named so (class="author", "post-meta", "categories"), days
/// alone and days of publication, "5 min read", `<dt>Author</dt>` with what stands behind it. A
/// heading that is named "subtitle" becomes a paragraph, one that is named as author is skipped.
/// Lines with marks stay, and so do sentences in what is not named as the author's.
void skip_head_matter(const HtmlPage& page, const LinkByNode& links, std::string_view language,
                      std::optional<std::size_t> title_block, std::vector<HtmlBlock>& blocks,
                      std::vector<bool>& skipped);

/// "Published: 2 May 2022", "May 1, 2023 · 4 min read · By Ann Poe": nothing but such remarks.
bool is_head_remark(std::string_view line, std::string_view language);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_HEAD_MATTER_HPP
