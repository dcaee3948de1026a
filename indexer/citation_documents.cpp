// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_documents.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_authors.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// How far the authors go in "A Smith, B Jones and C Lee, Title": to the first comma, or to the one
// behind "and".
std::size_t authors_end(std::string_view head) {
  const std::size_t first = head.find(',');
  std::size_t start = first;
  while (start != kEnd) {
    const std::size_t next = head.find(',', start + 1);
    if (next == kEnd) break;
    const std::string_view piece = trim(head.substr(start + 1, next - start - 1));
    if (read_authors(piece).size() > 1) return next;
    if (!looks_like_name(piece)) break;
    start = next;
  }
  return first;
}

bool names_a_court(std::string_view name) {
  return name.find("Court") != kEnd || name.find("Tribunal") != kEnd;
}

bool is_edition(std::string_view inner) {
  inner = without_trailing(inner, ".");
  return inner.ends_with(" edn") || inner.ends_with(" edition");
}

// The last bracket with publisher and year.
std::vector<const Span*>::const_iterator find_imprint(const CitationLayout& layout,
                                                      const std::vector<const Span*>& brackets) {
  auto found = brackets.end();
  for (auto at = brackets.begin(); at != brackets.end(); ++at) {
    const Bracket bracket = read_bracket(layout.inner(**at));
    if (!bracket.name.empty() && bracket.date) found = at;
  }
  return found;
}

}  // namespace

void apply_brackets(const CitationLayout& layout, const std::vector<const Span*>& brackets,
                    std::optional<std::string>& name, Reference& reference) {
  for (const Span* span : brackets) {
    const Bracket bracket = read_bracket(layout.inner(*span));
    if (!reference.issued) reference.issued = bracket.date;
    if (!bracket.name.empty() && (!name || bracket.date)) name = std::string(bracket.name);
    if (bracket.date) break;
  }
}

void read_document(const CitationLayout& layout, Reference& reference) {
  std::vector<const Span*> brackets = layout.brackets(0);
  const bool symbol = has_un_symbol(layout.body_from(0));
  if (const auto imprint = find_imprint(layout, brackets); imprint == brackets.end()) {
    apply_brackets(layout, brackets, reference.publisher, reference);
  } else {
    apply_brackets(layout, {*imprint}, reference.publisher, reference);
    // "Cards (WURI) (World Bank 2020)": what holds neither date nor remark belongs to the title.
    const auto behind_title = std::find_if(brackets.cbegin(), imprint, [&](const Span* span) {
      const Bracket bracket = read_bracket(layout.inner(*span));
      return bracket.name.empty() || bracket.date || is_edition(layout.inner(*span));
    });
    brackets.erase(brackets.cbegin(), behind_title);
  }
  if (!reference.publisher && !reference.issued && !layout.url && !symbol) return;
  std::string_view head =
      layout.between(0, brackets.empty() ? layout.body_end : brackets[0]->start);
  if (symbol && brackets.empty()) {
    // "UNGA, Report, 2 January 2020, A/HRC/43/8"
    head = without_trailing(head.substr(0, find_un_symbol(head)), ".,;");
    if (const auto date = date_at_end(head); date && date->iso.size() == kIsoDayBytes) {
      reference.issued = date->iso;
      head = head.substr(0, date->start);
    }
  }
  head = without_trailing(head, ".,;");
  std::string_view title = head;
  if (const std::size_t end = authors_end(head); end != kEnd && !has_digit(head.substr(0, end))) {
    reference.authors = read_authors(head.substr(0, end));
    if (!reference.authors.empty()) title = head.substr(end + 1);
  }
  reference.title = filled(title);
  if (reference.publisher && names_a_court(*reference.publisher)) {
    reference.container = std::exchange(reference.publisher, std::nullopt);
    return;
  }
  if (reference.publisher && text::country_code_of_name(*reference.publisher)) {
    reference.publisher.reset();  // "(Israel 1958)" says whose it is
  }
  const bool organ = reference.publisher && names_un_organ(*reference.publisher);
  if (organ) reference.container = std::exchange(reference.publisher, std::nullopt);
  if (symbol || organ || names_un_organ(head) || is_un_title(trim(title))) {
    reference.type = "report";
  } else if (reference.publisher && reference.issued && reference.issued->size() < kIsoDayBytes) {
    reference.type = "book";  // books have a year, pages a day
  }
}

}  // namespace idsearch::indexer
