// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_documents.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_authors.hpp"
#include "indexer/citation_brackets.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_institutions.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// "J. Roe", "Roe JK": nothing but a person.
bool has_initial(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins = at == 0 || one_of(name[at - 1], " .");
    const bool ends = at + 1 == name.size() || one_of(name[at + 1], " .");
    if (is_upper(name[at]) && begins && ends) return true;
  }
  return false;
}

// The shape of a person and of a short title: "John Roe", "Paper Walls".
bool may_be_person(std::string_view name) {
  return looks_like_name(name) && is_person(name) && name.find_first_of(":(") == kEnd &&
         match_any(name, 0, {"the", "a", "an"}) == 0;
}

// How far the authors go in "A Smith, B Jones and C Lee, Title": to the first comma, or to the one
// behind "and".
struct AuthorsEnd {
  std::size_t at = kEnd;
  bool undecided = false;  // "Jane Doe, John Roe, Cards": another author, or words of the title
};
AuthorsEnd authors_end(std::string_view head) {
  if (const std::size_t end = end_of_listing_institution(head); end < head.size()) {
    const std::size_t title = skip_blanks(head, end + 1);
    if (title < head.size() && !is_digit(head[title])) return {end};
  }
  const std::size_t first = head.find(',');
  if (first == kEnd) return {};
  const bool by_person = may_be_person(trim(head.substr(0, first)));
  const bool by_initials = by_person && has_initial(head.substr(0, first));
  std::size_t start = first, end = first;
  // "Bureau of Statistics, Ministry of Planning, Census": whose the second name is.
  const std::size_t second = head.find(',', first + 1);
  bool undecided = second != kEnd && has_institution_word(head.substr(0, first)) &&
                   is_institution(head.substr(first + 1, second - first - 1)) &&
                   head.find(':', first) > second &&
                   read_authors(head.substr(first + 1, second - first - 1)).size() == 1;
  while (start != kEnd) {
    const std::size_t next = head.find(',', start + 1);
    if (next == kEnd) break;
    const std::string_view piece = trim(head.substr(start + 1, next - start - 1));
    if (read_authors(piece).size() > 1) return {next};
    const bool office = by_person && is_office(piece);
    if (!looks_like_name(piece) && !office) break;
    const std::size_t behind = skip_blanks(head, next + 1);
    const bool title_follows = behind < head.size() && !is_digit(head[behind]);
    if (office || (by_initials && has_initial(piece))) {
      if (end == start) end = next;
    } else if (by_person && may_be_person(piece) && title_follows) {
      undecided = true;
    }
    start = next;
  }
  return {end, undecided};
}

bool names_a_court(std::string_view name) {
  return name.find("Court") != kEnd || name.find("Tribunal") != kEnd;
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
  const AuthorsEnd end = authors_end(head);
  if (end.undecided) {
    title = {};
  } else if (end.at != kEnd && !has_digit(head.substr(0, end.at))) {
    reference.authors = read_authors(head.substr(0, end.at));
    if (!reference.authors.empty()) title = head.substr(end.at + 1);
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
