// SPDX-License-Identifier: GPL-2.0-or-later
// Sums of weights over single sentences and over two in a row; the best of them decides.
#include "indexer/topic_model.hpp"

#include <algorithm>
#include <limits>

namespace idsearch::indexer {
namespace {

// Part of the positive weight of a unit that its evidence holds. Less gives single words without
// what makes them telling, more gives whole sentences (read over the labelled texts).
constexpr std::int64_t kEvidenceParts = 60, kEvidenceOf = 100;

// Sentences beyond the first that raise the threshold: each is another chance to go wrong, and most
// passages have no more than six.
constexpr std::uint32_t kMostMore = 5;

// Sentences are counted up to here, then anew.
constexpr std::uint32_t kMostSentencesCounted = 0x7fffffff;

}  // namespace

TopicModel::TopicModel(const TopicWeights& weights, const TopicClassNames& classes,
                       const TopicVocabulary& vocabulary, std::size_t topics)
    : weights_(weights),
      features_(classes, vocabulary),
      row_seen_(weights.row_count()),
      seen_row_(weights.stride()),
      sum_(weights.stride()),
      best_unit_(weights.columns()),
      verdicts_(topics) {}

const std::vector<ModelVerdict>& TopicModel::judge(const TopicWords& words,
                                                   const TopicMatcher& matcher,
                                                   std::span<const std::uint32_t> masks) {
  std::ranges::fill(verdicts_, ModelVerdict{});
  best_.assign(weights_.columns(), std::numeric_limits<std::int64_t>::min());
  masks_ = masks;
  features_.see(words, matcher);
  const std::uint32_t sentences = features_.sentence_count();
  if (sentence_ > kMostSentencesCounted) {  // no passage is so long that this happens within it
    sentence_ = 1;
    std::ranges::fill(row_seen_, 0);
  }
  for (std::uint32_t i = 0; i < sentences; ++i) judge_sentence(i);
  ++sentence_;  // the next passage shares nothing with the last sentence of this one
  for (std::size_t column = 0; column < weights_.columns(); ++column) {
    if (sentences == 0 ||
        best_[column] < weights_.more(column) * std::min(sentences - 1, kMostMore))
      continue;
    const auto [first, last] = best_unit_[column];
    verdicts_[weights_.topic_of(column)] = {true, first, last};
  }
  return verdicts_;
}

// Sums of the features of a sentence, and of those that stand in the one before too. Without masks
// (nearly always) nobody asks where a feature stands.
template <bool kMasked>
void TopicModel::add_up(std::uint32_t sentence) {
  constexpr std::size_t kStep = TopicWeights::kStep;
  const std::size_t stride = weights_.stride();
  std::int64_t* const sum = sum_.data();
  std::int64_t* const shared = shared_.data();
  const auto add = [stride](const Weight* row, std::int64_t* to) {
    for (std::size_t i = 0; i < kStep; ++i) to[i] += row[i];
    for (std::size_t i = kStep; i < stride; ++i) to[i] += row[i];
  };
  features_.for_each<kMasked>(sentence, &weights_.wanted(), [&](const TopicFeature& feature) {
    const std::size_t number = weights_.row_of(feature);
    std::uint32_t& seen = row_seen_[number];
    if (number == 0 || seen == sentence_) return;
    const bool is_shared = seen == sentence_ - 1;
    seen = sentence_;
    const Weight* row = weights_.row(number);
    if constexpr (kMasked) {
      for (std::size_t column = 0; column < weights_.columns(); ++column)
        seen_row_[column] = row[column] > 0 && is_hidden(column, feature) ? 0 : row[column];
      row = seen_row_.data();
    }
    add(row, sum);
    if (is_shared) add(row, shared);
  });
}

// The sentence alone, and together with the one before: what stands in both counts once.
void TopicModel::judge_sentence(std::uint32_t sentence) {
  ++sentence_;
  sum_before_.swap(sum_);
  sum_.assign(weights_.stride(), 0);
  shared_.assign(weights_.stride(), 0);
  if (masks_.empty())
    add_up<false>(sentence);
  else
    add_up<true>(sentence);
  for (std::size_t column = 0; column < weights_.columns(); ++column) {
    take_if_best(column, sum_[column], sentence, sentence);
    if (sentence > 0)
      take_if_best(column, sum_[column] + sum_before_[column] - shared_[column], sentence - 1,
                   sentence);
  }
}

void TopicModel::take_if_best(std::size_t column, std::int64_t sum, std::uint32_t first,
                              std::uint32_t last) {
  const std::int64_t above = sum - weights_.threshold(column);
  if (above <= best_[column]) return;
  best_[column] = above;
  best_unit_[column] = {first, last};
}

// The smallest run of words that holds most of the weight for the topic, the first of equal ones.
// A pair gives half its weight to each of its words.
PlaceSpan TopicModel::evidence(std::size_t topic) {
  const auto [convinced, first, last] = verdicts_[topic];
  std::size_t column = 0;
  while (weights_.topic_of(column) != topic) ++column;
  const std::uint32_t from = features_.first_place(first), to = features_.end_place(last);
  std::vector<std::int64_t> weight(to - from, 0);
  const auto add = [&](PlaceSpan at, std::int64_t points) {
    const std::int64_t each = points / static_cast<std::int64_t>(at.last - at.first + 1);
    for (std::uint32_t place = at.first; place <= at.last; ++place) weight[place - from] += each;
  };
  for (std::uint32_t sentence = first; sentence <= last; ++sentence) {
    features_.for_each<true>(sentence, &weights_.wanted(), [&](const TopicFeature& feature) {
      std::int64_t points = 2 * std::int64_t{weights_.row(weights_.row_of(feature))[column]};
      if (points > 0 && !masks_.empty() && is_hidden(column, feature)) points = 0;
      if (feature.at == feature.also_at) {
        add(feature.at, points);
      } else {
        add(feature.at, points / 2);
        add(feature.also_at, points / 2);
      }
    });
  }
  std::int64_t all = 0;
  for (auto& one : weight) {
    one = std::max<std::int64_t>(one, 0);
    all += one;
  }
  PlaceSpan best{from, to - 1};
  std::int64_t inside = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t end = 0; end < weight.size(); ++end) {
    inside += weight[end];
    while (begin < end && (inside - weight[begin]) * kEvidenceOf >= all * kEvidenceParts)
      inside -= weight[begin++];
    if (inside * kEvidenceOf >= all * kEvidenceParts && end - begin < best.last - best.first)
      best = {from + begin, from + end};
  }
  return best;
}

}  // namespace idsearch::indexer
