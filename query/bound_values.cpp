// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bound_values.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "query/chars.hpp"
#include "query/lexer.hpp"

namespace idsearch::query {
namespace {

/// Of a word those between its commas; what is quoted is one value.
void add_values(const Node& node, std::vector<std::string>& values) {
  if (node.kind != NodeKind::Words) return values.push_back(node.text);
  for (std::size_t at = 0; at <= node.text.size();) {
    const std::size_t end = std::min(node.text.find(',', at), node.text.size());
    if (end > at) values.push_back(node.text.substr(at, end - at));
    at = end + 1;
  }
}

bool may_be_value(const store::Field& field, std::string_view value) {
  return is_legal_value(field, value) && (count_letters(value) > 0 || value == "_");
}

}  // namespace

bool goes_on(const Node& before, const Node& next) {
  const bool value = next.field == nullptr && next.kind != NodeKind::Filter;
  return value && ((before.kind == NodeKind::Words && before.text.ends_with(',')) ||
                   (next.kind == NodeKind::Words && next.text.starts_with(',')));
}

Node bound_to(const store::Field& field, const std::vector<Node>& nodes,
              std::vector<GrammarNote>& notes) {
  Node bound = nodes.front();
  if (field.kind == store::FieldKind::Text) {
    bound.field = &field;
    return bound;
  }
  std::vector<std::string> values;
  for (const Node& node : nodes) add_values(node, values);
  const auto fault = std::ranges::find_if_not(
      values, [&](const std::string& value) { return may_be_value(field, value); });
  bound.end = nodes.back().end;
  if (values.empty() || fault != values.end()) {
    notes.push_back({{"“" + (values.empty() ? bound.text : *fault) + "” is no value for " +
                          std::string{field.name} + ":; read as words",
                      bound.begin, bound.end - bound.begin},
                     true});
    if (nodes.size() == 1) return bound;
    Node words;
    words.kind = NodeKind::Group;
    words.begin = bound.begin;
    words.end = bound.end;
    words.children = nodes;
    return words;
  }
  bound.kind = NodeKind::Filter;
  bound.field = &field;
  bound.text.clear();
  bound.values = std::move(values);
  return bound;
}

}  // namespace idsearch::query
