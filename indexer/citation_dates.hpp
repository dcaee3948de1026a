// SPDX-License-Identifier: GPL-2.0-or-later
// Dates at the beginning or the end of a piece of a citation.
#ifndef IDSEARCH_INDEXER_CITATION_DATES_HPP
#define IDSEARCH_INDEXER_CITATION_DATES_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

inline constexpr std::size_t kIsoDayBytes = 10;  // "2026-01-29"

struct FoundDate {
  std::string iso;
  std::size_t start = 0, end = 0;  ///< bytes of the text searched
};

/// The longest date with which the text begins: "20 January 2026. See also …".
std::optional<FoundDate> date_at_start(std::string_view text);

/// The longest date with which the text ends: "Radio Free Asia, 13 November 2019", "OUP 2012". For
/// a day that does not exist ("31 February 2019") `iso` is empty.
std::optional<FoundDate> date_at_end(std::string_view text);

/// The first day that stands by itself behind a comma, "…, 20 November 1989, 1577 UNTS 3".
std::optional<FoundDate> day_between_commas(std::string_view text);

/// Whether the text is a year of four digits and nothing else.
bool is_year(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_DATES_HPP
