// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_periodicals.hpp"

#include <algorithm>
#include <string>

#include "indexer/citation_authors.hpp"
#include "indexer/citation_brackets.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Without the last words that begin with a digit: pages.
std::string_view without_pages(std::string_view text) {
  while (true) {
    std::size_t at = text.size();
    while (at > 0) {
      const CodePoint c = code_point_before(text, at);
      if (is_blank(c.value)) break;
      at -= c.length;
    }
    if (at == 0 || at == text.size() || !is_digit(text[at])) return text;
    text = without_final_signs(text.substr(0, at));
    // "232, 235 fn 12"
    for (const std::string_view note : {" fn", " n", " note"})
      if (text.ends_with(note))
        text = without_trailing(text.substr(0, text.size() - note.size()), ",");
  }
}

// "Oxford Legal Studies Research Paper 1/2007": a series of papers, no journal.
bool names_a_paper_series(std::string_view container) {
  for (const std::string_view series :
       {"Working Paper", "Research Paper", "Discussion Paper", "Policy Paper", "Occasional Paper",
        "Policy Brief", "Technical Paper", "Issue Paper", "Background Paper"}) {
    if (container.find(series) != kEnd) return true;
  }
  return false;
}

// "Harvard Law Review 120, no. 4": the name of the journal.
std::string_view without_volume(std::string_view name) {
  for (std::size_t comma = name.find(','); comma != kEnd; comma = name.find(',', comma + 1)) {
    const std::size_t word = skip_blanks(name, comma + 1);
    const std::size_t length = match_any(name, word, {"vol", "volume", "no", "nos", "issue"});
    if (length == 0 || !number_follows(name, word + length)) continue;
    name = name.substr(0, comma);
    break;
  }
  const std::size_t blank = name.rfind(' ');
  if (blank != kEnd && name.find_first_not_of("0123456789", blank + 1) == kEnd)
    name = without_trailing(name.substr(0, blank), ",");
  return name;
}

}  // namespace

void read_journal(const CitationLayout& layout, std::size_t from, Reference& reference) {
  std::size_t at = skip_blanks(layout.text, from);
  if (at < layout.text.size() && layout.text[at] == ',') at = skip_blanks(layout.text, at + 1);
  const auto span = std::find_if(layout.spans.begin(), layout.spans.end(),
                                 [&](const Span& s) { return s.start == at; });
  if (span == layout.spans.end() || !is_year(trim(layout.inner(*span)))) return;
  std::string_view tail = trim(layout.body_from(span->end));
  if (has_un_symbol(tail)) return;
  // Volume and issue.
  std::size_t start = 0;
  // "22:7" is one, too.
  while (start < tail.size() && (is_digit(tail[start]) || one_of(tail[start], "-:/"))) ++start;
  start = skip_blanks(tail, start);
  if (start < tail.size() && tail[start] == '(') {
    const std::size_t close = tail.find(')', start);
    if (close == kEnd) return;
    start = close + 1;
  }
  tail = tail.substr(start);
  // "Journal of ID, vol. 4, no. 2, pp. 33"
  for (std::size_t comma = tail.find(','); comma != kEnd; comma = tail.find(',', comma + 1)) {
    const std::size_t word = skip_blanks(tail, comma + 1);
    const std::size_t length =
        match_any(tail, word, {"vol", "vols", "volume", "no", "nos", "issue", "iss", "pp", "p"});
    if (length == 0 || comma == 0 || !number_follows(tail, word + length)) continue;
    tail = tail.substr(0, comma);
    break;
  }
  tail = without_pages(without_trailing(tail, ".,"));
  while (!tail.empty() && tail[0] == ',') tail = trim(tail.substr(1));
  if (tail.empty() || starts_lower(tail)) return;
  if (!is_word_character(code_point_at(tail, 0).value) || is_digit(tail[0])) return;
  reference.issued = std::string(trim(layout.inner(*span)));
  reference.container = std::string(tail);
  reference.type = names_a_paper_series(tail) ? "report" : "article-journal";
}

void read_newspaper(const CitationLayout& layout, std::size_t from,
                    const std::vector<const Span*>& brackets, Reference& reference) {
  const std::size_t end = brackets.empty() ? layout.body_end : brackets[0]->start;
  std::string_view name = without_trailing(layout.between(from, end), ".,:");
  while (!name.empty() && (name[0] == ',' || name[0] == '.')) name = trim(name.substr(1));
  if (brackets.empty()) {
    const auto date = date_at_end(name);
    if (!date || date->iso.empty()) return;
    reference.issued = date->iso;
    name = without_trailing(name.substr(0, date->start), ",");
  }
  const std::string_view journal = brackets.empty() ? name : without_volume(name);
  const bool volume = journal.size() < name.size();
  name = journal;
  if (!reference.issued || name.empty() || starts_lower(name) || has_digit(name)) return;
  if (name.find_first_of("[]") != kEnd || has_un_symbol(name) || read_authors(name).empty()) return;
  reference.container = std::string(name);
  // Newspapers are cited by the day, "2019-05-05".
  if (!brackets.empty() && reference.issued->size() == kIsoDayBytes)
    reference.type = "article-newspaper";
  if (volume && reference.issued->size() < kIsoDayBytes) reference.type = "article-journal";
}

bool read_newspaper_of_a_place(const CitationLayout& layout, std::size_t from,
                               const std::vector<const Span*>& brackets, Reference& reference) {
  if (brackets.empty()) return false;
  const Bracket place = read_bracket(layout.inner(*brackets[0]));
  if ((place.name.empty() && place.place.empty()) || place.date) return false;
  std::string_view name = without_trailing(layout.between(from, brackets[0]->start), ".,:");
  while (!name.empty() && one_of(name[0], ",.")) name = trim(name.substr(1));
  std::size_t behind = skip_blanks(layout.text, brackets[0]->end);
  if (behind < layout.text.size() && layout.text[behind] == ',') ++behind;
  const auto date = date_at_start(layout.body_from(behind));
  if (!date || date->iso.empty() || name.empty() || starts_lower(name) || has_digit(name) ||
      read_authors(name).empty()) {
    return false;
  }
  reference.container = std::string(name);
  reference.issued = date->iso;
  if (date->iso.size() == kIsoDayBytes) reference.type = "article-newspaper";
  return true;
}

}  // namespace idsearch::indexer
