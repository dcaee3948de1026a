// SPDX-License-Identifier: GPL-2.0-or-later
// Which brackets of a query mean something?
#include <algorithm>
#include <utility>

#include "query/lexer.hpp"
#include "query/rank.hpp"

namespace idsearch::query {

std::vector<Token> balance(std::vector<Token> tokens, std::vector<GrammarNote>& notes,
                           std::vector<SignRange>& ignored) {
  std::vector<bool> drop(tokens.size());
  std::vector<std::size_t> open;
  bool too_deep = false;
  const auto note = [&](std::string message, const Token& token) {
    notes.push_back({{std::move(message), token.begin, token.end - token.begin}, true});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::Open) {
      open.push_back(i);
    } else if (tokens[i].kind == TokenKind::Close) {
      if (open.empty()) {
        drop[i] = true;
        note("this closing bracket has no opening one; ignored", tokens[i]);
        continue;
      }
      const std::size_t first = open.back();
      open.pop_back();
      const bool empty = std::all_of(drop.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                     drop.begin() + static_cast<std::ptrdiff_t>(i),
                                     [](bool dropped) { return dropped; });
      if (empty) {
        drop[first] = drop[i] = true;
        note("there is nothing between these brackets; ignored", tokens[first]);
      } else if (open.size() >= kMaxDepth) {
        drop[first] = drop[i] = true;
        if (!std::exchange(too_deep, true)) {
          note("brackets go at most " + std::to_string(kMaxDepth) + " deep; ignored from here",
               tokens[first]);
        }
      }
    }
  }
  for (std::size_t i : open) {
    drop[i] = true;
    note("this bracket is not closed; ignored", tokens[i]);
  }
  // A field before a bracket that is gone has lost its value.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::Field || !drop[i + 1]) continue;
    note("“" + std::string{tokens[i].field->name} + ":” has no value; read as a word", tokens[i]);
    tokens[i].node = words_node(tokens[i].field->name, nullptr, tokens[i].begin, tokens[i].end);
    tokens[i].kind = TokenKind::Primary;
  }
  std::vector<Token> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (drop[i]) {
      ignored.push_back({tokens[i].begin, tokens[i].end});
    } else {
      kept.push_back(std::move(tokens[i]));
    }
  }
  return kept;
}

}  // namespace idsearch::query
