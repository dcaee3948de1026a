// SPDX-License-Identifier: GPL-2.0-or-later
// Which topics a passage is about, by rules (corpus/topics.toml), each tag with the words that
// fired.
#ifndef IDSEARCH_INDEXER_TOPICS_HPP
#define IDSEARCH_INDEXER_TOPICS_HPP

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// Asks for the rules of a file without the model that it names.
struct RulesOnly {};

/// Not thread-safe: one per thread (it holds an analyser).
class TopicTagger {
 public:
  /// `rules_file` empty: the rules compiled in. Throws Error{BadConfiguration} with file and line.
  explicit TopicTagger(const std::string& rules_file = {});
  TopicTagger(const std::string& rules_file, RulesOnly);
  ~TopicTagger();
  TopicTagger(TopicTagger&&) noexcept;
  TopicTagger& operator=(TopicTagger&&) noexcept;

  /// Tags in the order of the rule file; evidence is verbatim text of the passage. Empty when no
  /// topic fires.
  std::vector<TopicTag> tag(std::string_view text) const;

  /// SHA-256 of the rules; part of what makes an index comparable.
  const std::string& rules_hash() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPICS_HPP
