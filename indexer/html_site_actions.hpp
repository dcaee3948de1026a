// SPDX-License-Identifier: GPL-2.0-or-later
// Is a line something that the site offers to do with the page: share, print, subscribe?
#ifndef IDSEARCH_INDEXER_HTML_SITE_ACTIONS_HPP
#define IDSEARCH_INDEXER_HTML_SITE_ACTIONS_HPP

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// "Share | Email | Print" of links, "Share this page: Facebook, X"; a line that is a single link
/// out of the page drawn as a button ("Download PDF"). False of all that has other words.
bool is_site_action(const HtmlPage& page, const HtmlBlock& block);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_SITE_ACTIONS_HPP
