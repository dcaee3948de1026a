// SPDX-License-Identifier: GPL-2.0-or-later
// Units of a passage to features: what is where, without any weight.
#include "indexer/topic_features.hpp"

#include <algorithm>

#include "indexer/topic_classes.hpp"

namespace idsearch::indexer {
namespace {

std::uint32_t distance(PlaceSpan a, PlaceSpan b) {
  if (a.first > b.last) return a.first - b.last - 1;
  if (b.first > a.last) return b.first - a.last - 1;
  return 0;
}

}  // namespace

TopicFeatures::TopicFeatures(TopicVocabulary& vocabulary, std::string_view classes_toml,
                             std::string_view file)
    : matcher_(vocabulary) {
  for (auto& word_class : read_topic_classes(classes_toml, file)) {
    matcher_.add_list(word_class.patterns, 0);
    class_names_.push_back(std::move(word_class.name));
  }
}

std::optional<std::uint32_t> TopicFeatures::class_number(std::string_view name) const {
  const auto at = std::ranges::find(class_names_, name);
  if (at == class_names_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - class_names_.begin());
}

void TopicFeatures::see(const TopicWords& words, std::span<const KnownWord* const> known) {
  words_ = &words;
  known_ = known;
  matcher_.find(words, known, {}, hits_);
  sentence_begin_.clear();
  for (std::uint32_t place = 0; place < words.places(); ++place)
    if (place == 0 || words.sentence_of[place] != words.sentence_of[place - 1])
      sentence_begin_.push_back(place);
  sentence_begin_.push_back(words.places());
  if (in_sentence_.size() < sentence_count()) in_sentence_.resize(sentence_count());
  for (std::uint32_t i = 0; i < sentence_count(); ++i) in_sentence_[i].clear();
  for (std::uint32_t number = 0; number < hits_.size(); ++number) {
    for (const auto& hit : hits_[number]) {
      auto& hits = in_sentence_[words.sentence_of[hit.first]];
      if (hits.empty() || hits.back().number != number || hits.back().at.last < hit.first)
        hits.push_back({number, {hit.first, hit.last}});
    }
  }
}

std::uint32_t TopicFeatures::sentence_count() const {
  return static_cast<std::uint32_t>(sentence_begin_.size()) - 1;
}

void TopicFeatures::features_of(std::uint32_t sentence, const Wanted* wanted,
                                std::vector<TopicFeature>& out) {
  add_stems(sentence_begin_[sentence], sentence_begin_[sentence + 1], wanted, out);
  add_classes(in_sentence_[sentence], out);
  add_pairs(in_sentence_[sentence], wanted, out);
}

void TopicFeatures::add_stems(std::uint32_t from, std::uint32_t to, const Wanted* wanted,
                              std::vector<TopicFeature>& out) {
  ++pass_;
  const auto& words = *words_;
  for (std::uint32_t w = words.begin_of[from]; w < words.begin_of[to]; ++w) {
    const std::uint32_t stem = known_[w]->stem;
    if (stem == 0) continue;
    if (stem >= stem_seen_.size()) stem_seen_.resize(stem + 1);
    const PlaceSpan at{words.words[w].first, words.words[w].last};
    if (stem_seen_[stem] != pass_) {
      stem_seen_[stem] = pass_;
      out.push_back({FeatureKind::Stem, stem, 0, at, at});
    }
    if (at.first != at.last || at.last + 1 >= to) continue;
    if (wanted != nullptr && (stem >= wanted->begins_next.size() || !wanted->begins_next[stem]))
      continue;
    const std::uint32_t next_word = words.begin_of[at.last + 1];
    const std::uint32_t next = known_[next_word]->stem;
    if (next == 0) continue;
    const PlaceSpan both{at.first, words.words[next_word].last};
    out.push_back({FeatureKind::Next, stem, next, both, both});
  }
}

void TopicFeatures::add_classes(const std::vector<ClassHit>& hits, std::vector<TopicFeature>& out) {
  group_begin_.clear();
  for (std::uint32_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].number == hits[i - 1].number) continue;
    group_begin_.push_back(i);
    out.push_back({FeatureKind::Class, hits[i].number, 0, hits[i].at, hits[i].at});
  }
  group_begin_.push_back(static_cast<std::uint32_t>(hits.size()));
}

// Each pair of classes once, at its nearest two words that do not overlap: a word that is in both
// classes is no pair. Uses the groups that add_classes() found.
void TopicFeatures::add_pairs(const std::vector<ClassHit>& hits, const Wanted* wanted,
                              std::vector<TopicFeature>& out) {
  for (std::size_t i = 0; i + 1 < group_begin_.size(); ++i) {
    const std::uint32_t a = hits.empty() ? 0 : hits[group_begin_[i]].number;
    for (std::size_t j = i + 1; j + 1 < group_begin_.size(); ++j) {
      const std::uint32_t b = hits[group_begin_[j]].number;
      const std::uint8_t want =
          wanted == nullptr ? kBoth | kNear : wanted->pairs[a * class_count() + b];
      if (want == 0) continue;
      const ClassHit* left = nullptr;
      const ClassHit* right = nullptr;
      std::uint32_t nearest = 0;
      for (std::uint32_t k = group_begin_[i]; k < group_begin_[i + 1]; ++k) {
        for (std::uint32_t l = group_begin_[j]; l < group_begin_[j + 1]; ++l) {
          const PlaceSpan one = hits[k].at, other = hits[l].at;
          if (one.first <= other.last && other.first <= one.last) continue;
          const std::uint32_t apart = distance(one, other);
          if (left != nullptr && apart >= nearest) continue;
          left = &hits[k];
          right = &hits[l];
          nearest = apart;
        }
      }
      if (left == nullptr) continue;
      if ((want & kBoth) != 0) out.push_back({FeatureKind::Both, a, b, left->at, right->at});
      if ((want & kNear) != 0 && nearest <= kNearWords)
        out.push_back({FeatureKind::Near, a, b, left->at, right->at});
    }
  }
}

}  // namespace idsearch::indexer
