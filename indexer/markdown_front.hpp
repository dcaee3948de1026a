// SPDX-License-Identifier: GPL-2.0-or-later
// What does a Markdown file say about itself before it begins: title, country, date, language?
//
// Read are YAML between "---" and "---" or "...", TOML between "+++", JSON between ";;;" or as an
// object on the first lines, any of them behind "---yaml", "---toml" or "---json", the bare
// "Key: value" lines of MultiMarkdown, and the "% title" lines of Pandoc.
#ifndef IDSEARCH_INDEXER_MARKDOWN_FRONT_HPP
#define IDSEARCH_INDEXER_MARKDOWN_FRONT_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/diagnostic.hpp"

namespace idsearch::indexer {

struct FrontMatter {
  std::string title;
  std::size_t title_line = 0;
  std::string country;
  std::size_t country_line = 0;
  std::string region;
  std::size_t region_line = 0;
  std::string updated;  ///< of `last_updated`, else `updated`, else `date`
  std::size_t updated_line = 0;
  std::string language;
  std::size_t body = 0;       ///< offset where the text begins
  std::size_t body_line = 1;  ///< and its line
  /// A front matter that is no YAML, TOML or JSON; what can be read line by line is read all the
  /// same.
  std::vector<Diagnostic> diagnostics;
};

/// Of valid UTF-8 without BOM. Without front matter everything is empty: "---" that is never
/// closed, or that has no keys below it, is a rule.
FrontMatter read_front_matter(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_FRONT_HPP
