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
// Whether the comma at `first` parts words that only begin a list: "… for Safe, Orderly and …".
bool second_half_of_a_list(std::string_view head, std::size_t first) {
  const std::string_view before = trim(head.substr(0, first));
  const std::size_t last = before.rfind(' ');
  if (last == kEnd || has_institution_word(before)) return false;
  const std::string_view ahead = trim(before.substr(0, last));
  const std::size_t link = ahead.rfind(' ');
  const std::string_view joiner = link == kEnd ? std::string_view() : ahead.substr(link + 1);
  if (joiner != "for" && joiner != "of" && joiner != "on" && joiner != "to") return false;
  const std::size_t next = skip_blanks(head, first + 1);
  const std::size_t blank = head.find(' ', next);
  return blank != kEnd && match_word(head, skip_blanks(head, blank), "and") != 0;
}

AuthorsEnd authors_end(std::string_view head) {
  if (const std::size_t end = end_of_listing_institution(head); end < head.size()) {
    const std::size_t title = skip_blanks(head, end + 1);
    if (title < head.size() && !is_digit(head[title])) return {end};
  }
  const std::size_t first = head.find(',');
  if (first == kEnd) return {};
  const bool by_person = may_be_person(trim(head.substr(0, first)));
  const bool by_initials = by_person && has_initial(head.substr(0, first));
  // "Compact for Safe, Orderly and Regular Migration": words of a list, no author.
  if (second_half_of_a_list(head, first)) return {};
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

// Whether the citation goes on behind a bracket that holds no date, with more than a place in it:
// "General Comment No 27: Article 12 (Freedom of Movement), 2 November 1999", "UNHCR (the Agency),
// Handbook". Such a bracket holds no publisher.
bool goes_on_behind(const CitationLayout& layout, const Span& span) {
  if (read_bracket(layout.inner(span)).date) return false;
  std::string_view rest = trim(layout.body_from(span.end));
  while (!rest.empty() && one_of(rest[0], ".,;:)")) rest = trim(rest.substr(1));
  if (rest.empty() || pinpoint_keyword(rest, 0) != 0) return false;
  const auto day = date_at_start(rest);
  if (day && day->iso.size() == kIsoDayBytes &&
      !without_trailing(rest.substr(day->end), ".,;").empty())
    return true;
  if (is_digit(rest[0])) {
    // "Regulation (EU) 2019/1157 of the Parliament"
    const std::size_t blank = rest.find(' ');
    return blank != kEnd && rest.substr(0, blank).find('/') != kEnd &&
           is_lower(rest[skip_blanks(rest, blank)]);
  }
  if (rest[0] == '(' || rest[0] == '[' || rest.starts_with("§") || rest.starts_with("¶"))
    return false;
  const auto date = date_at_end(rest);
  return !(date && date->start == 0);
}

// A word of digits only: "Law Com No 12", not "ID4D".
bool has_number(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.()/-", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!word.empty() && word.find_first_not_of("0123456789") == kEnd) return true;
    at = end + 1;
  }
  return false;
}

// Not so the first words of "Judgment [Supreme Court, 9 March 2023, Case 39]".
bool closes_brackets(std::string_view text) {
  return std::ranges::count(text, '(') == std::ranges::count(text, ')') &&
         std::ranges::count(text, '[') == std::ranges::count(text, ']');
}

// The head of "UNHCR, Handbook on Stateless Persons, 30 June 2014", and the day, when it stands
// behind an author and a title, or behind a title of several words and before nothing else.
std::optional<FoundDate> day_behind_title(std::string_view body) {
  constexpr std::size_t kFewestWords = 3;
  auto day = day_between_commas(body);
  if (!day) return std::nullopt;
  const std::string_view head = without_trailing(body.substr(0, day->start), ",");
  if (!closes_brackets(head)) return std::nullopt;
  if (head.find(',') != kEnd) return day;
  const bool ends = without_trailing(body.substr(day->end), ".,;").empty();
  return ends && std::ranges::count(head, ' ') + 1 >= static_cast<std::ptrdiff_t>(kFewestWords)
             ? day
             : std::nullopt;
}

// A symbol behind the title is no part of it: "Report, UN Doc A/74/493 (2019)"; that in "Judgment
// TC/0168/13" is.
std::string_view without_symbol(std::string_view head) {
  // ", UNGA Res 73/195"
  for (const std::string_view resolution :
       {", UNGA Res", ", UNSC Res", ", UN Doc", ", GA Res", ", HRC Res", ", ECOSOC Res"}) {
    if (const std::size_t at = head.find(resolution); at != kEnd && at > 0)
      head = head.substr(0, at);
  }
  const std::size_t symbol = find_un_symbol(head);
  if (symbol == head.size()) return head;
  const std::string_view before = trim(head.substr(0, symbol));
  const bool apart = before.ends_with(',') || before.ends_with(';') || before.ends_with(')') ||
                     match_any(head, symbol, {"un doc", "un docs", "u.n. doc"}) != 0;
  return apart ? without_trailing(before, ".,;") : head;
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
    if (bracket.is_imprint()) found = at;
  }
  return found;
}

}  // namespace

void apply_brackets(const CitationLayout& layout, const std::vector<const Span*>& brackets,
                    std::optional<std::string>& name, Reference& reference) {
  for (const Span* span : brackets) {
    const Bracket bracket = read_bracket(layout.inner(*span));
    if (!reference.issued) reference.issued = bracket.date;
    std::optional<std::string>& named = bracket.names_publisher() ? reference.publisher : name;
    if (!bracket.name.empty() && (!named || bracket.date)) named = std::string(bracket.name);
    if (bracket.date) break;
  }
}

void read_document(const CitationLayout& layout, Reference& reference) {
  std::vector<const Span*> brackets = layout.brackets(0);
  const bool symbol = has_un_symbol(layout.body_from(0));
  std::optional<FoundDate> day;
  bool placed = false;  // "(London 2015)" is the imprint of a book, too
  if (const auto imprint = find_imprint(layout, brackets); imprint == brackets.end()) {
    std::erase_if(brackets, [&](const Span* span) { return goes_on_behind(layout, *span); });
    apply_brackets(layout, brackets, reference.publisher, reference);
    // "Court, Judgment T-1136/2001 (MP Jaime Poe)", "戸籍法（昭和…）": without a year it may be
    // anything, unless an author and a title stand before it.
    const std::string_view before =
        layout.between(0, brackets.empty() ? layout.body_end : brackets[0]->start);
    const bool work = before.find(',') != kEnd && !has_digit(before);
    if (!reference.issued && !layout.url && !work) reference.publisher.reset();
    if (!reference.issued) day = day_behind_title(layout.body_from(0));
    if (day) reference.issued = day->iso;
  } else {
    apply_brackets(layout, {*imprint}, reference.publisher, reference);
    placed = !read_bracket(layout.inner(**imprint)).place.empty();
    // "Cards (WURI) (World Bank 2020)": what holds neither date nor remark belongs to the title.
    const auto behind_title = std::find_if(brackets.cbegin(), imprint, [&](const Span* span) {
      const Bracket bracket = read_bracket(layout.inner(*span));
      return (bracket.name.empty() && bracket.place.empty()) || bracket.date ||
             is_edition(layout.inner(*span));
    });
    brackets.erase(brackets.cbegin(), behind_title);
  }
  if (!reference.publisher && !reference.issued && !layout.url && !symbol) return;
  std::string_view head =
      layout.between(0, brackets.empty() ? layout.body_end : brackets[0]->start);
  if (symbol && brackets.empty()) {
    // "UNGA, Report, 2 January 2020, A/HRC/43/8"
    head = without_symbol(head);
    if (const auto date = date_at_end(head); date && date->iso.size() == kIsoDayBytes) {
      reference.issued = date->iso;
      head = head.substr(0, date->start);
    }
  }
  if (day && day->start < head.size()) head = head.substr(0, day->start);
  head = without_trailing(without_symbol(head), ".,;");
  std::string_view title = head;
  const AuthorsEnd end = authors_end(head);
  if (end.undecided) {
    title = {};
  } else if (end.at != kEnd && !has_number(head.substr(0, end.at)) &&
             closes_brackets(head.substr(0, end.at))) {
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
  if (reference.publisher && names_a_gazette(*reference.publisher)) reference.publisher.reset();
  const bool organ = reference.publisher && names_un_organ(*reference.publisher);
  if (organ) reference.container = std::exchange(reference.publisher, std::nullopt);
  if (symbol || organ || names_un_organ(head) || is_un_title(trim(title))) {
    reference.type = "report";
  } else if ((reference.publisher || placed) && reference.issued &&
             reference.issued->size() < kIsoDayBytes) {
    reference.type = "book";  // books have a year, pages a day
  }
}

}  // namespace idsearch::indexer
