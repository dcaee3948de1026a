// SPDX-License-Identifier: GPL-2.0-or-later
// Behind an author, or with commas of its own, a title that begins like a treaty is one where the
// day of its adoption, a series of treaties or an organisation that makes them stands beside it.
#include "indexer/citation_treaties.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/citation_authors.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_law.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Where "1520 UNTS 217", "CETS No 200", "United Nations, Treaty Series, vol 1577" begins; kEnd when
// there is none.
std::size_t find_treaty_series(std::string_view text) {
  char32_t before = 'x';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_word_character(before) && is_upper(text[at])) {
      const std::size_t series = match_any(
          text, at,
          {"unts", "lnts", "ets", "cets", "oasts", "ilm", "i.l.m", "tias", "ukts", "ats"});
      const std::size_t behind =
          skip_blanks(text, at + series + (text[at + series] == '.' ? 1 : 0));
      const std::size_t no = match_any(text, behind, {"no", "nos", "vol", "volume"});
      const bool numbered = no != 0 || (behind < text.size() && is_digit(text[behind]));
      if (series != 0 && is_upper(text[at + 1 + (text[at + 1] == '.' ? 1 : 0)]) && numbered) {
        std::size_t start = trim(text.substr(0, at)).size();
        while (start > 0 && is_digit(text[start - 1])) --start;
        return start;
      }
      if (match_any(text, at, {"treaty series"}) != 0) {
        const std::string_view head = without_trailing(text.substr(0, at), ",");
        const std::size_t piece = head.find_last_of(",)");
        return piece == kEnd ? at : piece + 1;
      }
    }
    before = c.value;
    at += c.length;
  }
  return kEnd;
}

bool says_when_adopted(std::string_view inner) {
  return match_any(inner, 0,
                   {"adopted", "opened for signature", "signed", "concluded", "done",
                    "entered into force", "entry into force"}) != 0 &&
         has_digit(inner);
}

// What comes before the first word of small letters, "European Convention" of "European Convention
// on Nationality".
std::string_view first_capitals(std::string_view title) {
  title = trim(title);
  for (std::size_t at = title.find(' '); at != kEnd; at = title.find(' ', at + 1)) {
    if (starts_lower(title.substr(at))) return title.substr(0, at);
  }
  return title;
}

// Not so "Explanatory Report to the European Convention on Nationality".
bool begins_like_a_treaty(std::string_view title) {
  title = trim(title);
  const bool charter = match_any(title, 0, {"charter"}) != 0;  // "Charter of the OAS"
  return names_a_treaty(charter ? title : first_capitals(title));
}

// "Law on the Accession to the Convention on Refugees"
bool begins_like_a_law(std::string_view title) {
  return names_a_law(first_capitals(title)) && !begins_like_a_treaty(title);
}

bool makes_treaties(std::string_view author) {
  author = trim(author.substr(0, author.find('(')));
  const std::size_t length = match_any(author, 0,
                                       {"council of europe",
                                        "african union",
                                        "au",
                                        "organization of african unity",
                                        "organisation of african unity",
                                        "oau",
                                        "organization of american states",
                                        "organisation of american states",
                                        "oas",
                                        "league of arab states",
                                        "european union",
                                        "united nations",
                                        "un general assembly",
                                        "unga",
                                        "un",
                                        "asean",
                                        "ecowas",
                                        "sadc",
                                        "saarc",
                                        "international labour organization",
                                        "international labour organisation",
                                        "ilo",
                                        "league of nations",
                                        "commonwealth of independent states"});
  return length != 0 && length == author.size();
}

// Documents of African organisations have symbols like those of the United Nations.
bool has_foreign_symbol(std::string_view body) {
  const std::size_t symbol = find_un_symbol(body);
  return symbol != body.size() && match_any(body, symbol, {"cab/leg"}) == 0;
}

}  // namespace

bool read_treaty(const CitationLayout& layout, Reference& reference) {
  const std::string_view body = layout.body_from(0);
  if (has_foreign_symbol(body)) return false;
  bool shown = false;  // to be a treaty
  std::size_t from = 0;
  const std::vector<const Span*> brackets = layout.brackets(0);
  for (const Span* span : brackets) {
    shown = shown || says_when_adopted(trim(layout.inner(*span)));
  }
  // "Organization of African Unity (OAU), African Charter"
  if (!brackets.empty() && trim(layout.body_from(brackets[0]->end)).starts_with(',') &&
      !names_a_treaty(layout.between(0, brackets[0]->start))) {
    from = brackets[0]->end;
  }
  const LawTitle law = read_law_title(layout, from);
  std::string_view title = law.title;
  std::optional<std::string> issued = law.issued;
  if (const std::size_t series = find_treaty_series(body); series != kEnd) {
    shown = true;
    title = without_trailing(title.substr(0, std::min(series, title.size())), ".,;:");
  }
  if (const auto day = day_between_commas(body)) {
    issued = day->iso;
    if (day->start < title.size()) title = without_trailing(title.substr(0, day->start), ",");
  }
  if (begins_like_a_law(title)) return false;
  if (const std::size_t comma = title.find(','); comma != kEnd) {
    const std::string_view first = title.substr(0, comma);
    if (names_a_treaty(first)) {
      if (!shown || !begins_like_a_treaty(first)) return false;
    } else {
      if (!shown && !makes_treaties(first)) return false;
      title = trim(title.substr(comma + 1));
      if (!begins_like_a_treaty(title)) return false;
      reference.authors = read_authors(first);
    }
  } else if (!names_a_treaty(title)) {
    return false;
  }
  reference.type = "treaty";
  reference.title = filled(title);
  reference.issued = std::move(issued);
  return true;
}

}  // namespace idsearch::indexer
