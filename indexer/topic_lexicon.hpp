// SPDX-License-Identifier: GPL-2.0-or-later
// Which word tests and which stems do rules and weights ask for? Filled while they are read, then
// only asked: any number of threads may share it.
#ifndef IDSEARCH_INDEXER_TOPIC_LEXICON_HPP
#define IDSEARCH_INDEXER_TOPIC_LEXICON_HPP

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/topic_pattern.hpp"

namespace idsearch::indexer {

class TopicLexicon {
 public:
  /// Number of a list of word tests.
  using ClassId = std::uint16_t;

  TopicLexicon();

  /// The number of a list of tests, the same for the same list.
  ClassId class_of(const WordTests& tests);
  std::size_t class_count() const { return classes_.size(); }

  /// The number of a stem, from 1; the same for the same stem.
  std::uint32_t add_stem(std::string_view stem);
  /// The number of a stem; 0: one that nobody asked for.
  std::uint32_t stem_number(std::string_view stem) const;
  const std::string& stem_name(std::uint32_t number) const { return *stem_names_[number]; }

  /// May a word that begins with this byte pass a test or have a stem asked for? English stems keep
  /// the first letter of their words.
  bool knows_initial(char c) const { return initials_.test(static_cast<unsigned char>(c)); }

  /// The lists that a word passes, sorted.
  std::vector<ClassId> classes_of(std::string_view folded, std::string_view stem) const;

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  template <class V>
  using WordMap = std::unordered_map<std::string, V, StringHash, std::equal_to<>>;

  struct ByContent {
    bool operator()(const WordTests& a, const WordTests& b) const { return *a < *b; }
  };

  std::map<WordTests, ClassId, ByContent> classes_;
  std::unordered_map<WordTests, ClassId> known_;  ///< the same, for lists that are shared
  WordMap<std::vector<ClassId>> by_stem_, by_word_, by_prefix_;
  std::vector<std::size_t> prefix_lengths_;
  WordMap<std::uint32_t> stems_;
  std::vector<const std::string*> stem_names_;
  std::bitset<256> initials_;  ///< first bytes of all tests and stems
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_LEXICON_HPP
