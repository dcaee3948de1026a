// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of the index are near one that it does not have?
#ifndef IDSEARCH_QUERY_SEARCH_VOCABULARY_HPP
#define IDSEARCH_QUERY_SEARCH_VOCABULARY_HPP

#include <xapian.h>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::query {

struct SpelledWord {
  std::size_t distance = 0;
  Xapian::doccount passages = 0;
  std::string word;

  /// Fewer errors, then more passages, then by bytes.
  bool operator<(const SpelledWord& other) const;
};

/// Words of one text field, all folded. Each question looks at kMaxSpellingLooks of them at most.
class SpellingVocabulary {
 public:
  /// `database` must outlive it.
  SpellingVocabulary(const Xapian::Database& database, std::string_view prefix)
      : database_(database), prefix_(prefix) {}

  Xapian::doccount passages(std::string_view word) const {
    return database_.get_termfreq(prefix_ + std::string{word});
  }

  /// The best word that can be `typed` with errors in it, `typed` itself not counted.
  std::optional<SpelledWord> nearest(const std::string& typed);

  /// "birthcertificate": the two words that are run together; empty when it is no such word.
  std::string in_two(const std::string& typed) const;

  /// The word of the most passages that begins with the first piece, ends with the last, and has
  /// the others between them in this order; empty when there is none. At least two pieces.
  std::string fitting(const std::vector<std::string>& pieces) const;

 private:
  void look(std::u32string_view beginning);
  bool are_neighbours(const std::string& left, const std::string& right) const;

  const Xapian::Database& database_;
  std::string prefix_;
  std::u32string typed_;
  std::optional<SpelledWord> best_;
  std::size_t left_ = 0, limit_ = 0;
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SEARCH_VOCABULARY_HPP
