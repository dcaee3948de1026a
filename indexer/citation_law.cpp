// SPDX-License-Identifier: GPL-2.0-or-later
// Titles of laws go up to a pinpoint or a bracket, titles of cases up to the year, the report or
// the number of the application.
#include "indexer/citation_law.hpp"

#include <algorithm>

#include "indexer/citation_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Calls `visit(at)` for each beginning of a word but the first; returns the first that it accepts.
template <typename Visit>
std::size_t find_word(std::string_view text, const Visit& visit) {
  char32_t before = 'x';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_word_character(before) && visit(at)) return at;
    before = c.value;
    at += c.length;
  }
  return kEnd;
}

bool number_follows(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '.') ++at;
  at = skip_blanks(text, at);
  if (const std::size_t no = match_any(text, at, {"no", "nos", "number"})) {
    at += no;
    if (at < text.size() && text[at] == '.') ++at;
    at = skip_blanks(text, at);
  }
  return at < text.size() && is_digit(text[at]);
}

// "App no 53124/09", "Case 12/2015" stand between the parties and the court.
std::string_view parties_of(std::string_view title) {
  const std::size_t number = find_word(title, [&](std::size_t at) {
    if (!is_upper(title[at])) return false;
    const std::size_t length = match_any(title, at,
                                         {"app", "appl", "application", "case", "communication",
                                          "comm", "petition", "civil appeal", "appeal", "no"});
    return length != 0 && number_follows(title, at + length);
  });
  title = title.substr(0, std::min(number, title.size()));
  const std::size_t versus = find_word(title, [&](std::size_t at) {
    return match_any(title, at, {"v", "vs"}) != 0;
  });
  if (versus != kEnd) title = title.substr(0, title.find(',', versus));
  return without_trailing(title, ".,;(");
}

// The series of reports behind "[1955]", the court of a neutral citation, or nothing.
std::string_view series_of(std::string_view tail) {
  tail = trim(tail);
  std::size_t start = 0;
  while (start < tail.size() && is_digit(tail[start])) ++start;
  tail = trim(tail.substr(start));
  tail = without_trailing(tail.substr(0, tail.find_first_of("0123456789([,;")), ".,");
  // "ECR I–7879": the part of the volume.
  const std::size_t part = tail.find_last_not_of("IVX-\u2013");
  if (part != kEnd && part + 1 < tail.size() && tail[part] == ' ' && !is_upper(tail.back())) {
    tail = without_trailing(tail.substr(0, part), ".,");
  }
  return !tail.empty() && is_upper(tail[0]) ? tail : std::string_view();
}

// "387 US 253", "678 F Supp 2d 34", "2019 SCC 65" behind the parties.
struct LawReport {
  std::size_t start = kEnd;
  std::string_view series;
  std::string_view volume;  // or year
};

// Bytes of a word of a series of reports: "US", "U.S.", "Supp", "2d", "(4th)"; the first one has
// capitals only, "March" is none.
std::size_t series_word(std::string_view text, std::size_t at, bool first) {
  const std::size_t end = std::min(text.find(' ', at), text.size());
  const std::string_view word = text.substr(at, end - at);
  if (word.empty()) return 0;
  if (!first && match_any(word, 0, {"2d", "3d", "4th", "5th", "(4th)", "(2d)", "(3d)"}) != 0) {
    return word.size();
  }
  if (!is_upper(word[0])) return 0;
  const bool small = std::any_of(word.begin(), word.end(), is_lower);
  const bool letters = std::all_of(word.begin(), word.end(),
                                   [](char c) { return is_upper(c) || is_lower(c) || c == '.'; });
  return letters && !(first && small) ? word.size() : 0;
}

// Bytes of digits at `at` that are a word; 0 when there are none.
std::size_t whole_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostDigits = 5;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  const bool ends = end == text.size() || one_of(text[end], " ,.;");
  return ends && end - at <= kMostDigits ? end - at : 0;
}

LawReport find_law_report(std::string_view text) {
  constexpr int kMostSeriesWords = 4;
  LawReport report;
  find_word(text, [&](std::size_t at) {
    const std::size_t volume = whole_number(text, at);
    if (volume == 0 || !is_blank(code_point_before(text, at).value)) return false;
    // "AIR 1973 SC 1461"
    const std::string_view before = without_trailing(text.substr(0, at), "");
    const bool air = before.ends_with(" AIR");
    std::size_t next = skip_blanks(text, at + volume);
    const std::size_t series = next;
    for (int words = 0; words < kMostSeriesWords; ++words) {
      const std::size_t word = next == at + volume ? 0 : series_word(text, next, words == 0);
      if (word == 0) return false;
      const std::size_t end = next + word;
      next = skip_blanks(text, end);
      if (whole_number(text, next) == 0) continue;
      report = {at, text.substr(series, end - series), text.substr(at, volume)};
      if (air) {
        report.start = before.size() - 3;
        report.series = before.substr(report.start);
      }
      return true;
    }
    return false;
  });
  return report;
}

// The only year in the text: "Law No 5 of 2012 on Citizenship".
std::optional<std::string> only_year(std::string_view text) {
  std::optional<std::string> year;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    if (at + 4 < text.size() && is_digit(text[at + 4])) continue;
    if (!is_year(text.substr(at, 4))) continue;
    if (year && *year != text.substr(at, 4)) return std::nullopt;
    year = std::string(text.substr(at, 4));
  }
  return year;
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
                         pinpoint_keyword(layout.text, next) == 0;
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
  const std::size_t pinpoint =
      find_word(law.title, [&](std::size_t at) { return pinpoint_keyword(law.title, at) != 0; });
  if (pinpoint != kEnd) {
    law.title = law.title.substr(0, pinpoint);
    law.pinpoint = true;
  }
  law.title = without_trailing(law.title, ".,;:");
  // "8 USC § 1401" has a section, not a year.
  if (const std::size_t sign = law.title.find("\u00A7"); sign != kEnd && sign > 0) {
    law.title = without_trailing(law.title.substr(0, sign), ".,;: ");
    law.pinpoint = true;
  }
  if (!law.issued) {
    const auto date = date_at_end(law.title);
    if (date && !date->iso.empty()) law.issued = date->iso;
  }
  if (!law.issued) law.issued = only_year(law.title);
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

void read_case(const CitationLayout& layout, Reference& reference) {
  reference.type = "legal_case";
  std::size_t title_end = layout.body_end;
  for (const Span& span : layout.spans) {
    if (span.depth != 0 || span.start >= layout.body_end) continue;
    const std::string_view inner = trim(layout.inner(span));
    std::string_view container;
    std::optional<std::string> date;
    if (span.kind == Span::Kind::Square && is_year(inner)) {
      date = std::string(inner);
      container = series_of(layout.body_from(span.end));
    } else if (span.kind == Span::Kind::Round) {
      const Bracket bracket = read_bracket(inner);
      date = bracket.date;
      container = bracket.name;
      // "(Unreported, High Court of Malawi, 4 May 2001)"
      if (const std::size_t word = match_any(container, 0, {"unreported"})) {
        container = trim(container.substr(word));
        if (container.starts_with(',')) container = trim(container.substr(1));
      }
      // "(2014) 2 LRC 11"
      const std::size_t volume = skip_blanks(layout.text, span.end);
      if (is_year(inner) && volume < layout.body_end && is_digit(layout.text[volume])) {
        container = series_of(layout.body_from(span.end));
      }
    }
    if (!date) continue;
    title_end = span.start;
    reference.issued = date;
    if (!container.empty()) reference.container = std::string(container);
    break;
  }
  std::string_view title = layout.between(0, title_end);
  if (const LawReport report = find_law_report(title); report.start != kEnd) {
    title = title.substr(0, report.start);
    if (!reference.container) reference.container = std::string(report.series);
    if (!reference.issued && is_year(report.volume)) reference.issued = std::string(report.volume);
  }
  reference.title = filled(parties_of(title));
}

void read_statute(const CitationLayout& layout, Reference& reference) {
  const LawTitle law = read_law_title(layout);
  const std::size_t number = find_word(law.title, [&](std::size_t at) {
    const std::size_t length = match_any(law.title, at, {"no", "cap", "chapter", "number"});
    return length != 0 && number_follows(law.title, at + length);
  });
  const bool constitution = law.title.find("Constitution") != kEnd;
  if (!law.issued && !law.pinpoint && !law.numbered && !constitution && number == kEnd) {
    if (layout.url) reference.title = filled(law.title);
    return;
  }
  reference.type = is_bill(law.title) ? "bill" : "legislation";
  reference.title = filled(law.title);
  reference.issued = law.issued;
}

}  // namespace idsearch::indexer
