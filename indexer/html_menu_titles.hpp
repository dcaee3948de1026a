// SPDX-License-Identifier: GPL-2.0-or-later
// Under which words do sites put their lists of contents, related pages and cookie notices?
#ifndef IDSEARCH_INDEXER_HTML_MENU_TITLES_HPP
#define IDSEARCH_INDEXER_HTML_MENU_TITLES_HPP

#include <string_view>

namespace idsearch::indexer {

// All keys are text::comparison_key of what is asked.

/// "On this page"
bool is_contents_title(std::string_view key);

/// "Related profiles", "See also"
bool is_related_title(std::string_view key);

/// "About the author", "Leave a reply", "3 comments": of a box of the site, whatever stands in it.
bool is_site_title(std::string_view key);

/// Whether a text begins like a notice about cookies: "We use cookies …".
bool is_cookie_notice(std::string_view key);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_MENU_TITLES_HPP
