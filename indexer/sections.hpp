// SPDX-License-Identifier: GPL-2.0-or-later
// Headings in reading order to section paths: which section stands below which, and under what
// name?
#ifndef IDSEARCH_INDEXER_SECTIONS_HPP
#define IDSEARCH_INDEXER_SECTIONS_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// Builds Profile::sections. A heading that shows its level keeps it; a known name has the depth of
/// the table (a child only once its parent has come); an unknown one is a child of the last
/// top-level heading once "Law" or a later one has begun, else top-level. A path that was
/// there before gets "-2", "-3".
class SectionTree {
 public:
  /// Opens the section of a heading; `shown_level` 0 = the layout does not show it. `number`: bytes
  /// of a number at its beginning that only the other headings show to be one.
  void open(const std::string& title, std::size_t shown_level, std::size_t line,
            std::size_t number = 0);

  /// Index of the section that a passage here belongs to; before any heading that is "_".
  std::size_t current();

  /// Adds one passage to the current section and returns its number there, from 1.
  std::size_t add_passage();

  const std::vector<Section>& sections() const { return sections_; }
  std::vector<Section> take() { return std::move(sections_); }

  /// Whether other sections stand below section `index`.
  bool has_children(std::size_t index) const { return parents_.contains(index); }

 private:
  std::size_t level_of(const std::string& title, std::size_t shown_level);
  std::string unique_path(std::string path);

  std::vector<Section> sections_;
  struct Open {
    std::size_t level = 0;
    std::size_t section = 0;
  };
  std::vector<Open> open_;                     // from top-level down
  std::unordered_set<std::string_view> seen_;  // keys of known headings
  std::unordered_set<std::string> paths_;
  std::unordered_map<std::string, std::size_t> next_number_;  // by path without number
  std::unordered_set<std::size_t> parents_;
  bool depth_begun_ = false;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SECTIONS_HPP
