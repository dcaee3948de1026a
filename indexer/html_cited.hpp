// SPDX-License-Identifier: GPL-2.0-or-later
// Which numbers of notes does the text of a page cite without links, "[12]" or raised?
#ifndef IDSEARCH_INDEXER_HTML_CITED_HPP
#define IDSEARCH_INDEXER_HTML_CITED_HPP

#include <cstddef>
#include <set>

#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Below 1000; what links show may be among them.
std::set<std::size_t> cited_numbers(const HtmlPage& page);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_CITED_HPP
