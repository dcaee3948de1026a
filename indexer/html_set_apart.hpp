// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a heading does a style sheet set apart from its words, though no blank does?
#ifndef IDSEARCH_INDEXER_HTML_SET_APART_HPP
#define IDSEARCH_INDEXER_HTML_SET_APART_HPP

#include "indexer/html_line.hpp"
#include "indexer/html_page.hpp"

namespace idsearch::indexer {

/// Whether the element at `node`, which stands in a heading behind the words of `line`, is a part
/// of its own: named a subtitle, drawn as a block, or a <small> that is no part of a word
/// ("e<small> ID</small>", small capitals).
bool is_set_apart(const HtmlPage& page, NodeIndex node, const HtmlLine& line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_SET_APART_HPP
