// SPDX-License-Identifier: GPL-2.0-or-later
// In which ways may the words of a query be written in a text? What query/compile_ways asks of the
// index, asked of tokens.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "query/highlight.hpp"

namespace idsearch::query {
namespace {

using How = TokenMatcher::How;

/// A word as a sequence of words.
using Written = std::vector<WordForms>;

/// More ways to write a phrase are not tried one by one: three words with hyphens, each in parts or
/// joined, are eight.
constexpr std::size_t kMostWays = 16;

/// The ways to write a word: in parts, joined, some parts joined (`mixed`), "eID" in parts.
std::vector<Written> written(const WordUnit& unit, bool mixed, bool glued_apart) {
  std::vector<Written> result{unit.parts};
  if (unit.joined) result.push_back({*unit.joined});
  if (mixed) result.insert(result.end(), unit.mixtures.begin(), unit.mixtures.end());
  if (glued_apart && !unit.apart.empty()) result.push_back(unit.apart);
  return result;
}

}  // namespace

TextPattern::Operand Highlighter::operand(const Node& node, const QueryWords& words) const {
  if (node.kind == NodeKind::Words || node.kind == NodeKind::Phrase ||
      node.kind == NodeKind::Prefix) {
    const std::vector<WordUnit> units = words.units(node.text);
    if (node.kind == NodeKind::Prefix) return ways_of(units, How::Beginning);
    const bool word = node.kind == NodeKind::Words && units.size() == 1;
    return ways_of(units, word ? How::Inflected : How::Form);
  }
  TextPattern::Operand all;
  for (const Node& child : node.children) {
    TextPattern::Operand one = operand(child, words);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

TextPattern::Operand Highlighter::ways_of(const std::vector<WordUnit>& units, How last) const {
  if (units.empty()) return {};
  const auto joined =
      std::ranges::count_if(units, [](const WordUnit& unit) { return unit.joined.has_value(); });
  std::vector<std::vector<Written>> all;
  std::size_t combined = 1;
  for (const WordUnit& unit : units) {
    all.push_back(written(unit, joined == 1, last != How::Beginning));
    combined = std::min(combined * all.back().size(), kMostWays + 1);
  }
  // Of many such words all in parts, then all joined, as the matcher asks.
  const bool each = combined <= kMostWays;
  if (!each) combined = 2;
  TextPattern::Operand ways(combined);
  for (std::size_t way = 0; way < combined; ++way) {
    std::size_t left = way;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const std::size_t choices = all[i].size();
      const Written& words = all[i][each ? left % choices : std::min(way, choices - 1)];
      left /= choices;
      const How how = i + 1 == units.size() ? last : How::Form;
      for (const WordForms& word : words) {
        // Of a hyphenated word all parts may be inflected, of a wildcard only the end is open.
        const bool ends = &word == &words.back();
        ways[way].push_back({how == How::Beginning && !ends ? How::Form : how, word});
      }
    }
  }
  return ways;
}

}  // namespace idsearch::query
