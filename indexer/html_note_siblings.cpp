// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_siblings.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "indexer/html_note_label.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;

// Further paragraphs of a note. Longer notes were not seen.
constexpr int kMostContinuations = 3;

struct Number {
  long value = 0;
  bool bare = false;  // no bracket or dot says that it is a number of something
};

class SiblingFinder {
 public:
  SiblingFinder(const HtmlPage& page, const std::vector<NodeIndex>& targets)
      : page_(page), targets_(targets) {}

  std::vector<NodeIndex> find() {
    for (const NodeIndex target : targets_) {
      const NodeIndex unit = unit_of(target);
      if (unit == kNoNode) continue;
      extend(unit, -1);
      extend(unit, 1);
    }
    return {found_.begin(), found_.end()};
  }

 private:
  bool has_target(NodeIndex node) const {
    const auto next = std::ranges::lower_bound(targets_, node);
    return next != targets_.end() && *next < page_.node(node).end;
  }

  // The elements in the parent of `node` that have its name.
  const std::vector<NodeIndex>& siblings(NodeIndex node) {
    const auto key = std::pair(page_.node(node).parent, page_.node(node).name);
    const auto [entry, added] = siblings_.try_emplace(key);
    if (!added) return entry->second;
    for (NodeIndex i = key.first + 1; i < page_.node(key.first).end; i = page_.node(i).end) {
      if (page_.node(i).name == key.second) entry->second.push_back(i);
    }
    return entry->second;
  }

  std::optional<NodeIndex> beside(NodeIndex node, long step) {
    const std::vector<NodeIndex>& all = siblings(node);
    const auto at = std::ranges::lower_bound(all, node) - all.begin() + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(all.size())) return std::nullopt;
    return all[static_cast<std::size_t>(at)];
  }

  // Behind the text that belongs to `node`: the next element of its name, or the end of the parent.
  NodeIndex end_of(NodeIndex node) {
    return beside(node, 1).value_or(page_.node(page_.node(node).parent).end);
  }

  std::optional<Number> number_at(NodeIndex node) {
    std::string text;
    for (NodeIndex i = node, end = end_of(node); i < end && text.size() < kLabelBytes; ++i) {
      if (page_.has_text(i, i + 1)) text += page_.node(i).text.substr(0, kLabelBytes) + " ";
    }
    const auto label = leading_label(text);
    if (!label) return std::nullopt;
    Number number;
    number.bare = label->bare;
    std::from_chars(label->label.data(), label->label.data() + label->label.size(), number.value);
    return number;
  }

  static bool goes_on(const Number& from, const Number& to, long step) {
    if (to.value == from.value + step) return true;
    return !from.bare && !to.bare && (step > 0 ? to.value > from.value : to.value < from.value);
  }

  std::optional<NodeIndex> next_note(NodeIndex node, const Number& number, long step) {
    std::optional<NodeIndex> next = node;
    // Between two numbers stand the words of a note, when these have elements of their own.
    for (int passed = 0; passed <= kMostContinuations; ++passed) {
      next = beside(*next, step);
      if (!next || page_.has_heading(std::min(node, *next), std::max(node, *next))) break;
      if (const auto next_number = number_at(*next)) {
        return goes_on(number, *next_number, step) ? next : std::nullopt;
      }
      if (number.bare) break;
    }
    return std::nullopt;
  }

  // The element around `target` that stands beside other notes; kNoNode when there is none.
  NodeIndex unit_of(NodeIndex target) {
    NodeIndex at = target;
    while (true) {
      const NodeIndex parent = page_.node(at).parent;
      if (parent == kNoNode) return kNoNode;
      const auto number = number_at(at);
      if (!number) return kNoNode;
      if (next_note(at, *number, -1) || next_note(at, *number, 1)) return at;
      if (page_.has_text(parent, at)) return kNoNode;
      at = parent;
    }
  }

  void extend(NodeIndex unit, long step) {
    auto number = number_at(unit);
    while (number) {
      const auto next = next_note(unit, *number, step);
      if (!next || has_target(*next) || !found_.insert(*next).second) return;
      unit = *next;
      number = number_at(unit);
    }
  }

  const HtmlPage& page_;
  const std::vector<NodeIndex>& targets_;
  std::map<std::pair<NodeIndex, N>, std::vector<NodeIndex>> siblings_;
  std::set<NodeIndex> found_;
};

}  // namespace

std::vector<NodeIndex> uncited_siblings(const HtmlPage& page,
                                        const std::vector<NodeIndex>& targets) {
  return SiblingFinder(page, targets).find();
}

}  // namespace idsearch::indexer
