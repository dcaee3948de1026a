// SPDX-License-Identifier: GPL-2.0-or-later
// Sequences are tried only where a word of their first class stands.
#include "indexer/topic_matcher.hpp"

#include <algorithm>

namespace idsearch::indexer {
namespace {

bool passes(const KnownWord& word, std::uint16_t word_class) {
  return std::ranges::find(word.classes, word_class) != word.classes.end();
}

}  // namespace

std::uint32_t TopicMatcher::add_list(const std::vector<PatternSequence>& patterns,
                                     std::uint32_t topic_bit) {
  for (const auto& pattern : patterns) {
    Sequence sequence{{}, lists_, topic_bit};
    for (const auto& step : pattern)
      sequence.steps.push_back({vocabulary_.class_of(step.any_of), step.max_gap});
    const std::size_t first = sequence.steps.front().word_class;
    if (first >= starting_with_.size()) starting_with_.resize(first + 1);
    const bool single = sequence.steps.size() == 1;
    starting_with_[first].push_back({static_cast<std::uint32_t>(sequences_.size()),
                                     single ? ClassId{0} : sequence.steps[1].word_class, single});
    sequences_.push_back(std::move(sequence));
  }
  return lists_++;
}

void TopicMatcher::find(const TopicWords& words, std::span<const KnownWord* const> known,
                        std::span<const std::uint32_t> masks,
                        std::vector<std::vector<PatternHit>>& hits_by_list) {
  hits_by_list.resize(lists_);
  for (const std::uint32_t list : touched_) hits_by_list[list].clear();
  touched_.clear();
  if (generation_ != vocabulary_.generation()) {
    starts_.clear();
    generation_ = vocabulary_.generation();
  }
  for (std::uint32_t word = 0; word < words.words.size(); ++word) {
    if (known[word]->id == 0) continue;
    const TopicWord& at = words.words[word];
    for (const Start& start : starts_of(*known[word])) {
      if (!start.single && !vocabulary_.stands_behind(start.second, at.last)) continue;
      const Sequence& sequence = sequences_[start.sequence];
      auto& hits = hits_by_list[sequence.list];
      const bool was_empty = hits.empty();
      if (start.single && masks.empty())
        hits.push_back({at.first, at.last, at.token->start, at.token->end});
      else
        match(words, known, masks, sequence, word, hits);
      if (was_empty && !hits.empty()) touched_.push_back(sequence.list);
    }
  }
}

const std::vector<TopicMatcher::Start>& TopicMatcher::starts_of(const KnownWord& word) {
  if (word.id >= starts_.size()) starts_.resize(word.id + word.id / 2 + 1);
  auto& starts = starts_[word.id];
  if (starts) return *starts;
  starts.emplace();
  for (const ClassId word_class : word.classes) {
    if (word_class >= starting_with_.size()) break;  // sorted
    const auto& some = starting_with_[word_class];
    starts->insert(starts->end(), some.begin(), some.end());
  }
  return *starts;
}

void TopicMatcher::match(const TopicWords& words, std::span<const KnownWord* const> known,
                         std::span<const std::uint32_t> masks, const Sequence& sequence,
                         std::uint32_t word, std::vector<PatternHit>& hits) {
  const auto is_hidden = [&](const TopicWord& w) {
    if (masks.empty()) return false;
    for (std::uint32_t place = w.first; place <= w.last; ++place)
      if ((masks[place] & sequence.topic_bit) != 0) return true;
    return false;
  };
  const TopicWord& begin = words.words[word];
  if (is_hidden(begin)) return;
  const std::uint32_t sentence = words.sentence_of[begin.first];
  // All words that the steps so far can end with, by place; never more than the steps reach, so no
  // text makes this blow up as backtracking would.
  frontier_.assign(1, word);
  for (std::size_t i = 1; i < sequence.steps.size(); ++i) {
    const Step step = sequence.steps[i];
    next_frontier_.clear();
    std::uint32_t tried = 0;  // places below it were tried from an earlier word
    for (const std::uint32_t at : frontier_) {
      const std::uint32_t from = std::max(tried, words.words[at].last + 1);
      const std::uint32_t to =
          std::min<std::uint32_t>(words.places(), words.words[at].last + 2 + step.max_gap);
      for (std::uint32_t place = from; place < to; ++place) {
        if (words.sentence_of[place] != sentence) break;
        for (std::uint32_t w = words.begin_of[place]; w < words.begin_of[place + 1]; ++w)
          if (passes(*known[w], step.word_class) && !is_hidden(words.words[w]))
            next_frontier_.push_back(w);
      }
      tried = std::max(tried, to);
    }
    frontier_.swap(next_frontier_);
    if (frontier_.empty()) return;
  }
  const TopicWord& end = words.words[frontier_.front()];
  hits.push_back({begin.first, end.last, begin.token->start, end.token->end});
}

}  // namespace idsearch::indexer
