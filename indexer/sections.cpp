// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sections.hpp"

#include <algorithm>

#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// HTML knows six levels; deeper numbers would only make paths longer.
constexpr std::size_t kDeepest = 6;

}  // namespace

std::size_t SectionTree::level_of(const std::string& title, std::size_t shown_level) {
  const KnownHeading* known = known_heading(title);
  const bool parent_seen = known != nullptr && seen_.contains(known->parent);
  if (known != nullptr) {
    seen_.insert(known->key);
    depth_begun_ = depth_begun_ || known->opens_depth;
  }
  if (shown_level != 0) return std::min(shown_level, kDeepest);
  if (known == nullptr || known->level == 0) return depth_begun_ ? 2 : 1;
  return known->level == 2 && !parent_seen ? 1 : known->level;
}

std::string SectionTree::unique_path(std::string path) {
  if (paths_.insert(path).second) return path;
  std::size_t& next = next_number_.try_emplace(path, 2).first->second;
  std::string numbered;
  do {
    numbered = path + "-" + std::to_string(next++);
  } while (!paths_.insert(numbered).second);
  return numbered;
}

void SectionTree::open(const std::string& title, std::size_t shown_level, std::size_t line,
                       std::size_t number) {
  const std::size_t level = level_of(title, shown_level);
  while (!open_.empty() && open_.back().level >= level) open_.pop_back();
  Section section;
  section.line = line;
  std::string path = text::heading_slug(std::string_view(title).substr(number));
  if (!open_.empty()) {
    const Section& parent = sections_[open_.back().section];
    parents_.insert(open_.back().section);
    section.titles = parent.titles;
    path = parent.path + "/" + path;
  }
  section.path = unique_path(std::move(path));
  section.titles.push_back(title);
  section.level = section.titles.size();
  open_.push_back({level, sections_.size()});
  sections_.push_back(std::move(section));
}

std::size_t SectionTree::current() {
  if (sections_.empty()) {
    Section section;
    section.path = "_";
    sections_.push_back(std::move(section));
  }
  return open_.empty() ? 0 : open_.back().section;
}

std::size_t SectionTree::add_passage() { return ++sections_[current()].passages; }

}  // namespace idsearch::indexer
