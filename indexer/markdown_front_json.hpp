// SPDX-License-Identifier: GPL-2.0-or-later
// A front matter in JSON: where does it end, and what does it say?
#ifndef IDSEARCH_INDEXER_MARKDOWN_FRONT_JSON_HPP
#define IDSEARCH_INDEXER_MARKDOWN_FRONT_JSON_HPP

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/markdown_front_values.hpp"

namespace idsearch::indexer {

/// The offset behind the "}" that closes the "{" at the beginning of `text`, strings minded;
/// nullopt when none does within `most` bytes.
std::optional<std::size_t> json_object_end(std::string_view text, std::size_t most);

/// Like read_yaml(). `json` may lack its outer braces, as between ";;;". Numbers and words are as
/// written. What is no JSON is a fault.
FrontValues read_json(std::string_view json, std::size_t first_line);

/// The lines `"key": value,` that can be understood one by one. Never a fault.
FrontValues read_json_lines(std::string_view json, std::size_t first_line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_FRONT_JSON_HPP
