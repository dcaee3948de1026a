// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_words.hpp"

#include <algorithm>
#include <utility>

#include "query/expand.hpp"
#include "query/rank.hpp"
#include "query/search_any.hpp"
#include "text/joined.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

}  // namespace

std::vector<TextField> text_fields(SearchIn in, const store::Field* bound) {
  if (bound != nullptr) return {{bound->prefix, 1}};
  switch (in) {
    case SearchIn::Body:
      return {{store::kBody, 1}, {store::kHeading, kHeadingWeight}};
    case SearchIn::Notes:
      return {{store::kNoteText, 1}};
    case SearchIn::All:
      return {
          {store::kBody, 1}, {store::kHeading, kHeadingWeight}, {store::kNoteText, kNoteWeight}};
  }
  return {};
}

Query any(std::vector<Query> queries) {
  std::erase_if(queries, [](const Query& query) { return query.empty(); });
  if (queries.empty()) return {};
  if (queries.size() == 1) return queries.front();
  return Query(Query::OP_OR, queries.begin(), queries.end());
}

Query weighted(const Query& query, double weight) {
  return weight == 1 || query.empty() ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

void WordCompiler::add_term(std::vector<Query>& to, const std::string& term, double weight) {
  const Xapian::doccount with_term = counts_.passages(term);
  if (with_term == 0) return;
  const double most =
      weight * weight_bound(database_.get_doccount(), with_term, counts_.occurrences(term));
  bound_ += most;
  to.push_back(weighted(Query(term), weight));
  if (records_terms_) terms_.push_back({term, to.back(), most});
}

Query WordCompiler::word(const WordForms& forms, const TextField& field, Use use) {
  const std::string prefix{field.prefix};
  std::vector<Query> queries;
  if (exact_) {
    add_term(queries, prefix + (forms.exact.empty() ? forms.folded : forms.exact), field.weight);
    return any(std::move(queries));
  }
  for (const std::string& stem : forms.stems)
    add_term(queries, std::string{store::kStem} + prefix + stem, kStemWeight * field.weight);
  if (use == Use::Condition && forms.stems_everywhere) return any(std::move(queries));
  add_term(queries, prefix + forms.folded,
           (forms.stems.empty() ? kStemWeight : kFormWeight) * field.weight);
  if (!forms.exact.empty())
    add_term(queries, prefix + forms.exact, kExactFormWeight * field.weight);
  return any(std::move(queries));
}

Query WordCompiler::unit(const WordUnit& unit, std::span<const TextField> fields, Use use) {
  std::vector<Query> queries;
  for (const TextField& field : fields) {
    if (!unit.joined && unit.parts.size() > 1) {
      queries.push_back(characters(unit, field));
      continue;
    }
    if (!unit.joined) {
      queries.push_back(word(unit.parts.front(), field, use));
      if (!unit.apart.empty() && !exact_) queries.push_back(apart(unit, queries.back(), field));
      continue;
    }
    const Query joined = word(*unit.joined, field, use);
    std::vector<Sequence> written = ways(alone(unit.parts), field.prefix, !exact_);
    for (const std::vector<WordForms>& mixture : unit.mixtures) {
      Sequence& way = written.emplace_back();
      for (const WordForms& part : mixture) way.push_back(slot(part, field.prefix, !exact_));
      if (std::ranges::any_of(way, &Slot::empty)) written.pop_back();
    }
    Query in_parts = any_of(written, field.weight);
    // One word, so only one of the two counts. (OP_MAX would say that, but 1.4.22 can crash on it.)
    if (!joined.empty() && !in_parts.empty()) in_parts = Query(Query::OP_AND_NOT, in_parts, joined);
    queries.push_back(joined);
    queries.push_back(in_parts);
  }
  return any(std::move(queries));
}

Query WordCompiler::apart(const WordUnit& unit, const Query& typed, const TextField& field) {
  // Behind passages that have it as it was typed.
  Query query = any_of(ways(alone(unit.apart), field.prefix, !exact_), kFormWeight * field.weight);
  if (query.empty() || typed.empty()) return finds_any(query, database_) ? query : Query();
  return Query(Query::OP_AND_NOT, query, typed);
}

Query WordCompiler::characters(const WordUnit& unit, const TextField& field) {
  const std::vector<Sequence> sequences = ways({unit}, field.prefix, false);
  if (++by_characters_ <= kMaxWordsByCharacters) return any_of(sequences, field.weight);
  if (sequences.empty()) return {};
  std::vector<Query> slots;
  for (const Slot& slot : sequences.front()) slots.push_back(any_term(slot, field.weight));
  return weighted(Query(Query::OP_AND, slots.begin(), slots.end()), field.weight);
}

Query WordCompiler::phrase(const std::vector<WordUnit>& units, std::span<const TextField> fields,
                           bool inflected) {
  std::vector<Query> queries;
  for (const TextField& field : fields)
    queries.push_back(any_of(ways(units, field.prefix, inflected), field.weight));
  return any(std::move(queries));
}

Query WordCompiler::any_term(const Slot& slot, double weight) {
  std::vector<Query> queries;
  for (const NearTerm& one : slot) {
    const std::string& term = one.term;
    if (!counts_.has(term)) continue;
    bound_ += weight * weight_bound(database_.get_doccount(), counts_.passages(term),
                                    counts_.occurrences(term));
    queries.emplace_back(term);  // no scaling inside a phrase: Xapian wants bare terms there
  }
  return any(std::move(queries));
}

Query WordCompiler::any_of(const std::vector<Sequence>& sequences, double weight) {
  // The same words in one and in two parts are the same thing, and count once.
  std::vector<std::pair<Sequence, NearOperand>> different;
  for (const Sequence& sequence : sequences) {
    Sequence words = words_of(sequence);
    const auto known = std::ranges::find(
        different, words, [](const auto& one) -> const Sequence& { return one.first; });
    if (known != different.end()) {
      known->second.push_back(sequence);
    } else {
      different.push_back({std::move(words), {sequence}});
    }
  }
  std::vector<Query> queries;
  for (auto& [words, ways] : different) {
    std::vector<Query> slots;
    for (const Slot& slot : words) slots.push_back(any_term(slot, weight));
    if (slots.empty() || std::ranges::any_of(slots, &Query::empty)) continue;
    if (slots.size() == 1) {
      queries.push_back(slots.front());
      continue;
    }
    queries.emplace_back(Query::OP_FILTER, Query(Query::OP_AND, slots.begin(), slots.end()),
                         near_source(std::make_shared<Near>(Near{{std::move(ways)}, 0})));
  }
  return weighted(any(std::move(queries)), weight);
}

std::vector<WordCompiler::Sequence> WordCompiler::prefix_sequences(const Node& node,
                                                                   std::string_view prefix) {
  std::vector<WordUnit> units = words_.units(node.text);
  if (units.empty()) return {};
  const WordUnit last = std::move(units.back());
  units.pop_back();
  const auto beginning_of = [&](const WordForms& forms) {
    return exact_ && !forms.exact.empty() ? forms.exact : forms.folded;
  };
  std::vector<Sequence> result;
  const auto add = [&](const std::vector<WordUnit>& before, const std::string& beginning) {
    const Expansion expansion = words_beginning(database_, prefix, beginning);
    if (expansion.words.empty()) return;
    const std::string listed = beginning + "*: " + text::joined(expansion.words, ", ");
    if (std::ranges::find(expansions_, listed) == expansions_.end()) expansions_.push_back(listed);
    if (expansion.all > expansion.words.size()) {
      QueryNote note{"“" + beginning + "*” stands for " + std::to_string(expansion.all) +
                         " words; the " + std::to_string(expansion.words.size()) +
                         " most frequent are searched",
                     node.begin, node.end - node.begin};
      const bool known = std::ranges::any_of(
          notes_, [&](const QueryNote& other) { return other.message == note.message; });
      if (!known) notes_.push_back(std::move(note));
    }
    std::vector<Sequence> sequences = ways(before, prefix, false, true);
    if (before.empty()) sequences = {{}};
    for (Sequence& sequence : sequences) {
      Slot& slot = sequence.emplace_back();
      for (const std::string& word : expansion.words) slot.push_back({std::string{prefix} + word});
      result.push_back(std::move(sequence));
    }
  };
  if (last.joined) add(units, beginning_of(*last.joined));
  for (std::size_t i = 0; i + 1 < last.parts.size(); ++i)
    units.push_back({{last.parts[i]}, std::nullopt, 0, 0});
  // "e-k*": the last part alone may be too short to stand for words.
  if (!last.joined || last.parts.back().folded.size() >= kMinWildcardLetters)
    add(units, beginning_of(last.parts.back()));
  return result;
}

Query WordCompiler::prefix(const Node& node, std::span<const TextField> fields, bool complete) {
  std::vector<Query> queries;
  for (const TextField& field : fields) {
    const std::vector<WordUnit> units = words_.units(node.text);
    if (complete && units.size() == 1 && !units.front().joined) {
      const WordForms& forms = units.front().parts.front();
      const std::string beginning = exact_ && !forms.exact.empty() ? forms.exact : forms.folded;
      queries.emplace_back(Query::OP_WILDCARD, std::string{field.prefix} + beginning);
    } else {
      queries.push_back(any_of(prefix_sequences(node, field.prefix), field.weight));
    }
  }
  return any(std::move(queries));
}

}  // namespace idsearch::query
