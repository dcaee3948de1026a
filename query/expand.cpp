// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand.hpp"

#include <algorithm>
#include <utility>

#include "query/rank.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

using Counted = std::pair<Xapian::doccount, std::string>;

/// The `most` words in the most passages, of equal ones the first by bytes; then in byte order.
std::vector<std::string> most_frequent(std::vector<Counted> counted, std::size_t most) {
  if (counted.size() > most) {
    std::sort(counted.begin(), counted.end(), [](const Counted& a, const Counted& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    counted.resize(most);
  }
  std::vector<std::string> words;
  for (Counted& word : counted) words.push_back(std::move(word.second));
  std::sort(words.begin(), words.end());
  return words;
}

std::size_t common_length(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

/// Letters that all forms of a word can be expected to begin with: what the word has in common with
/// its stem, without the last letter, which inflection may change (policy, polici-es).
std::string_view beginning_of_forms(const WordForms& word) {
  std::size_t length = word.folded.size();
  for (const std::string& stem : word.stems)
    length = std::min(length, common_length(word.folded, stem));
  // Three letters at least: with fewer, the words to look through are thousands.
  if (length > 3) length = text::char_floor(word.folded, length - 1);
  return std::string_view{word.folded}.substr(0, text::char_floor(word.folded, length));
}

}  // namespace

Expansion words_beginning(const Xapian::Database& database, std::string_view prefix,
                          std::string_view beginning) {
  const std::string start = std::string{prefix} + std::string{beginning};
  std::vector<Counted> counted;
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term)
    counted.emplace_back(term.get_termfreq(), (*term).substr(prefix.size()));
  Expansion result;
  result.all = counted.size();
  result.words = most_frequent(std::move(counted), kMaxExpansions);
  return result;
}

std::vector<std::string> stem_mates(const Xapian::Database& database, std::string_view prefix,
                                    const WordForms& word, const QueryWords& words) {
  if (word.stems.empty()) return {word.folded};
  const std::string_view beginning = beginning_of_forms(word);
  if (beginning.empty()) return {word.folded};
  const std::string start = std::string{prefix} + std::string{beginning};
  std::vector<Counted> counted;
  std::size_t looked_at = 0;
  for (auto term = database.allterms_begin(start);
       term != database.allterms_end(start) && ++looked_at <= kMaxLookedAt; ++term) {
    std::string form = (*term).substr(prefix.size());
    if (form == word.folded || words.shares_stem(word, form))
      counted.emplace_back(term.get_termfreq(), std::move(form));
  }
  std::vector<std::string> result = most_frequent(std::move(counted), kMaxStemMates);
  const auto place = std::lower_bound(result.begin(), result.end(), word.folded);
  if (place == result.end() || *place != word.folded) result.insert(place, word.folded);
  return result;
}

}  // namespace idsearch::query
