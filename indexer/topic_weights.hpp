// SPDX-License-Identifier: GPL-2.0-or-later
// What does each feature of a sentence count for each topic? A file of learned weights as tables;
// any number of threads may share them.
#ifndef IDSEARCH_INDEXER_TOPIC_WEIGHTS_HPP
#define IDSEARCH_INDEXER_TOPIC_WEIGHTS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/topic_features.hpp"
#include "indexer/topic_lexicon.hpp"

namespace idsearch::indexer {

class TopicWeights {
 public:
  using Weight = std::int32_t;

  /// `topics`: the names of the rule file. Throws Error{BadConfiguration, "file:line: …"}.
  TopicWeights(TopicLexicon& lexicon, const TopicClassNames& classes,
               const std::vector<std::string>& topics, std::string_view tsv, std::string_view file);

  /// One for each topic that has weights.
  std::size_t columns() const { return topic_of_.size(); }
  /// Its place in `topics`.
  std::size_t topic_of(std::size_t column) const { return topic_of_[column]; }
  /// What a sum must reach in a passage of one sentence, and what each further one adds to that.
  std::int64_t threshold(std::size_t column) const { return threshold_[column]; }
  std::int64_t more(std::size_t column) const { return more_[column]; }

  /// Columns of a row are read in steps of so many; behind the last there are zeros.
  static constexpr std::size_t kStep = 4;
  std::size_t stride() const { return stride_; }
  /// From 0; row 0 weighs nothing.
  std::size_t row_count() const { return weights_.size() / stride_; }
  /// The row of a feature; 0 where it has none.
  std::uint32_t row_of(const TopicFeature& feature) const;
  /// The weights of a row, by column; stride() numbers.
  const Weight* row(std::size_t number) const { return weights_.data() + number * stride_; }

  /// The features that have a row.
  const WantedFeatures& wanted() const { return wanted_; }

 private:
  // Rows of pairs of stems: a table with open places, since most pairs that are asked for are not
  // in it, and a chain of nodes costs a miss of the cache for each.
  struct NextRow {
    std::uint64_t key = 0;  ///< 0: an open place; no stem has the number 0
    std::uint32_t row = 0;
  };

  class Reader;

  NextRow& next_place(std::uint64_t key);
  static std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
    return (std::uint64_t{a} << 32) | b;
  }
  // Neighbouring keys far apart (the multiplier is 2^64 over the golden ratio).
  static std::size_t scatter(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15u) >> 32);
  }
  std::uint32_t row_of_next(std::uint32_t a, std::uint32_t b) const;

  std::size_t class_count_;
  std::size_t stride_ = 0;
  std::vector<std::size_t> topic_of_;
  std::vector<std::int64_t> threshold_, more_;
  std::vector<Weight> weights_;
  std::vector<std::uint32_t> stem_row_, class_row_;
  struct PairRows {
    std::uint32_t both = 0, near = 0;
  };
  std::vector<PairRows> pair_rows_;  ///< at a * class_count_ + b, a < b
  std::vector<NextRow> next_rows_;   ///< a power of two, at least half open
  std::size_t next_count_ = 0;
  WantedFeatures wanted_;
};

inline std::uint32_t TopicWeights::row_of_next(std::uint32_t a, std::uint32_t b) const {
  const std::uint64_t key = pair_key(a, b);
  if (next_rows_.empty()) return 0;
  for (std::size_t at = scatter(key);; ++at) {
    const NextRow& next = next_rows_[at & (next_rows_.size() - 1)];
    if (next.key == key) return next.row;
    if (next.key == 0) return 0;
  }
}

inline std::uint32_t TopicWeights::row_of(const TopicFeature& feature) const {
  switch (feature.kind) {
    case FeatureKind::Stem:
      return feature.a < stem_row_.size() ? stem_row_[feature.a] : 0;
    case FeatureKind::Next:
      return row_of_next(feature.a, feature.b);
    case FeatureKind::Class:
      return class_row_[feature.a];
    case FeatureKind::Both:
      return pair_rows_[feature.a * class_count_ + feature.b].both;
    case FeatureKind::Near:
      return pair_rows_[feature.a * class_count_ + feature.b].near;
  }
  return 0;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_WEIGHTS_HPP
