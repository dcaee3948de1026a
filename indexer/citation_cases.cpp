// SPDX-License-Identifier: GPL-2.0-or-later
// Titles of cases go up to the year, the report or the number of the application.
#include "indexer/citation_cases.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/citation_brackets.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Behind the number of the case when it stands before the parties with no comma between: "Case
// C-135/08 Poe v Roe", "Petition No 56 of 2019 Poe v Roe", "Joined Cases C-1/20 and C-2/20 Poe v
// Roe"; 0 when there is none.
std::size_t number_before_parties(std::string_view title) {
  std::size_t at = match_any(
      title, 0,
      {"joined cases", "case", "cases", "communication", "communications", "application",
       "applications", "app", "constitutional petition", "petition", "civil appeal", "civil case"});
  if (at == 0) return 0;
  at = skip_blanks(title, at);
  if (const std::size_t no = match_any(title, at, {"no", "nos", "number"})) {
    at += no;
    if (at < title.size() && title[at] == '.') ++at;
    at = skip_blanks(title, at);
  }
  std::size_t end = 0;  // behind the last number
  while (at < title.size()) {
    const std::size_t blank = std::min(title.find(' ', at), title.size());
    const std::string_view word = title.substr(at, blank - at);
    const bool number = has_digit(word);
    if (!number && match_any(word, 0, {"and", "of", "p"}) != word.size()) break;
    at = skip_blanks(title, blank);
    if (number || word == "P") end = at;
    if (number && one_of(word.back(), ":;")) break;
  }
  return end;
}

// "ICJ, ", "ECtHR, " before the parties: the court.
std::string_view court_before_parties(std::string_view title) {
  const std::size_t comma = title.find(',');
  if (comma == kEnd) return {};
  const std::string_view word = title.substr(0, comma);
  const auto capitals = std::ranges::count_if(word, is_upper);
  return capitals >= 2 && word.find_first_of(" .") == kEnd && !has_digit(word) ? word
                                                                               : std::string_view();
}

// Where the court and its series begin behind the parties: "IACtHR Series C", "ECHR 2012-IV",
// "ECLI:EU:C:2022:34".
std::size_t find_court(std::string_view title, std::size_t from) {
  return find_word(title, [&](std::size_t at) {
    if (at < from || !is_upper(title[at])) return false;
    const std::size_t court = match_any(
        title, at,
        {"iacthr", "iacrthr", "ecthr", "ecrthr", "acthpr", "afcthpr", "echr", "icj", "pcij",
         "inter-american court of human rights", "european court of human rights"});
    if (court != 0 && is_upper(title[at + 1])) return true;
    if (court > 10) return true;
    if (title.substr(at).starts_with("EU:C:") || title.substr(at).starts_with("EU:T:")) return true;
    return title.substr(at).starts_with("ECLI:") ||
           match_any(title, at, {"series a no", "series c no"}) != 0;
  });
}

// The first comma outside brackets from `from` on.
std::size_t comma_behind(std::string_view title, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < title.size(); ++at) {
    depth += one_of(title[at], "([") ? 1 : one_of(title[at], ")]") ? -1 : 0;
    if (title[at] != ',' || depth > 0) continue;
    // "R v Secretary of State, ex p Doe"
    if (match_any(title, skip_blanks(title, at + 1), {"ex p", "ex parte"}) != 0) continue;
    return at;
  }
  return kEnd;
}

// "App no 53124/09", "Case 12/2015" stand between the parties and the court.
std::string_view parties_of(std::string_view title) {
  const auto number_from = [&](std::size_t from) {
    return find_word(title, [&](std::size_t at) {
      if (at < from || !is_upper(title[at])) return false;
      const std::size_t length = match_any(title, at,
                                           {"app", "appl", "application", "case", "communication",
                                            "comm", "petition", "civil appeal", "appeal", "no"});
      return length != 0 && number_follows(title, at + length);
    });
  };
  const auto find_versus = [&] {
    return find_word(title, [&](std::size_t at) { return match_any(title, at, {"v", "vs"}) != 0; });
  };
  if (const std::size_t behind = number_before_parties(title);
      behind > 0 && behind < find_versus()) {
    if (find_versus() != kEnd && is_word_character(code_point_at(title, behind).value))
      title = title.substr(behind);
  }
  if (const std::string_view court = court_before_parties(title);
      !court.empty() && court.size() < find_versus() && find_versus() != kEnd) {
    title = trim(title.substr(court.size() + 1));
  }
  // "Writ Petition (Civil) No 494 of 2012, Poe v Roe": the number stands before the parties.
  std::size_t versus = find_versus();
  if (const std::size_t number = number_from(0); versus != kEnd && number < versus) {
    const std::size_t comma = title.find(',', number);
    if (comma < versus) title = text::trim(title.substr(comma + 1));
    versus = find_versus();
  }
  constexpr std::string_view kOpinion = "(Advisory Opinion)";
  if (const std::size_t opinion = title.find(kOpinion); opinion != kEnd) {
    return title.substr(0, opinion + kOpinion.size());
  }
  title = title.substr(0, std::min(number_from(versus == kEnd ? 0 : versus), title.size()));
  if (versus != kEnd) {
    title = title.substr(0, find_court(title, versus));
    title = title.substr(0, comma_behind(title, versus));
  }
  // "Poe v Registrar General CCZ 4/15"
  if (const std::size_t number = title.rfind(' '); number != kEnd && versus != kEnd) {
    const std::size_t court = title.rfind(' ', number - 1);
    const std::string_view digits = without_trailing(title.substr(number + 1), ".,;");
    if (court != kEnd && court > versus && digits.find_first_not_of("0123456789/-") == kEnd &&
        digits.find_first_of("/-") != kEnd &&
        std::ranges::all_of(title.substr(court + 1, number - court - 1), is_upper)) {
      title = title.substr(0, court);
    }
  }
  title = without_trailing(title, ",;(");
  // "Union of India & Ors."
  for (const std::string_view end : {" Ors.", " Anr.", " Ltd.", " Inc.", " Co.", " Corp.", " Jr."})
    if (title.ends_with(end)) return title;
  return without_trailing(title, ".,;(");
}

// The series of reports behind "[1955]", the court of a neutral citation, or nothing.
std::string_view series_of(std::string_view tail) {
  tail = trim(tail);
  std::size_t start = 0;
  while (start < tail.size() && is_digit(tail[start])) ++start;
  tail = trim(tail.substr(start));
  tail = without_final_signs(tail.substr(0, tail.find_first_of("0123456789([,;")));
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

// "Miscellaneous Cause No 86 of 2022", "Petition 12/2015": filed in that year, not decided.
bool ends_with_number_of_a_case(std::string_view inner) {
  inner = without_trailing(inner, ".");
  // "7526/03"
  if (inner.find_first_not_of("0123456789/") == kEnd && inner.find('/') != kEnd) return true;
  const std::size_t year = inner.find_last_not_of("0123456789");
  if (year == kEnd || !is_year(inner.substr(year + 1))) return false;
  std::string_view before = inner.substr(0, year + 1);
  if (before.ends_with('/')) {
    before.remove_suffix(1);
  } else if (before = text::trim(before); before.ends_with(" of") || before.ends_with(" de")) {
    before = text::trim(before.substr(0, before.size() - 2));
  } else {
    return false;
  }
  return !before.empty() && is_digit(before.back()) && std::ranges::any_of(before, is_upper);
}

// "Judgment of 6 April 1955", ", 26 April 2018", "ECHR 2012-IV", "ECLI:EU:C:2022:34".
std::optional<std::string> day_of_judgment(std::string_view body) {
  if (const auto day = day_between_commas(body)) return day->iso;
  std::optional<std::string> found;
  find_word(body, [&](std::size_t at) {
    const std::size_t words = match_any(body, at,
                                        {"judgment of", "judgement of", "judgment", "judgement",
                                         "decision of", "order of", "opinion of"});
    if (words != 0) {
      const std::size_t start = skip_blanks(body, at + words);
      const auto date = date_at_start(body.substr(start));
      if (date && date->iso.size() == kIsoDayBytes) found = date->iso;
    } else if (body.substr(at).starts_with("ECLI:")) {
      constexpr int kColonsBeforeYear = 3;
      std::size_t colon = at + 4;  // of "ECLI"
      for (int i = 1; i < kColonsBeforeYear && colon != kEnd; ++i)
        colon = body.find(':', colon + 1);
      if (colon != kEnd && is_year(body.substr(colon + 1, 4)))
        found = std::string(body.substr(colon + 1, 4));
    } else if (body.substr(at).starts_with("EU:C:") || body.substr(at).starts_with("EU:T:")) {
      if (is_year(body.substr(at + 5, 4))) found = std::string(body.substr(at + 5, 4));
    } else if (body.substr(at).starts_with("ECHR ")) {
      const std::string_view year = body.substr(at + 5, 4);
      if (is_year(year)) found = std::string(year);
    }
    return found.has_value();
  });
  return found;
}

}  // namespace

void read_case(const CitationLayout& layout, Reference& reference) {
  reference.type = "legal_case";
  std::size_t title_end = layout.body_end;
  std::size_t number = kEnd;  // where a bracket holds the number of the case
  for (const Span& span : layout.spans) {
    if (span.depth != 0 || span.start >= layout.body_end) continue;
    const std::string_view inner = trim(layout.inner(span));
    std::string_view container;
    std::optional<std::string> date;
    if (span.kind == Span::Kind::Square && is_year(inner)) {
      date = std::string(inner);
      container = series_of(layout.body_from(span.end));
    } else if (span.kind == Span::Kind::Round) {
      if (ends_with_number_of_a_case(inner)) {
        number = std::min(number, span.start);
        continue;
      }
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
  std::string_view title = layout.between(0, std::min(title_end, number));
  if (const LawReport report = find_law_report(title); report.start != kEnd) {
    title = title.substr(0, report.start);
    if (!reference.container) reference.container = std::string(report.series);
    if (!reference.issued && is_year(report.volume)) reference.issued = std::string(report.volume);
  }
  if (!reference.issued) reference.issued = day_of_judgment(layout.body_from(0));
  const std::string_view court = court_before_parties(title);
  if (!reference.container && !court.empty()) reference.container = std::string(court);
  reference.title = filled(parties_of(title));
}

}  // namespace idsearch::indexer
