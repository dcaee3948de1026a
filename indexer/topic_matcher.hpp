// SPDX-License-Identifier: GPL-2.0-or-later
// Where in a passage do patterns stand? All patterns of all lists in one pass over the words.
#ifndef IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
#define IDSEARCH_INDEXER_TOPIC_MATCHER_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/topic_pattern.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"

namespace idsearch::indexer {

/// One place where one pattern of a list stands.
struct PatternHit {
  std::uint32_t first = 0, last = 0;  ///< places in TopicWords
  std::size_t start = 0, end = 0;     ///< bytes of the passage

  auto operator<=>(const PatternHit&) const = default;
};

/// A set of pattern lists, indexed by the words that can begin a match. Not thread-safe.
class TopicMatcher {
 public:
  /// The vocabulary must outlive the matcher.
  explicit TopicMatcher(TopicVocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// The number under which hits of these patterns are reported: 0, 1, 2, … `topic_bit`: places
  /// whose mask has this bit are not seen (0: all places are seen).
  std::uint32_t add_list(const std::vector<PatternSequence>& patterns, std::uint32_t topic_bit);

  /// Hits per list, by place; a shorter hit first. `known`: what the vocabulary says of the words.
  /// `masks`: one per place, or empty for none. A hit never crosses the end of a sentence. The time
  /// grows with the number of words times the length of the longest pattern, whatever the text.
  /// The lists must be those of the last call, or empty the first time.
  void find(const TopicWords& words, std::span<const KnownWord* const> known,
            std::span<const std::uint32_t> masks,
            std::vector<std::vector<PatternHit>>& hits_by_list);

 private:
  using ClassId = TopicVocabulary::ClassId;

  struct Step {
    ClassId word_class;
    std::uint32_t max_gap;
  };
  struct Sequence {
    std::vector<Step> steps;
    std::uint32_t list;
    std::uint32_t topic_bit;
  };

  // A sequence as its first word finds it: most fall here, since their second word is not there.
  struct Start {
    std::uint32_t sequence;
    ClassId second;
    bool single;  ///< one word is all
  };

  // The sequences that a word can begin.
  const std::vector<Start>& starts_of(const KnownWord& word);
  void match(const TopicWords& words, std::span<const KnownWord* const> known,
             std::span<const std::uint32_t> masks, const Sequence& sequence, std::uint32_t word,
             std::vector<PatternHit>& hits);

  TopicVocabulary& vocabulary_;
  std::vector<Sequence> sequences_;
  std::vector<std::vector<Start>> starting_with_;  ///< by class of the first step
  std::uint32_t lists_ = 0;
  std::vector<std::optional<std::vector<Start>>> starts_;  ///< by number of the word
  std::uint32_t generation_ = 0;                           ///< of those numbers
  std::vector<std::uint32_t> touched_;                     ///< lists that had hits last time
  std::vector<std::uint32_t> frontier_, next_frontier_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
