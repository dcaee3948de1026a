// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a citation from its landmarks: the title in quotes, the bracket that holds site and date.
// What has no landmark is not guessed.
#include "indexer/citation_fields.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/citation_author_year.hpp"
#include "indexer/citation_authors.hpp"
#include "indexer/citation_brackets.hpp"
#include "indexer/citation_cases.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_documents.hpp"
#include "indexer/citation_foreign_law.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_law.hpp"
#include "indexer/citation_layout.hpp"
#include "indexer/citation_periodicals.hpp"
#include "indexer/citation_text.hpp"
#include "indexer/citation_treaties.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// A quote inside brackets is part of a remark; “Službeni glasnik BiH”, broj 12/25 is where a law is
// printed, not what it is called.
const Span* quoted_title(const CitationLayout& layout) {
  for (const Span& span : layout.spans) {
    if (span.start >= layout.body_end) break;
    if (span.kind == Span::Kind::Quote && span.depth == 0 && !trim(layout.inner(span)).empty() &&
        !names_a_gazette(layout.inner(span))) {
      return &span;
    }
  }
  return nullptr;
}

// "… in Jane Doe (ed), Book (OUP 2012) 34"
void read_chapter(const CitationLayout& layout, std::size_t from, Reference& reference) {
  const std::vector<const Span*> brackets = layout.brackets(from);
  const std::size_t book_end = brackets.empty() ? layout.body_end : brackets[0]->start;
  std::string_view book = layout.between(from, book_end);
  for (const Span& span : layout.spans) {
    if (span.start < from || span.end > book_end || span.kind != Span::Kind::Round) continue;
    if (match_any(layout.inner(span), 0, {"ed", "eds"}) == 0) continue;
    book = layout.between(span.end, book_end);
    reference.type = "chapter";
    break;
  }
  // "Book, ed. Jane Doe"
  if (const std::size_t editor = std::min(book.find(", ed. "), book.find(", eds. "));
      editor != kEnd) {
    book = book.substr(0, editor);
    reference.type = "chapter";
  }
  book = without_trailing(book, ".,");
  while (!book.empty() && (book[0] == ',' || book[0] == ':')) book = trim(book.substr(1));
  apply_brackets(layout, brackets, reference.publisher, reference);
  reference.container = filled(book);
}

// `place`: where it was found, in the container or the publisher.
bool read_thesis(std::optional<std::string>& place, Reference& reference) {
  if (!place) return false;
  const std::string container = *place;
  if (match_any(
          container, 0,
          {"phd thesis", "phd dissertation", "dphil thesis", "phd", "dphil", "doctoral thesis",
           "doctoral dissertation", "masters thesis", "master thesis", "llm thesis", "ma thesis",
           "thesis", "dissertation", "unpublished phd", "unpublished dphil", "unpublished doctoral",
           "unpublished thesis", "unpublished ma thesis", "unpublished llm thesis"}) == 0) {
    return false;
  }
  reference.type = "thesis";
  place.reset();
  if (const std::size_t comma = container.find(','); comma != kEnd) {
    reference.publisher = filled(std::string_view(container).substr(comma + 1));
  }
  return true;
}

bool ends_in_separator(std::string_view text) {
  for (const std::string_view sign : {",", ":", "،", "，", "：", "、"})
    if (text.ends_with(sign)) return true;
  return false;
}

// "マイナンバー制度について" in corner quotes, 《国籍法》: titles have these quotes, words seldom.
bool has_corner_quotes(const CitationLayout& layout, const Span& title) {
  const std::string_view quoted = layout.text.substr(title.start);
  return quoted.starts_with("「") || quoted.starts_with("『") || quoted.starts_with("《");
}

// "‘Mukoku’ [The Stateless] (2017) 12 Journal 33": behind the translation of the title, if there is
// one.
std::size_t end_of_translation(const CitationLayout& layout, std::size_t from) {
  const std::size_t at = skip_blanks(layout.text, from);
  for (const Span& span : layout.spans) {
    if (span.start != at || span.kind != Span::Kind::Square) continue;
    return is_year(trim(layout.inner(span))) ? from : span.end;
  }
  return from;
}

// "‘Title’, November 2014, p 5"
void read_date_behind(std::string_view rest, Reference& reference) {
  if (reference.issued || !rest.starts_with(',')) return;
  rest = rest.substr(1);
  const auto date = date_at_start(rest);
  if (!date || date->iso.empty()) return;
  const std::size_t behind = skip_blanks(rest, date->end);
  if (behind == rest.size() || one_of(rest[behind], ",.;(")) reference.issued = date->iso;
}

// "(Kenya, 2014)" says whose it is; "The Island" is a newspaper, though Iceland is called so, too.
bool is_english_country(const std::string& name) {
  const auto code = text::country_code_of_name(name);
  return code && text::country_name(*code) == name;
}

void read_quoted(const CitationLayout& layout, const Span& title, Reference& reference) {
  const std::string_view before = trim(layout.text.substr(0, title.start));
  const std::size_t end = end_of_translation(layout, title.end);
  const std::vector<const Span*> brackets = layout.brackets(end);
  const std::string_view rest = layout.body_from(end);
  const bool corner = has_corner_quotes(layout, title);

  // "Law of the Republic ‘On Citizenship’ No 1017 (20 December 1991)": the quote is half a title.
  if (!before.empty() && before.find(',') == kEnd &&
      (names_a_law(before) || begins_with_foreign_law(layout.text))) {
    read_statute(layout, reference);
    reference.title = filled(read_law_title(layout).title);
    reference.type = "legislation";
    return;
  }
  // "American Convention on Human Rights ‘Pact of San José’ (adopted 22 November 1969, …)"
  if (!before.empty() && !ends_in_separator(before) && names_a_treaty(before) &&
      !brackets.empty()) {
    reference.title = filled(layout.between(0, brackets[0]->start));
    reference.issued = read_bracket(layout.inner(*brackets[0])).date;
    reference.type = "treaty";
    return;
  }
  // "Закон України «Про громадянство України»": half a title, as above, in words we do not know.
  if (!before.empty() && !ends_in_separator(before) && !corner &&
      std::none_of(before.begin(), before.end(),
                   [](char c) { return is_upper(c) || is_lower(c); })) {
    for (const Span* span : brackets) {
      if (!reference.issued) reference.issued = read_bracket(layout.inner(*span)).date;
    }
    return;
  }
  if (!read_year_before_title(before, reference) && (!corner || ends_in_separator(before))) {
    reference.authors = read_authors(before);
  }
  // "Watch, “Born Dead”: Statelessness in Bergland (Watch, 2024)": a title that begins with a
  // quote.
  if (rest.starts_with(':') && !brackets.empty() && !starts_lower(rest.substr(1)) &&
      (before.empty() || ends_in_separator(before))) {
    reference.authors.clear();
    read_document(layout, reference);
    return;
  }
  // "The term ‘foreigner’ is not defined": words in quotes, not a title.
  const bool introduced =
      before.empty() || corner || ends_in_separator(before) || !reference.authors.empty();
  std::size_t next = skip_blanks(rest, 0);
  // "‘Title’, in: Book", "‘Title’, in Book, ed. Jane Doe"
  if (next < rest.size() && rest[next] == ',') {
    const std::size_t word = skip_blanks(rest, next + 1);
    const bool edited = rest.find("(ed") != kEnd || rest.find(", ed") != kEnd;
    // "‘The Decline of the Nation-State’, in The Origins of Totalitarianism (Harcourt 1973)"
    const Bracket imprint = brackets.empty() ? Bracket() : read_bracket(layout.inner(*brackets[0]));
    const bool book = imprint.is_imprint() && is_year(*imprint.date);
    if (match_word(rest, word, "in") != 0 &&
        (edited || book || rest.substr(word + 2).starts_with(':'))) {
      next = word;
    }
  }
  const bool chapter = match_word(rest, next, "in") != 0;
  const bool prose = starts_lower(rest) && !chapter && pinpoint_keyword(rest, next) == 0;
  if ((!introduced || prose) && !layout.url) {
    reference.authors.clear();
    reference.issued.reset();
    // "Menon, ‘ibid’ and Other Words (2013)": a title that begins with a quote.
    if (introduced && !brackets.empty()) read_document(layout, reference);
    return;
  }
  reference.title = filled(without_trailing(layout.inner(title), ","));

  if (chapter) {
    read_chapter(layout, end + next + 2, reference);
    return;
  }
  read_journal(layout, end, reference);
  if (!reference.type.empty()) return;
  if (read_newspaper_of_a_place(layout, end, brackets, reference)) return;
  apply_brackets(layout, brackets, reference.container, reference);
  if (reference.container && is_english_country(*reference.container)) reference.container.reset();
  read_newspaper(layout, end, brackets, reference);
  read_date_behind(rest, reference);
  if (read_thesis(reference.container, reference)) return;
  if (has_un_symbol(rest) || names_un_organ(before) || is_un_title(layout.inner(title)) ||
      (reference.container && names_un_organ(*reference.container))) {
    reference.type = "report";
  }
}

// The first comma outside brackets; kEnd when there is none.
std::size_t outer_comma(const CitationLayout& layout) {
  std::size_t comma = layout.text.find(',');
  for (const Span& span : layout.spans) {
    if (comma == kEnd || span.start > comma) break;
    if (span.end > comma) comma = layout.text.find(',', span.end);
  }
  return comma;
}

void read_unquoted(const CitationLayout& layout, Reference& reference) {
  if (read_author_and_year(layout, reference)) return;
  const std::vector<const Span*> brackets = layout.brackets(0);
  const std::string_view body = layout.body_from(0);
  const std::string_view head =
      layout.between(0, brackets.empty() ? layout.body_end : brackets[0]->start);
  const bool published = std::any_of(brackets.begin(), brackets.end(), [&](const Span* span) {
    const Bracket bracket = read_bracket(layout.inner(*span));
    // "Convention relating to the Status of Refugees (Geneva, 28 July 1951)" is no book.
    if (bracket.name.empty()) return bracket.is_imprint() && is_year(*bracket.date);
    return bracket.date && bracket.name.find("Gazet") == kEnd && !names_a_gazette(bracket.name) &&
           !text::country_code_of_name(bracket.name);
  });
  const bool dated = std::any_of(brackets.begin(), brackets.end(), [&](const Span* span) {
    return read_bracket(layout.inner(*span)).date.has_value();
  });
  const bool author = head.find(',') != kEnd;
  // "Human Rights Watch, Law and Order (5 May 2019)" is no law.
  const std::string_view law = read_law_title(layout).title;
  const bool is_law = names_a_law(dated ? law.substr(0, outer_comma(layout)) : law);
  const bool foreign_law = begins_with_foreign_law(head);
  const bool numbered = begins_with_numbered_law(head) || (foreign_law && has_foreign_number(head));
  const bool symbol = has_un_symbol(body);
  // "Daily News, report on the Identity Bill 2024"
  const std::size_t comma = std::min(head.find(','), head.size());
  const bool about_it =
      comma < head.size() &&
      match_any(head, skip_blanks(head, comma + 1),
                {"report", "letter", "article", "opinion", "statement", "note", "summary",
                 "comment", "commentary", "analysis", "interview", "petition", "submission",
                 "speech", "review", "press release", "blog"}) != 0 &&
      starts_lower(head.substr(comma + 1));
  if (names_parties(body) && (names_parties(head) || !published || !author)) {
    read_case(layout, reference);
  } else if (names_a_case(body)) {
    read_case(layout, reference);
  } else if (!published && read_treaty(layout, reference)) {
    return;
  } else if ((is_law || foreign_law) && !about_it && (!published || numbered) && !symbol &&
             !names_un_organ(head)) {
    read_statute(layout, reference);
  } else if (conversation(body) != 0 && !layout.url) {  // no book
    for (const Span* span : brackets) {
      if (!reference.issued) reference.issued = read_bracket(layout.inner(*span)).date;
    }
  } else {
    read_document(layout, reference);
    read_thesis(reference.publisher, reference);
  }
}

// A year far beyond the day of access counts by another calendar (2076 BS, B.E. 2562), and nobody
// says by which. The nearest in use is 57 years ahead; a mistyped year is seldom 20 off.
bool is_of_other_calendar(const Reference& reference) {
  constexpr int kFarBeyond = 20;
  if (!reference.issued || !reference.accessed) return false;
  const auto year = [](const std::string& iso) {
    int value = 0;
    std::from_chars(iso.data(), iso.data() + std::min<std::size_t>(iso.size(), 4), value);
    return value;
  };
  return year(*reference.issued) > year(*reference.accessed) + kFarBeyond;
}

}  // namespace

Reference read_reference(std::string_view citation) {
  CitationLayout layout = read_layout(citation);
  Reference reference;
  if (const Span* title = quoted_title(layout)) {
    read_quoted(layout, *title, reference);
  } else {
    read_unquoted(layout, reference);
  }
  reference.url = std::move(layout.url);
  reference.accessed = std::move(layout.accessed);
  if (is_of_other_calendar(reference)) reference.issued.reset();
  if (reference.type.empty() && reference.url) reference.type = "webpage";
  return reference;
}

}  // namespace idsearch::indexer
