// SPDX-License-Identifier: GPL-2.0-or-later
// Words, phrases and operators of a query.
#include "query/lexer.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

#include "query/chars.hpp"
#include "query/lexer_state.hpp"
#include "query/rank.hpp"
#include "text/iso_dates.hpp"

namespace idsearch::query {
namespace {

/// The number of "NEAR/5"; nullopt when the chunk is no well-formed NEAR.
std::optional<std::uint32_t> near_distance(std::string_view chunk) {
  if (chunk == "NEAR") return kDefaultNear;
  if (!chunk.starts_with("NEAR/")) return std::nullopt;
  chunk.remove_prefix(5);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(chunk.data(), chunk.data() + chunk.size(), number);
  if (chunk.empty() || end != chunk.data() + chunk.size()) return std::nullopt;
  // More digits than a number holds is still a number: as far as NEAR goes.
  if (error == std::errc::result_out_of_range) return kMaxNear + 1;
  return error == std::errc{} && number > 0 ? std::optional{number} : std::nullopt;
}

/// "/s", "/p", as in databases of law also in capitals.
std::optional<NearScope> slash_scope(std::string_view word) {
  if (word == "/s" || word == "/S") return NearScope::Sentence;
  if (word == "/p" || word == "/P") return NearScope::Paragraph;
  return std::nullopt;
}

}  // namespace

std::vector<Token> Lexer::run() {
  while (at_ < text_.size() && words_ < kMaxWords) step();
  if (at_ < text_.size() && words_ >= kMaxWords) {
    note("the query is cut after " + std::to_string(kMaxWords) + " words", at_, text_.size() - at_);
  }
  return std::move(tokens_);
}

void Lexer::step() {
  if (const std::size_t blank = blank_length(text_, at_)) {
    at_ += blank;
    fresh_ = true;
    return;
  }
  const std::size_t begin = at_;
  switch (text_[at_]) {
    case '(':
      push(TokenKind::Open, begin, ++at_);
      fresh_ = true;
      return;
    case ')':
      push(TokenKind::Close, begin, ++at_);
      fresh_ = false;
      return;
    case '-':
      return dashes();
    case '*':
      while (at_ < text_.size() && text_[at_] == '*') ++at_;
      note("a star stands at the end of a word, behind at least " +
               std::to_string(kMinWildcardLetters) + " letters; ignored here",
           begin, at_ - begin);
      ignore(begin, at_);
      fresh_ = false;
      return;
    default:
      break;
  }
  if (quote_length(text_, at_) > 0) {
    phrase(nullptr);
  } else if (!field()) {
    chunk(nullptr);
  }
  fresh_ = false;
}

void Lexer::dashes() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] == '-') ++at_;
  const bool glued =
      at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ')' && text_[at_] != '*';
  if (fresh_ && glued && at_ - begin == 1) {
    push(TokenKind::Minus, begin, at_);
  } else if (fresh_) {
    note(glued ? "only a single minus leaves a word out; ignored here"
               : "a minus touches the word that it leaves out; ignored here",
         begin, at_ - begin);
    ignore(begin, at_);
  }
  fresh_ = false;
}

void Lexer::chunk(const store::Field* field) {
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == ')' || blank_length(text_, at_) > 0 || quote_length(text_, at_) > 0) break;
    if (c == '(') {
      const std::size_t close = glued_bracket_end(begin);
      if (close == 0) break;
      at_ = close;
      continue;
    }
    ++at_;
  }
  assert(at_ > begin);
  std::string_view word = text_.substr(begin, at_ - begin);
  const bool negated =
      !tokens_.empty() && tokens_.back().kind == TokenKind::Minus && tokens_.back().end == begin;
  if (field == nullptr && !negated && is_operator_word(word) && operator_token(word, begin)) {
    return;
  }
  if (field == nullptr && is_slash_operator(word, begin)) {
    push(TokenKind::Near, begin, at_);
    tokens_.back().scope = slash_scope(word).value();
    return;
  }
  const bool begins =
      tokens_.empty() || tokens_.back().end < begin || tokens_.back().kind == TokenKind::Open;
  const bool ends = at_ == text_.size() || text_[at_] == ')' || blank_length(text_, at_) > 0;
  if (field == nullptr && slash_scope(word) && begins && ends) {
    note(std::string{word} + " needs words, phrases or brackets of words around it; read as a word",
         begin, at_ - begin);
  }
  std::size_t stars = 0;
  while (!word.empty() && word.back() == '*') word.remove_suffix(1), ++stars;
  while (!word.empty() && (word.front() == '-' || word.front() == '*')) word.remove_prefix(1);
  if (word.empty()) return;  // behind a quotation mark that was not closed
  ++words_;
  if (word.find('*') != std::string_view::npos) {
    note("a star stands only at the end of a word; ignored", begin, at_ - begin);
    ignore_stars(begin, at_);
  } else if (stars > 0 && !takes_star(word, begin)) {
    ignore_stars(begin, at_);
  } else if (stars > 0) {
    Node node;
    node.kind = NodeKind::Prefix;
    node.text = std::string{word};
    node.field = field;
    return push_node(std::move(node), begin);
  }
  push_node(words_node(word, field, begin, at_), begin);
}

bool Lexer::is_slash_operator(std::string_view word, std::size_t begin) const {
  if (!slash_scope(word) || tokens_.empty()) return false;
  const TokenKind before = tokens_.back().kind;
  if (before != TokenKind::Primary && before != TokenKind::Close) return false;
  if (tokens_.back().end == begin || blank_length(text_, at_) == 0) return false;
  std::size_t next = at_;
  while (const std::size_t blank = blank_length(text_, next)) next += blank;
  return next < text_.size() && text_[next] != ')';
}

std::size_t Lexer::glued_bracket_end(std::size_t begin) const {
  const std::string_view before = text_.substr(begin, at_ - begin);
  if (before.empty() || is_operator_word(before)) return 0;
  if (!is_word_byte(before.back()) && before.back() != ')') return 0;
  std::size_t depth = 0;
  for (std::size_t i = at_; i < text_.size(); ++i) {
    if (blank_length(text_, i) > 0 || quote_length(text_, i) > 0) return 0;
    if (text_[i] == '(') ++depth;
    if (text_[i] == ')' && --depth == 0) return i + 1;
  }
  return 0;
}

bool Lexer::operator_token(std::string_view word, std::size_t begin) {
  if (word == "AND") return push(TokenKind::And, begin, at_), true;
  if (word == "OR") return push(TokenKind::Or, begin, at_), true;
  if (word == "NOT") return push(TokenKind::Not, begin, at_), true;
  std::optional<std::uint32_t> distance = near_distance(word);
  if (!distance) {
    note("NEAR takes a distance from 1: a NEAR/5 b; read as words", begin, at_ - begin);
    return false;
  }
  if (*distance > kMaxNear) {
    note("NEAR reaches at most " + std::to_string(kMaxNear) + " words", begin, at_ - begin);
    distance = kMaxNear;
  }
  push(TokenKind::Near, begin, at_);
  tokens_.back().distance = *distance;
  return true;
}

void Lexer::push(TokenKind kind, std::size_t begin, std::size_t end) {
  Token token;
  token.kind = kind;
  token.begin = begin;
  token.end = end;
  tokens_.push_back(std::move(token));
}

void Lexer::push_node(Node node, std::size_t begin) {
  push(TokenKind::Primary, begin, at_);
  node.begin = begin;
  node.end = at_;
  tokens_.back().node = std::move(node);
}

void Lexer::note(std::string message, std::size_t begin, std::size_t length) {
  notes_.push_back({{std::move(message), begin, length}, true});
}

void Lexer::ignore_stars(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at)
    if (text_[at] == '*') ignore(at, at + 1);
}

std::vector<Token> lex(std::string_view query, std::vector<GrammarNote>& notes,
                       std::vector<SignRange>& ignored) {
  return Lexer(query, notes, ignored).run();
}

bool is_legal_value(const store::Field& field, std::string_view value) {
  return field.kind != store::FieldKind::Range || text::parse_iso_range(value).has_value();
}

bool is_operator_word(std::string_view chunk) {
  return chunk == "AND" || chunk == "OR" || chunk == "NOT" || chunk == "NEAR" ||
         chunk.starts_with("NEAR/");
}

Node words_node(std::string_view text, const store::Field* field, std::size_t begin,
                std::size_t end) {
  Node node;
  node.kind = NodeKind::Words;
  node.text = is_operator_word(text) ? lower_ascii(text) : std::string{text};
  // The slash alone would make it an operator elsewhere; it is no part of the word.
  if (slash_scope(text)) node.text = text.substr(1);
  node.field = field;
  node.begin = begin;
  node.end = end;
  return node;
}

}  // namespace idsearch::query
