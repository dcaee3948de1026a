// SPDX-License-Identifier: GPL-2.0-or-later
// The landmarks of one full citation: quotes and brackets, and where its body ends and the URL or
// "accessed" begin. What the readers of its fields share.
#ifndef IDSEARCH_INDEXER_CITATION_LAYOUT_HPP
#define IDSEARCH_INDEXER_CITATION_LAYOUT_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/citation_spans.hpp"

namespace idsearch::indexer {

/// Views into the citation that it was made of.
struct CitationLayout {
  std::string_view text;                ///< trimmed, without leading signals
  std::vector<Span> spans;              ///< of `text`
  std::size_t body_end = 0;             ///< where the URL or "accessed" begins, or the size
  std::optional<std::string> url;       ///< of "<…>", or bare; without white space
  std::optional<std::string> accessed;  ///< ISO 8601

  std::string_view inner(const Span& span) const;
  /// The body from `start` to `end`; empty when they cross.
  std::string_view between(std::size_t start, std::size_t end) const;
  std::string_view body_from(std::size_t start) const { return between(start, body_end); }
  /// Round brackets from `start` on that end a piece of the citation: not one in mid-title ("No. 25
  /// (2021) on …"), and not "(ed)".
  std::vector<const Span*> brackets(std::size_t start) const;
};

CitationLayout read_layout(std::string_view citation);

/// Trimmed, and without any of `characters` at the end.
std::string_view without_trailing(std::string_view text, std::string_view characters);

/// Trimmed, without commas and full stops at the end; but that of "S.C.C." or "J. Mid. East Stud."
/// stays.
std::string_view without_final_signs(std::string_view text);

/// Trimmed; nullopt when nothing is left.
std::optional<std::string> filled(std::string_view text);

/// Whether an ASCII lower-case letter comes first, blanks apart.
bool starts_lower(std::string_view text);

/// Length of a pinpoint's keyword at `at` ("s", "art.") when a number follows ("5", "III"); else 0.
std::size_t pinpoint_keyword(std::string_view text, std::size_t at);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LAYOUT_HPP
