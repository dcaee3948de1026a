// SPDX-License-Identifier: GPL-2.0-or-later
// Which word tests does a word pass, and which stem has it? Worked out once per distinct word, for
// all matchers and for the model.
#ifndef IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP
#define IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP

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

/// What is known of a word; the same for the same word.
struct KnownWord {
  std::vector<std::uint16_t> classes;  ///< numbers of the test lists that the word passes, sorted
  std::uint32_t stem = 0;              ///< number of its stem; 0: one that nobody asked for
  std::uint32_t id = 0;                ///< of the word, from 1 and dense; 0: no class and no stem
};

/// Not thread-safe: it remembers the words it has seen.
class TopicVocabulary {
 public:
  using ClassId = std::uint16_t;

  TopicVocabulary();
  ~TopicVocabulary();

  /// The number of a list of tests, the same for the same list.
  ClassId class_of(const std::vector<WordTest>& tests);
  std::size_t class_count() const { return classes_.size(); }

  /// The number of a stem, from 1; the same for the same stem.
  std::uint32_t add_stem(std::string_view stem);
  /// While on, look_up() gives every stem a number: for training.
  void learn_stems(bool on) { learns_ = on; }
  const std::string& stem_name(std::uint32_t number) const { return *stem_names_[number]; }
  std::size_t stem_count() const { return stem_names_.size(); }

  /// What is known of the words of a passage, by their index; valid until the next call.
  std::span<const KnownWord* const> look_up(const TopicWords& words);

  /// Changes when the words are numbered anew.
  std::uint32_t generation() const { return generation_; }

  /// Does a word of the passage looked up last begin behind `place` and pass this list of tests?
  bool stands_behind(ClassId word_class, std::uint32_t place) const {
    return last_place_[word_class] > base_ + place;
  }

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  template <class V>
  using WordMap = std::unordered_map<std::string, V, StringHash, std::equal_to<>>;

  const KnownWord& known(const std::string& folded);
  void forget_words();

  std::unique_ptr<text::Stemmer> stemmer_;
  std::map<std::vector<WordTest>, ClassId> classes_;
  WordMap<std::vector<ClassId>> by_stem_, by_word_, by_prefix_;
  WordMap<std::uint32_t> stems_;
  std::vector<const std::string*> stem_names_;
  std::vector<std::size_t> prefix_lengths_;
  std::bitset<256> initials_;  ///< first bytes of all tests and stems
  bool learns_ = false;

  WordMap<KnownWord> known_words_;
  std::uint32_t generation_ = 0;
  std::vector<const KnownWord*> of_passage_;
  std::vector<std::uint64_t> last_place_;  ///< by class, base_ added; below base_: not there
  std::uint64_t base_ = 1, places_ = 0;    ///< base_ grows by the places of each passage
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP
