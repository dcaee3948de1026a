// SPDX-License-Identifier: GPL-2.0-or-later
// Does a sentence speak of a topic, by learned weights? Whole numbers only, so every machine
// decides alike; each tag with the words that carry it.
#ifndef IDSEARCH_INDEXER_TOPIC_MODEL_HPP
#define IDSEARCH_INDEXER_TOPIC_MODEL_HPP

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/topic_features.hpp"
#include "indexer/topic_weights.hpp"

namespace idsearch::indexer {

/// What the model says of one topic.
struct ModelVerdict {
  bool convinced = false;
  std::uint32_t first = 0, last = 0;  ///< the sentences that convince most
};

/// Not thread-safe: it keeps the words of a passage.
class TopicModel {
 public:
  /// All must outlive the model. `topics`: how many the rule file has.
  TopicModel(const TopicWeights& weights, const TopicClassNames& classes,
             const TopicVocabulary& vocabulary, std::size_t topics);

  /// One verdict a topic, in the order of the rule file. A passage speaks of a topic as soon as one
  /// of its sentences does, or two in a row. `matcher` has found the group Classes in the words.
  /// `masks`: one a place, or empty for none; words under the bit of a topic (1 << its number)
  /// speak for other topics only, as they do for the rules.
  const std::vector<ModelVerdict>& judge(const TopicWords& words, const TopicMatcher& matcher,
                                         std::span<const std::uint32_t> masks);

  /// After judge(), for a topic that it is convinced of: the words that carry most of what speaks
  /// for it.
  PlaceSpan evidence(std::size_t topic);

 private:
  using Weight = TopicWeights::Weight;

  // Does the topic of a column not see the words of a feature? Then it is nothing good for it.
  bool is_hidden(std::size_t column, const TopicFeature& feature) const {
    const std::uint32_t bits =
        masks_[feature.at.first] | masks_[feature.at.last] | masks_[feature.also_at.last];
    return ((bits >> weights_.topic_of(column)) & 1) != 0;
  }
  void judge_sentence(std::uint32_t sentence);
  template <bool kMasked>
  void add_up(std::uint32_t sentence);
  void take_if_best(std::size_t column, std::int64_t sum, std::uint32_t first, std::uint32_t last);

  const TopicWeights& weights_;
  TopicFeatures features_;

  // Of the passage at hand.
  std::span<const std::uint32_t> masks_;
  std::vector<std::uint32_t> row_seen_;  ///< sentence (see sentence_) with this row last
  std::uint32_t sentence_ = 1;           ///< counted over all passages, now and then anew
  std::vector<Weight> seen_row_;         ///< a row without what its topics do not see
  std::vector<std::int64_t> sum_, sum_before_, shared_;  ///< by column; shared: with the one before
  std::vector<std::int64_t> best_;  ///< by column: how far the best unit is above the threshold
  std::vector<std::pair<std::uint32_t, std::uint32_t>> best_unit_;
  std::vector<ModelVerdict> verdicts_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_MODEL_HPP
