// SPDX-License-Identifier: GPL-2.0-or-later
// What stands behind the day in "Last updated : 12 May 2026 by Jo": names, times, counts of
// minutes. And which day is it?
#ifndef IDSEARCH_INDEXER_UPDATED_REMARKS_HPP
#define IDSEARCH_INDEXER_UPDATED_REMARKS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// Where a date may end that has more behind it: before signs, and before a word with a colon.
std::vector<std::size_t> ends_before_remarks(std::string_view text);

/// "12 May 2026 · 7 min read", "12 May 2026 10:00", "12 May 2026 Created: …": the day, when it is
/// one without the rest; else all of it. `language`: BCP 47, of the names of months.
std::string_view without_remarks(std::string_view date, std::string_view language = "en");

/// ISO 8601, to the precision that is written, of a date behind "Last updated" in any language: by
/// the names of months of `language`, by English ones, else by those of all languages that read a
/// date here, when they agree. nullopt when none does. Thread-safe.
std::optional<std::string> updated_date(std::string_view written, std::string_view language = "en");

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_UPDATED_REMARKS_HPP
