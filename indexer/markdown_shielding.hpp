// SPDX-License-Identifier: GPL-2.0-or-later
// What in a piece of Markdown gets a shield before it is parsed: marks, inline notes, addresses,
// links of wikis, and definitions that are notes.
#ifndef IDSEARCH_INDEXER_MARKDOWN_SHIELDING_HPP
#define IDSEARCH_INDEXER_MARKDOWN_SHIELDING_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/markdown_shields.hpp"

namespace idsearch::indexer {

struct ShieldOptions {
  bool inline_notes = true;  ///< "^[…]" is a note; not so inside notes
  /// "[1]: …" at the beginning of a line is text, not the definition of a link; if the number is
  /// one of `links`, nothing.
  bool listed_notes = false;
  std::unordered_set<std::string> links;
};

/// Puts the shields into a piece of Markdown whose first line is `line`.
std::string shielded(std::string_view markdown, std::size_t line, const ShieldOptions& options,
                     Shields& shields);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_SHIELDING_HPP
