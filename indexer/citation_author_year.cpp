// SPDX-License-Identifier: GPL-2.0-or-later
// The year in brackets between two full stops is the landmark.
#include "indexer/citation_author_year.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/citation_authors.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Where the sentence ends that begins at `at`: not behind "U.S. ".
std::size_t sentence_end(std::string_view text, std::size_t at) {
  for (std::size_t stop = text.find(". ", at); stop != kEnd; stop = text.find(". ", stop + 1)) {
    const std::size_t next = skip_blanks(text, stop + 1);
    const bool initial = stop > 1 && is_upper(text[stop - 1]) && one_of(text[stop - 2], " .");
    if (next < text.size() && !is_lower(text[next]) && !is_digit(text[next]) && !initial)
      return stop;
  }
  return text.size();
}

// "Doe, J., & Roe, M." as written: a family name and the initials behind its comma.
std::vector<std::string> authors_before_year(std::string_view head) {
  std::vector<std::string> authors;
  if (head.find(',') == kEnd) return read_authors(without_trailing(head, "."));
  std::string_view family;
  for (std::size_t start = 0; start < head.size();) {
    const std::size_t comma = std::min(head.find(',', start), head.size());
    std::string_view piece = trim(head.substr(start, comma - start));
    piece =
        piece.substr(skip_blanks(piece, piece.starts_with('&') ? 1 : match_word(piece, 0, "and")));
    start = comma + 1;
    if (family.empty()) {
      family = piece;
      if (family.empty() || has_digit(family)) return {};
      continue;
    }
    // "J. and Roe": the next family name stands behind the joint
    std::string_view following;
    for (const std::string_view joint : {" and ", " & "}) {
      const std::size_t at = piece.find(joint);
      if (at == kEnd) continue;
      following = trim(piece.substr(at + joint.size()));
      piece = trim(piece.substr(0, at));
    }
    // "J.-P. K."
    if (!piece.ends_with('.') || std::ranges::any_of(piece, is_lower)) return {};
    authors.emplace_back(family.data(),
                         static_cast<std::size_t>(piece.data() + piece.size() - family.data()));
    family = following;
  }
  return family.empty() ? authors : std::vector<std::string>();
}

}  // namespace

bool read_author_and_year(const CitationLayout& layout, Reference& reference) {
  const auto year = std::find_if(layout.spans.begin(), layout.spans.end(), [](const Span& span) {
    return span.kind == Span::Kind::Round && span.depth == 0;
  });
  if (year == layout.spans.end() || year->end >= layout.body_end) return false;
  const std::string_view inner = trim(layout.inner(*year));
  const std::string_view head = trim(layout.text.substr(0, year->start));
  if (!is_year(inner.substr(0, inner.find(','))) || !head.ends_with('.')) return false;
  if (layout.text[year->end] != '.') return false;
  const std::string_view rest = trim(layout.body_from(year->end + 1));
  std::vector<std::string> authors = authors_before_year(head);
  if (authors.empty()) return false;
  std::size_t end = sentence_end(rest, 0);
  end = std::min(end, rest.find_first_of("(["));
  reference.authors = std::move(authors);
  reference.title = filled(without_trailing(rest.substr(0, end), ".,"));
  reference.issued = std::string(inner.substr(0, inner.find(',')));
  return true;
}

bool read_year_before_title(std::string_view before, Reference& reference) {
  before = without_trailing(before, ".,:");
  const std::size_t open = before.rfind('(');
  if (!before.ends_with(')') || open == kEnd) return false;
  const std::string_view inner = before.substr(open + 1, before.size() - open - 2);
  if (!is_year(inner.substr(0, inner.find(',')))) return false;
  std::vector<std::string> authors = authors_before_year(trim(before.substr(0, open)));
  reference.authors = std::move(authors);  // perhaps none that can be told
  reference.issued = std::string(inner.substr(0, inner.find(',')));
  return true;
}

}  // namespace idsearch::indexer
