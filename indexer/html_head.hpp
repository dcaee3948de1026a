// SPDX-License-Identifier: GPL-2.0-or-later
// What is the page about, and of which day is it? <h1>, else <title>; the visible "Last updated".
#ifndef IDSEARCH_INDEXER_HTML_HEAD_HPP
#define IDSEARCH_INDEXER_HTML_HEAD_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

struct HtmlHead {
  std::string title;
  std::optional<std::size_t> title_block;  ///< when the title stands in a block
  std::size_t title_line = 0;
  std::string country_text;  ///< the part of <h1> or <title> that names a country, when it is not
                             ///< the whole title
  std::string updated_text;
  std::size_t updated_line = 0;
  std::string language;
  std::vector<bool> is_head;  ///< by block: title and date, which are no text of a section
};

/// `skipped`: by block, what cannot be the head (notes).
///
/// The title is the <h1> that names a country, else the first, unless it is the name of a section
/// or there are several and <title> names a country; then it is <title>, cut at its separators.
HtmlHead read_html_head(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                        const std::vector<bool>& skipped);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_HEAD_HPP
