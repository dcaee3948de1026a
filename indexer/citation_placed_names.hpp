// SPDX-License-Identifier: GPL-2.0-or-later
// Which part of the name before "(n 5)" is a place in the work: "Citizenship Act, s 6 (n 5)", "Art
// 8 CRC (n 5)"?
#ifndef IDSEARCH_INDEXER_CITATION_PLACED_NAMES_HPP
#define IDSEARCH_INDEXER_CITATION_PLACED_NAMES_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// "No 27" of "General Comment No 27": which work it is, not a place in one.
bool counts_a_work(std::string_view place);

/// Where the place begins that ends the name, "Citizenship Act, s 6"; 0 when there is none. A
/// number alone is part of the name ("Act 1963").
std::size_t place_in_name(std::string_view name);

/// The place that a name begins with, and the name behind it.
struct PlacedName {
  std::string_view place, name;
};

/// "Section 6" of "See Section 6 of the Citizenship Act"; no place when it is a name from its first
/// word on.
PlacedName place_before_name(std::string_view name);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PLACED_NAMES_HPP
