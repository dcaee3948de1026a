// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "query/compile_filters.hpp"
#include "query/compile_words.hpp"
#include "query/items.hpp"
#include "query/rank.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

/// What must hold and what must not, besides the ranked part.
struct Conditions {
  std::vector<Query> filters, negatives;
};

Query all_of(const std::vector<Query>& queries) {
  if (queries.size() == 1) return queries.front();
  return Query(Query::OP_AND, queries.begin(), queries.end());
}

std::string description(const WordUnit& unit) {
  std::string result;
  const auto add = [&](const WordForms& forms) {
    if (!result.empty()) result += " + ";
    result += forms.folded;
    if (!forms.exact.empty()) result += " = " + forms.exact;
    for (const std::string& stem : forms.stems) result += " (stem " + stem + ")";
  };
  for (const WordForms& part : unit.parts) add(part);
  if (unit.joined) {
    result += " | ";
    std::string parts = std::exchange(result, {});
    add(*unit.joined);
    result = parts + result;
  }
  return result;
}

class Compiler {
 public:
  Compiler(const Xapian::Database& database, const QueryWords& words, const CompileOptions& options)
      : words_(words),
        options_(options),
        word_compiler_(database, words, options.exact),
        filter_compiler_(database) {}

  CompiledQuery run(const Node& root) {
    std::optional<Query> found = ranked_root(root);
    std::vector<Query> filters;
    for (const Node& filter : options_.filters) filters.push_back(filter_compiler_.filter(filter));
    if (!options_.since.empty() || !options_.until.empty())
      filters.push_back(FilterCompiler::updated(options_.since, options_.until));
    check_countries(root);
    CompiledQuery result;
    result.empty = !found && filters.empty();
    if (!filters.empty()) found = restrict(found.value_or(Query::MatchAll), {filters, {}});
    result.query = found.value_or(Query());
    if (!result.query.empty()) result.tiers = std::move(tiers_);
    result.step = step_;
    result.ranked = ranked_;
    result.notes = std::move(notes_);
    for (const auto* more : {&word_compiler_.notes(), &filter_compiler_.notes()})
      result.notes.insert(result.notes.end(), more->begin(), more->end());
    result.expansions = word_compiler_.expansions();
    result.words = std::move(described_);
    return result;
  }

 private:
  /// The root gets tiers when it is one group of words, alone or beside nothing but conditions.
  std::optional<Query> ranked_root(const Node& root) {
    if (root.kind == NodeKind::And) {
      const auto ranks = [](const Node& child) {
        return child.kind != NodeKind::Not && !is_filter(child);
      };
      if (std::ranges::count_if(root.children, ranks) == 1) return conjunction(root, true);
    }
    if (root.kind == NodeKind::Group) return group(root.children, true);
    if (root.kind == NodeKind::Words) return group({root}, true);
    return compile(root);
  }

  /// nullopt: there is nothing to look for in this node (punctuation); it counts for nothing.
  std::optional<Query> compile(const Node& node) {
    switch (node.kind) {
      case NodeKind::Nothing:
        return std::nullopt;
      case NodeKind::Words:
      case NodeKind::Phrase:
        return written_together(node);
      case NodeKind::Prefix: {
        if (words_.units(node.text).empty()) return no_words(node);
        ranked_ = ranked_ || !negative_;
        return word_compiler_.prefix(node, fields(node), negative_);
      }
      case NodeKind::Near:
        return near(node);
      case NodeKind::Filter:
        return filter_compiler_.filter(node);
      case NodeKind::Not: {
        const std::optional<Query> out = negated(node);
        if (!out) return std::nullopt;
        return restrict(Query::MatchAll, {{}, {*out}});
      }
      case NodeKind::Group:
        return group(node.children, false);
      case NodeKind::And:
        return conjunction(node, false);
      case NodeKind::Or: {
        std::vector<Query> queries;
        bool nothing = true;
        for (const Node& child : node.children) {
          const std::optional<Query> query = compile(child);
          nothing = nothing && !query;
          if (query) queries.push_back(*query);
        }
        if (nothing) return std::nullopt;
        return any(std::move(queries));
      }
    }
    return std::nullopt;
  }

  std::vector<TextField> fields(const Node& node) const {
    return text_fields(options_.in, node.field);
  }

  std::optional<Query> no_words(const Node& node) {
    notes_.push_back({"“" + node.text + "” has no word to look for; ignored", node.begin,
                      node.end - node.begin});
    return std::nullopt;
  }

  /// A phrase, or a word where it stands alone between operators; several words written without a
  /// blank (Thai, `and/or`) are meant in this order.
  std::optional<Query> written_together(const Node& node) {
    const std::vector<WordUnit> units = described(node);
    if (units.empty()) return no_words(node);
    ranked_ = ranked_ || !negative_;
    if (node.kind == NodeKind::Words && units.size() == 1)
      return word_compiler_.unit(units.front(), fields(node));
    return word_compiler_.phrase(units, fields(node));
  }

  std::vector<WordUnit> described(const Node& node) {
    std::vector<WordUnit> units = words_.units(node.text);
    for (const WordUnit& unit : units) described_.push_back(description(unit));
    return units;
  }

  std::optional<Query> negated(const Node& node) {
    const bool before = std::exchange(negative_, true);
    const double bound = word_compiler_.bound();
    std::optional<Query> query = compile(node.children.front());
    word_compiler_.reset_bound(bound);
    negative_ = before;
    return query;
  }

  std::optional<Query> near(const Node& node) {
    // Operands without a word drop out; what is left may be no NEAR any more.
    Node left = node;
    left.children.clear();
    left.distances.clear();
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (!has_words(node.children[i], words_)) {
        no_words(node.children[i]);
        continue;
      }
      if (!left.children.empty()) left.distances.push_back(node.distances[i - 1]);
      left.children.push_back(node.children[i]);
    }
    if (left.children.empty()) return std::nullopt;
    if (left.children.size() == 1) return compile(left.children.front());
    ranked_ = ranked_ || !negative_;
    for (const Node& child : left.children)
      for (const Node* leaf : leaves(child)) described(*leaf);
    const Node& first = *leaves(left.children.front()).front();
    return word_compiler_.near(left, fields(first));
  }

  static std::vector<const Node*> leaves(const Node& operand) {
    if (operand.children.empty()) return {&operand};
    std::vector<const Node*> result;
    for (const Node& child : operand.children) result.push_back(&child);
    return result;
  }

  std::optional<Query> conjunction(const Node& node, bool tiered) {
    std::vector<Query> ranked;
    Conditions conditions;
    bool nothing = true;
    for (const Node& child : node.children) {
      std::optional<Query> query;
      if (child.kind == NodeKind::Not) {
        query = negated(child);
        if (query) conditions.negatives.push_back(*query);
      } else if (is_filter(child)) {
        query = compile(child);
        if (query) conditions.filters.push_back(*query);
      } else {
        query =
            tiered && child.kind == NodeKind::Group ? group(child.children, true) : compile(child);
        if (query) ranked.push_back(*query);
      }
      nothing = nothing && !query;
    }
    if (nothing) return std::nullopt;
    if (std::ranges::any_of(ranked, &Query::empty)) return Query();
    return restrict(ranked.empty() ? Query::MatchAll : all_of(ranked), conditions);
  }

  static Query restrict(Query query, const Conditions& conditions) {
    if (std::ranges::any_of(conditions.filters, &Query::empty)) return {};
    if (query.empty()) return {};
    if (!conditions.filters.empty())
      query = Query(Query::OP_FILTER, query, all_of(conditions.filters));
    std::vector<Query> negatives = conditions.negatives;
    const Query out = any(std::move(negatives));
    return out.empty() ? query : Query(Query::OP_AND_NOT, query, out);
  }

  /// One of the things that a group ranks by, compiled.
  struct Item : GroupItem {
    Query match;
  };

  std::optional<Query> group(const std::vector<Node>& children, bool tiered) {
    Conditions conditions;
    bool nothing = true;
    for (const Node& child : children) {
      const bool positive = child.kind != NodeKind::Not && !is_filter(child);
      if (child.kind == NodeKind::Words && described(child).empty()) no_words(child);
      // A bracket of nothing but negated words restricts, too.
      if (positive && (child.kind == NodeKind::Words || has_words(child, words_))) continue;
      const std::optional<Query> query =
          child.kind == NodeKind::Not ? negated(child) : compile(child);
      nothing = nothing && !query;
      if (!query) continue;
      (child.kind == NodeKind::Not ? conditions.negatives : conditions.filters).push_back(*query);
    }
    const std::vector<GroupItem> typed = items_of(children, words_);
    const std::vector<Item> items = compiled(content_of(typed));
    if (items.empty() && nothing) return std::nullopt;
    if (items.empty()) return restrict(Query::MatchAll, conditions);
    ranked_ = ranked_ || !negative_;
    std::vector<Query> matches;
    for (const Item& item : items) matches.push_back(item.match);
    const Query query = any(std::move(matches));
    if (tiered && !query.empty()) add_tiers(items, typed);
    return restrict(query, conditions);
  }

  /// With their queries; repeated words count once.
  std::vector<Item> compiled(std::vector<GroupItem> items) {
    std::vector<Item> kept;
    for (GroupItem& item : items) {
      const bool repeated = item.unit && std::ranges::any_of(kept, [&](const Item& other) {
                              return other.unit && other.unit->parts == item.unit->parts &&
                                     other.unit->joined == item.unit->joined &&
                                     other.node->field == item.node->field;
                            });
      if (repeated) continue;
      std::optional<Query> match;
      if (item.unit) {
        match = word_compiler_.unit(*item.unit, fields(*item.node));
      } else {
        match = compile(*item.node);
      }
      if (match) kept.push_back({std::move(item), *match});
    }
    return kept;
  }

  void add_tiers(const std::vector<Item>& items, const std::vector<GroupItem>& typed) {
    const double bound = word_compiler_.bound();
    if (items.size() >= 2 && items.size() <= kMaxTieredWords) {
      std::vector<Query> anywhere, in_main_field;
      for (const Item& item : items) {
        const auto condition = [&](const std::vector<TextField>& where) {
          return item.unit ? word_compiler_.unit(*item.unit, where, WordCompiler::Use::Condition)
                           : item.match;
        };
        anywhere.push_back(condition(fields(*item.node)));
        in_main_field.push_back(condition(main_field(*item.node)));
      }
      for (const auto* words : {&anywhere, &in_main_field})
        if (std::ranges::none_of(*words, &Query::empty)) add_tier(all_of(*words));
    }
    if (are_plain_words(typed) && content_words(items) <= kMaxTieredWords && typed.size() >= 2 &&
        typed.size() <= kMaxAdjacentWords) {
      std::vector<WordUnit> units;
      for (const GroupItem& item : typed) units.push_back(*item.unit);
      const std::vector<TextField> field = main_field(*typed.front().node);
      for (const bool inflected : {true, false}) {
        if (inflected && options_.exact) continue;
        Query side_by_side = word_compiler_.phrase(units, field, inflected);
        if (inflected &&
            side_by_side.get_description() == word_compiler_.phrase(units, field).get_description())
          continue;  // no word of the index has another form
        // Inflected forms are those of all languages: ask for all words once more.
        if (inflected && !side_by_side.empty() && !tiers_.empty())
          side_by_side = Query(Query::OP_AND, side_by_side, tiers_.back());
        if (!side_by_side.empty()) add_tier(side_by_side);
      }
    }
    word_compiler_.reset_bound(bound);
    // A power of two, so that adding it rounds no weight.
    step_ = std::max(kTierStep, std::exp2(std::ceil(std::log2(bound + 1))));
  }

  /// A tier that says the same as the one before (no heading has the words, a word has one form
  /// only) would only cost time.
  void add_tier(const Query& query) {
    if (tiers_.empty() || tiers_.back().get_description() != query.get_description())
      tiers_.push_back(query);
  }

  std::vector<TextField> main_field(const Node& node) const {
    std::vector<TextField> main = fields(node);
    main.resize(1);
    return main;
  }

  static bool are_plain_words(const std::vector<GroupItem>& items) {
    return std::ranges::all_of(items, [&](const GroupItem& item) {
      return item.unit.has_value() && item.node->field == items.front().node->field;
    });
  }

  static std::size_t content_words(const std::vector<Item>& items) {
    return static_cast<std::size_t>(
        std::ranges::count_if(items, [](const Item& item) { return !item.function_word; }));
  }

  /// A passage has one country: two country filters that must both hold are a slip.
  void check_countries(const Node& root) {
    std::vector<const Node*> filters;
    collect_countries(root, filters);
    for (const Node& filter : options_.filters) collect_countries(filter, filters);
    if (filters.size() < 2) return;
    std::optional<std::set<std::string>> common;
    std::string all;
    for (const Node* filter : filters) {
      std::set<std::string> terms;
      for (const std::string& value : filter->values) {
        for (const std::string& term : filter_compiler_.terms(*filter->field, value))
          terms.insert(term);
        all += (all.empty() ? "" : ",") + value;
      }
      if (common)
        std::erase_if(terms, [&](const std::string& term) { return !common->contains(term); });
      common = std::move(terms);
    }
    if (!common->empty()) return;
    notes_.push_back(
        {"a passage has one country, so these filters together find nothing; for any "
         "of several write country:" +
             all,
         filters[1]->begin, filters[1]->end - filters[1]->begin});
  }

  void collect_countries(const Node& node, std::vector<const Node*>& to) const {
    if (node.kind == NodeKind::Filter && node.field->prefix == store::kCountry) to.push_back(&node);
    if (node.kind == NodeKind::Group || node.kind == NodeKind::And)
      for (const Node& child : node.children) collect_countries(child, to);
  }

  const QueryWords& words_;
  const CompileOptions& options_;
  WordCompiler word_compiler_;
  FilterCompiler filter_compiler_;
  bool negative_ = false;  ///< inside a NOT
  bool ranked_ = false;
  std::vector<Query> tiers_;
  double step_ = 0;
  std::vector<QueryNote> notes_;
  std::vector<std::string> described_;
};

}  // namespace

CompiledQuery compile_query(const Node& root, const Xapian::Database& database,
                            const QueryWords& words, const CompileOptions& options) {
  return Compiler(database, words, options).run(root);
}

}  // namespace idsearch::query
