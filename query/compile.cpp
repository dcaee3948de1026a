// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "query/compile_filters.hpp"
#include "query/compile_hints.hpp"
#include "query/compile_synonyms.hpp"
#include "query/compile_tiers.hpp"
#include "query/compile_words.hpp"
#include "query/items.hpp"
#include "query/known_names.hpp"
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

/// "“biometr”, stem, in headings" of a term.
std::string in_words(std::string_view term) {
  std::string where;
  const bool stem = term.starts_with(store::kStem);
  if (stem) term.remove_prefix(store::kStem.size());
  for (const auto& [prefix, name] :
       {std::pair{store::kAuthor, ", author"}, std::pair{store::kHeading, ", in headings"},
        std::pair{store::kNoteText, ", in sources"}}) {
    if (!where.empty() || !term.starts_with(prefix)) continue;
    where = name;
    term.remove_prefix(prefix.size());
  }
  return "“" + std::string{term} + "”" + (stem ? ", stem" : ", word") + where;
}

/// What stands between the words of a sentence: nobody takes it for an operator.
bool is_sentence_mark(std::string_view text) {
  constexpr std::array<std::string_view, 10> kMarks{",", ".", ";", ":", "!",
                                                    "?", "…", "–", "—", "/"};
  return std::ranges::find(kMarks, text) != kMarks.end();
}

class Compiler {
 public:
  Compiler(const Xapian::Database& database, const QueryWords& words, const CompileOptions& options)
      : database_(database),
        words_(words),
        options_(options),
        word_compiler_(database, words, options.exact, options.memo),
        synonym_compiler_(database, words, options, word_compiler_),
        hints_(database, options),
        filter_compiler_(database) {
    if (options.explain) word_compiler_.record_terms();
  }

  CompiledQuery run(const Node& root) {
    std::optional<Query> found = ranked_root(root);
    hints_.add_tiers(tiers_, tiers_without_names_, other_words_, word_compiler_.bound());
    std::vector<Query> filters;
    for (const Node& filter : options_.filters) filters.push_back(filter_compiler_.filter(filter));
    if (!options_.since.empty() || !options_.until.empty())
      filters.push_back(FilterCompiler::updated(options_.since, options_.until));
    if (auto note = country_conflict(root, options_.filters, filter_compiler_))
      notes_.push_back(std::move(*note));
    if (auto note = date_conflict(root)) notes_.push_back(std::move(*note));
    CompiledQuery result;
    result.empty = !found && filters.empty();
    if (!filters.empty()) found = restrict(found.value_or(Query::MatchAll), {filters, {}});
    result.query = found.value_or(Query());
    if (!result.query.empty()) result.tiers = std::move(tiers_.list);
    result.parts = std::move(parts_);
    result.lacks_word = lacks_word_;
    result.step = tiers_.step;
    result.postings = word_compiler_.postings();
    result.ranked = ranked_;
    result.notes = std::move(notes_);
    result.notes.insert(result.notes.end(), word_compiler_.notes().begin(),
                        word_compiler_.notes().end());
    result.unknown = filter_compiler_.unknown();
    add_notes_of_unknown(result);
    result.unknown.insert(result.unknown.begin(), faults_.begin(), faults_.end());
    result.expansions = word_compiler_.expansions();
    for (const auto* more : {&synonym_compiler_.expansions(), &hints_.expansions()})
      result.expansions.insert(result.expansions.end(), more->begin(), more->end());
    for (const auto* more : {&synonym_compiler_.understood(), &hints_.understood()})
      result.understood.insert(result.understood.end(), more->begin(), more->end());
    result.named = hints_.understood();
    result.named.insert(result.named.end(), synonym_compiler_.respelt().begin(),
                        synonym_compiler_.respelt().end());
    result.names_absent = hints_.names_absent();
    result.also = synonym_compiler_.nodes();
    result.words = std::move(described_);
    return result;
  }

 private:
  /// Not of all values in a list of hundreds.
  static void add_notes_of_unknown(CompiledQuery& result) {
    const std::size_t told = std::min(result.unknown.size(), kMaxNotes);
    for (std::size_t i = 0; i < told; ++i) result.notes.push_back(result.unknown[i].note);
    if (const std::size_t more = result.unknown.size() - told; more > 0)
      result.notes.push_back(
          {"… and " + std::to_string(more) + " values more that no passage has", 0, 0});
  }

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
        const Query query = word_compiler_.prefix(node, fields(node), negative_);
        lacks_word_ = lacks_word_ || query.empty();
        return part_of(node, query);
      }
      case NodeKind::Near: {
        const std::size_t before = parts_.size();
        const std::optional<Query> query = near(node);
        lacks_word_ = lacks_word_ || (query && query->empty());
        // Of one operand that is left, the part is known already.
        return query && parts_.size() == before ? part_of(node, *query) : query;
      }
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
          if (queries.size() >= kMaxRankedWords) {
            too_many(child);
            break;
          }
          const std::optional<Query> query = compile_as_one(child);
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

  /// Told once, however often it stands there.
  std::optional<Query> no_words(const Node& node) {
    std::string message = "“" + node.text + "” has no word to look for; ignored";
    if (node.text == "&&") message = "“&&” is no operator, and ignored: write AND";
    if (node.text == "||") message = "“||” is no operator, and ignored: write OR";
    if (std::ranges::find(notes_, message, &QueryNote::message) == notes_.end())
      repaired(std::move(message), node);
    return std::nullopt;
  }

  void too_many(const Node& node) {
    repaired("only the first " + std::to_string(kMaxRankedWords) +
                 " different words are looked for; ignored from here",
             node);
  }

  /// A note about what is left out of the query; with `strict` an error.
  void repaired(std::string message, const Node& node) {
    notes_.push_back({std::move(message), node.begin, node.end - node.begin});
    if (node.end > node.begin) faults_.push_back({notes_.back(), {}, true});
  }

  /// A phrase, or a word where it stands alone between operators; several words written without a
  /// blank (Thai, `and/or`) are meant in this order.
  std::optional<Query> written_together(const Node& node) {
    const std::vector<WordUnit> units = described(node);
    if (units.empty()) return no_words(node);
    ranked_ = ranked_ || !negative_;
    Query query = node.kind == NodeKind::Words && units.size() == 1
                      ? word_compiler_.unit(units.front(), fields(node))
                      : word_compiler_.phrase(units, fields(node));
    lacks_word_ = lacks_word_ || query.empty();
    part_of(node, query);
    if (node.kind != NodeKind::Words || negative_) return query;  // quoted: as typed
    const std::vector<Node> alone{node};
    const std::vector<GroupItem> typed = items_of(alone, words_);
    for (const CompiledSynonyms& synonyms : synonym_compiler_.compile(typed))
      if (synonyms.count == units.size()) query = any({query, part_of(synonyms)});
    const std::vector<NamedCountries> named = hints_.see(typed);
    if (without_names(typed, named).empty()) query = any({query, HintCompiler::passages_of(named)});
    return query;
  }

  std::vector<WordUnit> described(const Node& node) {
    std::vector<WordUnit> units = words_.units(node.text);
    if (!options_.explain) return units;
    for (const WordUnit& unit : units)
      described_.push_back(description(unit) +
                           (is_function_word(unit, node.text) ? " function word" : ""));
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

  /// Remembers that the query adds to the score by itself, and returns it.
  const Query& part_of(const Node& node, const Query& query) {
    if (options_.explain && !negative_ && !query.empty())
      parts_.push_back({to_text(node), query, 0});
    return query;
  }

  const Query& part_of(const CompiledSynonyms& synonyms) {
    if (options_.explain && !negative_)
      parts_.push_back({"other names of “" + synonyms.typed + "”", synonyms.match, 0});
    return synonyms.match;
  }

  void add_parts(const GroupItem& item, const Query& match) {
    if (!options_.explain || negative_ || match.empty()) return;
    if (item.unit->joined) {  // one of its forms counts, never two
      parts_.push_back({"“" + std::string{typed_text(item)} + "”, in one or in parts", match, 0});
      return;
    }
    for (WordCompiler::RankedTerm& term : word_compiler_.take_terms())
      parts_.push_back({in_words(term.term), std::move(term.query), term.most});
  }

  /// What stands beside others may match in parts without counting: it is one part of the score.
  std::optional<Query> compile_as_one(const Node& node) {
    const std::size_t before = parts_.size();
    std::optional<Query> query = compile(node);
    if (node.children.empty() || node.kind == NodeKind::Near || parts_.size() == before)
      return query;
    parts_.resize(before);
    if (query) part_of(node, *query);
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

  std::optional<Query> group(const std::vector<Node>& children, bool tiered) {
    Conditions conditions;
    bool nothing = true;
    for (const Node& child : children) {
      const bool positive = child.kind != NodeKind::Not && !is_filter(child);
      if (child.kind == NodeKind::Words && described(child).empty() &&
          (children.size() == 1 || !is_sentence_mark(child.text)))
        no_words(child);
      // A bracket of nothing but negated words restricts, too.
      if (positive && (child.kind == NodeKind::Words || has_words(child, words_))) continue;
      const std::optional<Query> query =
          child.kind == NodeKind::Not ? negated(child) : compile(child);
      nothing = nothing && !query;
      if (!query) continue;
      (child.kind == NodeKind::Not ? conditions.negatives : conditions.filters).push_back(*query);
    }
    std::vector<GroupItem> typed = items_of(children, words_);
    const std::vector<NamedCountries> named =
        negative_ ? std::vector<NamedCountries>{} : hints_.see(typed);
    std::vector<GroupItem> rest = without_names(typed, named);
    const bool names_only = rest.empty();
    const std::vector<CompiledSynonyms> synonyms =
        negative_ ? std::vector<CompiledSynonyms>{} : synonym_compiler_.compile(typed);
    if (tiered && !named.empty() && !names_only && synonyms.empty() && !any_is_found(rest)) {
      // No passage has one of the other words: as if the names stood alone.
      lacks_word_ = true;
      std::erase_if(typed, [&](const GroupItem& item) { return is_among(rest, item); });
      rest.clear();
    }
    const double of_names = !tiered || named.empty() ? 1 : rest.empty() ? 0 : kNamedWeight;
    const std::vector<RankedItem> items = compiled(content_of(typed), [&](const GroupItem& item) {
      return of_names == 1 || is_among(rest, item) ? 1 : of_names;
    });
    if (items.empty() && nothing) return std::nullopt;
    if (items.empty()) return restrict(Query::MatchAll, conditions);
    ranked_ = ranked_ || !negative_;
    std::vector<Query> matches;
    for (const RankedItem& item : items) matches.push_back(item.match);
    for (const CompiledSynonyms& other : synonyms) matches.push_back(part_of(other));
    // A country's name alone asks for its passages, whatever words they have.
    if (names_only) matches.push_back(HintCompiler::passages_of(named));
    const Query query = any(std::move(matches));
    if (!tiered || query.empty()) return restrict(query, conditions);
    const Query behind = named.empty() && std::ranges::any_of(typed, &GroupItem::function_word) &&
                                 in_few_passages(query, items, database_)
                             ? function_words(typed)
                             : Query();
    tiers_ = tiers_of(items, typed, word_compiler_, options_);
    synonym_compiler_.add_tiers(tiers_, items, typed, synonyms);
    if (!named.empty()) add_tiers_without_names(items, rest, typed, synonyms);
    if (behind.empty()) return restrict(query, conditions);
    // What the words find stays before what follows.
    tiers_.list.insert(tiers_.list.begin(), {query, "not only its function words"});
    notes_.push_back({"the other words stand in few passages; those with its function words follow",
                      children.front().begin, children.back().end - children.front().begin});
    return restrict(Query(Query::OP_OR, query, behind), conditions);
  }

  /// Empty also when there are no other words.
  Query function_words(const std::vector<GroupItem>& typed) {
    if (std::ranges::all_of(typed, &GroupItem::function_word)) return {};
    std::vector<GroupItem> items;
    std::ranges::copy_if(typed, std::back_inserter(items), &GroupItem::function_word);
    std::vector<Query> matches;
    for (const RankedItem& item : compiled(std::move(items))) matches.push_back(item.match);
    return any(std::move(matches));
  }

  void add_tiers_without_names(const std::vector<RankedItem>& items,
                               const std::vector<GroupItem>& rest,
                               const std::vector<GroupItem>& typed,
                               const std::vector<CompiledSynonyms>& synonyms) {
    if (rest.empty()) return order_by_the_name(items);
    std::vector<RankedItem> content;
    for (const RankedItem& item : items)
      if (is_among(rest, item)) content.push_back(item);
    if (content.size() == 1) {
      tiers_without_names_ = synonym_compiler_.single_tier(content.front(), typed, synonyms);
      if (!tiers_without_names_.list.empty())
        other_words_ = tiers_without_names_.list.front().condition;
      return;
    }
    tiers_without_names_ = tiers_of(content, rest, word_compiler_, options_);
    synonym_compiler_.add_tiers(tiers_without_names_, content, typed, synonyms);
    std::vector<Query> some;
    for (const RankedItem& item : content) some.push_back(item.match);
    for (const CompiledSynonyms& other : synonyms) some.push_back(other.match);
    other_words_ = any(std::move(some));
  }

  /// Whether some passage has one of them. Other things than words and phrases are taken to be
  /// found.
  bool any_is_found(const std::vector<GroupItem>& items) {
    const double bound = word_compiler_.bound();
    const bool found = std::ranges::any_of(items, [&](const GroupItem& item) {
      if (item.function_word) return false;
      if (item.unit)
        return !word_compiler_.unit(*item.unit, fields(*item.node), WordCompiler::Use::Condition)
                    .empty();
      return item.node->kind != NodeKind::Phrase ||
             !word_compiler_.phrase(words_.units(item.node->text), fields(*item.node)).empty();
    });
    word_compiler_.reset_bound(bound);
    return found;
  }

  /// Nothing but the name is typed. It stands in each title, so that weights would put the shortest
  /// passages first, be they a cell of a table: those that say it come before them.
  void order_by_the_name(const std::vector<RankedItem>& items) {
    if (items.size() > 1) {
      tiers_without_names_ = tiers_;
      if (tiers_.as_typed.empty()) return;
      tiers_without_names_.list.pop_back();
      return;
    }
    std::vector<TextField> text = fields(*items.front().node);
    text.resize(1);
    const double bound = word_compiler_.bound();
    Query word = word_compiler_.phrase({*items.front().unit}, text);
    word_compiler_.reset_bound(bound);
    if (word.empty()) return;
    tiers_without_names_.list = {{std::move(word), "the word itself"}};
  }

  static bool is_among(const std::vector<GroupItem>& items, const GroupItem& item) {
    return std::ranges::any_of(items, [&](const GroupItem& other) {
      return other.node == item.node && other.unit == item.unit;
    });
  }

  /// With their queries, weights multiplied by `factor`; repeated words count once.
  std::vector<RankedItem> compiled(
      std::vector<GroupItem> items,
      const std::function<double(const GroupItem&)>& factor = [](const GroupItem&) { return 1; }) {
    std::vector<RankedItem> kept;
    for (GroupItem& item : items) {
      const bool repeated = item.unit && std::ranges::any_of(kept, [&](const RankedItem& other) {
                              return other.unit && other.unit->parts == item.unit->parts &&
                                     other.unit->joined == item.unit->joined &&
                                     other.node->field == item.node->field;
                            });
      if (repeated) continue;
      if (kept.size() >= kMaxRankedWords) {
        too_many(*item.node);
        break;
      }
      std::optional<Query> match;
      const std::size_t parts = parts_.size();
      if (item.unit) {
        word_compiler_.take_terms();
        match = word_compiler_.unit(*item.unit, fields(*item.node));
        lacks_word_ = lacks_word_ || match->empty();
        add_parts(item, *match);
      } else {
        match = compile_as_one(*item.node);
      }
      const double times = factor(item);
      for (std::size_t i = parts; times != 1 && i < parts_.size(); ++i) {
        parts_[i].query = weighted(parts_[i].query, times);
        parts_[i].most *= times;
      }
      if (times == 0) parts_.resize(parts);
      if (match) kept.push_back({std::move(item), weighted(*match, times)});
    }
    return kept;
  }

  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  WordCompiler word_compiler_;
  SynonymCompiler synonym_compiler_;
  HintCompiler hints_;
  FilterCompiler filter_compiler_;
  bool negative_ = false;  ///< inside a NOT
  bool ranked_ = false;
  bool lacks_word_ = false;
  Tiers tiers_;
  Tiers tiers_without_names_;  ///< of what is typed beside the names of countries
  Query other_words_;          ///< passages with some of that
  std::vector<QueryNote> notes_;
  std::vector<UnknownValue> faults_;  ///< those of the notes that tell of something left out
  std::vector<std::string> described_;
  std::vector<QueryPart> parts_;
};

}  // namespace

CompiledQuery compile_query(const Node& root, const Xapian::Database& database,
                            const QueryWords& words, const CompileOptions& options) {
  return Compiler(database, words, options).run(root);
}

}  // namespace idsearch::query
