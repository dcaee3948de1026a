// SPDX-License-Identifier: GPL-2.0-or-later
// ISO 8601 dates of queries: days, months, years and ranges of them. No ICU: it is on the way of
// every search.
#ifndef IDSEARCH_TEXT_ISO_DATES_HPP
#define IDSEARCH_TEXT_ISO_DATES_HPP

#include <optional>
#include <string>
#include <string_view>

namespace idsearch::text {

/// Days as "YYYYMMDD", both inclusive; an open end is empty.
struct DayRange {
  std::string first, last;

  bool operator==(const DayRange&) const = default;
};

/// "07" for 7; of 0 to 99.
std::string two_digits(int value);

/// "2025" → 20250101..20251231; "2025-01"; "2025-01-29"; nullopt for anything else, months and
/// days that do not exist included.
std::optional<DayRange> parse_iso_period(std::string_view text);

/// A period, or "A..B", "A..", "..B". nullopt when a side is no period or the range is empty
/// because A begins after B ends.
std::optional<DayRange> parse_iso_range(std::string_view text);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_ISO_DATES_HPP
