// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_urls.hpp"

#include <algorithm>

#include "indexer/citation_access.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Calls `visit(at)` for each beginning of a word outside quotes and "<…>"; the first that returns
// true ends the walk.
template <typename Visit>
void walk_layout(const CitationLayout& layout, const Visit& visit) {
  char32_t before = ' ';
  auto span = layout.spans.begin();
  for (std::size_t at = 0; at < layout.text.size();) {
    while (span != layout.spans.end() && span->start < at) ++span;
    if (span != layout.spans.end() && span->start == at &&
        (span->kind == Span::Kind::Quote || span->kind == Span::Kind::Url)) {
      at = span->end;
      before = ' ';
      continue;
    }
    const CodePoint c = code_point_at(layout.text, at);
    if (is_word_character(c.value) && !is_word_character(before) && visit(at)) return;
    before = c.value;
    at += c.length;
  }
}

// The end of a bare URL: punctuation of the sentence is no part of it, a bracket only as a pair.
std::size_t bare_url_end(std::string_view text, std::size_t start) {
  std::size_t end = start;
  std::ptrdiff_t round = 0, square = 0;  // how many more are closed than opened
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (is_blank(c.value) || c.value == '<' || c.value == '>' || c.value == '"' ||
        c.value == 0x2018 || c.value == 0x2019 || c.value == 0x201C || c.value == 0x201D ||
        c.value == 0xAB || c.value == 0xBB) {
      break;
    }
    round += c.value == ')' ? 1 : c.value == '(' ? -1 : 0;
    square += c.value == ']' ? 1 : c.value == '[' ? -1 : 0;
    end += c.length;
  }
  for (; end > start; --end) {
    const char last = text[end - 1];
    if (last == ')' && round > 0) {
      --round;
    } else if (last == ']' && square > 0) {
      --square;
    } else if (std::string_view(".,;:!?'").find(last) == kEnd) {
      break;
    }
  }
  return end;
}

// Whether `text` ends with `words` (ASCII, lower case) in any case, as words of their own.
bool ends_with_words(std::string_view text, std::string_view words) {
  if (text.size() < words.size()) return false;
  const std::size_t at = text.size() - words.size();
  if (match_word(text, at, words) != words.size()) return false;
  return at == 0 || !is_word_character(code_point_before(text, at).value);
}

// Where the words begin that only lead to the address at `end`: "available at: https://…".
std::size_t before_words_of_address(std::string_view text, std::size_t end) {
  std::string_view before = trim(text.substr(0, end));
  const bool colon = before.ends_with(':');
  if (colon) before = trim(before.substr(0, before.size() - 1));
  for (const std::string_view words :
       {"available online at", "available online", "available at", "available from", "available on",
        "accessible at", "online at", "retrieved from", "disponible en", "disponible sur",
        "disponible à", "disponível em", "disponibile su", "verfügbar unter", "abrufbar unter"}) {
    if (ends_with_words(before, words))
      return trim(before.substr(0, before.size() - words.size())).size();
  }
  for (const std::string_view words : {"at", "available", "url", "link", "doi", "online"}) {
    if (colon && ends_with_words(before, words))
      return trim(before.substr(0, before.size() - words.size())).size();
  }
  return end;
}

}  // namespace

void find_url(CitationLayout& layout) {
  for (const Span& span : layout.spans) {
    if (span.kind != Span::Kind::Url) continue;
    const std::string_view url = trim(layout.inner(span));
    if (!begins_url(url, 0) && (url.find('.') == kEnd || url.find_first_of(" \t@") != kEnd)) {
      continue;
    }
    // A long URL wrapped over lines: white space is no part of it (RFC 3986, appendix C).
    std::string joined;
    for (std::size_t at = 0; at < url.size();) {
      const CodePoint c = code_point_at(url, at);
      if (!is_blank(c.value)) joined += url.substr(at, c.length);
      at += c.length;
    }
    layout.url = std::move(joined);
    layout.body_end = before_words_of_address(layout.text, span.start);
    return;
  }
  walk_layout(layout, [&](std::size_t at) {
    if (!begins_url(layout.text, at)) return false;
    layout.url = std::string(layout.text.substr(at, bare_url_end(layout.text, at) - at));
    layout.body_end = before_words_of_address(layout.text, at);
    return true;
  });
  if (layout.url) return;
  // "DOI: 10.1007/s11572-013-9289-7"
  walk_layout(layout, [&](std::size_t at) {
    const std::size_t doi = match_word(layout.text, at, "doi");
    if (doi == 0) return false;
    const std::size_t number = layout.text.find_first_not_of(":. ", at + doi);
    if (number == kEnd || !layout.text.substr(number).starts_with("10.")) return false;
    layout.body_end = at;
    return true;
  });
}

void find_accessed(CitationLayout& layout) {
  walk_layout(layout, [&](std::size_t at) {
    const std::size_t length = access_words(layout.text, at);
    if (length == 0) return false;
    std::size_t date_at = skip_blanks(layout.text, at + length);
    if (date_at < layout.text.size() && layout.text[date_at] == ':') ++date_at;
    const auto date = date_at_start(layout.text.substr(date_at));
    if (!date) return false;
    layout.accessed = date->iso;
    // "(accessed 5 May 2020)"
    const std::string_view before = trim(layout.text.substr(0, at));
    const bool opened = before.ends_with('(') || before.ends_with('[');
    const std::size_t start = opened ? before.size() - 1 : at;
    layout.body_end = std::min(layout.body_end, start);
    return true;
  });
}

}  // namespace idsearch::indexer
