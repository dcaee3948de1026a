// SPDX-License-Identifier: GPL-2.0-or-later
// Keys and values of a front matter, from YAML (libyaml), TOML (toml++) or plain lines; JSON:
// markdown_front_json.
#ifndef IDSEARCH_INDEXER_MARKDOWN_FRONT_VALUES_HPP
#define IDSEARCH_INDEXER_MARKDOWN_FRONT_VALUES_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

struct FrontValue {
  std::string key;  ///< small letters, without "_", "-" and blanks: "lastupdated"
  std::string value;
  std::size_t line = 0;
};

struct FrontFault {
  std::size_t line = 0;
  std::string what;  ///< "mapping values are not allowed in this context"
};

struct FrontValues {
  std::vector<FrontValue> values;
  bool is_table = true;  ///< false: a lone text or list, not keys with values
  std::optional<FrontFault> fault;
};

/// Top-level keys in order. A list is its texts joined by ", "; of a nested table the text under
/// "name" or "title" counts, in YAML else "date" ("last_update: {date: …}" of Docusaurus). Nothing
/// is converted: "no", "2026-01-29" stay as written. An alias is the text of its anchor; aliases of
/// anything larger are empty, so nothing can multiply.
FrontValues read_yaml(std::string_view yaml, std::size_t first_line);
FrontValues read_toml(std::string_view toml, std::size_t first_line);

/// "key: value" (or "key = value" where `separator` is '=') lines without indentation; quotes and
/// comments are taken away, whatever else is not understood is left out. Never a fault.
FrontValues read_key_lines(std::string_view lines, std::size_t first_line, char separator);

/// `value` trimmed, each run of line ends and tabs one blank.
std::string on_one_line(std::string_view value);

/// "Last updated", "last_updated" and "lastUpdated" are "lastupdated".
std::string front_key(std::string_view key);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_FRONT_VALUES_HPP
