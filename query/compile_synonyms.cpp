// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_synonyms.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "query/known_names.hpp"
#include "query/rank.hpp"
#include "query/word_table.hpp"
#include "text/english_forms.hpp"
#include "text/spelling.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

/// The name as written, and with its last word in the plural.
std::vector<std::string> spellings_of(std::string_view name, const QueryWords& words) {
  std::vector<std::string> spellings{std::string{name}};
  const std::vector<WordUnit> units = words.units(name);
  if (units.empty() || units.back().joined) return spellings;
  const std::string several = plural(units.back().parts.front().folded);
  if (!several.empty())
    spellings.push_back(std::string{name.substr(0, units.back().start)} + several);
  return spellings;
}

/// Whether other names stand for this content item.
bool covers(const CompiledSynonyms& synonyms, const RankedItem& item,
            const std::vector<GroupItem>& typed) {
  for (std::size_t i = synonyms.first; i < synonyms.first + synonyms.count; ++i)
    if (item.unit && typed[i].node == item.node && typed[i].unit->start == item.unit->start)
      return true;
  return false;
}

/// "HID", "MET", "WON": an abbreviation, which has no forms. Words with more letters are capitals
/// that somebody left on.
bool is_short_and_in_capitals(std::string_view typed) {
  constexpr std::size_t kLongest = 4;
  return typed.size() >= 2 && typed.size() <= kLongest &&
         std::ranges::all_of(typed, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A word that is not part of a phrase, in one part.
bool is_in_one_part(const GroupItem& item) {
  return item.unit && !item.function_word && !item.unit->joined && item.unit->parts.size() == 1;
}

}  // namespace

double SynonymCompiler::weight_of(const std::string& term) const {
  return weight_bound(database_.get_doccount(), database_.get_termfreq(term),
                      compiler_.occurrences(term));
}

/// What the form as typed weighs where it stands, without the part that depends on the passage.
double SynonymCompiler::least_worth(const WordForms& forms, std::string_view prefix) const {
  double stem_weight = std::numeric_limits<double>::infinity();
  for (const std::string& stem : forms.stems) {
    const double weight = weight_of(std::string{store::kStem} + std::string{prefix} + stem);
    if (weight > 0) stem_weight = std::min(stem_weight, kStemWeight * weight);
  }
  const double form_weight = weight_of(std::string{prefix} + forms.folded);
  if (stem_weight == std::numeric_limits<double>::infinity()) return kStemWeight * form_weight;
  return stem_weight + kFormWeight * form_weight;
}

double SynonymCompiler::least_worth(const WordUnit& unit, std::string_view prefix) const {
  double in_parts = 0;
  for (const WordForms& part : unit.parts) in_parts += least_worth(part, prefix);
  if (!unit.joined) return in_parts;
  const double in_one = least_worth(*unit.joined, prefix);
  return in_one > 0 ? std::min(in_one, in_parts) : in_parts;
}

/// The most that a name may add to a score in place of what was typed; 0 when the index does not
/// have the words at all, so that there is nothing to outrank.
double SynonymCompiler::most_for(const SameMeaning& same,
                                 const std::vector<GroupItem>& typed) const {
  const std::string_view prefix =
      text_fields(options_.in, typed[same.first].node->field).front().prefix;
  double worth = 0;
  for (std::size_t i = same.first; i < same.first + same.count; ++i)
    if (!typed[i].function_word) worth += least_worth(*typed[i].unit, prefix);
  return kSynonymWeight * worth;
}

/// Only the first of the names that a passage has counts. (OP_MAX would say that, but 1.4.22 can
/// crash on it.)
Query SynonymCompiler::first_of(const std::vector<Name>& names) {
  std::vector<Query> queries, before;
  for (const Name& name : names) {
    const Query query = weighted(name.query, name.factor);
    const Query others = any(before);
    queries.push_back(others.empty() ? query : Query(Query::OP_AND_NOT, query, others));
    before.push_back(name.query);
  }
  return any(std::move(queries));
}

double SynonymCompiler::add_name(std::vector<Name>& names, const std::string& name,
                                 const SameMeaning& same, double most, const store::Field* field) {
  const std::vector<TextField> fields = text_fields(options_.in, field);
  const std::vector<WordUnit> units = words_.units(name);
  const double before = compiler_.bound();
  Query query =
      same.inflected ? compiler_.unit(units.front(), fields) : compiler_.phrase(units, fields);
  const double natural = compiler_.bound() - before;
  compiler_.reset_bound(before);
  if (query.empty() || natural == 0) return 0;
  if (most == 0) {
    // As much as the rarest word of the name: the typed word would be one word, too.
    for (const WordUnit& unit : units)
      most = std::max(most, least_worth(unit, fields.front().prefix));
    if (most == 0) most = natural;
  }
  names.push_back({std::move(query), std::min(1.0, most / natural)});
  Node node;
  node.kind = same.inflected ? NodeKind::Words : NodeKind::Phrase;
  node.text = name;
  node.field = field;
  nodes_.push_back(std::move(node));
  return std::min(most, natural);
}

/// "e KYC" where the index has "eKYC" in one word.
std::vector<SameMeaning> SynonymCompiler::written_in_one(const std::vector<GroupItem>& typed) {
  std::vector<SameMeaning> result;
  for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
    const GroupItem &left = typed[i], &right = typed[i + 1];
    if (!is_in_one_part(left) || !is_in_one_part(right) || left.node->field != right.node->field)
      continue;
    const std::string prefix{text_fields(options_.in, left.node->field).front().prefix};
    const std::string first = left.unit->parts.front().folded;
    const std::string whole = first + right.unit->parts.front().folded;
    if (!text::is_spelled_with_letters(whole) || !database_.term_exists(prefix + whole)) continue;
    // Where it is written "e-KYC", its parts are found anyway.
    Xapian::Enquire enquire(database_);
    enquire.set_query(Query(Query::OP_AND_NOT, Query(prefix + whole), Query(prefix + first)));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (enquire.get_mset(0, 1).empty()) continue;
    made_.push_back(whole);
    result.push_back({i,
                      2,
                      std::string{typed_text(left)} + " " + std::string{typed_text(right)},
                      {made_.back()}});
  }
  return result;
}

/// "recognise" for "recognize", "children" for "child", where the index has it in some form.
std::vector<SameMeaning> SynonymCompiler::other_forms(const std::vector<GroupItem>& typed) {
  std::vector<SameMeaning> result;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const GroupItem& item = typed[i];
    if (!is_in_one_part(item) && !(item.unit && item.unit->joined)) continue;
    const WordForms& forms = item.unit->joined ? *item.unit->joined : item.unit->parts.front();
    SameMeaning same{i, 1, std::string{typed_text(item)}, {}, true};
    if (is_short_and_in_capitals(same.typed)) continue;
    const std::string prefix{text_fields(options_.in, item.node->field).front().prefix};
    for (std::string& other : text::other_english_forms(forms.folded)) {
      const std::vector<WordUnit> units = words_.units(other);
      if (units.size() != 1 || !stands(units.front(), prefix)) continue;
      // With the same stem it is found already.
      if (!units.front().joined && !forms.stems.empty() &&
          units.front().parts.front().stems == forms.stems)
        continue;
      same.names.push_back(made_.emplace_back(std::move(other)));
    }
    if (!same.names.empty()) result.push_back(std::move(same));
  }
  return result;
}

/// In any inflected form. Of a hyphenated word its parts may stand apart.
bool SynonymCompiler::stands(const WordUnit& unit, const std::string& prefix) const {
  return std::ranges::all_of(unit.parts, [&](const WordForms& part) {
    return database_.term_exists(prefix + part.folded) ||
           std::ranges::any_of(part.stems, [&](const std::string& stem) {
             return database_.term_exists(std::string{store::kStem} + prefix + stem);
           });
  });
}

std::vector<CompiledSynonyms> SynonymCompiler::compile(const std::vector<GroupItem>& typed) {
  std::vector<CompiledSynonyms> result;
  if (options_.thesaurus == nullptr) return result;
  std::vector<SameMeaning> known = options_.thesaurus->same_meaning(typed);
  std::vector<SameMeaning> made = written_in_one(typed);
  std::ranges::move(other_forms(typed), std::back_inserter(made));
  for (SameMeaning& same : made) {
    const bool is_known = std::ranges::any_of(known, [&](const SameMeaning& other) {
      return other.first <= same.first && same.first + same.count <= other.first + other.count;
    });
    if (!is_known) known.push_back(std::move(same));
  }
  std::set<std::pair<const store::Field*, std::string_view>> compiled;
  for (const SameMeaning& same : known) {
    const store::Field* field = typed[same.first].node->field;
    // Typed again: counts once, as words do.
    if (!compiled.emplace(field, same.typed).second) continue;
    // An author is called what he is called.
    if (field != nullptr && field->prefix == store::kAuthor) continue;
    const double most = most_for(same, typed);
    double bound = 0;  // of one of the names: two never count together
    std::vector<Name> names;
    std::string listed;
    for (const std::string_view name : same.names) {
      const std::size_t before = names.size();
      const std::vector<std::string> spellings =
          same.inflected ? std::vector{std::string{name}} : spellings_of(name, words_);
      for (const std::string& spelling : spellings)
        if (names.size() < kMaxSynonyms)
          bound = std::max(bound, add_name(names, spelling, same, most, field));
      if (names.size() > before) listed += (listed.empty() ? ": " : ", ") + std::string{name};
    }
    if (names.empty()) continue;
    compiler_.reset_bound(compiler_.bound() + bound);
    result.push_back({same.first, same.count, first_of(names), same.typed});
    understood_.push_back(same.typed);
    if (same.inflected) respelt_.push_back(same.typed);
    listed = same.typed + listed;
    if (std::ranges::find(expansions_, listed) == expansions_.end())
      expansions_.push_back(std::move(listed));
  }
  return result;
}

/// Passages with the word as typed, or in the other number.
Query SynonymCompiler::form_condition(const RankedItem& item) const {
  if (!item.unit) return item.match;
  std::vector<Query> queries;
  for (const TextField& field : text_fields(options_.in, item.node->field)) {
    const WordForms& forms = item.unit->joined ? *item.unit->joined : item.unit->parts.front();
    for (const std::string& form : {forms.folded, singular(forms.folded), plural(forms.folded)})
      if (!form.empty() && database_.term_exists(std::string{field.prefix} + form))
        queries.emplace_back(std::string{field.prefix} + form);
    if (item.unit->joined) queries.push_back(item.match);
  }
  return any(std::move(queries));
}

void SynonymCompiler::add_tiers(Tiers& tiers, const std::vector<RankedItem>& content,
                                const std::vector<GroupItem>& typed,
                                const std::vector<CompiledSynonyms>& synonyms) {
  if (synonyms.empty() || content.empty() || content.size() > kMaxTieredWords) return;
  const double bound = compiler_.bound();
  std::vector<Query> as_typed, by_any_name;
  bool one_name_for_all = false;
  for (const RankedItem& item : content) {
    const std::vector<TextField> fields = text_fields(options_.in, item.node->field);
    as_typed.push_back(item.unit ? compiler_.unit(*item.unit, fields, WordCompiler::Use::Condition)
                                 : item.match);
    std::vector<Query> names{as_typed.back()};
    for (const CompiledSynonyms& other : synonyms)
      if (covers(other, item, typed)) names.push_back(other.match);
    by_any_name.push_back(any(std::move(names)));
  }
  compiler_.reset_bound(bound);
  for (const CompiledSynonyms& other : synonyms)
    one_name_for_all =
        one_name_for_all || std::ranges::all_of(content, [&](const RankedItem& item) {
          return covers(other, item, typed);
        });
  if (content.size() == 1) {
    // The word itself, not all with its stem: "national" is no more "nationality" than
    // "citizenship" is.
    Query typed_word = form_condition(content.front());
    if (!typed_word.empty()) {
      tiers.list.insert(tiers.list.begin(), {std::move(typed_word), "the word itself"});
    }
    return;
  }
  if (std::ranges::any_of(by_any_name, &Query::empty)) return;
  Query all(Query::OP_AND, by_any_name.begin(), by_any_name.end());
  // One word at least as typed, unless the other name stands for all of them.
  if (!one_name_for_all) all = Query(Query::OP_AND, all, any(std::move(as_typed)));
  tiers.list.insert(tiers.list.begin(), {all, "all words, some under another name"});
}

Tiers SynonymCompiler::single_tier(const RankedItem& item, const std::vector<GroupItem>& typed,
                                   const std::vector<CompiledSynonyms>& synonyms) {
  std::vector<Query> names{item.match};
  bool has_other_names = false;
  for (const CompiledSynonyms& other : synonyms) {
    if (!covers(other, item, typed)) continue;
    names.push_back(other.match);
    has_other_names = true;
  }
  const Query typed_word = has_other_names ? form_condition(item) : Query();
  names.push_back(typed_word);
  Tiers tiers;
  if (const Query match = any(std::move(names)); !match.empty()) {
    tiers.list.push_back({match, "the other word"});
  }
  if (!typed_word.empty()) {
    tiers.list.push_back({typed_word, "the other word itself"});
  }
  return tiers;
}

}  // namespace idsearch::query
