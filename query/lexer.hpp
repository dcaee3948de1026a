// SPDX-License-Identifier: GPL-2.0-or-later
// Query text to tokens: where words, phrases, fields and operators begin and end.
#ifndef IDSEARCH_QUERY_LEXER_HPP
#define IDSEARCH_QUERY_LEXER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/ast.hpp"
#include "query/grammar.hpp"

namespace idsearch::query {

enum class TokenKind { Primary, Open, Close, And, Or, Not, Minus, Near, Field };

struct Token {
  TokenKind kind = TokenKind::Primary;
  Node node;                            ///< Primary: Words, Prefix, Phrase or Filter
  const store::Field* field = nullptr;  ///< Field: what the bracket behind it is bound to
  NearScope scope = NearScope::Words;   ///< Near
  std::uint32_t distance = 0;           ///< likewise, of words
  std::size_t begin = 0, end = 0;       ///< bytes of the query
};

/// Tokens of valid UTF-8, at most kMaxWords words of it. Field stands only before Open; Minus only
/// before what it is glued to. Whether operators have operands is the parser's question. Notes are
/// appended, and so is to `ignored` what they say is ignored.
std::vector<Token> lex(std::string_view query, std::vector<GrammarNote>& notes,
                       std::vector<SignRange>& ignored);

/// Takes out brackets that have no partner, hold nothing, or lie too deep: with a note each. What
/// is left is balanced and at most kMaxDepth deep, so that the parser may recurse.
std::vector<Token> balance(std::vector<Token> tokens, std::vector<GrammarNote>& notes,
                           std::vector<SignRange>& ignored);

/// Filter values that fit the field, or all of them where any text does: dates are checked.
bool is_legal_value(const store::Field& field, std::string_view value);

/// A Words node; what would be read as an operator is put in lower case, or loses its slash.
Node words_node(std::string_view text, const store::Field* field, std::size_t begin,
                std::size_t end);

/// True for AND, OR, NOT, NEAR and NEAR/…: words that are operators when they stand alone.
bool is_operator_word(std::string_view chunk);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_LEXER_HPP
