// SPDX-License-Identifier: GPL-2.0-or-later
// What does a pattern of a rule file ask for? Its text ("intercept ..4 @message") to plain
// sequences of word tests. The grammar is explained at the head of corpus/topics.toml.
#ifndef IDSEARCH_INDEXER_TOPIC_PATTERN_HPP
#define IDSEARCH_INDEXER_TOPIC_PATTERN_HPP

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// What a single word must be.
struct WordTest {
  enum class Kind { Stem, Exact, Prefix };
  Kind kind = Kind::Stem;
  std::string text;  ///< the stem, the folded word, or its beginning; never empty

  auto operator<=>(const WordTest&) const = default;
};

/// Sorted, without doubles, never empty. Shared: the alternatives of a pattern are multiplied out,
/// and a class of fifty words may stand in a hundred sequences.
using WordTests = std::shared_ptr<const std::vector<WordTest>>;

/// Words that a step may pass over. The widest shipped gap is 20; a sentence of law has about
/// thirty words.
inline constexpr std::uint32_t kMaxPatternGap = 20;

/// One place of a sequence: a word that passes any of the tests, at most `max_gap` other words
/// behind the place before.
struct PatternStep {
  WordTests any_of;           ///< never null
  std::uint32_t max_gap = 0;  ///< 0 for the first step
};

/// Never empty.
using PatternSequence = std::vector<PatternStep>;

/// Reads patterns. Words of a pattern go through the same analyser as the passages do.
class PatternReader {
 public:
  PatternReader();
  ~PatternReader();

  /// Makes "@name" known. `place` ("topics.toml:12") heads the messages about this text. False
  /// when the name is taken.
  bool define(const std::string& name, const std::string& pattern, const std::string& place);

  /// All plain sequences that the pattern stands for; at least one. Throws
  /// Error{BadConfiguration, "place: …"} for text that is no pattern, unknown or circular names,
  /// and patterns that stand for too many sequences.
  std::vector<PatternSequence> read(std::string_view pattern, std::string_view place);

  /// Reads every definition, so that faults in unused ones are found too.
  void check_definitions();

  /// What a defined name stands for; valid as long as the reader. Throws as read() does.
  const std::vector<PatternSequence>& definition(std::string_view name);

  struct Impl;  // known to the parser

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_PATTERN_HPP
