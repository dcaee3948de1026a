// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/lexer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <optional>
#include <utility>

#include "query/chars.hpp"
#include "query/nearest.hpp"
#include "query/rank.hpp"
#include "text/iso_dates.hpp"

namespace idsearch::query {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string result{text};
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_ascii_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

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

/// Squeezed, and so that quotation marks can be put around it again: where no pair fits, the marks
/// inside become blanks.
std::string quotable(std::string_view text) {
  std::string inside = squeeze(text);
  if (!quoted(inside).empty()) return inside;
  for (std::size_t i = 0; i < inside.size();) {
    const std::size_t mark = quote_length(inside, i);
    inside.replace(i, mark, mark, ' ');
    i += std::max<std::size_t>(mark, 1);
  }
  return squeeze(inside);
}

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<GrammarNote>& notes) : text_(query), notes_(notes) {}

  std::vector<Token> run() {
    while (at_ < text_.size() && words_ < kMaxWords) step();
    if (at_ < text_.size() && words_ >= kMaxWords) {
      note("the query is cut after " + std::to_string(kMaxWords) + " words", at_,
           text_.size() - at_);
    }
    return std::move(tokens_);
  }

 private:
  void step() {
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

  /// One dash glued to what follows, behind a blank or bracket, is a minus; all others are ignored.
  void dashes() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] == '-') ++at_;
    const bool glued = at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ')' &&
                       text_[at_] != '*';
    if (fresh_ && glued && at_ - begin == 1) {
      push(TokenKind::Minus, begin, at_);
    } else if (fresh_) {
      note(glued ? "only a single minus leaves a word out; ignored here"
                 : "a minus touches the word that it leaves out; ignored here",
           begin, at_ - begin);
    }
    fresh_ = false;
  }

  /// A quotation mark: the phrase up to its partner, or nothing but a note.
  void phrase(const store::Field* field) {
    const std::size_t begin = at_, open = quote_length(text_, at_);
    const std::size_t close = find_closing_quote(text_, begin);
    if (close == std::string_view::npos) {
      at_ += open;
      note("this quotation mark is not closed; what follows is read as words", begin, open);
      return;
    }
    std::string inside = quotable(text_.substr(begin + open, close - begin - open));
    at_ = close + std::max<std::size_t>(quote_length(text_, close), 1);
    if (at_ < text_.size() && text_[at_] == '*') {
      note("a phrase takes no star; ignored", at_, 1);
      while (at_ < text_.size() && text_[at_] == '*') ++at_;
    }
    if (count_letters(inside) == 0) {
      note("there is no word between these quotation marks; ignored", begin, at_ - begin);
      return;
    }
    words_ += 1 + static_cast<std::size_t>(std::count(inside.begin(), inside.end(), ' '));
    Node node;
    node.kind = NodeKind::Phrase;
    node.text = std::move(inside);
    node.field = field;
    push_node(std::move(node), begin);
  }

  /// `name:` of a known field with what stands behind it. False when there is none here.
  bool field() {
    std::size_t colon = at_;
    while (colon < text_.size() && is_ascii_letters(text_.substr(colon, 1))) ++colon;
    if (colon == at_ || colon >= text_.size() || text_[colon] != ':') return false;
    const std::string_view name = text_.substr(at_, colon - at_);
    const store::Field* known = field_named(name);
    if (known == nullptr) {
      note_unknown_field(name, colon);
      return false;
    }
    const std::size_t begin = at_;
    at_ = colon + 1;
    if (at_ < text_.size() && text_[at_] == '(') {
      Token token;
      token.kind = TokenKind::Field;
      token.field = known;
      token.begin = begin;
      token.end = at_;
      tokens_.push_back(std::move(token));
    } else if (known->kind == store::FieldKind::Text) {
      text_value(*known, begin);
    } else {
      filter_value(*known, begin);
    }
    return true;
  }

  void text_value(const store::Field& known, std::size_t begin) {
    while (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '*')) ++at_;
    const std::size_t tokens = tokens_.size();
    if (at_ < text_.size() && quote_length(text_, at_) > 0) phrase(&known);
    // No quotation mark, or one that is not closed and was passed over.
    if (tokens_.size() == tokens && at_ < text_.size() && blank_length(text_, at_) == 0 &&
        text_[at_] != '(' && text_[at_] != ')' && quote_length(text_, at_) == 0) {
      chunk(&known);
    }
    if (tokens_.size() == tokens) return no_value(known, begin);
    tokens_.back().begin = tokens_.back().node.begin = begin;
  }

  void filter_value(const store::Field& known, std::size_t begin) {
    Node node;
    node.kind = NodeKind::Filter;
    node.field = &known;
    std::vector<std::string> values;
    while (at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ')' &&
           text_[at_] != '(') {
      if (text_[at_] == ',') {
        ++at_;
      } else if (quote_length(text_, at_) > 0) {
        const std::size_t open = quote_length(text_, at_), close = find_closing_quote(text_, at_);
        if (close == std::string_view::npos) {
          note("this quotation mark is not closed; ignored", at_, open);
          at_ += open;
          continue;
        }
        values.push_back(quotable(text_.substr(at_ + open, close - at_ - open)));
        at_ = close + std::max<std::size_t>(quote_length(text_, close), 1);
      } else {
        const std::size_t first = at_;
        while (at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ',' &&
               text_[at_] != '(' && text_[at_] != ')' && quote_length(text_, at_) == 0) {
          ++at_;
        }
        values.emplace_back(text_.substr(first, at_ - first));
      }
    }
    for (const std::string& value : values) {
      if (count_letters(value) > 0 || value == "_") node.values.push_back(value);
    }
    if (node.values.empty()) return no_value(known, begin);
    for (const std::string& value : node.values) {
      if (is_legal_value(known, value)) continue;
      note("“" + value + "” is no date: write " + std::string{known.name} +
               ":2025, 2025-01, 2025-01-29 or 2025-01..2026-06; read as words",
           begin, at_ - begin);
      return filter_as_words(known, values, begin);
    }
    words_ += node.values.size();
    push_node(std::move(node), begin);
  }

  void filter_as_words(const store::Field& known, const std::vector<std::string>& values,
                       std::size_t begin) {
    std::string words{known.name};
    for (const std::string& value : values) {
      words += ' ';
      for (std::size_t i = 0; i < value.size();) {
        const std::size_t mark = quote_length(value, i);
        words += mark == 0 && is_word_byte(value[i]) ? value[i] : ' ';
        i += std::max<std::size_t>(mark, 1);
      }
    }
    words = squeeze(words);
    if (!tokens_.empty() && tokens_.back().kind == TokenKind::Minus) {
      Node node;  // what is left out is the words in this order, not each of them
      node.kind = NodeKind::Phrase;
      node.text = words;
      return push_node(std::move(node), begin);
    }
    for (std::size_t i = 0; i < words.size();) {
      const std::size_t end = std::min(words.find(' ', i), words.size());
      push_node(words_node(std::string_view{words}.substr(i, end - i), nullptr, begin, at_), begin);
      i = end + 1;
    }
  }

  void no_value(const store::Field& known, std::size_t begin) {
    note("“" + std::string{known.name} +
             ":” has no value right behind the colon; read as a word (example: " +
             std::string{known.example} + ")",
         begin, at_ - begin);
    ++words_;
    push_node(words_node(known.name, nullptr, begin, at_), begin);
  }

  void note_unknown_field(std::string_view name, std::size_t colon) {
    // "https://", "Law: the" and "::" are no try at a field.
    if (colon + 1 >= text_.size() || blank_length(text_, colon + 1) > 0 ||
        std::string_view{"/:)"}.find(text_[colon + 1]) != std::string_view::npos) {
      return;
    }
    std::array<std::string_view, store::kFields.size()> names;
    std::transform(store::kFields.begin(), store::kFields.end(), names.begin(),
                   [](const store::Field& known) { return known.name; });
    const std::string_view near = nearest(lower_ascii(name), names);
    std::string message = "there is no field “" + std::string{name} + "”";
    if (!near.empty()) message += " (did you mean “" + std::string{near} + "”?)";
    note(message + "; read as words", at_, colon + 1 - at_);
  }

  /// Everything up to the next blank, quotation mark or bracket. A bracket glued behind a letter
  /// and closed before the next blank is part of it: `12(1)(a)`.
  void chunk(const store::Field* field) {
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
    std::size_t stars = 0;
    while (!word.empty() && word.back() == '*') word.remove_suffix(1), ++stars;
    while (!word.empty() && word.front() == '-') word.remove_prefix(1);
    if (word.empty()) return;  // behind a quotation mark that was not closed
    ++words_;
    if (word.find('*') != std::string_view::npos) {
      note("a star stands only at the end of a word; ignored", begin, at_ - begin);
    } else if (stars > 0 && count_letters(word) < kMinWildcardLetters) {
      note("a star needs at least " + std::to_string(kMinWildcardLetters) +
               " letters before it; read as the word “" + std::string{word} + "”",
           begin, at_ - begin);
    } else if (stars > 0 && wildcards_ >= kMaxWildcards) {
      note("a query has at most " + std::to_string(kMaxWildcards) +
               " wildcards; read as the word “" + std::string{word} + "”",
           begin, at_ - begin);
    } else if (stars > 0) {
      ++wildcards_;
      Node node;
      node.kind = NodeKind::Prefix;
      node.text = std::string{word};
      node.field = field;
      return push_node(std::move(node), begin);
    }
    push_node(words_node(word, field, begin, at_), begin);
  }

  /// The place behind a bracket that belongs to the word before it; 0 when it does not.
  std::size_t glued_bracket_end(std::size_t begin) const {
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

  bool operator_token(std::string_view word, std::size_t begin) {
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

  void push(TokenKind kind, std::size_t begin, std::size_t end) {
    Token token;
    token.kind = kind;
    token.begin = begin;
    token.end = end;
    tokens_.push_back(std::move(token));
  }

  void push_node(Node node, std::size_t begin) {
    push(TokenKind::Primary, begin, at_);
    node.begin = begin;
    node.end = at_;
    tokens_.back().node = std::move(node);
  }

  void note(std::string message, std::size_t begin, std::size_t length) {
    notes_.push_back({{std::move(message), begin, length}, true});
  }

  std::string_view text_;
  std::vector<GrammarNote>& notes_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0, wildcards_ = 0;
  bool fresh_ = true;  ///< at the start of the text, or behind a blank or opening bracket
};

}  // namespace

std::vector<Token> lex(std::string_view query, std::vector<GrammarNote>& notes) {
  return Lexer(query, notes).run();
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
  node.field = field;
  node.begin = begin;
  node.end = end;
  return node;
}

}  // namespace idsearch::query
