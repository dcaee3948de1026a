// SPDX-License-Identifier: GPL-2.0-or-later
// The state of reading a query, shared by lexer.cpp (words, operators), lexer_phrases.cpp
// (phrases, wildcards) and lexer_fields.cpp (`name:` and what stands behind it).
#ifndef IDSEARCH_QUERY_LEXER_STATE_HPP
#define IDSEARCH_QUERY_LEXER_STATE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/lexer.hpp"

namespace idsearch::query {

/// Squeezed, and so that quotation marks can be put around it again: where no pair fits, the marks
/// inside become blanks.
std::string quotable(std::string_view text);

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<GrammarNote>& notes, std::vector<SignRange>& ignored)
      : text_(query), notes_(notes), ignored_(ignored) {}

  std::vector<Token> run();

 private:
  void step();
  /// One dash glued to what follows, behind a blank or bracket, is a minus; all others are ignored.
  void dashes();
  /// A quotation mark: the phrase up to its partner, or nothing but a note.
  void phrase(const store::Field* field);
  /// `name:` of a known field with what stands behind it. False when there is none here.
  bool field();
  void text_value(const store::Field& known, std::size_t begin);
  void filter_value(const store::Field& known, std::size_t begin);
  void filter_as_words(const store::Field& known, const std::vector<std::string>& values,
                       std::size_t begin);
  /// A blank behind a comma, or before the dots of a range, ends the value, but hardly on purpose.
  void note_blank_in_list(const store::Field& known, std::size_t begin, bool ends_in_comma);
  void no_value(const store::Field& known, std::size_t begin);
  void note_unknown_field(std::string_view name, std::size_t colon);
  /// Everything up to the next blank, quotation mark or bracket. A bracket glued behind a letter
  /// and closed before the next blank is part of it: `12(1)(a)`.
  void chunk(const store::Field* field);
  /// The place behind a bracket that belongs to the word before it; 0 when it does not.
  std::size_t glued_bracket_end(std::size_t begin) const;
  bool operator_token(std::string_view word, std::size_t begin);
  /// Whether "/s" or "/p" stands as an operator: alone, with something to connect on both sides.
  bool is_slash_operator(std::string_view word, std::size_t begin) const;
  /// Takes the star off the last word of a phrase; true when it is a wildcard.
  bool open_end(std::string& inside, std::size_t begin);
  /// Whether the wildcard `word` + "*" can be had; else a note says why not.
  bool takes_star(std::string_view word, std::size_t begin);
  void push(TokenKind kind, std::size_t begin, std::size_t end);
  void push_node(Node node, std::size_t begin);
  void note(std::string message, std::size_t begin, std::size_t length);
  /// These signs have no meaning here.
  void ignore(std::size_t begin, std::size_t end) { ignored_.push_back({begin, end}); }
  void ignore_stars(std::size_t begin, std::size_t end);

  std::string_view text_;
  std::vector<GrammarNote>& notes_;
  std::vector<SignRange>& ignored_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0, wildcards_ = 0;
  bool fresh_ = true;  ///< at the start of the text, or behind a blank or opening bracket
};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_LEXER_STATE_HPP
