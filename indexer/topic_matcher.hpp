// SPDX-License-Identifier: GPL-2.0-or-later
// Where in a passage do sequences stand? All of them in one pass over the words.
#ifndef IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
#define IDSEARCH_INDEXER_TOPIC_MATCHER_HPP

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/topic_sequences.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"

namespace idsearch::indexer {

/// One place where one pattern of a list stands.
struct PatternHit {
  std::uint32_t first = 0, last = 0;  ///< places in TopicWords
  std::size_t start = 0, end = 0;     ///< bytes of the passage

  auto operator<=>(const PatternHit&) const = default;
};

/// Not thread-safe: it keeps the hits of a passage.
class TopicMatcher {
 public:
  /// All must outlive the matcher; the vocabulary is one of the same sequences.
  TopicMatcher(const TopicSequences& sequences, const TopicVocabulary& vocabulary)
      : sequences_(sequences),
        vocabulary_(vocabulary),
        hits_(sequences.list_count()),
        nearest_(sequences.inner_end()) {}

  /// To be called for each passage before find(); forgets all hits. The words must outlive the
  /// calls of find().
  void see(const TopicWords& words);

  /// Finds what a group asks for, once for each passage. `masks`: one per place, or empty for none.
  /// A hit never crosses the end of a sentence. The time grows with the number of words times the
  /// length of the longest pattern, whatever the text.
  void find(SequenceGroup group, std::span<const std::uint32_t> masks);

  /// Hits of a list that find() has looked for, by place; of hits that begin at one place a shorter
  /// one first.
  const std::vector<PatternHit>& hits(std::uint32_t list) const { return hits_[list]; }
  /// The lists of a group that have hits, each once, in any order.
  const std::vector<std::uint32_t>& found(SequenceGroup group) const {
    return found_[static_cast<std::size_t>(group)];
  }

 private:
  struct Candidate {
    std::uint32_t word, sequence;
  };

  bool is_hidden(const TopicWord& word, std::uint32_t topic_bit,
                 std::span<const std::uint32_t> masks) const;
  // The index of the word that ends the shortest match of a sequence of two steps or more that
  // begins at `word`; -1 for none.
  std::int64_t end_of_match(const TopicSequences::Sequence& sequence, std::uint32_t word,
                            std::span<const std::uint32_t> masks);

  const TopicSequences& sequences_;
  const TopicVocabulary& vocabulary_;
  const TopicWords* words_ = nullptr;
  std::array<std::vector<Candidate>, kSequenceGroups> candidates_;  ///< of a passage, last first
  std::array<std::vector<std::uint32_t>, kSequenceGroups> found_;
  std::vector<std::vector<PatternHit>> hits_;  ///< by list
  /// By class: where the nearest word of it stands behind the one at hand. Counted backwards, from
  /// base_ on; the places of other sentences and passages are beyond the reach of any step.
  std::vector<std::uint32_t> nearest_;
  std::uint32_t base_ = 0;
  std::vector<std::uint32_t> frontier_, next_frontier_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
