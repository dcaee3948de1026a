// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/items.hpp"

#include <algorithm>
#include <utility>

namespace idsearch::query {

std::vector<GroupItem> items_of(const std::vector<Node>& children, const QueryWords& words) {
  std::vector<GroupItem> items;
  for (const Node& child : children) {
    if (child.kind == NodeKind::Not || is_filter(child)) continue;
    if (child.kind == NodeKind::Words) {
      for (WordUnit& unit : words.units(child.text)) {
        const bool function = child.field == nullptr && is_function_word(unit, child.text);
        items.push_back({&child, std::move(unit), function});
      }
    } else if (has_words(child, words)) {
      items.push_back({&child, std::nullopt, false});
    }
  }
  return items;
}

std::vector<GroupItem> content_of(std::vector<GroupItem> items) {
  const auto is_function = [](const GroupItem& item) { return item.function_word; };
  if (!std::ranges::all_of(items, is_function)) std::erase_if(items, is_function);
  return items;
}

bool has_words(const Node& node, const QueryWords& words) {
  switch (node.kind) {
    case NodeKind::Words:
    case NodeKind::Prefix:
    case NodeKind::Phrase:
      return !words.units(node.text).empty();
    case NodeKind::Nothing:
    case NodeKind::Filter:
    case NodeKind::Not:
      return false;
    default:
      return std::ranges::any_of(node.children,
                                 [&](const Node& child) { return has_words(child, words); });
  }
}

}  // namespace idsearch::query
