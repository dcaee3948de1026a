// SPDX-License-Identifier: GPL-2.0-or-later
// Does a sentence speak of a topic, by learned weights? Whole numbers only, so every machine
// decides alike; each tag with the words that carry it.
#ifndef IDSEARCH_INDEXER_TOPIC_MODEL_HPP
#define IDSEARCH_INDEXER_TOPIC_MODEL_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/topic_features.hpp"

namespace idsearch::indexer {

/// What the model says of one topic.
struct ModelVerdict {
  bool convinced = false;
  std::uint32_t first = 0, last = 0;  ///< the sentences that convince most
};

/// Not thread-safe: it keeps the hits of a passage.
class TopicModel {
 public:
  /// Reads classes and weights; `topics`: the names of the rule file. Throws
  /// Error{BadConfiguration, "file:line: …"}.
  TopicModel(TopicVocabulary& vocabulary, const std::vector<std::string>& topics,
             std::string_view classes_toml, std::string_view classes_file, std::string_view weights,
             std::string_view weights_file);

  /// One verdict a topic, in the order of `topics`. A passage speaks of a topic as soon as one of
  /// its sentences does, or two in a row.
  /// `masks`: one a place, or empty for none; words under the bit of a topic (1 << its number)
  /// speak for other topics only, as they do for the rules.
  const std::vector<ModelVerdict>& judge(const TopicWords& words,
                                         std::span<const KnownWord* const> known,
                                         std::span<const std::uint32_t> masks);

  /// After judge(), for a topic that it is convinced of: the words that carry most of what speaks
  /// for it.
  PlaceSpan evidence(std::size_t topic);

 private:
  using Weight = std::int32_t;

  void read_weights(std::string_view text, std::string_view file,
                    const std::vector<std::string>& topics);
  void read_line(std::string_view line, const std::string& place, std::uint32_t& row);
  /// Where the weights of a feature begin; 0 where it has none.
  std::uint32_t row_of(const TopicFeature& feature) const;
  // What a feature counts for a column; nothing good where the topic does not see the words.
  Weight weight_of(std::size_t row, std::size_t column, const TopicFeature& feature) const {
    const Weight weight = weights_[row * columns_ + column];
    if (weight <= 0 || masks_.empty()) return weight;
    const std::uint32_t bits =
        masks_[feature.at.first] | masks_[feature.at.last] | masks_[feature.also_at.last];
    return ((bits >> topic_of_[column]) & 1) != 0 ? 0 : weight;
  }
  void judge_sentence(std::uint32_t sentence);
  void take_if_best(std::size_t column, std::int64_t sum, std::uint32_t first, std::uint32_t last);

  TopicVocabulary& vocabulary_;
  TopicFeatures features_;
  std::size_t columns_ = 0;              ///< topics of the weights
  std::vector<std::size_t> topic_of_;    ///< of each column, by place in `topics`
  std::vector<std::int64_t> threshold_;  ///< by column; the bias is in it
  std::vector<std::int64_t> more_;       ///< by column: added to it for each further sentence
  std::vector<Weight> weights_;          ///< rows of `columns_` numbers; row 0 is nothing
  std::vector<std::uint32_t> stem_row_, class_row_, both_row_, near_row_;
  // Rows of pairs of stems: a table with open places, since most pairs that are asked for are not
  // in it, and a chain of nodes costs a miss of the cache for each.
  struct NextRow {
    std::uint64_t key = 0;  ///< 0: an open place; no stem has the number 0
    std::uint32_t row = 0;
  };
  std::vector<NextRow> next_rows_;  ///< a power of two, at least half open
  std::size_t next_count_ = 0;
  NextRow& next_place(std::uint64_t key);
  TopicFeatures::Wanted wanted_;

  // Of the passage at hand.
  std::span<const std::uint32_t> masks_;
  std::vector<TopicFeature> seen_;
  std::vector<std::uint64_t> row_seen_;  ///< sentence (counted for ever) with this row last
  std::uint64_t sentence_ = 1;
  std::vector<std::int64_t> sum_, sum_before_, shared_;  ///< by column; shared: with the one before
  std::vector<std::int64_t> best_;  ///< by column: how far the best unit is above the threshold
  std::vector<std::pair<std::uint32_t, std::uint32_t>> best_unit_;
  std::vector<ModelVerdict> verdicts_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_MODEL_HPP
