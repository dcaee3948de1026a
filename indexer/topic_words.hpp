// SPDX-License-Identifier: GPL-2.0-or-later
// How do topic rules see a passage? As words in a row, each in one sentence, with written-together
// forms ("bio-metric": biometric) beside their parts, and without footnote marks.
#ifndef IDSEARCH_INDEXER_TOPIC_WORDS_HPP
#define IDSEARCH_INDEXER_TOPIC_WORDS_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/analyzer.hpp"

namespace idsearch::indexer {

struct TopicWord {
  const text::Token* token = nullptr;
  std::uint32_t first = 0, last = 0;  ///< places in the row, from 0; differ for a joined form
};

struct TopicWords {
  std::vector<TopicWord> words;            ///< by first place; a joined form behind the single word
  std::vector<std::uint32_t> begin_of;     ///< index into `words` for each place, and one behind
  std::vector<std::uint32_t> sentence_of;  ///< for each place, from 0

  std::uint32_t places() const { return static_cast<std::uint32_t>(sentence_of.size()); }
};

/// `tokens` are those of `text` and must outlive the result. Sentences are told from punctuation
/// and capitals alone, in one pass: good enough to keep rules apart, and a fraction of what ICU's
/// sentence rules cost; for showing, text/sentences is used.
void split_topic_words(std::string_view text, std::span<const text::Token> tokens, TopicWords& out);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_WORDS_HPP
