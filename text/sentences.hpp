// SPDX-License-Identifier: GPL-2.0-or-later
// Where sentences of a passage begin and end, for showing; never for identity.
#ifndef IDSEARCH_TEXT_SENTENCES_HPP
#define IDSEARCH_TEXT_SENTENCES_HPP

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace idsearch::text {

struct SentenceRange {
  std::size_t start = 0, end = 0;  ///< bytes; trailing blanks belong to the sentence

  bool operator==(const SentenceRange&) const = default;
};

/// Ranges that cover `utf8` without gap or overlap; empty only for empty text. ICU's sentence
/// rules, then sentences that were cut behind an abbreviation ("No.", "U.N.", "v.", "art.",
/// initials) are put together again. A footnote mark (`marks`: ascending byte offsets) that stands
/// behind a full stop, question or exclamation mark, closing quotes or brackets allowed between,
/// ends its sentence ("register.[4]To enrol"); one in mid-sentence does not.
std::vector<SentenceRange> sentence_ranges(std::string_view utf8,
                                           std::span<const std::size_t> marks = {});

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_SENTENCES_HPP
