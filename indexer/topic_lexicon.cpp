// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of stems, words and beginnings.
#include "indexer/topic_lexicon.hpp"

#include <algorithm>

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

constexpr std::size_t kMaxClasses = 0xffff;  // ClassId is 16 bits wide

template <class T>
void insert_sorted(std::vector<T>& sorted, T value) {
  const auto at = std::ranges::lower_bound(sorted, value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

}  // namespace

TopicLexicon::TopicLexicon() {
  static const std::string kNoName;
  stem_names_.push_back(&kNoName);
}

TopicLexicon::ClassId TopicLexicon::class_of(const WordTests& tests) {
  if (const auto known = known_.find(tests); known != known_.end()) return known->second;
  const auto [at, is_new] = classes_.try_emplace(tests, static_cast<ClassId>(classes_.size()));
  known_.emplace(tests, at->second);
  if (!is_new) return at->second;
  if (classes_.size() > kMaxClasses)
    throw Error(ErrorCode::BadConfiguration, "the topic rules have too many word lists", "");
  const ClassId id = at->second;
  for (const auto& test : *tests) {
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
  return id;
}

std::uint32_t TopicLexicon::add_stem(std::string_view stem) {
  if (const auto at = stems_.find(stem); at != stems_.end()) return at->second;
  const auto number = static_cast<std::uint32_t>(stem_names_.size());
  const auto at = stems_.emplace(std::string(stem), number).first;
  stem_names_.push_back(&at->first);
  if (!stem.empty()) initials_.set(static_cast<unsigned char>(stem.front()));
  return number;
}

std::uint32_t TopicLexicon::stem_number(std::string_view stem) const {
  const auto at = stems_.find(stem);
  return at == stems_.end() ? 0 : at->second;
}

std::vector<TopicLexicon::ClassId> TopicLexicon::classes_of(std::string_view folded,
                                                            std::string_view stem) const {
  std::vector<ClassId> classes;
  const auto take = [&classes](const WordMap<std::vector<ClassId>>& from, std::string_view key) {
    if (const auto at = from.find(key); at != from.end())
      classes.insert(classes.end(), at->second.begin(), at->second.end());
  };
  take(by_word_, folded);
  take(by_stem_, stem);
  for (const std::size_t length : prefix_lengths_)
    if (length <= folded.size()) take(by_prefix_, folded.substr(0, length));
  std::ranges::sort(classes);
  classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
  return classes;
}

}  // namespace idsearch::indexer
