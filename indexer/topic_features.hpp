// SPDX-License-Identifier: GPL-2.0-or-later
// What does the learned model see in a sentence? Stems, neighbouring stems, word classes
// (corpus/topic-words.toml) and pairs of classes; each feature with the places it stands at.
#ifndef IDSEARCH_INDEXER_TOPIC_FEATURES_HPP
#define IDSEARCH_INDEXER_TOPIC_FEATURES_HPP

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

/// Not thread-safe: keeps the hits of a passage.
class TopicFeatures {
 public:
  /// Reads word classes ("file:line: …" in faults). The vocabulary must outlive the object.
  TopicFeatures(TopicVocabulary& vocabulary, std::string_view classes_toml, std::string_view file);

  std::size_t class_count() const { return class_names_.size(); }
  const std::string& class_name(std::uint32_t number) const { return class_names_[number]; }
  std::optional<std::uint32_t> class_number(std::string_view name) const;

  /// What is not wanted need not be looked for.
  struct Wanted {
    std::vector<std::uint8_t> pairs;  ///< kBoth | kNear at a * class_count() + b, for a < b
    std::vector<bool> begins_next;    ///< by stem; behind its end: false
  };
  static constexpr std::uint8_t kBoth = 1, kNear = 2;

  /// To be called for each passage before features_of().
  void see(const TopicWords& words, std::span<const KnownWord* const> known);

  std::uint32_t sentence_count() const;
  std::uint32_t first_place(std::uint32_t sentence) const { return sentence_begin_[sentence]; }
  std::uint32_t end_place(std::uint32_t sentence) const { return sentence_begin_[sentence + 1]; }

  /// Appends the features of a sentence, in a fixed order. `wanted` null: all.
  void features_of(std::uint32_t sentence, const Wanted* wanted, std::vector<TopicFeature>& out);

 private:
  struct ClassHit {
    std::uint32_t number;
    PlaceSpan at;
  };

  void add_stems(std::uint32_t from, std::uint32_t to, const Wanted* wanted,
                 std::vector<TopicFeature>& out);
  void add_classes(const std::vector<ClassHit>& hits, std::vector<TopicFeature>& out);
  void add_pairs(const std::vector<ClassHit>& hits, const Wanted* wanted,
                 std::vector<TopicFeature>& out);

  std::vector<std::string> class_names_;
  TopicMatcher matcher_;
  const TopicWords* words_ = nullptr;
  std::span<const KnownWord* const> known_;
  std::vector<std::uint32_t> sentence_begin_;  ///< first place of each sentence, and one behind
  std::vector<std::vector<PatternHit>> hits_;
  std::vector<std::vector<ClassHit>> in_sentence_;  ///< by class, then by place
  std::vector<std::uint32_t> group_begin_;          ///< of the classes of a sentence
  std::vector<std::uint64_t> stem_seen_;            ///< pass in which a stem was last seen
  std::uint64_t pass_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_FEATURES_HPP
