// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_tiers.hpp"

#include <algorithm>
#include <cmath>

#include "query/rank.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

class TierBuilder {
 public:
  TierBuilder(WordCompiler& compiler, const CompileOptions& options)
      : compiler_(compiler), options_(options) {}

  void add_all_words(const std::vector<RankedItem>& content) {
    if (content.size() < 2 || content.size() > kMaxTieredWords) return;
    std::vector<Query> anywhere, in_main_field;
    for (const RankedItem& item : content) {
      const auto condition = [&](const std::vector<TextField>& where) {
        return item.unit ? compiler_.unit(*item.unit, where, WordCompiler::Use::Condition)
                         : item.match;
      };
      anywhere.push_back(condition(fields(*item.node)));
      in_main_field.push_back(condition({main_field(*item.node)}));
    }
    const auto add_all = [&](const std::vector<Query>& words, const char* name) {
      if (std::ranges::none_of(words, &Query::empty))
        add(Query(Query::OP_AND, words.begin(), words.end()), name);
    };
    // The same when no heading has one of the words: two such tiers would only cost time.
    if (!std::ranges::equal(anywhere, in_main_field, {}, &Query::get_length, &Query::get_length))
      add_all(anywhere, "all words, in text and headings");
    add_all(in_main_field, "all words in the text");
  }

  /// Words in one sentence say more together than words far apart.
  void add_near(const std::vector<RankedItem>& content) {
    if (content.size() < 2 || content.size() > kMaxTieredWords || tiers_.empty()) return;
    const Node& first = *content.front().node;
    const bool plain = std::ranges::all_of(content, [&](const RankedItem& item) {
      return item.unit.has_value() && item.node->field == first.field;
    });
    if (!plain) return;
    std::vector<NearOperand> operands;
    for (const RankedItem& item : content) {
      operands.push_back(compiler_.ways({*item.unit}, main_field(first).prefix, !options_.exact));
      if (operands.back().empty()) return;
    }
    add_within(std::move(operands), kNearTier, "all words near each other");
  }

  void add_side_by_side(const std::vector<GroupItem>& typed) {
    const auto content =
        std::ranges::count_if(typed, [](const GroupItem& item) { return !item.function_word; });
    const bool plain = std::ranges::all_of(typed, [&](const GroupItem& item) {
      return item.unit.has_value() && item.node->field == typed.front().node->field;
    });
    if (!plain || static_cast<std::size_t>(content) > kMaxTieredWords || typed.size() < 2 ||
        typed.size() > kMaxAdjacentWords) {
      return;
    }
    std::vector<WordUnit> units;
    for (const GroupItem& item : typed) units.push_back(*item.unit);
    const TextField field = main_field(*typed.front().node);
    const NearOperand as_typed = compiler_.ways(units, field.prefix, false);
    if (!options_.exact) {
      const NearOperand inflected = compiler_.ways(units, field.prefix, true);
      // The same when no word of the index has another form.
      if (!inflected.empty() && inflected != as_typed) {
        const char* const name = "words side by side, inflected";
        // Inflected forms are those of all languages: all words must be there as well.
        if (tiers_.empty()) {
          add(compiler_.any_of(inflected, field.weight), name);
        } else {
          add_within({inflected}, 0, name);
        }
      }
    }
    if (as_typed.empty()) return;
    as_typed_ = compiler_.any_of(as_typed, field.weight);
    if (as_typed_.empty()) return;
    add(as_typed_, "words side by side as typed");
    if (tiers_.size() > 1) tiers_.back().within = std::make_shared<Near>(Near{{as_typed}, 0});
  }

  Tiers take() { return {std::move(tiers_), as_typed_, 0}; }

 private:
  std::vector<TextField> fields(const Node& node) const {
    return text_fields(options_.in, node.field);
  }

  TextField main_field(const Node& node) const { return fields(node).front(); }

  void add(const Query& query, const char* name) { tiers_.push_back({query, name}); }

  /// Passages of the tier before, which have all words in some form, where they stand so.
  void add_within(std::vector<NearOperand> operands, std::uint32_t reach, const char* name) {
    auto near = std::make_shared<const Near>(Near{std::move(operands), reach});
    const Query stands = near_source(near, NearAskedOf::Any);
    tiers_.push_back(
        {Query(Query::OP_AND, tiers_.back().condition, stands), name, std::move(near)});
  }

  WordCompiler& compiler_;
  const CompileOptions& options_;
  std::vector<Tier> tiers_;
  Query as_typed_;
};

}  // namespace

Tiers tiers_of(const std::vector<RankedItem>& content, const std::vector<GroupItem>& typed,
               WordCompiler& compiler, const CompileOptions& options) {
  const double bound = compiler.bound();
  TierBuilder builder(compiler, options);
  builder.add_all_words(content);
  builder.add_near(content);
  builder.add_side_by_side(typed);
  compiler.reset_bound(bound);
  Tiers tiers = builder.take();
  tiers.step = tier_step(bound);
  return tiers;
}

double tier_step(double bound) {
  // A power of two, so that adding it rounds no weight.
  return std::max(kTierStep, std::exp2(std::ceil(std::log2(bound + 1))));
}

bool in_few_passages(const Query& found, const std::vector<RankedItem>& content,
                     const Xapian::Database& database) {
  // Nearly always one word alone tells, without a search. (Words in parts are found by several.)
  for (const RankedItem& item : content) {
    if (!item.unit || item.unit->joined || item.unit->parts.size() > 1 || !item.unit->apart.empty())
      continue;
    for (auto term = item.match.get_unique_terms_begin(); term != item.match.get_terms_end();
         ++term)
      if (database.get_termfreq(*term) >= kFewPassages) return false;
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(found);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::doccount passages = enquire.get_mset(0, 0, kFewPassages).get_matches_lower_bound();
  return passages > 0 && passages < kFewPassages;
}

}  // namespace idsearch::query
