// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of stems, words and beginnings; a word is looked up in each once and then remembered.
#include "indexer/topic_vocabulary.hpp"

#include <algorithm>

#include "idsearch/error.hpp"
#include "store/stemmers.hpp"

namespace idsearch::indexer {
namespace {

// Distinct words remembered between passages; the largest corpus at hand has 60,000. About 8 MB.
constexpr std::size_t kMaxKnownWords = 1 << 16;
constexpr std::size_t kMaxClasses = 0xffff;  // ClassId is 16 bits wide

template <class T>
void insert_sorted(std::vector<T>& sorted, T value) {
  const auto at = std::ranges::lower_bound(sorted, value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

}  // namespace

TopicVocabulary::TopicVocabulary() : stemmer_(store::make_stemmer("en")) {
  known_words_.max_load_factor(0.5F);  // nearly every look-up finds its word at once
  static const std::string kNoName;
  stem_names_.push_back(&kNoName);
}
TopicVocabulary::~TopicVocabulary() = default;

TopicVocabulary::ClassId TopicVocabulary::class_of(const std::vector<WordTest>& tests) {
  const auto [at, is_new] = classes_.try_emplace(tests, static_cast<ClassId>(classes_.size()));
  if (!is_new) return at->second;
  if (classes_.size() > kMaxClasses)
    throw Error(ErrorCode::BadConfiguration, "the topic rules have too many word lists", "");
  const ClassId id = at->second;
  for (const auto& test : tests) {
    initials_.set(static_cast<unsigned char>(test.text.front()));
    switch (test.kind) {
      case WordTest::Kind::Stem:
        insert_sorted(by_stem_[test.text], id);
        break;
      case WordTest::Kind::Exact:
        insert_sorted(by_word_[test.text], id);
        break;
      case WordTest::Kind::Prefix:
        insert_sorted(by_prefix_[test.text], id);
        insert_sorted(prefix_lengths_, test.text.size());
        break;
    }
  }
  forget_words();
  return id;
}

std::uint32_t TopicVocabulary::add_stem(std::string_view stem) {
  if (const auto at = stems_.find(stem); at != stems_.end()) return at->second;
  const auto number = static_cast<std::uint32_t>(stem_names_.size());
  const auto at = stems_.emplace(std::string(stem), number).first;
  stem_names_.push_back(&at->first);
  if (!stem.empty()) initials_.set(static_cast<unsigned char>(stem.front()));
  if (!learns_) forget_words();
  return number;
}

const KnownWord& TopicVocabulary::known(const std::string& folded) {
  // English stems keep the first letter of their words, so most often a number passes no test.
  // There are too many different ones to remember.
  static const KnownWord kNothing;
  if (folded.empty()) return kNothing;
  if (!learns_ && !initials_.test(static_cast<unsigned char>(folded.front()))) return kNothing;
  if (const auto at = known_words_.find(folded); at != known_words_.end()) return at->second;
  KnownWord word;
  const auto take = [&word](const WordMap<std::vector<ClassId>>& from, std::string_view key) {
    if (const auto at = from.find(key); at != from.end())
      word.classes.insert(word.classes.end(), at->second.begin(), at->second.end());
  };
  // Without an English stemmer (none was built in) stems are the words themselves.
  const std::string stem = stemmer_ ? stemmer_->stem(folded) : folded;
  take(by_word_, folded);
  take(by_stem_, stem);
  for (const std::size_t length : prefix_lengths_)
    if (length <= folded.size()) take(by_prefix_, std::string_view(folded).substr(0, length));
  std::ranges::sort(word.classes);
  word.classes.erase(std::unique(word.classes.begin(), word.classes.end()), word.classes.end());
  if (learns_)
    word.stem = add_stem(stem);
  else if (const auto at = stems_.find(stem); at != stems_.end())
    word.stem = at->second;
  word.id = static_cast<std::uint32_t>(known_words_.size()) + 1;
  return known_words_.emplace(folded, std::move(word)).first->second;
}

void TopicVocabulary::forget_words() {
  known_words_.clear();
  ++generation_;
}

std::span<const KnownWord* const> TopicVocabulary::look_up(const TopicWords& words) {
  // Only here: pointers into the map are held until the end of the passage.
  if (known_words_.size() > kMaxKnownWords) forget_words();
  of_passage_.clear();
  last_place_.resize(classes_.size());
  base_ += places_;
  places_ = words.places() + 1;
  for (const auto& word : words.words) {
    const KnownWord& one = known(word.token->folded);
    of_passage_.push_back(&one);
    for (const ClassId word_class : one.classes) last_place_[word_class] = base_ + word.first;
  }
  return of_passage_;
}

}  // namespace idsearch::indexer
