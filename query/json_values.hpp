// SPDX-License-Identifier: GPL-2.0-or-later
// The names of the JSON outputs and how all of them are written. docs/json.md tells the rest.
#ifndef IDSEARCH_QUERY_JSON_VALUES_HPP
#define IDSEARCH_QUERY_JSON_VALUES_HPP

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::query {

// "/1" is the format version: it rises only when a reader of the old one would go wrong.
inline constexpr std::string_view kSearchSchema = "idsearch/1";
inline constexpr std::string_view kPassagesSchema = "idsearch.passages/1";
inline constexpr std::string_view kFieldsSchema = "idsearch.fields/1";
inline constexpr std::string_view kStatsSchema = "idsearch.stats/1";

/// The value as it is, null where nothing is given (an empty string is nothing).
nlohmann::ordered_json or_null(const std::optional<std::string>& value);
nlohmann::ordered_json or_null(const std::string& value);

/// UTF-8 with a newline at the end; invalid bytes become U+FFFD, control characters \u escapes.
/// Indented by two blanks, or on one line.
std::string dump_json(const nlohmann::ordered_json& json, bool indented);

/// Finished JSON with DEL, C1 and bidirectional controls as \u escapes: the same value, harmless
/// on a terminal.
std::string escape_json_controls(std::string_view json);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_JSON_VALUES_HPP
