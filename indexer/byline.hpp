// SPDX-License-Identifier: GPL-2.0-or-later
// Does a line above the first section say who wrote the profile? Head matter, no passage.
#ifndef IDSEARCH_INDEXER_BYLINE_HPP
#define IDSEARCH_INDEXER_BYLINE_HPP

#include <string_view>

namespace idsearch::indexer {

/// "By Jane Doe", "Author: Jane Doe, University of Nairobi", "Reviewed by the Law Clinic", "Last
/// updated by Jane Doe on 3 March 2026", "Contributors: …". False of sentences that begin so ("By
/// law everybody has a card", "Prepared by the ministry, the bill was dropped"): behind "by" longer
/// words have to begin with a capital, as in names.
bool is_byline(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_BYLINE_HPP
