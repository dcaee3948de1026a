// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_shapes.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "indexer/citation_kinds.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

bool begins_like_a_name(std::string_view text) {
  if (text.empty()) return false;
  return is_upper(text[0]) || (static_cast<unsigned char>(text[0]) > 127) || one_of(text[0], "\"'");
}

// Bytes of "The", "In", "As": a capital that begins a sentence, not a name.
std::size_t sentence_word(std::string_view text) {
  return match_any(text, 0,
                   {"the", "a", "an", "in", "as", "for", "on", "at", "under", "according", "by",
                    "per", "from", "while", "although", "this", "these", "it"});
}

bool shows_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at == 4 && (text[at] == '1' || text[at] == '2')) return true;
  }
  return false;
}

// "ICCPR, art 24(2)"
bool ends_with_place(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == kEnd) return false;
  const std::string_view rest = without_final_stop(text.substr(comma + 1));
  return !rest.empty() && locator_length(rest) == rest.size();
}

}  // namespace

std::string_view without_separators(std::string_view text) {
  while (true) {
    text = trim(text);
    const std::size_t size = text.size();
    while (!text.empty() && one_of(text.front(), ",;:)].")) text = trim(text.substr(1));
    while (!text.empty() && one_of(text.back(), ",;:(["))
      text = trim(text.substr(0, text.size() - 1));
    for (const std::string_view dash : {" \u2013", " \u2014"})
      if (text.ends_with(dash)) text.remove_suffix(dash.size());
    if (const std::size_t length = match_any(text, 0, {"and", "&", "with"})) {
      text = text.substr(length);
    }
    for (const std::string_view word : {" and", " &"}) {
      if (text.ends_with(word)) text.remove_suffix(word.size());
    }
    if (text.size() == size) return text;
  }
}

bool has_author_and_title(std::string_view text) {
  text = without_separators(text);
  if (!begins_like_a_name(text) || sentence_word(text) != 0) return false;
  const std::size_t comma = text.find(',');
  constexpr std::size_t kLongestName = 60;  // bytes; "UN High Commissioner for Refugees" has 33
  if (comma == kEnd || comma > kLongestName) return false;
  return begins_like_a_name(trim(text.substr(comma + 1)));
}

bool is_law_in_full(std::string_view text) {
  text = without_final_stop(without_separators(text));
  if (!begins_like_a_name(text) || sentence_word(text) != 0) return false;
  if (!names_a_law(text) && !names_a_treaty(text)) return false;
  for (std::size_t at = 1; at + 4 <= text.size(); ++at) {
    if (!is_digit(text[at]) || !shows_year(text.substr(at, 4)) ||
        (at + 4 < text.size() && is_digit(text[at + 4])) || is_digit(text[at - 1])) {
      continue;
    }
    // Behind the law's own words, "Act 2006", "Act of 2006": not "amended in 2006".
    const std::string_view before = trim(text.substr(0, at));
    const std::size_t blank = before.rfind(' ');
    const std::string_view word = blank == kEnd ? before : before.substr(blank + 1);
    if (word.empty() || (!is_upper(word[0]) && word != "of")) continue;
    std::string_view rest = trim(text.substr(at + 4));
    if (rest.starts_with('('))
      rest = trim(rest.substr(std::min(rest.find(')'), rest.size())));  // "(Malta)"
    while (!rest.empty() && one_of(rest.front(), ",)")) rest = trim(rest.substr(1));
    if (rest.empty() || locator_length(rest) == rest.size()) return true;
  }
  return false;
}

Shape shape_of(std::string_view text) {
  text = without_separators(text);
  text = without_separators(text.substr(leading_signals(text)));
  // "Interview with Ann Poe": an article before it, or no name behind it, makes it a thing spoken
  // of.
  if (const std::size_t words = conversation(text)) {
    if (begins_like_a_name(trim(text.substr(words)))) return Shape::Plain;
  }
  if (const std::size_t article = match_any(text, 0, {"the"})) {
    if (is_lower(text[0])) text = trim(text.substr(article));
  }
  if (text.empty()) return Shape::None;
  const std::vector<Span> spans = citation_spans(text);
  bool title = false, first_title = false, dated = false;
  for (const Span& span : spans) {
    const std::string_view inner = text.substr(span.inner_start, span.inner_end - span.inner_start);
    const std::string_view before = trim(text.substr(0, span.start));
    if (span.kind == Span::Kind::Url && begins_url(text, span.inner_start)) return Shape::Clear;
    if (span.kind == Span::Kind::Quote) {
      first_title = first_title || before.empty();
      title = title || before.ends_with(',');
    }
    const bool bracket = span.kind != Span::Kind::Quote && span.depth == 0;
    dated = dated || (bracket && !before.empty() && shows_year(inner));
  }
  const bool name = begins_like_a_name(text);
  if (name && (title || (first_title && dated))) return Shape::Clear;
  const bool work = names_parties(text) || has_author_and_title(text);
  if (name && dated && work) return Shape::Clear;
  if (name && dated && sentence_word(text) == 0) return Shape::Plain;
  if (name && (names_parties(text) || has_un_symbol(text) || names_a_case(text))) {
    return Shape::Plain;
  }
  if (first_title) return Shape::Plain;
  // "s 3 of the Nationality Act 1963"
  std::string_view law = text;
  if (const std::size_t place = locator_length(law)) {
    law = trim(law.substr(place));
    law = trim(law.substr(match_any(law, 0, {"of the", "of"})));
  }
  const bool numbered = shows_year(law) || begins_with_numbered_law(law) || ends_with_place(law);
  if (begins_like_a_name(law) && numbered && (names_a_law(law) || names_a_treaty(law))) {
    return Shape::Plain;
  }
  return name && has_author_and_title(text) && shows_year(text) ? Shape::Plain : Shape::None;
}

}  // namespace idsearch::indexer
