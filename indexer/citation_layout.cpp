// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_layout.hpp"

#include <algorithm>

#include "indexer/citation_access.hpp"
#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_text.hpp"
#include "indexer/citation_urls.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Bytes of "For an overview, see " before a citation; 0 when there is none.
std::size_t words_that_lead_to_it(std::string_view text) {
  constexpr std::size_t kLongest = 80;  // bytes before "see"; a judgement
  if (match_any(text, 0, {"for", "on", "as to", "generally"}) == 0) return 0;
  std::size_t quote = text.find_first_of("(<[\";");
  for (const std::string_view mark : {"‘", "“", "«"}) quote = std::min(quote, text.find(mark));
  const std::string_view before = text.substr(0, std::min(quote, kLongest));
  const std::size_t see = find_word(
      before, [&](std::size_t at) { return is_lower(text[at]) && match_word(text, at, "see"); });
  if (see == kEnd) {
    // "on birth registration, Ann Poe, …"
    const std::size_t comma = before.find(',');
    if (!is_lower(text[0]) || comma == kEnd || has_digit(before.substr(0, comma))) return 0;
    const std::size_t next = skip_blanks(text, comma + 1);
    return next < text.size() && !is_lower(text[next]) && !is_digit(text[next]) ? next : 0;
  }
  const std::size_t behind = see + leading_signals(text.substr(see));
  return behind < text.size() && !is_lower(text[behind]) ? behind : 0;
}

}  // namespace

std::string_view CitationLayout::inner(const Span& span) const {
  return text.substr(span.inner_start, span.inner_end - span.inner_start);
}

std::string_view CitationLayout::between(std::size_t start, std::size_t end) const {
  end = std::min(end, body_end);
  return start < end ? text.substr(start, end - start) : std::string_view();
}

std::vector<const Span*> CitationLayout::brackets(std::size_t start) const {
  std::vector<const Span*> found;
  for (const Span& span : spans) {
    if (span.kind != Span::Kind::Round || span.depth != 0 || span.start < start) continue;
    const std::string_view content = without_trailing(inner(span), ".");
    // "UNGA Res 217 A (III)"
    if (content.find_first_not_of("IVXLC") == kEnd) continue;
    if (match_any(content, 0, {"ed", "eds", "tr", "trs", "trans"}) == content.size()) continue;
    if (access_words(content, 0) != 0) continue;
    if (content.ends_with(" ed") || content.ends_with(" eds")) continue;
    if (starts_lower(body_from(span.end)) &&
        pinpoint_keyword(text, skip_blanks(text, span.end)) == 0) {
      continue;
    }
    // "Identity Commission (Repeal and Enactment) Bill 2024"
    const std::size_t next = skip_blanks(text, span.end);
    if (next < body_end && match_any(text, next,
                                     {"act", "bill", "law", "order", "ordinance", "regulations",
                                      "rules", "code", "regulation"}) != 0) {
      continue;
    }
    found.push_back(&span);
  }
  return found;
}

CitationLayout read_layout(std::string_view citation) {
  CitationLayout layout;
  layout.text = trim(citation);
  layout.text = layout.text.substr(leading_signals(layout.text));
  layout.text = layout.text.substr(words_that_lead_to_it(layout.text));
  // "Quoted in Ann Poe, …"
  const std::size_t words = match_any(layout.text, 0,
                                      {"as quoted in", "as cited in", "quoted in", "cited in",
                                       "discussed in", "citing", "quoting"});
  layout.text = layout.text.substr(words == 0 ? 0 : skip_blanks(layout.text, words));
  layout.spans = citation_spans(layout.text);
  layout.body_end = layout.text.size();
  find_url(layout);
  find_accessed(layout);
  return layout;
}

std::string_view without_trailing(std::string_view text, std::string_view characters) {
  text = trim(text);
  while (!text.empty() && characters.find(text.back()) != kEnd) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

std::string_view without_final_signs(std::string_view text) {
  const std::string_view bare = without_trailing(text, ".,");
  const std::size_t stop = bare.size();
  const std::string_view whole = trim(text);
  const bool dotted = bare.find('.') != kEnd && stop < whole.size() && whole[stop] == '.';
  return dotted ? whole.substr(0, stop + 1) : bare;
}

std::optional<std::string> filled(std::string_view text) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

bool starts_lower(std::string_view text) {
  const std::size_t at = skip_blanks(text, 0);
  return at < text.size() && is_lower(text[at]);
}

std::size_t pinpoint_keyword(std::string_view text, std::size_t at) {
  const std::size_t length = match_any(
      text, at, {"art", "arts", "article", "articles", "s",     "ss", "sec", "section", "sections",
                 "ch",  "chs",  "chapter", "para",     "paras", "p",  "pp",  "reg",     "regs",
                 "r",   "rr",   "sch",     "cl",       "cls",   "pt", "tit", "title"});
  if (length == 0) return 0;
  std::size_t number = at + length;
  if (number < text.size() && text[number] == '.') ++number;
  number = skip_blanks(text, number);
  if (number >= text.size()) return 0;
  // "art III", but not "s I"
  const bool roman_number = length > 1 && is_upper(text[number]) && roman(text, number) != 0;
  return is_digit(text[number]) || roman_number ? length : 0;
}

}  // namespace idsearch::indexer
