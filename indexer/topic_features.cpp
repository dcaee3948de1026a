// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of word classes, put in order by sentence.
#include "indexer/topic_features.hpp"

#include <algorithm>
#include <utility>

#include "indexer/topic_classes.hpp"

namespace idsearch::indexer {

TopicClassNames::TopicClassNames(TopicSequences& sequences, std::string_view classes_toml,
                                 std::string_view file)
    : first_list_(static_cast<std::uint32_t>(sequences.list_count())) {
  for (auto& word_class : read_topic_classes(classes_toml, file)) {
    sequences.add_list(SequenceGroup::Classes, word_class.patterns, 0);
    names_.push_back(std::move(word_class.name));
  }
}

std::optional<std::uint32_t> TopicClassNames::number(std::string_view name) const {
  const auto at = std::ranges::lower_bound(names_, name);  // by name, as they are read
  if (at == names_.end() || *at != name) return std::nullopt;
  return static_cast<std::uint32_t>(at - names_.begin());
}

void TopicFeatures::see(const TopicWords& words, const TopicMatcher& matcher) {
  words_ = &words;
  sentence_begin_.clear();
  for (std::uint32_t place = 0; place < words.places(); ++place)
    if (place == 0 || words.sentence_of[place] != words.sentence_of[place - 1])
      sentence_begin_.push_back(place);
  sentence_begin_.push_back(words.places());
  if (in_sentence_.size() < sentence_count()) in_sentence_.resize(sentence_count());
  for (std::uint32_t i = 0; i < sentence_count(); ++i) in_sentence_[i].clear();
  lists_ = matcher.found(SequenceGroup::Classes);
  std::ranges::sort(lists_);
  for (const std::uint32_t list : lists_) {
    const std::uint32_t number = classes_.of_list(list);
    for (const auto& hit : matcher.hits(list)) {
      auto& hits = in_sentence_[words.sentence_of[hit.first]];
      if (hits.empty() || hits.back().number != number || hits.back().at.last < hit.first)
        hits.push_back({number, {hit.first, hit.last}});
    }
  }
}

}  // namespace idsearch::indexer
