// SPDX-License-Identifier: GPL-2.0-or-later
// What a juxtaposition ranks by: its words one by one, and its phrases, wildcards and brackets.
#ifndef IDSEARCH_QUERY_ITEMS_HPP
#define IDSEARCH_QUERY_ITEMS_HPP

#include <optional>
#include <vector>

#include "query/ast.hpp"
#include "query/words.hpp"

namespace idsearch::query {

struct GroupItem {
  const Node* node = nullptr;    ///< lives as long as the tree
  std::optional<WordUnit> unit;  ///< absent for phrases, wildcards, NEAR and brackets
  bool function_word = false;
};

/// All items as typed; filters, negated parts and what holds no word at all left out.
std::vector<GroupItem> items_of(const std::vector<Node>& children, const QueryWords& words);

/// Without function words, unless there is nothing else.
std::vector<GroupItem> content_of(std::vector<GroupItem> items);

/// True when some leaf that is not negated holds a word that could be looked for.
bool has_words(const Node& node, const QueryWords& words);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_ITEMS_HPP
