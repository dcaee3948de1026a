// SPDX-License-Identifier: GPL-2.0-or-later
// A sequence is tried only where a word of its first class stands and one of its second is near.
#include "indexer/topic_matcher.hpp"

#include <algorithm>

namespace idsearch::indexer {
namespace {

// Places between two sentences, or two passages: more than any step reaches over.
constexpr std::uint32_t kFarAway = kMaxPatternGap + 2;

// Places are counted up to here, then anew.
constexpr std::uint32_t kMostCounted = 0x7fffffff;

}  // namespace

void TopicMatcher::see(const TopicWords& words) {
  words_ = &words;
  for (auto& candidates : candidates_) candidates.clear();
  for (auto& found : found_) {
    for (const std::uint32_t list : found) hits_[list].clear();
    found.clear();
  }
  const std::uint32_t last_sentence = words.sentence_of.empty() ? 0 : words.sentence_of.back();
  // No passage is so long that this happens within it.
  if (base_ > kMostCounted) {
    base_ = 0;
    std::ranges::fill(nearest_, 0);
  }
  base_ += kFarAway;
  const std::uint32_t end = base_ + words.places();
  // From the last word to the first, so that what stands behind a word is known.
  for (std::size_t i = words.words.size(); i-- > 0;) {
    const TopicWord& word = words.words[i];
    const KnownWord& known = vocabulary_[word.number];
    const std::uint32_t place =
        end - word.first + kFarAway * (last_sentence - words.sentence_of[word.first]);
    const std::uint32_t width = word.last - word.first;
    for (const auto& start : vocabulary_.starts(known)) {
      if (start.reach != 0 && place - nearest_[start.second] > width + start.reach) continue;
      candidates_[static_cast<std::size_t>(start.group)].push_back(
          {static_cast<std::uint32_t>(i), start.sequence});
    }
    for (const TopicSequences::ClassId word_class : vocabulary_.inner_classes(known))
      nearest_[word_class] = place;
  }
  base_ = end + kFarAway * (last_sentence + 1);
}

void TopicMatcher::find(SequenceGroup group, std::span<const std::uint32_t> masks) {
  const auto& candidates = candidates_[static_cast<std::size_t>(group)];
  auto& found = found_[static_cast<std::size_t>(group)];
  for (std::size_t i = candidates.size(); i-- > 0;) {
    const Candidate one = candidates[i];
    const auto& sequence = sequences_.sequence(one.sequence);
    const TopicWord& first = words_->words[one.word];
    if (!masks.empty() && is_hidden(first, sequence.topic_bit, masks)) continue;
    const TopicWord* last = &first;
    if (sequence.more > 0) {
      const std::int64_t at = end_of_match(sequence, one.word, masks);
      if (at < 0) continue;
      last = &words_->words[static_cast<std::size_t>(at)];
    }
    auto& hits = hits_[sequence.list];
    if (hits.empty()) found.push_back(sequence.list);
    hits.push_back({first.first, last->last, first.start, last->end});
  }
}

bool TopicMatcher::is_hidden(const TopicWord& word, std::uint32_t topic_bit,
                             std::span<const std::uint32_t> masks) const {
  if (masks.empty()) return false;
  for (std::uint32_t place = word.first; place <= word.last; ++place)
    if ((masks[place] & topic_bit) != 0) return true;
  return false;
}

std::int64_t TopicMatcher::end_of_match(const TopicSequences::Sequence& sequence,
                                        std::uint32_t word, std::span<const std::uint32_t> masks) {
  const TopicWords& words = *words_;
  const std::uint32_t sentence = words.sentence_of[words.words[word].first];
  // All words that the steps so far can end with, by place; never more than the steps reach, so no
  // text makes this blow up as backtracking would.
  frontier_.assign(1, word);
  const auto steps = sequences_.inner_steps(sequence);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const TopicSequences::Step step = steps[i];
    const bool is_last = i + 1 == steps.size();
    next_frontier_.clear();
    std::uint32_t tried = 0;  // places below it were tried from an earlier word
    for (const std::uint32_t at : frontier_) {
      const std::uint32_t from = std::max(tried, words.words[at].last + 1);
      const std::uint32_t to =
          std::min<std::uint32_t>(words.places(), words.words[at].last + 2 + step.max_gap);
      for (std::uint32_t place = from; place < to; ++place) {
        if (words.sentence_of[place] != sentence) break;
        for (std::uint32_t w = words.begin_of[place]; w < words.begin_of[place + 1]; ++w) {
          if (!vocabulary_.has_inner_class(vocabulary_[words.words[w].number], step.word_class) ||
              is_hidden(words.words[w], sequence.topic_bit, masks))
            continue;
          if (is_last) return w;  // the nearest
          next_frontier_.push_back(w);
        }
      }
      tried = std::max(tried, to);
    }
    frontier_.swap(next_frontier_);
    if (frontier_.empty()) break;
  }
  return -1;
}

}  // namespace idsearch::indexer
