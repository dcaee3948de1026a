// SPDX-License-Identifier: GPL-2.0-or-later
// NEAR and its operands to conditions on where words stand.
#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "query/compile_words.hpp"
#include "query/rank.hpp"
#include "store/schema.hpp"

namespace idsearch::query {
namespace {

/// Whether passages with `words` are among those with the others.
bool holds_all(const NearSequence& others, const NearSequence& words) {
  return std::ranges::equal(others, words, [](const NearSlot& slot, const NearSlot& part) {
    return std::ranges::all_of(
        part, [&](const NearTerm& one) { return std::ranges::find(slot, one) != slot.end(); });
  });
}

}  // namespace

NearOperand WordCompiler::near_operand(const Node& node, std::string_view prefix) {
  if (node.kind == NodeKind::Prefix) return prefix_sequences(node, prefix);
  if (node.kind == NodeKind::Words || node.kind == NodeKind::Phrase) {
    const std::vector<WordUnit> units = words_.units(node.text);
    const bool one_word = node.kind == NodeKind::Words && units.size() == 1;
    NearOperand found = ways(units, prefix, one_word, true);
    if (one_word && !units.front().apart.empty() && !exact_) {
      const NearOperand apart = ways(alone(units.front().apart), prefix, true);
      found.insert(found.end(), apart.begin(), apart.end());
    }
    return found;
  }
  NearOperand all;
  for (const Node& child : node.children) {
    NearOperand one = near_operand(child, prefix);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

Xapian::Query WordCompiler::near_in(std::vector<NearOperand> operands, const Node& node,
                                    const TextField& field) {
  std::vector<Xapian::Query> parts;
  if (node.scope == NearScope::Paragraph) {  // anywhere, but the words of a phrase side by side
    for (const NearOperand& operand : operands) {
      parts.push_back(any_of(operand, field.weight));
      if (parts.back().empty()) return {};
    }
    return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
  }
  for (const NearOperand& operand : operands) {
    std::vector<Xapian::Query> ways;
    std::vector<NearSequence> known;  // the same words in one and in two parts count once
    for (const NearSequence& sequence : operand) {
      NearSequence words = words_of(sequence);
      if (std::ranges::any_of(known, [&](const auto& other) { return holds_all(other, words); }))
        continue;
      std::vector<Xapian::Query> slots;
      for (const NearSlot& slot : words) slots.push_back(any_term(slot, field.weight));
      known.push_back(std::move(words));
      if (std::ranges::none_of(slots, &Xapian::Query::empty))
        ways.emplace_back(Xapian::Query::OP_AND, slots.begin(), slots.end());
    }
    parts.push_back(any(std::move(ways)));
    if (parts.back().empty()) return {};
  }
  const Xapian::Query all(Xapian::Query::OP_AND, parts.begin(), parts.end());
  Near near{std::move(operands), kMaxNear, false};
  if (node.scope == NearScope::Words) {
    near.reach = 0;
    for (const std::uint32_t distance : node.distances) near.reach += distance;
    near.reach = std::min(near.reach, kMaxNear);
  } else {
    // Between two titles or sources there are more places than NEAR reaches over.
    near.in_sentence = field.prefix == store::kBody;
  }
  return weighted(Xapian::Query(Xapian::Query::OP_FILTER, all,
                                near_source(std::make_shared<Near>(std::move(near)))),
                  field.weight);
}

Xapian::Query WordCompiler::near(const Node& node, std::span<const TextField> fields) {
  std::vector<Xapian::Query> queries;
  for (const TextField& field : fields) {
    std::vector<NearOperand> operands;
    for (const Node& child : node.children) operands.push_back(near_operand(child, field.prefix));
    queries.push_back(near_in(std::move(operands), node, field));
  }
  return any(std::move(queries));
}

}  // namespace idsearch::query
