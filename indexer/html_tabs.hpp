// SPDX-License-Identifier: GPL-2.0-or-later
// Which sections of a page have their name only on the tab that opens them?
#ifndef IDSEARCH_INDEXER_HTML_TABS_HPP
#define IDSEARCH_INDEXER_HTML_TABS_HPP

#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_noise.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Inserts a heading before the text of each panel whose tab (role="tab", a button with
/// aria-controls, a link to a tab pane, aria-labelledby) names a section that no heading in the
/// panel names. Only when some tab has the name of a known section: other tabs are of other kinds.
/// The headings that were there become deeper than these where they are not yet.
void add_tab_headings(const HtmlPage& page, const HtmlNoise& noise, std::vector<HtmlBlock>& blocks);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_TABS_HPP
