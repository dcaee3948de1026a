// SPDX-License-Identifier: GPL-2.0-or-later
// How much of a passage is shown for a hit: the sentences in which words matched, with their notes.
#ifndef IDSEARCH_QUERY_EXCERPT_HPP
#define IDSEARCH_QUERY_EXCERPT_HPP

#include <cstddef>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

/// A run of neighbouring sentences that is shown.
struct ExcerptPart {
  std::size_t start = 0, end = 0;   ///< bytes of Hit::text
  std::size_t left_out_before = 0;  ///< sentences between this part and the one before

  bool operator==(const ExcerptPart&) const = default;
};

struct Excerpt {
  std::vector<ExcerptPart> parts;  ///< ascending; empty only for an empty text
  std::size_t left_out_after = 0;  ///< sentences behind the last part

  bool operator==(const Excerpt&) const = default;
};

/// The sentences with highlights, and those that bear the mark of a note in which words matched.
/// The whole text when it is short, or nothing matched.
Excerpt matching_sentences(const Hit& hit);
Excerpt whole_text(const Hit& hit);

/// True when a mark at byte `at` stands in the part: behind some of its words. A mark between two
/// sentences belongs to the one on its left.
bool holds_mark(const ExcerptPart& part, std::size_t at);

/// The notes whose marks stand in the excerpt, in the order of the marks, each label once. They
/// point into `hit`.
std::vector<const HitNote*> notes_of(const Hit& hit, const Excerpt& excerpt);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_EXCERPT_HPP
