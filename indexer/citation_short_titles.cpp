// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_short_titles.hpp"

#include <algorithm>
#include <iterator>

#include "indexer/citation_dates.hpp"
#include "indexer/citation_fields.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_names.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

using Words = std::vector<std::string>;

// Words without which a short title does as well, as compared.
bool is_small_word(const std::string& word) {
  for (const std::string_view one :
       {"the", "a",  "an",  "of",  "on", "in",  "for", "to",  "and", "with", "by",  "as", "at",
        "de",  "la", "le",  "l",   "d",  "les", "des", "du",  "del", "el",   "los", "y",  "et",
        "do",  "da", "dos", "das", "e",  "o",   "der", "die", "das", "und",  "uber"}) {
    if (word == one) return true;
  }
  return false;
}

Words significant(const Words& words) {
  Words kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [](const std::string& word) { return !is_small_word(word); });
  return kept;
}

bool has_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), is_digit) || roman(word, 0) == word.size();
}

}  // namespace

std::vector<std::string> title_words(std::string_view citation) {
  const Reference reference = read_reference(citation);
  if (reference.title) return source_words(*reference.title);
  // A law without year or number has none; no author stands before its name.
  const std::string_view head = citation.substr(0, citation.find_first_of(",(<["));
  const bool law = names_a_law(head) || names_a_treaty(head);
  return law ? source_words(head) : Words();
}

bool shortens(const std::vector<std::string>& name, const std::vector<std::string>& title) {
  Words words = significant(name);
  const Words there = significant(title);
  if (words.size() < 2 || std::any_of(words.begin(), words.end(), is_run_of_characters)) {
    return false;
  }
  for (const bool last : {true, false}) {
    const auto year = last ? words.end() - 1 : words.begin();
    if (words.size() < 2 || !is_year(*year)) continue;
    if (std::find(there.begin(), there.end(), *year) == there.end()) return false;
    words.erase(year);
  }
  auto from = there.begin();
  for (auto word = words.begin(); word != words.end();) {
    const auto end = std::find_if_not(word + 1, words.end(), has_number);
    const auto found = std::search(from, there.end(), word, end);
    if (found == there.end()) return false;
    from = found + (end - word);
    word = end;
  }
  return true;
}

}  // namespace idsearch::indexer
