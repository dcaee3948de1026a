// SPDX-License-Identifier: GPL-2.0-or-later
// Which headings are numbered without a dot: "1 Digital ID Overview", "2 Law"?
#ifndef IDSEARCH_INDEXER_BARE_NUMBERS_HPP
#define IDSEARCH_INDEXER_BARE_NUMBERS_HPP

#include <cstddef>
#include <vector>

#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// By block, the bytes of the number and of the blanks behind it; 0 for all other blocks. Headings
/// of one depth that is shown are numbered when their numbers are 1, 2, … in this order and there
/// are at least two: "1954 Convention" and "5 steps" are not.
std::vector<std::size_t> bare_numbers(const std::vector<RawBlock>& blocks);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_BARE_NUMBERS_HPP
