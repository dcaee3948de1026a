// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_pieces.hpp"

#include <cstddef>

#include "indexer/citation_backrefs.hpp"
#include "indexer/citation_connectives.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_shapes.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// The next separator of sources in `text` from `at` on, outside quotes and brackets: where it
// begins, and where it ends.
struct Separator {
  std::size_t start = kEnd, end = kEnd;
};

/// With `sentences` also a full stop before a capital.
Separator find_separator(std::string_view text, const std::vector<Span>& spans, std::size_t at,
                         bool sentences = false) {
  char32_t before = ' ';
  auto span = spans.begin();
  while (at < text.size()) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at) {
      at = span->end;
      before = ' ';
      continue;
    }
    std::size_t length = one_of(text[at], ",;&") ? 1 : 0;
    if (length == 0 && !is_word_character(before)) length = match_any(text, at, {"and", "with"});
    if (sentences && text[at] == '.') {
      const std::size_t next = skip_blanks(text, at + 1);
      if (next > at + 1 && next < text.size() && is_upper(text[next])) return {at, next};
    }
    if (length != 0) {
      std::size_t end = skip_blanks(text, at + length);
      // ", and"
      if (one_of(text[at], ",;")) {
        if (const std::size_t more = match_word(text, end, "and")) {
          end = skip_blanks(text, end + more);
        }
      }
      const std::size_t place = locator_length(text.substr(end));
      if (place == 0) return {at, end};
      at = end + place;
      before = ' ';
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    before = c.value;
    at += c.length;
  }
  return {};
}

std::size_t end_of_last_url(const std::vector<Span>& spans) {
  std::size_t end = 0;
  for (const Span& span : spans) {
    if (span.kind == Span::Kind::Url) end = span.end;
  }
  return end;
}

// Of a part so many full stops are asked whether they end a citation: each looks through all that
// stands before it.
constexpr int kMostSentences = 8;

// Whether a full stop behind it ends a citation in full, and no abbreviation.
bool ends_a_citation(std::string_view text) {
  text = without_separators(text);
  return shape_of(text) == Shape::Clear || is_law_in_full(text);
}

// Up to the first full stop that ends a citation; all of it without one.
std::string_view up_to_sentence(std::string_view text) {
  const std::vector<Span> spans = citation_spans(text);
  int left = kMostSentences;
  for (Separator next = find_separator(text, spans, 0, true); next.start != kEnd && left > 0;
       next = find_separator(text, spans, next.end, true)) {
    if (text[next.start] != '.') continue;
    --left;
    if (ends_a_citation(text.substr(0, next.start))) return text.substr(0, next.start);
  }
  return text;
}

// A citation in full and a name behind it, "Ann Poe, ‘Title’ <https://…>, and Roe ".
void split_full_and_name(std::string_view text, Gap& gap) {
  const std::vector<Span> spans = citation_spans(text);
  if (const std::size_t url = end_of_last_url(spans)) {
    // Behind "accessed 1 May 2024" a separator ends it; without one no name can be told.
    const Separator separator = find_separator(text, spans, url, true);
    gap.full = without_separators(text.substr(0, separator.start));
    gap.name = separator.end == kEnd ? std::string_view() : text.substr(separator.end);
    return;
  }
  // "Ann Poe, ‘Title’ in Yuna and Lee (eds) (n 5)": the book has been cited before.
  for (const Span& span : spans) {
    if (span.kind != Span::Kind::Quote) continue;
    std::size_t in = skip_blanks(text, span.end);
    if (in < text.size() && text[in] == ',') in = skip_blanks(text, in + 1);
    const std::size_t word = match_word(text, in, "in");
    const std::string_view name = text.substr(skip_blanks(text, in + word));
    if (word == 0 || has_digit(name) || name.find("‘") != kEnd || name.find("“") != kEnd) continue;
    gap.full = without_separators(text.substr(0, span.end));
    gap.name = name;
    return;
  }
  // The last "and" that a clear citation stands before.
  Separator last;
  for (Separator next = find_separator(text, spans, 0); next.start != kEnd;
       next = find_separator(text, spans, next.end)) {
    if (text[next.start] != ',') last = next;
  }
  // "Ann Poe, ‘Title’ (2021) 4 Journal 105. Roe (n 1) agrees": the last sentence behind a citation.
  Separator sentence;
  int left = kMostSentences;
  for (Separator next = find_separator(text, spans, 0, true); next.start != kEnd && left > 0;
       next = find_separator(text, spans, next.end, true)) {
    if (text[next.start] != '.') continue;
    --left;
    if (ends_a_citation(text.substr(0, next.start))) sentence = next;
  }
  if (sentence.start != kEnd && (last.start == kEnd || sentence.start > last.start)) {
    gap.full = without_separators(text.substr(0, sentence.start));
    gap.name = text.substr(sentence.end);
    return;
  }
  if (last.start != kEnd) {
    const std::string_view before = without_separators(text.substr(0, last.start));
    const std::size_t comma = before.rfind(',');
    const std::string_view end = comma == kEnd ? before : trim(before.substr(comma + 1));
    const bool law = comma != kEnd && shape_of(before) == Shape::Plain && !end.empty() &&
                     locator_length(end) == end.size();
    if (shape_of(before) == Shape::Clear || law) {
      gap.full = before;
      gap.name = text.substr(last.end);
      return;
    }
  }
  gap.name = text;
}

// Where the place begins that belongs to the next work, "section 6" of "17 and section 6 of the
// Citizenship Act"; `end` is where the places end. kEnd when they all belong to the work before.
std::size_t place_of_next(std::string_view between, std::size_t end) {
  std::size_t work = skip_blanks(between, end);
  const std::size_t of = match_any(between, work, {"of the", "of"});
  work = skip_blanks(between, work + of);
  if (of == 0 || work == between.size() || is_lower(between[work]) || is_digit(between[work])) {
    return kEnd;
  }
  int left = 8;  // each one is read to its end
  for (std::size_t at = 0; at < end && left > 0; ++at) {
    if (at > 0 && is_word_character(static_cast<unsigned char>(between[at - 1]))) continue;
    std::size_t place = at + (between[at] == ',' ? 1 : match_any(between, at, {"and", "&"}));
    if (place == at) continue;
    place = skip_blanks(between, place);
    place = skip_blanks(between, place + match_word(between, place, "and"));
    if (place >= end || is_digit(between[place])) continue;
    --left;
    if (locator_length(between.substr(place)) == end - place) return place;
  }
  return kEnd;
}

// Of pieces with their introduction, those that are citations in full: from the first to the last.
void add_full(std::string_view text, bool plain, std::string_view& full) {
  text = without_separators(text);
  const Shape shape = shape_of(text);
  const bool is_full = shape == Shape::Clear || (plain && shape == Shape::Plain);
  if (!is_full) return;
  if (full.empty()) {
    full = text;
  } else {
    full = {full.data(), static_cast<std::size_t>(text.data() + text.size() - full.data())};
  }
}

}  // namespace

std::string_view full_citation(std::string_view text) {
  std::string_view full;
  add_full(text, true, full);
  return full;
}

std::vector<Piece> split_at_connectives(std::string_view text, bool compared) {
  std::vector<Piece> pieces;
  const std::vector<Span> spans = citation_spans(text);
  auto span = spans.begin();
  std::vector<const Span*> around;  // brackets
  std::size_t start = 0;
  const Span* closes = nullptr;  // the bracket in which the piece was opened
  bool introduced = false, by_signal = false;
  const std::size_t signals = leading_signals(text);
  const auto cut = [&](std::size_t end) {
    if (closes != nullptr && closes->end <= end) {
      pieces.push_back({text.substr(start, closes->inner_end - start), introduced, by_signal});
      pieces.push_back({text.substr(closes->end, end - closes->end), false});
      closes = nullptr;
    } else {
      pieces.push_back({text.substr(start, end - start), introduced, by_signal});
    }
  };
  walk_words(text, spans, [&](std::size_t at) -> std::size_t {
    const bool may_begin = is_lower(text[at]) || (is_upper(text[at]) && begins_words(text, at));
    if (!may_begin) return 0;
    std::size_t length = connective(text, at);
    bool signal = false;
    if (length == 0 && at > signals) {
      length = inner_signal(text, at);
      signal = length != 0;
    }
    if (length == 0 && compared) length = match_any(text, at, {"with"});
    if (length == 0) return 0;
    for (; span != spans.end() && span->start < at; ++span) {
      if (span->kind == Span::Kind::Round) around.push_back(&*span);
    }
    while (!around.empty() && around.back()->end <= at) around.pop_back();
    cut(at);
    start = at + length;
    introduced = true;
    by_signal = signal;
    closes = around.empty() ? nullptr : around.back();
    return at + length;
  });
  cut(text.size());
  return pieces;
}

Gap read_gap(std::string_view between, bool last, bool compared) {
  Gap gap;
  const std::vector<Piece> pieces = split_at_connectives(between, compared);
  std::string_view rest = pieces.front().text;
  gap.pinpoint = pinpoint_at(rest);
  if (!gap.pinpoint.empty() && !last && pieces.size() == 1) {
    const std::size_t end =
        static_cast<std::size_t>(gap.pinpoint.data() + gap.pinpoint.size() - rest.data());
    if (const std::size_t place = place_of_next(rest, end); place != kEnd) {
      gap.pinpoint = pinpoint_at(without_separators(rest.substr(0, place)));
      gap.name = rest.substr(place);
      return gap;
    }
  }
  const bool placed = !gap.pinpoint.empty();
  if (placed) {
    rest = rest.substr(
        static_cast<std::size_t>(gap.pinpoint.data() + gap.pinpoint.size() - rest.data()));
  }
  const Separator separator =
      find_separator(rest, citation_spans(rest), 0, last && pieces.size() == 1);
  std::string_view other = separator.end == kEnd ? std::string_view() : rest.substr(separator.end);
  // "ibid. Ann Poe, ‘Title’ (2021)": the full stop belongs to ibid.
  const std::string_view at_once = trim(rest);
  if (last && pieces.size() == 1 && !placed && !at_once.empty() && is_upper(at_once[0]) &&
      ends_a_citation(at_once)) {
    other = at_once;
  }
  if (pieces.size() == 1 && !last) {
    if (separator.end != kEnd) {
      split_full_and_name(other, gap);
    } else {
      gap.name = rest;
    }
    return gap;
  }
  // "Yuna (n 5) and Oliver Hotham, ‘Papers’ <https://…>"; but "Yuna (n 5) <https://…>" is one.
  add_full(other, is_law_in_full(other), gap.full);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (i + 1 == pieces.size() && !last) {
      gap.name = pieces[i].text;
    } else if (pieces[i].introduced) {
      add_full(pieces[i].text, true, gap.full);
    } else if (gap.pinpoint.empty()) {
      gap.pinpoint = pinpoint_at(pieces[i].text);  // "Doe (n 1) (quoting Roe) 12"
    }
  }
  return gap;
}

Gap read_opening(std::string_view before, bool compared) {
  Gap gap;
  const std::vector<Piece> pieces = split_at_connectives(before, compared);
  if (pieces.size() == 1) {
    split_full_and_name(before, gap);
    // Where a name would begin behind a URL cannot be told.
    if (!gap.full.empty() && end_of_last_url(citation_spans(before)) != 0) gap.name = {};
    return gap;
  }
  gap.head = pieces.front().text;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    const std::string_view text = without_separators(up_to_sentence(pieces[i].text));
    // What stands before "see" may be prose; what cites or quotes is a work.
    if (pieces[i + 1].by_signal) {
      add_full(text, is_law_in_full(text), gap.full);
      continue;
    }
    if (has_author_and_title(text.substr(leading_signals(text)))) {
      if (gap.full.empty()) gap.full = text;
    } else {
      add_full(text, true, gap.full);
    }
  }
  gap.name = pieces.back().text;
  return gap;
}

bool begins_comparison(std::string_view text) {
  const std::size_t end = leading_signals(text);
  for (std::size_t at = 0; at < end; ++at) {
    if (at > 0 && is_word_character(static_cast<unsigned char>(text[at - 1]))) continue;
    if (match_any(text, at, {"cf", "compare", "contrast"}) != 0) return true;
  }
  return false;
}

}  // namespace idsearch::indexer
