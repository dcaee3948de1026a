// SPDX-License-Identifier: GPL-2.0-or-later
// A saved HTML page, whatever wrote it.
#ifndef IDSEARCH_INDEXER_READ_HTML_HPP
#define IDSEARCH_INDEXER_READ_HTML_HPP

#include <string>
#include <string_view>

#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Never fails; any bytes give a RawProfile. A page that `refuse_html` refuses gives an empty one
/// with a diagnostic (Unreadable).
RawProfile read_html(std::string_view bytes);

/// Why the page cannot be read, "is nested deeper than 512 elements (line 7)"; or empty.
std::string refuse_html(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_READ_HTML_HPP
