// SPDX-License-Identifier: GPL-2.0-or-later
// Where in a passage do patterns stand? All patterns of all rules in one pass over the words.
#ifndef IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
#define IDSEARCH_INDEXER_TOPIC_MATCHER_HPP

#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/topic_pattern.hpp"
#include "indexer/topic_words.hpp"
#include "text/stemmer.hpp"

namespace idsearch::indexer {

/// One place where one pattern of a list stands.
struct PatternHit {
  std::uint32_t first = 0, last = 0;  ///< places in TopicWords
  std::size_t start = 0, end = 0;     ///< bytes of the passage

  auto operator<=>(const PatternHit&) const = default;
};

/// A set of pattern lists, indexed by the words that can begin a match. Not thread-safe: it
/// remembers which words pass which tests.
class TopicMatcher {
 public:
  TopicMatcher();
  ~TopicMatcher();

  /// The number under which hits of these patterns are reported: 0, 1, 2, … `topic_bit`: places
  /// whose mask has this bit are not seen (0: all places are seen).
  std::uint32_t add_list(const std::vector<PatternSequence>& patterns, std::uint32_t topic_bit);

  /// Hits per list, by place; a shorter hit first. `masks`: one per place, or empty for none. A hit
  /// never crosses the end of a sentence. The time grows with the number of words times the length
  /// of the longest pattern, whatever the text.
  void find(const TopicWords& words, std::span<const std::uint32_t> masks,
            std::vector<std::vector<PatternHit>>& hits_by_list);

 private:
  using ClassId = std::uint16_t;

  struct Step {
    ClassId word_class;
    std::uint32_t max_gap;
  };
  struct Sequence {
    std::vector<Step> steps;
    std::uint32_t list;
    std::uint32_t topic_bit;
  };
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  template <class V>
  using WordMap = std::unordered_map<std::string, V, StringHash, std::equal_to<>>;

  ClassId class_of(const std::vector<WordTest>& tests);
  const std::vector<ClassId>& classes_of(const std::string& folded);
  bool passes(std::uint32_t word, ClassId word_class) const;
  void match(const TopicWords& words, std::span<const std::uint32_t> masks,
             const Sequence& sequence, std::uint32_t word, std::vector<PatternHit>& hits);

  std::unique_ptr<text::Stemmer> stemmer_;
  std::map<std::vector<WordTest>, ClassId> classes_;
  WordMap<std::vector<ClassId>> by_stem_, by_word_, by_prefix_;
  std::vector<std::size_t> prefix_lengths_;
  std::bitset<256> initials_;  ///< first bytes of all tests
  std::vector<Sequence> sequences_;
  std::vector<std::vector<std::uint32_t>> starting_with_;  ///< sequences by class of the first step
  std::uint32_t lists_ = 0;

  WordMap<std::vector<ClassId>> known_words_;
  std::vector<const std::vector<ClassId>*> word_classes_;  ///< of the words of this passage
  std::vector<std::uint32_t> frontier_, next_frontier_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_MATCHER_HPP
