// SPDX-License-Identifier: GPL-2.0-or-later
// A query as understood: a small tree of plain values, before any index has been asked.
#ifndef IDSEARCH_QUERY_AST_HPP
#define IDSEARCH_QUERY_AST_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/schema.hpp"

namespace idsearch::query {

enum class NodeKind {
  Nothing,  ///< no words and no filters
  Words,    ///< what stands between two blanks: `surveillance`, `e-KYC`, `12(1)(a)`
  Prefix,   ///< `surveil*`, `"birth cert*"`
  Phrase,   ///< `"data protection"`
  Near,     ///< `a NEAR/5 b`, `a /s b`: children, any order
  Filter,   ///< `country:KP,KR`: any of `values`
  Not,      ///< one child
  Group,    ///< juxtaposition: words rank, filters and NOT restrict
  And,
  Or,
};

/// How near the words of NodeKind::Near stand.
enum class NearScope {
  Words,      ///< `a NEAR/5 b`
  Sentence,   ///< `a /s b`; in headings and sources a title or source, up to a hundred words apart
  Paragraph,  ///< `a /p b`: in one passage
};

struct Node {
  NodeKind kind = NodeKind::Nothing;
  std::string text;  ///< Words, Phrase; Prefix without its star (of a phrase: its last word's)
  /// Filter: the field. Words, Prefix, Phrase: the text field they are bound to; null = where
  /// SearchRequest::in says.
  const store::Field* field = nullptr;
  std::vector<std::string> values;       ///< Filter; never empty there
  NearScope scope = NearScope::Words;    ///< Near
  std::vector<std::uint32_t> distances;  ///< Near; one less than there are children; 0 beside /s
  std::vector<Node> children;            ///< Near, Not, Group, And, Or
  std::size_t begin = 0, end = 0;        ///< bytes of the query; for notes, not part of equality

  bool operator==(const Node& other) const {
    return kind == other.kind && text == other.text && field == other.field &&
           values == other.values && scope == other.scope && distances == other.distances &&
           children == other.children;
  }
};

/// True for a filter and for any combination of nothing but filters: it restricts, it never ranks.
bool is_filter(const Node& node);

/// The field with this name, ASCII case ignored; null when there is none.
const store::Field* field_named(std::string_view name);

/// The query in the query language; parsing it gives an equal tree. Empty for Nothing.
std::string to_text(const Node& node);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_AST_HPP
