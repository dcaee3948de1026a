// SPDX-License-Identifier: GPL-2.0-or-later
// Where does a page say when it was last updated?
#ifndef IDSEARCH_INDEXER_HTML_UPDATED_HPP
#define IDSEARCH_INDEXER_HTML_UPDATED_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

struct HtmlUpdated {
  std::string text;  ///< the day as written; empty when none is given
  std::size_t line = 0;
  std::vector<std::size_t> blocks;  ///< that say it, and are no text of a section
};

/// What is seen in the text comes before banners and footers, "Last updated" before "As of".
/// `skipped`: by block, what cannot say it (notes). `language`: of the page, for names of months.
HtmlUpdated read_html_updated(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                              const std::vector<bool>& skipped, std::string_view language);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_UPDATED_HPP
