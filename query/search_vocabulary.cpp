// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_vocabulary.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "query/near_source.hpp"
#include "query/rank.hpp"
#include "query/search_any.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

/// How many letters may be wrong in a word of so many.
std::size_t most_errors(std::size_t letters) {
  if (letters < kMinSpelledLetters) return 0;
  return letters < kMinLettersForTwoErrors ? 1 : 2;
}

std::string utf8_of(std::u32string_view letters) {
  std::string bytes;
  for (const char32_t c : letters) text::append_utf8(bytes, c);
  return bytes;
}

bool fits(std::string_view word, const std::vector<std::string>& pieces) {
  word.remove_prefix(pieces.front().size());
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const std::size_t at = word.find(pieces[i]);
    if (at == word.npos) return false;
    word.remove_prefix(at + pieces[i].size());
  }
  return word.ends_with(pieces.back());
}

}  // namespace

bool SpelledWord::operator<(const SpelledWord& other) const {
  if (distance != other.distance) return distance < other.distance;
  if (passages != other.passages) return passages > other.passages;
  return word < other.word;
}

std::optional<SpelledWord> SpellingVocabulary::nearest(const std::string& typed) {
  typed_ = text::code_points(typed);
  best_.reset();
  left_ = kMaxSpellingLooks;
  limit_ = most_errors(typed_.size());
  if (limit_ == 0) return std::nullopt;
  // Most errors leave the first letter alone.
  look(typed_.substr(0, 1));
  // Those that do not are looked for with the next letters intact: two swapped, a letter too
  // many, one missing, one exchanged.
  look(std::u32string{typed_[1], typed_[0], typed_[2]});
  // A short word with another first letter is another word: Janus and Manus.
  if (typed_.size() < kMinLettersForTwoErrors) return best_;
  look(typed_.substr(1, 2));
  if (text::is_spelled_with_letters(typed) && typed_[0] < 0x80) {
    for (char32_t letter = U'a'; letter <= U'z'; ++letter) {
      if (letter == typed_[0]) continue;
      look(letter + typed_.substr(0, 2));
      look(letter + typed_.substr(1, 2));
    }
  }
  return best_;
}

std::string SpellingVocabulary::in_two(const std::string& typed) const {
  constexpr std::size_t kMinPart = 3;
  std::string best;
  Xapian::doccount most = 0;
  for (std::size_t at = kMinPart; at + kMinPart <= typed.size(); ++at) {
    if ((static_cast<unsigned char>(typed[at]) & 0xC0u) == 0x80u) continue;
    const std::string left = typed.substr(0, at), right = typed.substr(at);
    const Xapian::doccount less = std::min(passages(left), passages(right));
    if (less <= most || !are_neighbours(left, right)) continue;
    most = less;
    best = left + " " + right;
  }
  return best;
}

std::string SpellingVocabulary::fitting(const std::vector<std::string>& pieces) const {
  const std::string start = prefix_ + pieces.front();
  std::string best;
  Xapian::doccount most = 0;
  std::size_t left = kMaxSpellingLooks;
  auto term = database_.allterms_begin(start);
  for (; left > 0 && term != database_.allterms_end(start); ++term, --left) {
    const std::string word = (*term).substr(prefix_.size());
    if (term.get_termfreq() <= most || !fits(word, pieces)) continue;
    most = term.get_termfreq();
    best = word;
  }
  return best;
}

void SpellingVocabulary::look(std::u32string_view beginning) {
  const std::string start = prefix_ + utf8_of(beginning);
  auto term = database_.allterms_begin(start);
  for (; left_ > 0 && term != database_.allterms_end(start); ++term, --left_) {
    const std::string word = (*term).substr(prefix_.size());
    // A letter has at most four bytes: most words are too long or too short at a glance.
    if (word.size() + limit_ < typed_.size() || word.size() > 4 * (typed_.size() + limit_))
      continue;
    const std::u32string letters = text::code_points(word);
    const std::size_t distance = text::edit_distance_up_to(typed_, letters, limit_);
    if (distance == 0 || distance > limit_ || !text::is_spelled_with_letters(word)) continue;
    SpelledWord candidate{distance, term.get_termfreq(), word};
    if (!best_ || candidate < *best_) best_ = std::move(candidate);
  }
}

bool SpellingVocabulary::are_neighbours(const std::string& left, const std::string& right) const {
  const std::vector<std::string> terms{prefix_ + left, prefix_ + right};
  return finds_any(Xapian::Query(Xapian::Query::OP_FILTER,
                                 Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()),
                                 near_source(std::make_shared<Near>(Near{
                                     {{NearSequence{{{terms.front()}}, {{terms.back()}}}}}, 0}))),
                   database_);
}

}  // namespace idsearch::query
