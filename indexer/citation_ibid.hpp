// SPDX-License-Identifier: GPL-2.0-or-later
// Does a text go back to what was cited before without naming a note: "ibid", "id", "op cit",
// "above"?
#ifndef IDSEARCH_INDEXER_CITATION_IBID_HPP
#define IDSEARCH_INDEXER_CITATION_IBID_HPP

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/citation_spans.hpp"

namespace idsearch::indexer {

/// Where the text behind "ibid" begins, in other languages too, signals before it apart; 0 when
/// `part` is no ibid.
std::size_t behind_ibid(std::string_view part);

/// Where "ibid" stands behind words that lead to it, "Act of 1963, quoted ibid 7", "See the text in
/// ibid"; npos when it does nowhere.
std::size_t inner_ibid(std::string_view part, const std::vector<Span>& spans);

/// Where "op cit", "loc cit" or "supra" ends when nothing follows that would make the part a
/// citation of its own; 0 when there is none.
std::size_t behind_no_number(std::string_view part, const std::vector<Span>& spans);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_IBID_HPP
