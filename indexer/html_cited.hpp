// SPDX-License-Identifier: GPL-2.0-or-later
// Which numbers of notes does the text of a page cite without links, "[12]" or raised ("¹", too)?
#ifndef IDSEARCH_INDEXER_HTML_CITED_HPP
#define IDSEARCH_INDEXER_HTML_CITED_HPP

#include <cstddef>
#include <set>
#include <vector>

#include "indexer/html_blocks.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

struct CitedPlace {
  NodeIndex node = kNoNode;  ///< the text that shows the number
  std::size_t number = 0;
  bool by_sign = false;  ///< "¹", raised by the character itself
};

/// In reading order. Numbers below 1000; what links show may be among them.
std::vector<CitedPlace> cited_places(const HtmlPage& page);

/// Of one line, in brackets or raised by its element; not "¹".
std::vector<std::size_t> numbers_cited(const HtmlBlock& block);

std::set<std::size_t> numbers_of(const std::vector<CitedPlace>& places);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_CITED_HPP
