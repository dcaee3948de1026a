// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_short_titles.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/citation_dates.hpp"
#include "indexer/citation_fields.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_names.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

using Words = std::vector<std::string>;

Words significant(const Words& words) {
  Words kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [](const std::string& word) { return !is_small_word(word); });
  return kept;
}

// "قانون" and "القانون": with and without the article.
bool is_same_word(std::string_view one, std::string_view other) {
  if (one == other) return true;
  constexpr std::string_view kArticle = "ال";
  if (one.size() < other.size()) std::swap(one, other);
  return one.size() == other.size() + kArticle.size() && one.starts_with(kArticle) &&
         one.ends_with(other);
}

// Digits, or a Roman number of several letters: "v" stands between parties.
bool has_number(const std::string& word) {
  return std::any_of(word.begin(), word.end(), is_digit) ||
         (word.size() > 1 && roman(word, 0) == word.size());
}

// Whether the number in[at] of a title may be the one of a name that stands behind `before` there.
bool may_be_number(const Words& in, std::size_t at, const std::string& before) {
  constexpr std::size_t kDigitsOfNoDay = 3;
  if (at == 0 || in[at - 1] == before) return true;
  if (has_number(before)) return false;  // "2019-014"
  return in[at - 1].empty() || (is_digit(in[at][0]) && in[at].size() >= kDigitsOfNoDay);
}

}  // namespace

bool is_small_word(const std::string& word) {
  for (const std::string_view one :
       {"the", "a",  "an",  "of",  "on", "in",  "for", "to",  "and", "with", "by",  "as", "at",
        "de",  "la", "le",  "l",   "d",  "les", "des", "du",  "del", "el",   "los", "y",  "et",
        "do",  "da", "dos", "das", "e",  "o",   "der", "die", "das", "und",  "uber"}) {
    if (word == one) return true;
  }
  return false;
}

std::vector<std::string> title_words(std::string_view citation) {
  // Longer ones are cut, so that comparing stays cheap on any input. Judged: a long title of a law
  // has 40.
  constexpr std::size_t kMostTitleWords = 200;
  const Reference reference = read_reference(citation);
  std::string_view title;
  if (reference.title) {
    title = *reference.title;
  } else {
    // A law without year or number has none; no author stands before its name.
    const std::string_view head = citation.substr(0, citation.find_first_of(",(<["));
    if (names_a_law(head) || names_a_treaty(head)) title = head;
  }
  Words words = significant(words_with_number_signs(title));
  if (words.size() > kMostTitleWords) words.resize(kMostTitleWords);
  return words;
}

bool shortens(const std::vector<std::string>& name, const std::vector<std::string>& title) {
  Words words = significant(name);
  if (words.size() < 2 || std::any_of(words.begin(), words.end(), is_run_of_characters)) {
    return false;
  }
  for (const bool last : {true, false}) {
    const auto year = last ? words.end() - 1 : words.begin();
    if (words.size() < 2 || !is_year(*year)) continue;
    if (std::find(title.begin(), title.end(), *year) == title.end()) return false;
    words.erase(year);
  }
  std::size_t from = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool number = i > 0 && has_number(words[i]);
    while (from < title.size() && (!is_same_word(title[from], words[i]) ||
                                   (number && !may_be_number(title, from, words[i - 1])))) {
      ++from;
    }
    if (from == title.size()) return false;
    ++from;
  }
  return true;
}

}  // namespace idsearch::indexer
