// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_hints.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "query/chars.hpp"
#include "query/search_any.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

constexpr std::string_view kOfTheCountry = "of the country that is named";

std::string country_term(const std::string& code) {
  return store::filter_term(store::kCountry, lower_ascii(code));
}

/// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 == names.size() ? " and " : ", ";
    result += names[i];
  }
  return result;
}

}  // namespace

std::vector<NamedCountries> HintCompiler::see(const std::vector<GroupItem>& typed) {
  std::vector<NamedCountries> result;
  if (options_.thesaurus == nullptr) return result;
  for (NamedCountries& named : countries_in(typed)) {
    if (typed[named.first].node->field != nullptr) continue;
    std::erase_if(named.codes, [&](const std::string& code) {
      return !database_.term_exists(country_term(code));
    });
    if (named.codes.empty()) {
      names_absent_ = true;
      continue;
    }
    std::vector<std::string> names;
    for (const std::string& code : named.codes) names.push_back(display_name(code));
    std::string line = named.typed + ": passages of " + listed(names) + " come first";
    const bool told = std::ranges::find(seen_, named.codes, &NamedCountries::codes) != seen_.end();
    if (!told) expansions_.push_back(std::move(line));
    understood_.push_back(named.typed);
    seen_.push_back(named);
    result.push_back(std::move(named));
  }
  return result;
}

Query HintCompiler::passages_of(const std::vector<NamedCountries>& named) {
  std::set<std::string> terms;
  for (const NamedCountries& one : named)
    for (const std::string& code : one.codes) terms.insert(country_term(code));
  std::vector<Query> queries;
  for (const std::string& term : terms) queries.emplace_back(term);
  return weighted(any(std::move(queries)), 0);
}

void HintCompiler::add_tiers(Tiers& tiers, const Tiers& rest, const Query& others,
                             double bound) const {
  if (seen_.empty()) return;
  const Query hinted = passages_of(seen_);
  const auto of_it = [&](const Query& query) { return Query(Query::OP_AND, query, hinted); };
  // All words side by side come first, if only in another country's passages.
  Query first = tiers.as_typed;
  std::string name = first.empty() ? "" : tiers.list.back().name;
  if (!first.empty() && finds_any(of_it(first), database_)) {
    first = of_it(first);
    name = std::string{kOfTheCountry} + ", besides: " + name;
  }
  Tiers out;
  const auto add = [&](const Query& condition, const std::string& what) {
    out.list.push_back({first.empty() ? condition : Query(Query::OP_OR, condition, first), what});
  };
  // Whoever names a country asks for something about it: of what has none of the other words the
  // country alone is no answer.
  if (!others.empty()) {
    add(Query(Query::OP_OR, others, hinted), std::string{kOfTheCountry});
    add(others, "some of the other words");
  }
  const Query above = others.empty() ? hinted : of_it(others);
  for (Tier& tier : tiers.list)
    out.list.push_back({Query(Query::OP_OR, tier.condition, above), std::move(tier.name)});
  add(above, std::string{kOfTheCountry} + (others.empty() ? "" : ", besides: some other words"));
  for (const Tier& tier : rest.list)
    add(of_it(tier.condition), std::string{kOfTheCountry} + ", besides: " + tier.name);
  if (!first.empty()) out.list.push_back({first, name});
  tiers.list = std::move(out.list);
  tiers.step = std::max(tiers.step, tier_step(bound));
}

std::vector<GroupItem> without_names(const std::vector<GroupItem>& typed,
                                     const std::vector<NamedCountries>& named) {
  std::vector<GroupItem> rest;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool is_name = std::ranges::any_of(named, [&](const NamedCountries& one) {
      return i >= one.first && i < one.first + one.count;
    });
    if (!is_name && (!rest.empty() || !typed[i].function_word)) rest.push_back(typed[i]);
  }
  while (!rest.empty() && rest.back().function_word) rest.pop_back();
  return rest;
}

}  // namespace idsearch::query
