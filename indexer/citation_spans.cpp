// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs of quotes, "<…>" and brackets. Quotes are paired from the right, so that each opening one
// knows which quotes behind it are closed and can step over them.
#include "indexer/citation_spans.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);

enum QuoteClass { kSingle, kDouble, kLow, kLowSingle, kGuillemet, kCorner, kClasses };

enum class Strength {
  Never,
  AfterS,  ///< "States’ rights": closes only when nothing later does
  Weak,    ///< end of a word, but the sentence goes on
  Strong,  ///< what follows a title follows
};

struct SpanToken {
  enum class Kind { Quote, Url, BareUrl, Semicolon, Bracket };
  Kind kind = Kind::Quote;
  std::size_t start = 0, end = 0;
  bool is_web = false;                         // of a Url: it is one, not "<em>"
  char bracket = 0;                            // of a Bracket
  int opens = -1;                              // class of quote that it can open, or -1
  std::array<Strength, kClasses> closes = {};  // Strength::Never unless set
};

// How well a ’ ends a title, by what follows and what stands before it.
Strength single_strength(std::string_view text, std::size_t start, std::size_t end) {
  const CodePoint next = code_point_at(text, end);
  if (next.length != 0 && is_word_character(next.value)) return Strength::Never;
  const bool after_s = start > 0 && to_lower(text[start - 1]) == 's';
  const std::size_t at = skip_blanks(text, end);
  if (at == text.size()) return Strength::Strong;
  if (text[at] == ',') return after_s ? Strength::AfterS : Strength::Strong;
  if (std::string_view("(<[").find(text[at]) != std::string_view::npos) return Strength::Strong;
  if (at == end) {
    if (std::string_view(";.:)]!?\"'").find(text[at]) != std::string_view::npos) {
      return Strength::Strong;
    }
    if (next.value == 0x2019 || next.value == 0x201D || next.value == 0x00BB) {
      return Strength::Strong;
    }
  }
  if (after_s) return Strength::AfterS;
  if (is_digit(text[at]) || match_any(text, at, {"accessed", "last accessed", "in", "at"}) != 0) {
    return Strength::Strong;
  }
  return Strength::Weak;
}

// Straight quotes and ‘ open at the beginning of a word only.
bool may_open(std::string_view text, std::size_t start, std::size_t end) {
  const CodePoint next = code_point_at(text, end);
  if (next.length == 0 || is_blank(next.value)) return false;
  const CodePoint before = code_point_before(text, start);
  if (before.length == 0) return true;
  return !is_word_character(before.value) && before.value != ')' && before.value != ']' &&
         before.value != '.' && before.value != ',' && before.value != 0x2019 &&
         before.value != 0x201D;
}

SpanToken quote_token(std::string_view text, std::size_t start, const CodePoint& c) {
  SpanToken token;
  token.start = start;
  token.end = start + c.length;
  const bool opening = may_open(text, token.start, token.end);
  const CodePoint before = code_point_before(text, start);
  const bool closing = before.length != 0 && !is_blank(before.value);
  switch (c.value) {
    case 0x2018:
      token.opens = kSingle;
      token.closes[kLowSingle] = Strength::Strong;
      break;
    case 0x201A:
      token.opens = kLowSingle;
      break;
    case 0x2019:
      token.closes[kSingle] = single_strength(text, token.start, token.end);
      break;
    case '\'':
      if (opening) token.opens = kSingle;
      if (closing) token.closes[kSingle] = single_strength(text, token.start, token.end);
      break;
    case 0x201C:
      token.opens = kDouble;
      token.closes[kLow] = Strength::Strong;
      break;
    case 0x201D:
      token.closes[kDouble] = token.closes[kLow] = Strength::Strong;
      break;
    case '"':
      if (opening) token.opens = kDouble;
      if (closing) token.closes[kDouble] = token.closes[kLow] = Strength::Strong;
      break;
    case 0x201E:
      token.opens = kLow;
      break;
    case 0x00AB:
      token.opens = kGuillemet;
      break;
    case 0x00BB:
      token.closes[kGuillemet] = Strength::Strong;
      break;
    case 0x300A:
    case 0x300C:
    case 0x300E:
      token.opens = kCorner;
      break;
    case 0x300B:
    case 0x300D:
    case 0x300F:
      token.closes[kCorner] = Strength::Strong;
      break;
    default:
      break;
  }
  return token;
}

bool is_quote(char32_t c) {
  switch (c) {
    case '\'':
    case '"':
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return true;
    default:
      return false;
  }
}

// The ">" of "<…>": no blank behind "<" and no other "<" before it, so that a text of many "<" is
// searched once.
std::size_t closing_angle(std::string_view text, std::size_t open) {
  const CodePoint next = code_point_at(text, open + 1);
  if (next.length == 0 || is_blank(next.value)) return kNoToken;
  const std::size_t close = text.find_first_of("<>", open + 1);
  if (close == std::string_view::npos || text[close] == '<') return kNoToken;
  return close;
}

std::vector<SpanToken> tokens_of(std::string_view text) {
  std::vector<SpanToken> tokens;
  std::size_t at = 0;
  bool in_word = false;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    SpanToken token;
    token.start = at;
    token.end = at + c.length;
    if (c.value == '<') {
      if (const std::size_t close = closing_angle(text, at); close != kNoToken) {
        token.kind = SpanToken::Kind::Url;
        token.end = close + 1;
        token.is_web = begins_url(text, at + 1);
        tokens.push_back(token);
      }
    } else if (is_quote(c.value)) {
      tokens.push_back(quote_token(text, at, c));
    } else if (c.value == '(' || c.value == ')' || c.value == '[' || c.value == ']') {
      token.kind = SpanToken::Kind::Bracket;
      token.bracket = static_cast<char>(c.value);
      tokens.push_back(token);
    } else if (c.value == 0xFF08 || c.value == 0xFF09) {  // "（2023年）"
      token.kind = SpanToken::Kind::Bracket;
      token.bracket = c.value == 0xFF08 ? '(' : ')';
      tokens.push_back(token);
    } else if (source_semicolon(text, at) != 0) {
      token.kind = SpanToken::Kind::Semicolon;
      tokens.push_back(token);
    } else if (!in_word && (c.value | 0x20) == 'h' && begins_url(text, at)) {
      token.kind = SpanToken::Kind::BareUrl;
      tokens.push_back(token);
    }
    in_word = is_word_character(c.value);
    at = token.end;
  }
  return tokens;
}

// For each token the one that closes it, or kNoToken.
std::vector<std::size_t> pair_quotes(const std::vector<SpanToken>& tokens) {
  const std::size_t count = tokens.size();
  std::vector<std::size_t> partner(count, kNoToken);
  // best[c][i]: which token closes a quote of class c whose inside goes on at token i.
  // near[c][i]: the same, a strong one before the next separator of parts only.
  using Row = std::vector<std::size_t>;
  std::array<Row, kClasses> best, near;
  for (Row& row : best) row.assign(count + 1, kNoToken);
  for (Row& row : near) row.assign(count + 1, kNoToken);
  // Of single quotes, in the same part: the next opening one, and the next that ends a mere word.
  std::size_t next_open = kNoToken;
  Row next_weak(count + 1, kNoToken);
  for (std::size_t i = count; i-- > 0;) {
    const SpanToken& token = tokens[i];
    const bool web = token.kind == SpanToken::Kind::BareUrl || token.is_web;
    if (token.opens >= 0) partner[i] = best[static_cast<std::size_t>(token.opens)][i + 1];
    if (token.opens == kSingle) {
      // "‘A ‘nested’ title’": the inner quote took the end of the title; it has another.
      if (partner[i] == kNoToken && next_open != kNoToken && partner[next_open] != kNoToken &&
          next_weak[next_open + 1] < partner[next_open]) {
        partner[i] = std::exchange(partner[next_open], next_weak[next_open + 1]);
      }
      next_open = i;
    } else if (web || token.kind == SpanToken::Kind::Semicolon) {
      next_open = kNoToken;
    }
    const std::size_t next = partner[i] == kNoToken ? i + 1 : partner[i] + 1;
    if (token.closes[kSingle] == Strength::Weak || token.closes[kSingle] == Strength::AfterS) {
      next_weak[i] = i;
    } else if (!web && token.kind != SpanToken::Kind::Semicolon) {
      next_weak[i] = next_weak[i + 1];
    }
    for (std::size_t c = 0; c < kClasses; ++c) {
      if (web) continue;
      switch (token.closes[c]) {
        case Strength::Strong:
          best[c][i] = near[c][i] = i;
          continue;
        case Strength::Weak:
          near[c][i] = near[c][i + 1];
          best[c][i] = near[c][i] == kNoToken ? i : near[c][i];
          continue;
        case Strength::AfterS:
          near[c][i] = near[c][i + 1];
          best[c][i] = best[c][i + 1] == kNoToken ? i : best[c][i + 1];
          continue;
        case Strength::Never:
          break;
      }
      best[c][i] = best[c][next];
      if (token.kind != SpanToken::Kind::Semicolon) near[c][i] = near[c][next];
    }
  }
  return partner;
}

}  // namespace

std::vector<Span> citation_spans(std::string_view text) {
  const std::vector<SpanToken> tokens = tokens_of(text);
  const std::vector<std::size_t> partner = pair_quotes(tokens);
  std::vector<Span> spans;
  std::vector<std::size_t> open;  // tokens of brackets that wait for their partner
  std::array<std::size_t, 2> waiting{};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const SpanToken& token = tokens[i];
    if (token.kind == SpanToken::Kind::Url) {
      spans.push_back({Span::Kind::Url, token.start, token.end, token.start + 1, token.end - 1, 0});
    } else if (token.kind == SpanToken::Kind::Quote && partner[i] != kNoToken) {
      const SpanToken& close = tokens[partner[i]];
      spans.push_back({Span::Kind::Quote, token.start, close.end, token.end, close.start, 0});
      i = partner[i];
    } else if (token.kind == SpanToken::Kind::Bracket) {
      const bool round = token.bracket == '(' || token.bracket == ')';
      if (token.bracket == '(' || token.bracket == '[') {
        open.push_back(i);
        ++waiting[round];
      } else if (waiting[round] > 0) {
        const char wanted = round ? '(' : '[';
        while (tokens[open.back()].bracket != wanted) {
          open.pop_back();
          --waiting[!round];
        }
        const SpanToken& start = tokens[open.back()];
        open.pop_back();
        --waiting[round];
        spans.push_back({round ? Span::Kind::Round : Span::Kind::Square, start.start, token.end,
                         start.end, token.start, 0});
      }
    }
  }
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.start < b.start; });
  std::vector<std::size_t> around;  // ends of the brackets that enclose the span at hand
  for (Span& span : spans) {
    while (!around.empty() && around.back() <= span.start) around.pop_back();
    span.depth = around.size();
    if (span.kind == Span::Kind::Round || span.kind == Span::Kind::Square) {
      around.push_back(span.end);
    }
  }
  return spans;
}

}  // namespace idsearch::indexer
