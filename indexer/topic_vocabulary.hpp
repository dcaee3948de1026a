// SPDX-License-Identifier: GPL-2.0-or-later
// What is a word of a passage to rules and weights? Worked out once per distinct word.
#ifndef IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP
#define IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/topic_lexicon.hpp"
#include "indexer/topic_sequences.hpp"
#include "text/stemmer.hpp"
#include "text/word_scanner.hpp"

namespace idsearch::indexer {

/// What is known of a word; the same for the same word.
struct KnownWord {
  std::uint64_t inner_bits = 0;   ///< of each inner class the bit of its number modulo 64
  std::uint32_t stem = 0;         ///< number of its stem; 0: one that nobody asked for
  bool keeps_full_stop = false;   ///< a full stop behind it does not end a sentence
  std::uint16_t inner_count = 0;  ///< classes it has that inner steps of sequences ask for
  std::uint32_t inner_begin = 0;
  std::uint32_t starts_begin = 0, starts_end = 0;  ///< sequences that it can begin
};

/// Not thread-safe: it remembers the words it has seen.
class TopicVocabulary {
 public:
  using ClassId = TopicLexicon::ClassId;
  using Start = TopicSequences::Start;

  /// Both must outlive the object, and nothing may be added to them while it is in use.
  TopicVocabulary(const TopicLexicon& lexicon, const TopicSequences& sequences);
  ~TopicVocabulary();

  /// From now on every stem gets a number in `lexicon`, the same as above: for training.
  void learn_stems(TopicLexicon& lexicon) { learning_ = &lexicon; }

  /// The words of a passage; their numbers are for operator[] and, as the view, valid until the
  /// next call.
  std::span<const text::ScannedWord> scan(std::string_view text);

  const KnownWord& operator[](std::uint32_t number) const { return words_[number]; }
  /// Sorted.
  std::span<const ClassId> inner_classes(const KnownWord& word) const {
    return {inner_.data() + word.inner_begin, word.inner_count};
  }
  bool has_inner_class(const KnownWord& word, ClassId word_class) const {
    if ((word.inner_bits >> (word_class % 64) & 1) == 0) return false;
    const auto classes = inner_classes(word);
    return std::ranges::find(classes, word_class) != classes.end();
  }
  /// The last of TopicSequences::starts_of first.
  std::span<const Start> starts(const KnownWord& word) const {
    return {starts_.data() + word.starts_begin, word.starts_end - word.starts_begin};
  }

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  std::uint32_t number_of(std::string_view folded);
  KnownWord make_known(std::string_view folded);
  void forget_words();

  const TopicLexicon& lexicon_;
  const TopicSequences& sequences_;
  TopicLexicon* learning_ = nullptr;
  std::unique_ptr<text::Stemmer> stemmer_;
  text::WordScanner scanner_;
  std::vector<text::ScannedWord> scanned_;

  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> numbers_;
  std::vector<KnownWord> words_;  ///< by number
  std::vector<ClassId> inner_;    ///< of all words
  std::vector<Start> starts_;     ///< of all words
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_VOCABULARY_HPP
