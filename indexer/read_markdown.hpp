// SPDX-License-Identifier: GPL-2.0-or-later
// Markdown with footnotes "[^5]": front matter, headings, paragraphs, items, rows, notes.
#ifndef IDSEARCH_INDEXER_READ_MARKDOWN_HPP
#define IDSEARCH_INDEXER_READ_MARKDOWN_HPP

#include <string_view>

#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Never fails; any bytes give a RawProfile. The text is that of the nodes, without the signs of
/// Markdown; in notes addresses stay as written, "<https://…>" with its brackets. A file without
/// "[^5]: …" may cite as a text dump does, by "[5]" and a numbered list under "Notes".
RawProfile read_markdown(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_READ_MARKDOWN_HPP
