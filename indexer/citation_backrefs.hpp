// SPDX-License-Identifier: GPL-2.0-or-later
// Where does a citation name another note by its number: "(n 5)", "(fn 5)", "(nn 2, 3)", "supra
// note 5"?
#ifndef IDSEARCH_INDEXER_CITATION_BACKREFS_HPP
#define IDSEARCH_INDEXER_CITATION_BACKREFS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {

/// A note that is named.
struct Found {
  std::size_t start = 0, end = 0;  ///< of "(n 12)"; shared by the notes of "(nn 2, 3)"
  std::string number;
  bool several = false;     ///< in brackets with others
  std::string_view inside;  ///< what stands behind the number inside the brackets: ", 34", "at 34"
};

/// In the order of the text; `spans` are those of `part`. Nothing in quotes or "<…>" counts.
std::vector<Found> find_references(std::string_view part, const std::vector<Span>& spans);

/// Length of "supra", "above", "op. cit.", "loc. cit." at `at`; 0 when there is none.
std::size_t backward_word(std::string_view text, std::size_t at);

/// Calls `visit(at)` for each beginning of a word outside quotes and "<…>"; it returns where to go
/// on, at least behind `at`, or 0 to go to the next word.
template <typename Visit>
void walk_words(std::string_view text, const std::vector<Span>& spans, const Visit& visit) {
  auto span = spans.begin();
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at &&
        (span->kind == Span::Kind::Quote || span->kind == Span::Kind::Url)) {
      at = span->end;
      before = ' ';
      continue;
    }
    if (!is_word_character(before)) {
      if (const std::size_t next = visit(at)) {
        at = next;
        before = ' ';
        continue;
      }
    }
    const CodePoint c = code_point_at(text, at);
    before = c.value;
    at += c.length;
  }
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_BACKREFS_HPP
