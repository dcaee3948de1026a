// SPDX-License-Identifier: GPL-2.0-or-later
// Who wrote it: the names before a title.
#ifndef IDSEARCH_INDEXER_CITATION_AUTHORS_HPP
#define IDSEARCH_INDEXER_CITATION_AUTHORS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// The authors in what stands before a title, as written: "A Smith, Bo Jones and C Lee" gives
/// three, "Institute on Statelessness and Inclusion" one. "et al.", "and others" and "(eds)" are
/// left out. Empty when the text reads like a sentence rather than names.
std::vector<std::string> read_authors(std::string_view text);

/// Whether the text looks like the name of one person or organisation: several words, all of them
/// capitals or initials ("Ha Yuna", "J. van der Berg"), or an acronym ("UNHCR").
bool looks_like_name(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_AUTHORS_HPP
