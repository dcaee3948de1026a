// SPDX-License-Identifier: GPL-2.0-or-later
// Places where books appear: "(London, 2015)" names no publisher, "(Geneva: UNHCR, 2014)" does.
#ifndef IDSEARCH_INDEXER_CITATION_PLACES_HPP
#define IDSEARCH_INDEXER_CITATION_PLACES_HPP

#include <string_view>

namespace idsearch::indexer {

/// Nothing but cities where books are published (capitals, seats of organisations and publishers),
/// perhaps with their state or country: "Beirut", "Washington, DC", "London and New York". False of
/// a country alone.
bool is_publishing_place(std::string_view text);

/// What stands in a bracket without its date, parted; `place` is empty when none leads.
struct Imprint {
  std::string_view place;      ///< "Geneva"
  std::string_view publisher;  ///< "UNHCR" of "Geneva: UNHCR", "Geneva, UNHCR"; or empty
};

/// Of "Reuters: Geneva" it tells nothing: only a place that is known leads to a publisher.
Imprint read_imprint(std::string_view text);

/// "Harbour Press" of "Harbour Press, London"; the text itself when no place ends it, or when the
/// place tells which of several it is: "High Court, Nairobi", "University of California, Berkeley".
std::string_view without_place_behind(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PLACES_HPP
