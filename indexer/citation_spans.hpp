// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes of a note stand inside quotes, "<…>" or brackets, so that a semicolon or "(n 3)" in
// a title is not taken for grammar.
#ifndef IDSEARCH_INDEXER_CITATION_SPANS_HPP
#define IDSEARCH_INDEXER_CITATION_SPANS_HPP

#include <cstddef>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

struct Span {
  enum class Kind { Quote, Url, Round, Square };
  Kind kind = Kind::Quote;
  std::size_t start = 0, end = 0;              ///< half-open, with the delimiters
  std::size_t inner_start = 0, inner_end = 0;  ///< without them
  std::size_t depth = 0;                       ///< how many brackets stand around it

  bool operator==(const Span&) const = default;
};

/// Closed quotes (‘…’ “…” "…" '…' «…» „…“ 「…」, mixed pairs too), "<…>", ( ) and [ ], by `start`.
/// Nothing is reported inside a quote or "<…>"; brackets may hold other spans. What is opened and
/// never closed is no span. Linear time.
///
/// A ’ inside a word never closes a quote. One that no end of a title follows ("(", "<", ";",
/// the end, …) closes it only when no later one does: ‘The States’ Rights’ is one quote. A URL ends
/// the search: no title reaches over one.
std::vector<Span> citation_spans(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_SPANS_HPP
