// SPDX-License-Identifier: GPL-2.0-or-later
// What does a round bracket of a citation say: a site, a publisher, a court, a date, or a remark?
#ifndef IDSEARCH_INDEXER_CITATION_BRACKETS_HPP
#define IDSEARCH_INDEXER_CITATION_BRACKETS_HPP

#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// What a bracket says: "(Radio Free Asia, 13 November 2019)".
struct Bracket {
  std::string_view name;            ///< site, publisher or court; may be empty
  std::string_view place;           ///< where it was published, "Geneva"; or empty
  std::optional<std::string> date;  ///< ISO 8601

  /// "Geneva: UNHCR": what is named behind a place is a publisher.
  bool names_publisher() const { return !name.empty() && !place.empty(); }

  /// A publisher or a site, or a place, with a date.
  bool is_imprint() const { return date && (!name.empty() || !place.empty()); }
};

Bracket read_bracket(std::string_view inner);

/// "2nd edn", "3rd rev edn", "revised edition".
bool is_edition(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_BRACKETS_HPP
