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
}

std::uint32_t TopicFeatures::sentence_count() const {
  return static_cast<std::uint32_t>(sentence_begin_.size()) - 1;
}

void TopicFeatures::features_of(std::uint32_t first, std::uint32_t last,
                                std::vector<TopicFeature>& out) {
  out.clear();
  const std::uint32_t from = sentence_begin_[first], to = sentence_begin_[last + 1];
  add_stems(from, to, out);
  add_classes(from, to, out);
}

void TopicFeatures::add_stems(std::uint32_t from, std::uint32_t to,
                              std::vector<TopicFeature>& out) {
  ++unit_;
  const auto& words = *words_;
  for (std::uint32_t w = words.begin_of[from]; w < words.begin_of[to]; ++w) {
    const std::uint32_t stem = known_[w]->stem;
    if (stem == 0) continue;
    if (stem >= stem_seen_.size()) stem_seen_.resize(stem + 1);
    const PlaceSpan at{words.words[w].first, words.words[w].last};
    if (stem_seen_[stem] != unit_) {
      stem_seen_[stem] = unit_;
      out.push_back({FeatureKind::Stem, stem, 0, at, at});
    }
    if (at.first != at.last || at.last + 1 >= to) continue;
    const std::uint32_t next_word = words.begin_of[at.last + 1];
    const std::uint32_t next = known_[next_word]->stem;
    if (next != 0 && words.sentence_of[at.last + 1] == words.sentence_of[at.last]) {
      const PlaceSpan both{at.first, words.words[next_word].last};
      out.push_back({FeatureKind::Next, stem, next, both, both});
    }
  }
}

void TopicFeatures::add_classes(std::uint32_t from, std::uint32_t to,
                                std::vector<TopicFeature>& out) {
  in_unit_.clear();
  for (std::uint32_t number = 0; number < hits_.size(); ++number) {
    for (const auto& hit : hits_[number]) {
      if (hit.first < from || hit.last >= to) continue;
      const PlaceSpan at{hit.first, hit.last};
      if (in_unit_.empty() || in_unit_.back().number != number) {
        out.push_back({FeatureKind::Class, number, 0, at, at});
        in_unit_.push_back({number, at});
      } else if (in_unit_.back().at.last < at.first) {
        in_unit_.push_back({number, at});
      }
    }
  }
  // Each pair of classes once, at its nearest two words that do not overlap: a word that is in
  // both classes is no pair.
  for (std::size_t i = 0, i_end = 0; i < in_unit_.size(); i = i_end) {
    while (i_end < in_unit_.size() && in_unit_[i_end].number == in_unit_[i].number) ++i_end;
    for (std::size_t j = i_end, j_end = i_end; j < in_unit_.size(); j = j_end) {
      const ClassHit* left = nullptr;
      const ClassHit* right = nullptr;
      std::uint32_t nearest = 0;
      for (; j_end < in_unit_.size() && in_unit_[j_end].number == in_unit_[j].number; ++j_end) {
        for (std::size_t k = i; k < i_end; ++k) {
          const PlaceSpan a = in_unit_[k].at, b = in_unit_[j_end].at;
          if (a.first <= b.last && b.first <= a.last) continue;
          if (words_->sentence_of[a.first] != words_->sentence_of[b.first]) continue;
          const std::uint32_t apart = distance(a, b);
          if (left != nullptr && apart >= nearest) continue;
          left = &in_unit_[k];
          right = &in_unit_[j_end];
          nearest = apart;
        }
      }
      if (left == nullptr) continue;
      out.push_back({FeatureKind::Both, left->number, right->number, left->at, right->at});
      if (nearest <= kNearWords)
        out.push_back({FeatureKind::Near, left->number, right->number, left->at, right->at});
    }
  }
}

}  // namespace idsearch::indexer
