// SPDX-License-Identifier: GPL-2.0-or-later
// Where does one part of a note end and the next one begin?
#ifndef IDSEARCH_INDEXER_CITATION_SPLITS_HPP
#define IDSEARCH_INDEXER_CITATION_SPLITS_HPP

#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// Cuts at ";" with white space behind it, at "؛" and "；", and before sentences that lead to other
/// sources ("See also"), outside quotes, "<…>" and brackets. Trimmed; empty parts are dropped, but
/// a text of nothing but separators is one part. Views into `note`.
std::vector<std::string_view> split_parts(std::string_view note);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_SPLITS_HPP
