// SPDX-License-Identifier: GPL-2.0-or-later
// Titles of laws go up to a pinpoint or a bracket.
#include "indexer/citation_law.hpp"

#include <algorithm>

#include "indexer/citation_brackets.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_foreign_law.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Where the number or pair of numbers ends that begins at `at`: "2004/38", "2019-014".
std::size_t numbers_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at + 1 >= text.size() || !one_of(text[at], "/-") || !is_digit(text[at + 1])) return at;
  ++at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool ends_with_word_for_number(std::string_view before) {
  before = text::trim(before);
  for (const std::string_view sign : {"n°", "N°", "nº", "Nº", "n.º", "N.º", "№", "رقم"}) {
    if (before.ends_with(sign)) return true;
  }
  const std::size_t blank = before.rfind(' ');
  return match_any(before, blank == kEnd ? 0 : blank + 1,
                   {"no", "nos", "nr", "num", "number", "cap", "chapter", "nomor", "nombor"}) != 0;
}

// Whether four digits at `at` are the number of a law: "Ley Nº 1266/87", "Decree 1804/67", "Law
// 1266 of 2008"; "Directive 2004/38/EC" and "Loi n° 2019-014" begin with the year.
bool is_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kShortYear = 2, kYearDigits = 4;
  constexpr std::size_t kNear = 40;  // bytes before the number that tell what it is; a judgement
  const std::string_view before = text.substr(at - std::min(at, kNear), std::min(at, kNear));
  const std::size_t behind = at + kYearDigits, end = numbers_end(text, at);
  if (end > behind) {
    const bool european = before.find("(E") != kEnd ||  // "(EU)", "(EC)"
                          (end < text.size() && text[end] == '/');
    const bool old = text.substr(at, 2) < "19";
    return end == behind + 1 + kShortYear && !european && (text[behind] == '/' || old);
  }
  if (at > 0 && one_of(text[at - 1], "/-")) return false;  // "760/2012"
  if (ends_with_word_for_number(before)) return true;
  const std::size_t link = skip_blanks(text, behind);
  const std::size_t length = match_any(text, link, {"of", "de", "del", "du", "da", "do"});
  const std::size_t year = skip_blanks(text, link + length);
  return length != 0 && is_year(text.substr(year, kYearDigits)) &&
         numbers_end(text, year) == year + kYearDigits;
}

// The only year in the text: "Law No 5 of 2012 on Citizenship".
std::optional<std::string> only_year(std::string_view text) {
  std::optional<std::string> year;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    if (at + 4 < text.size() && is_digit(text[at + 4])) continue;
    // "BGBl I 1346" is a page.
    if (!is_year(text.substr(at, 4)) || text.substr(at, 4) < "1500" || is_number(text, at))
      continue;
    if (year && *year != text.substr(at, 4)) return std::nullopt;
    year = std::string(text.substr(at, 4));
  }
  return year;
}

// "Decree No 15 of 19 January 1925", "Décret n° 2016-1460 du 28 octobre 2016": the first day behind
// such a word.
std::optional<std::string> day_of_law(std::string_view title) {
  std::optional<std::string> day;
  find_word(title, [&](std::size_t at) {
    std::size_t of = match_any(title, at, {"of", "du", "vom", "dated", "del", "de"});
    if (of != 0 && !is_lower(title[at])) return false;
    if (of == 0) of = foreign_word_before_day(title, at);
    if (of == 0) return false;
    const std::size_t start = skip_blanks(title, at + of);
    if (start >= title.size() || !is_digit(title[start])) return false;
    const auto date = date_at_start(title.substr(start));
    if (date && date->iso.size() == kIsoDayBytes) day = date->iso;
    return day.has_value();
  });
  return day;
}

// Without what tells of other laws: "as amended by Law No 4 of 2011", "amending the Act of 1955".
std::string_view without_other_laws(std::string_view title) {
  return title.substr(0, find_word(title, [&](std::size_t at) {
                        // "Commission Implementing Decision"
                        if (is_upper(title[at]) && match_any(title, at, {"implementing"}) != 0)
                          return false;
                        return match_any(title, at,
                                         {"as amended",
                                          "amended by",
                                          "as last amended",
                                          "as revised",
                                          "as subsequently amended",
                                          "as modified",
                                          "modified by",
                                          "repealed by",
                                          "replaced by",
                                          "amending",
                                          "to amend",
                                          "repealing",
                                          "to repeal",
                                          "implementing",
                                          "transposing",
                                          "pursuant to",
                                          "made under",
                                          "modifiant",
                                          "abrogeant",
                                          "modifié par",
                                          "modifiée par",
                                          "telle que modifiée",
                                          "tel que modifié",
                                          "que modifica",
                                          "modificado por",
                                          "modificada por",
                                          "reformado por",
                                          "reformada por",
                                          "alterado por",
                                          "alterada por",
                                          "que altera",
                                          "geändert durch",
                                          "zuletzt geändert",
                                          "tentang perubahan",
                                          "о внесении изменений",
                                          "про внесення змін",
                                          "بتعديل",
                                          "المعدل",
                                          "المعدلة"}) != 0;
                      }));
}

}  // namespace

LawTitle read_law_title(const CitationLayout& layout, std::size_t from) {
  LawTitle law;
  std::size_t end = layout.body_end;
  for (const Span* span : layout.brackets(from)) {
    const Bracket bracket = read_bracket(layout.inner(*span));
    // "Regulation (EU) 2016/679 of …": the title goes on.
    const std::size_t next = skip_blanks(layout.text, span->end);
    const bool goes_on = next < layout.body_end && !bracket.date &&
                         is_word_character(code_point_at(layout.text, next).value) &&
                         pinpoint_keyword(layout.text, next) == 0 &&
                         layout.body_from(next).find_first_not_of("0123456789,. ") != kEnd;
    if (goes_on && span->start > 0) continue;
    end = std::min(end, span->start);
    // "(Cap 107) (Kenya), s 5"
    law.numbered = law.numbered || is_number_of_a_law(layout.inner(*span));
    std::size_t behind = next;
    if (behind < layout.text.size() && layout.text[behind] == ',') ++behind;
    behind = skip_blanks(layout.text, behind);
    law.pinpoint = law.pinpoint || pinpoint_keyword(layout.text, behind) != 0;
    if (!law.issued) law.issued = bracket.date;
    if (bracket.date) break;
  }
  // "Directive 2004/38/EC [2004] OJ L158/77"
  for (const Span& span : layout.spans) {
    if (span.kind != Span::Kind::Square || span.depth != 0 || span.start >= end) continue;
    if (!is_year(trim(layout.inner(span))) || span.start == 0) continue;
    end = span.start;
    if (!law.issued) law.issued = std::string(trim(layout.inner(span)));
    break;
  }
  law.title = layout.between(0, end);
  // "Order 2004, SI 2004/3166"
  const std::size_t instrument = find_word(law.title, [&](std::size_t at) {
    return match_any(law.title, at, {"si", "sr", "gn", "ln"}) != 0 && is_upper(law.title[at + 1]) &&
           number_follows(law.title, at + 2);
  });
  if (instrument != kEnd) law.title = law.title.substr(0, instrument);
  const std::size_t pinpoint = find_word(law.title, [&](std::size_t at) {
    if (pinpoint_keyword(law.title, at) == 0) return false;
    // "Citizenship Act [Chapter 4:01]"
    const bool inside = std::ranges::any_of(
        layout.spans, [&](const Span& span) { return span.start < at && at < span.end; });
    return !inside;
  });
  if (pinpoint != kEnd) {
    law.title = law.title.substr(0, pinpoint);
    law.pinpoint = true;
  }
  if (begins_with_foreign_law(law.title)) {
    if (const std::size_t place = find_foreign_place(law.title); place != kEnd) {
      law.title = law.title.substr(0, place);
      law.pinpoint = true;
    }
    law.numbered = law.numbered || has_foreign_number(law.title);
  }
  law.title = without_trailing(law.title, ".,;:");
  // "Ley General, Diario Oficial de la Federación, 7 de enero de 1974"
  for (std::size_t comma = law.title.find(','); comma != kEnd;
       comma = law.title.find(',', comma + 1)) {
    const std::size_t next = law.title.find(',', comma + 1);
    const std::string_view piece =
        law.title.substr(comma + 1, next == kEnd ? kEnd : next - comma - 1);
    if (!names_a_gazette(piece)) continue;
    if (const auto day = date_at_end(law.title); day && !day->iso.empty() && !law.issued)
      law.issued = day->iso;
    law.title = law.title.substr(0, comma);
    break;
  }
  // "8 USC § 1401" has a section, not a year.
  if (const std::size_t sign = law.title.find("\u00A7"); sign != kEnd && sign > 0) {
    law.title = without_trailing(law.title.substr(0, sign), ".,;: ");
    law.pinpoint = true;
  }
  const std::string_view own = without_other_laws(law.title);
  // "Citizenship Act, No 12 of 2011, 30 August 2011"
  if (const auto day = date_at_end(law.title); day && day->iso.size() == kIsoDayBytes) {
    const std::string_view before = trim(law.title.substr(0, day->start));
    if (before.ends_with(',')) {
      law.title = without_trailing(before, ",");
      if (!law.issued) law.issued = day->iso;
    }
  }
  // "Law No 81 of 10 October 2018 on Electronic Transactions"
  if (const auto day = day_of_law(own)) law.issued = day;
  if (!law.issued) {
    const auto date = date_at_end(own);
    if (date && !date->iso.empty()) law.issued = date->iso;
    if (!law.issued) law.issued = only_year(with_ascii_digits(own));
  }
  return law;
}

namespace {

// "Digital Personal Data Protection Bill 2022"; "Bill of Rights Act 1990" is a law.
bool is_bill(std::string_view title) {
  bool bill = false;
  bool law = false;
  find_word(title, [&](std::size_t at) {
    if (!is_upper(title[at])) return false;
    const std::size_t word = match_any(title, at, {"bill"});
    bill = bill || (word != 0 && match_any(title, skip_blanks(title, at + word), {"of"}) == 0);
    law = law || match_any(title, at, {"act", "law", "code", "constitution"}) != 0;
    return false;
  });
  return bill && !law;
}

}  // namespace

void read_statute(const CitationLayout& layout, Reference& reference) {
  const LawTitle law = read_law_title(layout);
  const std::size_t number = find_word(law.title, [&](std::size_t at) {
    const std::size_t length = match_any(law.title, at, {"no", "cap", "chapter", "number"});
    return length != 0 && number_follows(law.title, at + length);
  });
  // "Decree 1804/67"
  const std::size_t pair = find_word(law.title, [&](std::size_t at) {
    const std::size_t slash = law.title.find_first_not_of("0123456789", at);
    return slash != kEnd && law.title[slash] == '/' && numbers_end(law.title, at) > slash;
  });
  const bool numbered = law.numbered || number != kEnd || pair != kEnd ||
                        (!layout.url && begins_with_numbered_law(law.title));
  const bool constitution =
      law.title.find("Constitution") != kEnd || begins_with_foreign_constitution(law.title);
  if (!law.issued && !law.pinpoint && !numbered && !constitution) {
    if (layout.url) reference.title = filled(law.title);
    return;
  }
  reference.type = is_bill(law.title) ? "bill" : "legislation";
  reference.title = filled(law.title);
  reference.issued = law.issued;
}

}  // namespace idsearch::indexer
