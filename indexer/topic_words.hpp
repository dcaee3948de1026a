// SPDX-License-Identifier: GPL-2.0-or-later
// How do topic rules see a passage? As words in a row, each in one sentence, with written-together
// forms ("bio-metric": biometric) beside their parts, and without footnote marks.
#ifndef IDSEARCH_INDEXER_TOPIC_WORDS_HPP
#define IDSEARCH_INDEXER_TOPIC_WORDS_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/topic_vocabulary.hpp"

namespace idsearch::indexer {

struct TopicWord {
  std::size_t start = 0, end = 0;     ///< bytes of the passage
  std::uint32_t first = 0, last = 0;  ///< places in the row, from 0; differ for a joined form
  std::uint32_t number = 0;           ///< in the vocabulary
};

struct TopicWords {
  std::vector<TopicWord> words;            ///< by first place; a joined form behind the single word
  std::vector<std::uint32_t> begin_of;     ///< index into `words` for each place, and one behind
  std::vector<std::uint32_t> sentence_of;  ///< for each place, from 0

  std::uint32_t places() const { return static_cast<std::uint32_t>(sentence_of.size()); }
};

/// The words of a passage, their numbers good until the vocabulary reads another one. Sentences are
/// told from punctuation and capitals alone, in one pass: good enough to keep rules apart, and a
/// fraction of what ICU's sentence rules cost; for showing, text/sentences is used.
void read_topic_words(std::string_view text, TopicVocabulary& vocabulary, TopicWords& out);

/// Does a full stop behind this word belong to it when a number or a name follows? So it does
/// behind abbreviations and words of one letter or digit.
bool keeps_full_stop(std::string_view folded);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_WORDS_HPP
