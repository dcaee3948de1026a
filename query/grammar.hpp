// SPDX-License-Identifier: GPL-2.0-or-later
// Text to tree. Total: any bytes are a query; what cannot be an operator is words, and a note says
// so. docs/query-language.md tells the language to users.
//
//   query   := and (OR and)*            and   := group (AND group)*
//   group   := item+                    item  := ('-' | NOT)* near
//   near    := primary (NEAR/n primary)*
//   primary := word | word* | "phrase" | "phrase*" | field:value | field:( query ) | ( query )
#ifndef IDSEARCH_QUERY_GRAMMAR_HPP
#define IDSEARCH_QUERY_GRAMMAR_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"

namespace idsearch::query {

struct GrammarNote {
  QueryNote note;
  bool repair = true;  ///< false: nothing was wrong, it is only good to know
};

/// Bytes of the query, half open.
struct SignRange {
  std::size_t begin = 0, end = 0;

  bool operator==(const SignRange&) const = default;
};

struct ParsedQuery {
  std::string text;  ///< the query with invalid UTF-8 repaired; columns count in it
  Node root;
  std::vector<GrammarNote> notes;  ///< by column
  /// Signs that mean nothing where they stand (unclosed quotation marks, stray stars, …), by place:
  /// without them the query is the same, and needs no repair.
  std::vector<SignRange> ignored;
};

/// Never throws but std::bad_alloc. Time and stack are bounded by the limits of query/rank.hpp.
ParsedQuery parse_query(std::string_view bytes);

/// The message of Error{BadQuery}: what is wrong, the query line, and a caret under the place.
std::string show_with_caret(std::string_view query, const QueryNote& note);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_GRAMMAR_HPP
