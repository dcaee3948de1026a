// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/highlight.hpp"

#include <algorithm>
#include <utility>

#include "query/items.hpp"
#include "query/positions.hpp"
#include "query/rank.hpp"
#include "store/sentence_places.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

using How = TokenMatcher::How;

bool matches(const text::Token& token, const TokenMatcher& matcher, bool exact) {
  const WordForms& forms = matcher.forms;
  const std::string& wanted = exact && !forms.exact.empty() ? forms.exact : forms.folded;
  if (matcher.how == How::Beginning)
    return token.folded.starts_with(wanted) || token.exact.starts_with(wanted);
  if (token.folded == wanted || (!token.exact.empty() && token.exact == wanted)) return true;
  return matcher.how == How::Inflected && !exact && !token.stem.empty() &&
         std::ranges::find(forms.stems, token.stem) != forms.stems.end();
}

std::vector<WordSpan> places(const std::vector<text::Token>& tokens, const TokenMatcher& matcher,
                             bool exact) {
  std::vector<WordSpan> spans;
  for (const text::Token& token : tokens)
    if (matches(token, matcher, exact)) spans.push_back({token.position, token.last_position});
  std::sort(spans.begin(), spans.end());
  return spans;
}

/// All places that take part in a match of the pattern; empty when there is none.
std::vector<WordSpan> find(const TextPattern& pattern, const std::vector<text::Token>& tokens,
                           std::span<const std::size_t> sentence_ends, bool exact) {
  std::vector<std::vector<WordSpan>> operands;
  for (const TextPattern::Operand& operand : pattern.operands) {
    std::vector<WordSpan>& spans = operands.emplace_back();
    for (const std::vector<TokenMatcher>& sequence : operand) {
      std::vector<std::vector<WordSpan>> slots;
      for (const TokenMatcher& matcher : sequence) {
        slots.push_back(places(tokens, matcher, exact));
        if (slots.back().empty()) break;
      }
      if (slots.size() < sequence.size()) continue;
      const std::vector<WordSpan> found = sequences(slots);
      spans.insert(spans.end(), found.begin(), found.end());
    }
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    if (spans.empty()) return {};
  }
  if (operands.size() == 1) return std::move(operands.front());
  std::vector<std::vector<bool>> used;
  std::vector<WordSpan> result;
  const bool stand_so =
      pattern.in_sentence && !sentence_ends.empty()
          ? in_one_sentence(operands, store::sentence_starts(tokens, sentence_ends), &used)
          : near_each_other(operands, pattern.reach, &used);
  if (!stand_so) return result;
  for (std::size_t i = 0; i < operands.size(); ++i)
    for (std::size_t k = 0; k < operands[i].size(); ++k)
      if (used[i][k]) result.push_back(operands[i][k]);
  return result;
}

/// From words to bytes: overlapping ranges become one.
std::vector<Highlight> ranges(const std::vector<WordSpan>& spans, std::string_view text,
                              const std::vector<text::Token>& tokens) {
  if (spans.empty()) return {};
  std::vector<const text::Token*> parts;  // by position; words that were not looked for may lack
  for (const text::Token& token : tokens)
    if (!token.joined) parts.push_back(&token);
  const auto part_at = [&](std::uint32_t position) {
    return *std::ranges::lower_bound(parts, position, {}, &text::Token::position);
  };
  std::vector<std::pair<std::size_t, std::size_t>> bytes;
  for (const WordSpan& span : spans)
    bytes.emplace_back(part_at(span.first)->start, part_at(span.last)->end);
  std::sort(bytes.begin(), bytes.end());
  std::vector<Highlight> result;
  for (const auto& [start, end] : bytes) {
    if (!result.empty() && start < result.back().end) {
      result.back().end = std::max(result.back().end, end);
    } else {
      result.push_back({start, end, 0, 0});
    }
  }
  std::size_t byte = 0, code_points = 0;
  const auto count_to = [&](std::size_t to) {
    code_points += text::count_code_points(text.substr(byte, to - byte));
    byte = to;
    return code_points;
  };
  for (Highlight& range : result) {
    range.cp_start = count_to(range.start);
    range.cp_end = count_to(range.end);
  }
  return result;
}

}  // namespace

Highlighter::Highlighter(const Node& root, const QueryWords& words, SearchIn in, bool exact,
                         std::span<const Node> also)
    : exact_(exact) {
  if (root.kind == NodeKind::Words) {
    Node group;  // alone it is a juxtaposition of one
    group.kind = NodeKind::Group;
    group.children.push_back(root);
    add(group, words, in);
  } else {
    add(root, words, in);
  }
  for (const Node& phrase : also) add(phrase, words, in);
}

void Highlighter::add(const Node& node, const QueryWords& words, SearchIn in) {
  switch (node.kind) {
    case NodeKind::Nothing:
    case NodeKind::Filter:
    case NodeKind::Not:
      return;
    case NodeKind::Words:
    case NodeKind::Phrase:
    case NodeKind::Prefix: {
      TextPattern one = pattern(node, in);
      one.operands.push_back(operand(node, words));
      patterns_.push_back(std::move(one));
      return;
    }
    case NodeKind::Near: {
      if (node.scope == NearScope::Paragraph) {  // wherever they stand
        for (const Node& child : node.children) add(child, words, in);
        return;
      }
      const Node& first = node.children.front();
      TextPattern near = pattern(first.children.empty() ? first : first.children.front(), in);
      for (const Node& child : node.children) {
        TextPattern::Operand one = operand(child, words);
        if (!one.empty()) near.operands.push_back(std::move(one));
      }
      near.in_sentence = node.scope == NearScope::Sentence;
      for (std::uint32_t distance : node.distances) near.reach += distance;
      near.reach = near.in_sentence ? kMaxNear : std::min(near.reach, kMaxNear);
      if (!near.operands.empty()) patterns_.push_back(std::move(near));
      return;
    }
    case NodeKind::Group:
      for (const GroupItem& item : content_of(items_of(node.children, words))) {
        if (item.unit) {
          add_unit(*item.unit, *item.node, in);
        } else {
          add(*item.node, words, in);
        }
      }
      return;
    case NodeKind::And:
    case NodeKind::Or:
      for (const Node& child : node.children) add(child, words, in);
      return;
  }
}

void Highlighter::add_unit(const WordUnit& unit, const Node& node, SearchIn in) {
  TextPattern one = pattern(node, in);
  one.operands.push_back(ways_of({unit}, How::Inflected));
  patterns_.push_back(std::move(one));
}

TextPattern Highlighter::pattern(const Node& leaf, SearchIn in) const {
  TextPattern result;
  if (leaf.field == nullptr) {
    result.in_body = in != SearchIn::Notes;
    result.in_notes = in != SearchIn::Body;
  } else {
    result.in_notes = leaf.field->prefix == store::kNoteText;
    result.in_authors = leaf.field->prefix == store::kAuthor;
  }
  return result;
}

std::vector<Highlight> Highlighter::matches(bool TextPattern::*field, std::string_view text,
                                            const std::vector<text::Token>& tokens,
                                            std::span<const std::size_t> sentence_ends) const {
  std::vector<WordSpan> spans;
  for (const TextPattern& pattern : patterns_) {
    if (!(pattern.*field)) continue;
    const std::vector<WordSpan> found = find(pattern, tokens, sentence_ends, exact_);
    spans.insert(spans.end(), found.begin(), found.end());
  }
  return ranges(std::move(spans), text, tokens);
}

std::vector<Highlight> Highlighter::body(std::string_view text,
                                         const std::vector<text::Token>& tokens,
                                         std::span<const std::size_t> sentence_ends) const {
  return matches(&TextPattern::in_body, text, tokens, sentence_ends);
}

std::vector<Highlight> Highlighter::note(std::string_view text,
                                         const std::vector<text::Token>& tokens) const {
  return matches(&TextPattern::in_notes, text, tokens);
}

std::vector<Highlight> Highlighter::author(std::string_view name,
                                           const std::vector<text::Token>& tokens) const {
  return matches(&TextPattern::in_authors, name, tokens);
}

text::Beginnings Highlighter::beginnings() const {
  text::Beginnings beginnings;
  for (const TextPattern& pattern : patterns_)
    for (const TextPattern::Operand& operand : pattern.operands)
      for (const std::vector<TokenMatcher>& way : operand)
        for (const TokenMatcher& matcher : way) {
          beginnings.add(matcher.forms.folded);
          beginnings.add(matcher.forms.exact);
          for (const std::string& stem : matcher.forms.stems) beginnings.add(stem);
        }
  return beginnings;
}

bool Highlighter::asks_notes() const {
  return std::ranges::any_of(patterns_, &TextPattern::in_notes);
}

bool Highlighter::asks_authors() const {
  return std::ranges::any_of(patterns_, &TextPattern::in_authors);
}

}  // namespace idsearch::query
