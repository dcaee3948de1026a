// SPDX-License-Identifier: GPL-2.0-or-later
// Patterns to sequences of class numbers, indexed by the class of their first word.
#include "indexer/topic_sequences.hpp"

namespace idsearch::indexer {

std::uint32_t TopicSequences::add_list(SequenceGroup group,
                                       const std::vector<PatternSequence>& patterns,
                                       std::uint32_t topic_bit) {
  static_assert(kMaxPatternGap + 1 <= 0xff, "Start::reach is eight bits wide");
  for (const auto& pattern : patterns) {
    const ClassId first = lexicon_->class_of(pattern.front().any_of);
    Start start{static_cast<std::uint32_t>(sequences_.size()), 0, 0, group};
    sequences_.push_back({list_count_, topic_bit, static_cast<std::uint32_t>(steps_.size()),
                          static_cast<std::uint32_t>(pattern.size() - 1)});
    for (const PatternStep& step : std::span(pattern).subspan(1)) {
      const ClassId word_class = lexicon_->class_of(step.any_of);
      steps_.push_back({word_class, static_cast<std::uint16_t>(step.max_gap)});
      if (word_class >= inner_.size()) inner_.resize(word_class + 1u);
      inner_[word_class] = true;
    }
    if (pattern.size() > 1) {
      const Step second = steps_[sequences_.back().steps_begin];
      start.second = second.word_class;
      start.reach = static_cast<std::uint8_t>(second.max_gap + 1);
    }
    if (first >= starting_with_.size()) starting_with_.resize(first + 1u);
    starting_with_[first].push_back(start);
  }
  return list_count_++;
}

void TopicSequences::starts_of(std::span<const ClassId> classes, std::vector<Start>& out) const {
  for (const ClassId word_class : classes) {
    if (word_class >= starting_with_.size()) break;  // sorted
    const auto& some = starting_with_[word_class];
    out.insert(out.end(), some.begin(), some.end());
  }
}

}  // namespace idsearch::indexer
