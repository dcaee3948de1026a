// SPDX-License-Identifier: GPL-2.0-or-later
// Which day do words name whose month is not English?
#ifndef IDSEARCH_INDEXER_CITATION_FOREIGN_DATES_HPP
#define IDSEARCH_INDEXER_CITATION_FOREIGN_DATES_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

inline constexpr std::size_t kMostForeignDateWords = 5;  // "12 de mayo de 2019"

/// ISO 8601 for nothing but "12 mars 2019", "12 de mayo de 2019", "mars 2019", "3 марта 2021 г",
/// "١٢ مايو ٢٠١٩", by ICU's names of months. nullopt when none of the languages that are written so
/// reads it, when two read different dates, and when English does. A month without a day has four
/// letters or more: "out" and "set" are months, too.
std::optional<std::string> foreign_date(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_FOREIGN_DATES_HPP
