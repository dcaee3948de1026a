// SPDX-License-Identifier: GPL-2.0-or-later
// Words are numbered as they come; what a number stands for is kept in flat rows.
#include "indexer/topic_vocabulary.hpp"

#include <algorithm>

#include "indexer/topic_words.hpp"
#include "store/stemmers.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

// Distinct words remembered between passages; the largest corpus at hand has 60,000. About 8 MB.
constexpr std::size_t kMaxKnownWords = 1 << 16;

// Numbers of words that begin with a digit no rule asks for: there are too many to remember. Those
// of one byte keep a full stop behind them, as all words of one byte do.
constexpr std::uint32_t kUnknown = 0, kUnknownByte = 1;

}  // namespace

TopicVocabulary::TopicVocabulary(const TopicLexicon& lexicon, const TopicSequences& sequences)
    : lexicon_(lexicon),
      sequences_(sequences),
      stemmer_(store::make_stemmer("en")),
      scanner_([this](std::string_view folded) { return number_of(folded); }) {
  forget_words();
}
TopicVocabulary::~TopicVocabulary() = default;

void TopicVocabulary::forget_words() {
  scanner_.forget();
  numbers_.clear();
  inner_.clear();
  starts_.clear();
  words_.assign(2, KnownWord{});
  words_[kUnknownByte].keeps_full_stop = true;
}

std::span<const text::ScannedWord> TopicVocabulary::scan(std::string_view text) {
  // Only here: numbers hold until the end of the passage.
  if (words_.size() > kMaxKnownWords) forget_words();
  scanner_.scan(text, scanned_);
  return scanned_;
}

std::uint32_t TopicVocabulary::number_of(std::string_view folded) {
  if (folded.empty()) return kUnknown;
  if (text::is_ascii_digit(folded.front()) && learning_ == nullptr &&
      !lexicon_.knows_initial(folded.front()))
    return folded.size() == 1 ? kUnknownByte : kUnknown;
  if (const auto at = numbers_.find(folded); at != numbers_.end()) return at->second;
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back(make_known(folded));
  numbers_.emplace(std::string(folded), number);
  return number;
}

KnownWord TopicVocabulary::make_known(std::string_view folded) {
  KnownWord word;
  word.keeps_full_stop = keeps_full_stop(folded);
  // Without an English stemmer (none was built in) stems are the words themselves.
  const std::string stem = stemmer_ ? stemmer_->stem(folded) : std::string(folded);
  word.stem = learning_ != nullptr ? learning_->add_stem(stem) : lexicon_.stem_number(stem);
  const auto classes = lexicon_.classes_of(folded, stem);
  word.inner_begin = static_cast<std::uint32_t>(inner_.size());
  for (const ClassId word_class : classes) {
    if (!sequences_.is_inner(word_class)) continue;
    inner_.push_back(word_class);
    word.inner_bits |= std::uint64_t{1} << (word_class % 64);
  }
  word.inner_count = static_cast<std::uint16_t>(inner_.size() - word.inner_begin);
  word.starts_begin = static_cast<std::uint32_t>(starts_.size());
  sequences_.starts_of(classes, starts_);
  std::reverse(starts_.begin() + word.starts_begin, starts_.end());
  word.starts_end = static_cast<std::uint32_t>(starts_.size());
  return word;
}

}  // namespace idsearch::indexer
