// SPDX-License-Identifier: GPL-2.0-or-later
// What does the learned model see in a sentence? Stems, neighbouring stems, word classes
// (corpus/topic-words.toml) and pairs of classes; each feature with the places it stands at.
#ifndef IDSEARCH_INDEXER_TOPIC_FEATURES_HPP
#define IDSEARCH_INDEXER_TOPIC_FEATURES_HPP

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/topic_matcher.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"

namespace idsearch::indexer {

/// `Stem`: a stem (a) stands in the sentence. `Next`: stem b stands directly behind stem a.
/// `Class`: a word of class a. `Both`: words of the classes a < b. `Near`: the same at most
/// kNearWords apart.
enum class FeatureKind : std::uint8_t { Stem, Next, Class, Both, Near };
inline constexpr std::size_t kFeatureKinds = 5;

/// Words between two classes that count as near: an article, two adjectives and a preposition.
inline constexpr std::uint32_t kNearWords = 4;

struct PlaceSpan {
  std::uint32_t first = 0, last = 0;  ///< places in TopicWords

  bool operator==(const PlaceSpan&) const = default;
};

/// Once for each sentence, however often it stands there; the places are those of the first time,
/// of a pair those of its nearest words.
struct TopicFeature {
  FeatureKind kind = FeatureKind::Stem;
  std::uint32_t a = 0, b = 0;  ///< numbers of stems or classes; b: 0 where the kind has one
  PlaceSpan at, also_at;       ///< the second differs from the first for Both and Near only

  bool operator==(const TopicFeature&) const = default;
};

/// The word classes of a model: any number of threads may share them.
class TopicClassNames {
 public:
  /// Reads word classes ("file:line: …" in faults) and adds their patterns.
  TopicClassNames(TopicSequences& sequences, std::string_view classes_toml, std::string_view file);

  std::size_t count() const { return names_.size(); }
  /// A set of classes is so many numbers of 64 bits.
  std::size_t set_words() const { return (count() + 63) / 64; }
  const std::string& name(std::uint32_t number) const { return names_[number]; }
  std::optional<std::uint32_t> number(std::string_view name) const;
  /// The number of the class whose hits a list holds.
  std::uint32_t of_list(std::uint32_t list) const { return list - first_list_; }

 private:
  std::vector<std::string> names_;
  std::uint32_t first_list_ = 0;  ///< the others follow it in the order of the names
};

/// What is not wanted need not be looked for.
struct WantedFeatures {
  static constexpr std::uint8_t kBoth = 1, kNear = 2;
  std::vector<std::uint8_t> pairs;  ///< kBoth | kNear at a * (number of classes) + b, a < b
  /// The same as bits: of each a, in set_words() numbers, those b of which a pair is wanted.
  std::vector<std::uint64_t> partners;
  std::vector<std::uint8_t> begins_next;  ///< by stem; behind its end: false
};

/// Not thread-safe: keeps the words of a passage.
class TopicFeatures {
 public:
  /// All must outlive the object.
  TopicFeatures(const TopicClassNames& classes, const TopicVocabulary& vocabulary)
      : classes_(classes), vocabulary_(vocabulary), group_of_class_(classes.count()) {}

  /// To be called for each passage before for_each(); `matcher` has found the group Classes in it.
  void see(const TopicWords& words, const TopicMatcher& matcher);

  std::uint32_t sentence_count() const {
    return static_cast<std::uint32_t>(sentence_begin_.size()) - 1;
  }
  std::uint32_t first_place(std::uint32_t sentence) const { return sentence_begin_[sentence]; }
  std::uint32_t end_place(std::uint32_t sentence) const { return sentence_begin_[sentence + 1]; }

  /// Calls visit(feature) for the features of a sentence, in a fixed order. `wanted` null: all.
  /// Without kPlaces, which is faster, what the features say of places is not to be used.
  template <bool kPlaces, class Visit>
  void for_each(std::uint32_t sentence, const WantedFeatures* wanted, const Visit& visit) {
    visit_stems(sentence_begin_[sentence], sentence_begin_[sentence + 1], wanted, visit);
    visit_classes(in_sentence_[sentence], visit);
    visit_pairs<kPlaces>(in_sentence_[sentence], wanted, visit);
  }

 private:
  struct ClassHit {
    std::uint32_t number;
    PlaceSpan at;
  };

  struct Pair {
    const ClassHit* left = nullptr;  ///< null: all overlap
    const ClassHit* right = nullptr;
    std::uint32_t apart = 0;  ///< words between them
  };
  static constexpr std::uint32_t kMostApart = 0xffffffff;

  // The nearest two that do not overlap, the first of equal ones; or the first that are at most
  // `enough` apart.
  static Pair nearest_pair(std::span<const ClassHit> some, std::span<const ClassHit> others,
                           std::uint32_t enough) {
    Pair pair;
    for (const ClassHit& one : some) {
      for (const ClassHit& other : others) {
        std::uint32_t apart = 0;
        if (one.at.first > other.at.last)
          apart = one.at.first - other.at.last - 1;
        else if (other.at.first > one.at.last)
          apart = other.at.first - one.at.last - 1;
        else
          continue;
        if (pair.left != nullptr && apart >= pair.apart) continue;
        pair = {&one, &other, apart};
        if (apart <= enough) return pair;
      }
    }
    return pair;
  }

  template <class Visit>
  void visit_stems(std::uint32_t from, std::uint32_t to, const WantedFeatures* wanted,
                   const Visit& visit);
  template <class Visit>
  void visit_classes(const std::vector<ClassHit>& hits, const Visit& visit);
  template <bool kPlaces, class Visit>
  void visit_pairs(const std::vector<ClassHit>& hits, const WantedFeatures* wanted,
                   const Visit& visit) const;

  const TopicClassNames& classes_;
  const TopicVocabulary& vocabulary_;
  const TopicWords* words_ = nullptr;
  std::vector<std::uint32_t> sentence_begin_;  ///< first place of each sentence, and one behind
  std::vector<std::uint32_t> lists_;
  std::vector<std::vector<ClassHit>> in_sentence_;  ///< by class, then by place
  std::vector<std::uint32_t> group_begin_;          ///< of the classes of a sentence
  std::vector<std::uint64_t> present_;              ///< the classes of the sentence, as bits
  std::vector<std::uint32_t> group_of_class_;       ///< by class; good for those present
  std::vector<std::uint64_t> stem_seen_;            ///< pass in which a stem was last seen
  std::uint64_t pass_ = 0;
};

template <class Visit>
void TopicFeatures::visit_stems(std::uint32_t from, std::uint32_t to, const WantedFeatures* wanted,
                                const Visit& visit) {
  ++pass_;
  const auto& words = *words_;
  for (std::uint32_t w = words.begin_of[from]; w < words.begin_of[to]; ++w) {
    const std::uint32_t stem = vocabulary_[words.words[w].number].stem;
    if (stem == 0) continue;
    if (stem >= stem_seen_.size()) stem_seen_.resize(2 * stem + 1);
    const PlaceSpan at{words.words[w].first, words.words[w].last};
    if (stem_seen_[stem] != pass_) {
      stem_seen_[stem] = pass_;
      visit(TopicFeature{FeatureKind::Stem, stem, 0, at, at});
    }
    if (at.first != at.last || at.last + 1 >= to) continue;
    if (wanted != nullptr && (stem >= wanted->begins_next.size() || !wanted->begins_next[stem]))
      continue;
    const TopicWord& next_word = words.words[words.begin_of[at.last + 1]];
    const std::uint32_t next = vocabulary_[next_word.number].stem;
    if (next == 0) continue;
    const PlaceSpan both{at.first, next_word.last};
    visit(TopicFeature{FeatureKind::Next, stem, next, both, both});
  }
}

template <class Visit>
void TopicFeatures::visit_classes(const std::vector<ClassHit>& hits, const Visit& visit) {
  group_begin_.clear();
  present_.assign(classes_.set_words(), 0);
  for (std::uint32_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].number == hits[i - 1].number) continue;
    present_[hits[i].number / 64] |= std::uint64_t{1} << (hits[i].number % 64);
    group_of_class_[hits[i].number] = static_cast<std::uint32_t>(group_begin_.size());
    group_begin_.push_back(i);
    visit(TopicFeature{FeatureKind::Class, hits[i].number, 0, hits[i].at, hits[i].at});
  }
  group_begin_.push_back(static_cast<std::uint32_t>(hits.size()));
}

// Each pair of classes once, at its nearest two words that do not overlap: a word that is in both
// classes is no pair. Uses the groups that visit_classes() found.
template <bool kPlaces, class Visit>
void TopicFeatures::visit_pairs(const std::vector<ClassHit>& hits, const WantedFeatures* wanted,
                                const Visit& visit) const {
  constexpr std::uint8_t kAll = WantedFeatures::kBoth | WantedFeatures::kNear;
  const std::size_t set_words = classes_.set_words();
  for (std::size_t i = 0; i + 2 < group_begin_.size(); ++i) {
    const std::uint32_t begin_i = group_begin_[i], end_i = group_begin_[i + 1];
    const std::uint32_t a = hits[begin_i].number;
    for (std::size_t w = a / 64; w < set_words; ++w) {
      std::uint64_t bits = present_[w];
      if (wanted != nullptr)
        bits &= wanted->partners[a * set_words + w];
      else if (w == a / 64)
        bits &= ~std::uint64_t{1} << (a % 64);
      for (; bits != 0; bits &= bits - 1) {
        const auto b =
            static_cast<std::uint32_t>(64 * w) + static_cast<std::uint32_t>(std::countr_zero(bits));
        const std::uint32_t j = group_of_class_[b];
        const std::uint8_t want =
            wanted == nullptr ? kAll : wanted->pairs[a * classes_.count() + b];
        // Without places the first that are near enough do.
        const std::uint32_t enough = kPlaces                               ? 0
                                     : (want & WantedFeatures::kNear) != 0 ? kNearWords
                                                                           : kMostApart;
        const Pair pair = nearest_pair(
            std::span(hits).subspan(begin_i, end_i - begin_i),
            std::span(hits).subspan(group_begin_[j], group_begin_[j + 1] - group_begin_[j]),
            enough);
        if (pair.left == nullptr) continue;
        if ((want & WantedFeatures::kBoth) != 0)
          visit(TopicFeature{FeatureKind::Both, a, b, pair.left->at, pair.right->at});
        if ((want & WantedFeatures::kNear) != 0 && pair.apart <= kNearWords)
          visit(TopicFeature{FeatureKind::Near, a, b, pair.left->at, pair.right->at});
      }
    }
  }
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_FEATURES_HPP
