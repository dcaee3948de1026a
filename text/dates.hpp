// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as people write them, read by ICU (its month names in many languages).
#ifndef IDSEARCH_TEXT_DATES_HPP
#define IDSEARCH_TEXT_DATES_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// ISO 8601 to the precision that is written: "January 29, 2026", "3 March 2026", "Oct 12, 2025",
/// "2026-01-29", "2026/01/29", "29 January 2026" → "2026-01-29"; "April 2024" → "2024-04";
/// "2012" → "2012". Blanks may be NBSP. nullopt when it is no date, when day or month do not exist
/// ("31 February 2024"), or when day and month cannot be told apart ("03/04/2026"; "29/01/2026"
/// can, and "03.04.2026": with full stops the day comes first). Month names: English, and ICU's for
/// `language` when given. Thread-safe.
std::optional<std::string> parse_date(std::string_view utf8, std::string_view language = "en");

/// The two days that "03/04/2026" or "03-04-2026" may be, the one with the day first before the
/// other: "2026-04-03", "2026-03-04". Empty for anything else, dates that can be read too.
std::vector<std::string> possible_days(std::string_view utf8);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_DATES_HPP
