// SPDX-License-Identifier: GPL-2.0-or-later
// Words are turned into the classes whose tests they pass, once per distinct word; sequences are
// tried only where a word of their first class stands.
#include "indexer/topic_matcher.hpp"

#include <algorithm>

#include "idsearch/error.hpp"
#include "store/stemmers.hpp"

namespace idsearch::indexer {
namespace {

// Distinct words remembered between passages; the largest corpus at hand has 60,000. About 8 MB.
constexpr std::size_t kMaxKnownWords = 1 << 16;
constexpr std::size_t kMaxClasses = 0xffff;  // ClassId is 16 bits wide

template <class T>
void insert_sorted(std::vector<T>& sorted, T value) {
  const auto at = std::ranges::lower_bound(sorted, value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

}  // namespace

TopicMatcher::TopicMatcher() : stemmer_(store::make_stemmer("en")) {}
TopicMatcher::~TopicMatcher() = default;

TopicMatcher::ClassId TopicMatcher::class_of(const std::vector<WordTest>& tests) {
  const auto [at, is_new] = classes_.try_emplace(tests, static_cast<ClassId>(classes_.size()));
  if (!is_new) return at->second;
  if (classes_.size() > kMaxClasses)
    throw Error(ErrorCode::BadConfiguration, "the topic rules have too many word lists", "");
  const ClassId id = at->second;
  starting_with_.emplace_back();
  for (const auto& test : tests) {
    initials_.set(static_cast<unsigned char>(test.text.front()));
    switch (test.kind) {
      case WordTest::Kind::Stem:
        insert_sorted(by_stem_[test.text], id);
        break;
      case WordTest::Kind::Exact:
        insert_sorted(by_word_[test.text], id);
        break;
      case WordTest::Kind::Prefix:
        insert_sorted(by_prefix_[test.text], id);
        insert_sorted(prefix_lengths_, test.text.size());
        break;
    }
  }
  return id;
}

std::uint32_t TopicMatcher::add_list(const std::vector<PatternSequence>& patterns,
                                     std::uint32_t topic_bit) {
  for (const auto& pattern : patterns) {
    Sequence sequence{{}, lists_, topic_bit};
    for (const auto& step : pattern)
      sequence.steps.push_back({class_of(step.any_of), step.max_gap});
    starting_with_[sequence.steps.front().word_class].push_back(
        static_cast<std::uint32_t>(sequences_.size()));
    sequences_.push_back(std::move(sequence));
  }
  known_words_.clear();
  return lists_++;
}

const std::vector<TopicMatcher::ClassId>& TopicMatcher::classes_of(const std::string& folded) {
  // English stems keep the first letter of their words, so most often a number passes no test.
  // There are too many different ones to remember.
  static const std::vector<ClassId> kNone;
  if (folded.empty() || !initials_.test(static_cast<unsigned char>(folded.front()))) return kNone;
  if (const auto known = known_words_.find(folded); known != known_words_.end())
    return known->second;
  std::vector<ClassId> classes;
  const auto take = [&classes](const WordMap<std::vector<ClassId>>& from, std::string_view key) {
    if (const auto at = from.find(key); at != from.end())
      classes.insert(classes.end(), at->second.begin(), at->second.end());
  };
  take(by_word_, folded);
  // Without an English stemmer (none was built in) stems are the words themselves.
  take(by_stem_, stemmer_ ? stemmer_->stem(folded) : folded);
  for (const std::size_t length : prefix_lengths_)
    if (length <= folded.size()) take(by_prefix_, std::string_view(folded).substr(0, length));
  std::ranges::sort(classes);
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return known_words_.emplace(folded, std::move(classes)).first->second;
}

bool TopicMatcher::passes(std::uint32_t word, ClassId word_class) const {
  const auto& classes = *word_classes_[word];
  return std::ranges::find(classes, word_class) != classes.end();
}

void TopicMatcher::find(const TopicWords& words, std::span<const std::uint32_t> masks,
                        std::vector<std::vector<PatternHit>>& hits_by_list) {
  hits_by_list.resize(lists_);
  for (auto& hits : hits_by_list) hits.clear();
  // Only here: pointers into the map are held until the end of the passage.
  if (known_words_.size() > kMaxKnownWords) known_words_.clear();
  word_classes_.clear();
  for (const auto& word : words.words) word_classes_.push_back(&classes_of(word.token->folded));
  for (std::uint32_t word = 0; word < words.words.size(); ++word) {
    for (const ClassId word_class : *word_classes_[word]) {
      for (const std::uint32_t number : starting_with_[word_class]) {
        const Sequence& sequence = sequences_[number];
        match(words, masks, sequence, word, hits_by_list[sequence.list]);
      }
    }
  }
}

void TopicMatcher::match(const TopicWords& words, std::span<const std::uint32_t> masks,
                         const Sequence& sequence, std::uint32_t word,
                         std::vector<PatternHit>& hits) {
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
          if (passes(w, step.word_class) && !is_hidden(words.words[w])) next_frontier_.push_back(w);
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
