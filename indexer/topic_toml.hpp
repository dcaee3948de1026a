// SPDX-License-Identifier: GPL-2.0-or-later
// A file of topic rules or word classes as TOML, with file and line for every fault.
#ifndef IDSEARCH_INDEXER_TOPIC_TOML_HPP
#define IDSEARCH_INDEXER_TOPIC_TOML_HPP

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace idsearch::indexer {

class TopicToml {
 public:
  /// `hint` goes with every fault of fail(). Throws Error{BadConfiguration, "file:line: …"} for
  /// bytes that are no TOML.
  TopicToml(std::string_view toml, std::string_view file, std::string_view hint);

  const toml::table& root() const { return root_; }
  /// "topics.toml:12".
  std::string place(const toml::node& node) const;
  /// Throws Error{BadConfiguration, "file:line: what"}.
  [[noreturn]] void fail(const toml::node& node, const std::string& what) const;

 private:
  std::string file_, hint_;
  toml::table root_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TOPIC_TOML_HPP
