// SPDX-License-Identifier: GPL-2.0-or-later
// Which sequences of word tests are looked for, and which of them can a word begin? Filled while
// rules and word classes are read, then only asked: any number of threads may share it.
#ifndef IDSEARCH_INDEXER_TOPIC_SEQUENCES_HPP
#define IDSEARCH_INDEXER_TOPIC_SEQUENCES_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/topic_lexicon.hpp"
#include "indexer/topic_pattern.hpp"

namespace idsearch::indexer {

/// What is looked for together: what rules ignore and what speaks against them, over all words; the
/// rules themselves, over the words that are left; word classes of the model.
enum class SequenceGroup : std::uint8_t { Against, Rules, Classes };
inline constexpr std::size_t kSequenceGroups = 3;

class TopicSequences {
 public:
  using ClassId = TopicLexicon::ClassId;

  struct Step {
    ClassId word_class;
    std::uint16_t max_gap;  ///< other words before it
  };
  struct Sequence {
    std::uint32_t list;
    std::uint32_t topic_bit;
    std::uint32_t steps_begin;
    std::uint32_t more;  ///< steps behind the first
  };
  /// A sequence as its first word finds it: most fall here, since their second word is not there.
  struct Start {
    std::uint32_t sequence;
    ClassId second;      ///< of the second step
    std::uint8_t reach;  ///< places from the first word's last to the second's first, at most; 0:
                         ///< one word is all
    SequenceGroup group;
  };
  /// The lexicon must outlive the object.
  explicit TopicSequences(TopicLexicon& lexicon) : lexicon_(&lexicon) {}

  /// The number under which hits of these patterns are reported: 0, 1, 2, … over all groups.
  /// `topic_bit`: places whose mask has this bit are not seen (0: all places are seen).
  std::uint32_t add_list(SequenceGroup group, const std::vector<PatternSequence>& patterns,
                         std::uint32_t topic_bit);
  std::size_t list_count() const { return list_count_; }

  const Sequence& sequence(std::uint32_t number) const { return sequences_[number]; }
  /// The steps of a sequence but for the first.
  std::span<const Step> inner_steps(const Sequence& sequence) const {
    return {steps_.data() + sequence.steps_begin, sequence.more};
  }

  /// Appends the sequences that a word of these classes can begin; those of one group by class and
  /// then in the order in which they were added. `classes`: sorted.
  void starts_of(std::span<const ClassId> classes, std::vector<Start>& out) const;

  /// Do any but the first step of a sequence ask for the class?
  bool is_inner(ClassId word_class) const {
    return word_class < inner_.size() && inner_[word_class];
  }
  /// Behind all such classes.
  std::size_t inner_end() const { return inner_.size(); }

 private:
  TopicLexicon* lexicon_;
  std::vector<Sequence> sequences_;
  std::vector<Step> steps_;                        ///< of all sequences
  std::vector<std::vector<Start>> starting_with_;  ///< by first class
  std::vector<bool> inner_;                        ///< by class
  std::uint32_t list_count_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_SEQUENCES_HPP
