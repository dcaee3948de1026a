// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/grammar.hpp"

#include <algorithm>
#include <utility>

#include "query/bound_values.hpp"
#include "query/chars.hpp"
#include "query/lexer.hpp"
#include "query/rank.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

constexpr std::string_view kTooManyNears = "joins eight words or phrases at most";
static_assert(kMaxNearOperands == 8);
constexpr std::string_view kNearOperands =
    "needs words, phrases or brackets of words of one field around it";

using Tokens = std::vector<Token>;

/// One node for several: none, the only one, or a new one of this kind.
Node combine(NodeKind kind, std::vector<Node> children) {
  std::erase_if(children, [](const Node& child) { return child.kind == NodeKind::Nothing; });
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  Node node;
  node.kind = kind;
  node.begin = children.front().begin;
  node.end = children.back().end;
  node.children = std::move(children);
  return node;
}

Node negate(Node node) {
  if (node.kind == NodeKind::Nothing) return node;
  if (node.kind == NodeKind::Not) return Node{std::move(node.children.front())};
  Node result;
  result.kind = NodeKind::Not;
  result.begin = node.begin;
  result.end = node.end;
  result.children.push_back(std::move(node));
  return result;
}

bool is_word(const Node& node) {
  return node.kind == NodeKind::Words || node.kind == NodeKind::Prefix ||
         node.kind == NodeKind::Phrase;
}

/// Words, phrases, and brackets of nothing else, all bound to the same field.
bool is_near_operand(const Node& node) {
  if (is_word(node)) return true;
  if (node.kind != NodeKind::Or && node.kind != NodeKind::Group) return false;
  return std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) {
    return is_word(child) && child.field == node.children.front().field;
  });
}

const store::Field* field_of(const Node& operand) {
  return is_word(operand) ? operand.field : operand.children.front().field;
}

class Parser {
 public:
  Parser(Tokens tokens, std::string_view query, std::vector<GrammarNote>& notes,
         std::vector<SignRange>& ignored)
      : tokens_(std::move(tokens)), query_(query), notes_(notes), ignored_(ignored) {}

  Node run() { return parse_or(nullptr); }

 private:
  bool at_end() const { return at_ >= tokens_.size() || tokens_[at_].kind == TokenKind::Close; }
  TokenKind kind() const { return tokens_[at_].kind; }
  bool is(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool primary_at(std::size_t i) const {
    return i < tokens_.size() &&
           (tokens_[i].kind == TokenKind::Primary || tokens_[i].kind == TokenKind::Open ||
            tokens_[i].kind == TokenKind::Field);
  }

  Node parse_or(const store::Field* scope) {
    std::vector<Node> children;
    children.push_back(parse_and(scope));
    while (is(TokenKind::Or)) {
      ++at_;
      children.push_back(parse_and(scope));
    }
    return combine(NodeKind::Or, std::move(children));
  }

  Node parse_and(const store::Field* scope) {
    std::vector<Node> children;
    children.push_back(parse_group(scope));
    while (is(TokenKind::And)) {
      ++at_;
      children.push_back(parse_group(scope));
    }
    return combine(NodeKind::And, std::move(children));
  }

  /// Up to a bracket's end or an operator that has something on both sides.
  Node parse_group(const store::Field* scope) {
    std::vector<Node> items;
    while (!at_end()) {
      if (kind() == TokenKind::And || kind() == TokenKind::Or) {
        const bool followed = at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind != TokenKind::Close;
        if (!items.empty() && followed) break;
        demote(items, scope, items.empty() ? "has nothing before it" : "has nothing behind it");
      } else if (kind() == TokenKind::Near) {
        demote(items, scope, kNearOperands);
      } else {
        parse_item(items, scope);
      }
    }
    return combine(NodeKind::Group, std::move(items));
  }

  void parse_item(std::vector<Node>& items, const store::Field* scope) {
    const std::size_t first = at_;
    bool negative = false;
    while (is(TokenKind::Not) || is(TokenKind::Minus)) {
      negative = !negative;
      ++at_;
    }
    if (at_ == first) return parse_near(items, false, scope);
    const bool glued = tokens_[at_ - 1].kind == TokenKind::Not ||
                       (primary_at(at_) && tokens_[at_].begin == tokens_[at_ - 1].end);
    if (primary_at(at_) && glued) return parse_near(items, negative, scope);
    // Nothing to leave out: NOT becomes a word, a minus is ignored.
    at_ = first;
    if (kind() == TokenKind::Not) return demote(items, scope, "has nothing behind it");
    note("a minus touches the word that it leaves out; ignored here", tokens_[at_]);
    ignored_.push_back({tokens_[at_].begin, tokens_[at_].end});
    ++at_;
  }

  void parse_near(std::vector<Node>& items, bool negative, const store::Field* scope) {
    std::vector<Node> chain;
    std::vector<std::uint32_t> distances;
    NearScope scope_of_chain = NearScope::Words;
    const auto finish = [&] {
      Node node;
      if (chain.size() == 1) {
        node = std::move(chain.front());
      } else {
        node.kind = NodeKind::Near;
        node.scope = scope_of_chain;
        node.begin = chain.front().begin;
        node.end = chain.back().end;
        node.children = std::move(chain);
        node.distances = std::move(distances);
      }
      chain.clear();
      distances.clear();
      if (node.kind == NodeKind::Nothing) return;
      items.push_back(std::exchange(negative, false) ? negate(std::move(node)) : std::move(node));
    };
    chain.push_back(parse_primary(scope));
    while (is(TokenKind::Near) && primary_at(at_ + 1)) {
      const std::size_t near = at_++;
      Node next = parse_primary(scope);
      const bool suits = is_near_operand(chain.back()) && is_near_operand(next) &&
                         field_of(chain.back()) == field_of(next);
      const bool goes_on = chain.size() == 1 || tokens_[near].scope == scope_of_chain;
      if (suits && goes_on && chain.size() < kMaxNearOperands) {
        scope_of_chain = tokens_[near].scope;
        distances.push_back(tokens_[near].distance);
      } else {
        finish();
        const std::size_t behind = std::exchange(at_, near);
        demote(items, scope,
               !suits     ? kNearOperands
               : !goes_on ? "is another operator than that before it: join the two by AND"
                          : kTooManyNears);
        at_ = behind;
      }
      chain.push_back(std::move(next));
    }
    finish();
  }

  Node parse_primary(const store::Field* scope) {
    const Token& token = tokens_[at_];
    if (token.kind == TokenKind::Primary) {
      ++at_;
      return bind(token.node, scope);
    }
    if (token.kind == TokenKind::Field) {
      scope = token.field;
      ++at_;
    }
    ++at_;  // the opening bracket
    Node inside = parse_or(scope);
    if (is(TokenKind::Close)) ++at_;
    return inside;
  }

  /// A word inside `field:( … )` belongs to that field, and so does what follows it in a list.
  Node bind(const Node& node, const store::Field* scope) {
    if (scope == nullptr || node.field != nullptr) return node;
    std::vector<Node> list{node};
    while (scope->kind != store::FieldKind::Text && is(TokenKind::Primary) &&
           goes_on(list.back(), tokens_[at_].node)) {
      list.push_back(tokens_[at_++].node);
    }
    return bound_to(*scope, list, notes_);
  }

  /// The operator here becomes an ordinary word.
  void demote(std::vector<Node>& items, const store::Field* scope, std::string_view why) {
    const Token& token = tokens_[at_];
    const std::string_view word = query_.substr(token.begin, token.end - token.begin);
    // A slash and a letter are nothing to look for.
    if (token.kind == TokenKind::Near && token.scope != NearScope::Words) {
      note(std::string{word} + " " + std::string{why} + "; ignored here", token);
      ++at_;
      return;
    }
    note(std::string{word} + " " + std::string{why} + "; read as a word", token);
    const bool text_scope = scope != nullptr && scope->kind == store::FieldKind::Text;
    items.push_back(words_node(word, text_scope ? scope : nullptr, token.begin, token.end));
    ++at_;
  }

  void note(std::string message, const Token& token) {
    notes_.push_back({{std::move(message), token.begin, token.end - token.begin}, true});
  }

  Tokens tokens_;
  std::string_view query_;
  std::vector<GrammarNote>& notes_;
  std::vector<SignRange>& ignored_;
  std::size_t at_ = 0;
};

/// The same about several places is told about the first.
void tell_once(std::vector<GrammarNote>& notes) {
  std::vector<GrammarNote> kept;
  std::vector<std::size_t> times;
  for (GrammarNote& note : notes) {
    const auto known = std::ranges::find_if(kept, [&](const GrammarNote& other) {
      return other.note.message == note.note.message && other.repair == note.repair;
    });
    if (known != kept.end()) {
      ++times[static_cast<std::size_t>(known - kept.begin())];
    } else {
      kept.push_back(std::move(note));
      times.push_back(1);
    }
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (times[i] > 1) kept[i].note.message += " (" + std::to_string(times[i]) + " times)";
  notes = std::move(kept);
}

}  // namespace

ParsedQuery parse_query(std::string_view bytes) {
  ParsedQuery result;
  text::RepairedText repaired = text::repair_utf8(bytes);
  result.text = std::move(repaired.text);
  if (!repaired.bad_offsets.empty()) {
    result.notes.push_back(
        {{"the query is not valid UTF-8; U+FFFD stands for the faulty bytes", 0, 0}, true});
  }
  std::string_view query = result.text;
  if (query.size() > kMaxQueryBytes) {
    // Behind a word, so that no other one is looked for; in the middle of one that is longer.
    constexpr std::size_t kLongestKept = 512;
    std::size_t cut = query.find_last_of(" \t\n", kMaxQueryBytes);
    if (cut == query.npos || cut + kLongestKept < kMaxQueryBytes)
      cut = text::char_floor(query, kMaxQueryBytes);
    result.notes.push_back({{"the query is cut after " + std::to_string(kMaxQueryBytes) + " bytes",
                             cut, query.size() - cut},
                            true});
    query = query.substr(0, cut);
  }
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  const std::string unmarked = blank_marks(query, marks);
  if (!marks.empty()) {
    // A pasted page has dozens of them.
    const auto [begin, length] = marks.front();
    const bool one = marks.size() == 1;
    const std::string others =
        one ? " is" : " and " + std::to_string(marks.size() - 1) + " more like it are";
    result.notes.push_back({{std::string{query.substr(begin, length)} + others + " taken for " +
                                 (one ? "a footnote mark" : "footnote marks") + " and ignored",
                             begin, length},
                            false});
  }
  Tokens tokens =
      balance(lex(unmarked, result.notes, result.ignored), result.notes, result.ignored);
  result.root = Parser(std::move(tokens), unmarked, result.notes, result.ignored).run();
  std::ranges::sort(result.ignored, {}, &SignRange::begin);
  std::stable_sort(
      result.notes.begin(), result.notes.end(),
      [](const GrammarNote& a, const GrammarNote& b) { return a.note.column < b.note.column; });
  tell_once(result.notes);
  if (result.notes.size() > kMaxNotes) {
    const std::size_t more = result.notes.size() - kMaxNotes;
    result.notes.resize(kMaxNotes);
    result.notes.push_back(
        {{"… and " + std::to_string(more) + (more == 1 ? " note more" : " notes more"), 0, 0},
         true});
  }
  return result;
}

}  // namespace idsearch::query
