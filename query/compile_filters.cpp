// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_filters.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "query/chars.hpp"
#include "query/section_slugs.hpp"
#include "text/country.hpp"
#include "text/iso_dates.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

/// Values that a note lists; more would bury the note.
constexpr std::size_t kListed = 12;

/// The topics of the rules that are compiled in: each is a legal question to any index.
constexpr std::array<std::string_view, 3> kTopics{"surveillance", "statelessness",
                                                  "data-protection"};

/// "North Korea (KP) or South Korea (KR)"
std::string named(const std::vector<std::string>& codes) {
  std::string names;
  for (const std::string& code : codes) {
    if (!names.empty()) names += &code == &codes.back() ? " or " : ", ";
    names += text::country_name(code) + " (" + code + ")";
  }
  return names;
}

std::string first_of(const std::vector<std::string>& values, std::string_view between) {
  std::string result;
  for (std::size_t i = 0; i < std::min(values.size(), kListed); ++i) {
    if (i > 0) result += between;
    result += values[i];
  }
  if (values.size() > kListed) result += ", …";
  return result;
}

/// Filters of this field that must all hold.
void collect(const Node& node, std::string_view field, std::vector<const Node*>& to) {
  if (node.kind == NodeKind::Filter && node.field->name == field) to.push_back(&node);
  if (node.kind == NodeKind::Group || node.kind == NodeKind::And)
    for (const Node& child : node.children) collect(child, field, to);
}

/// Names all that the filters name: in quotation marks what needs them.
std::string any_of_several(const std::vector<const Node*>& filters) {
  Node all;
  all.kind = NodeKind::Filter;
  all.field = filters.front()->field;
  for (const Node* filter : filters)
    all.values.insert(all.values.end(), filter->values.begin(), filter->values.end());
  return to_text(all);
}

std::string quoted_if_needed(const std::string& value) {
  return value.find(' ') == std::string::npos ? value : '"' + value + '"';
}

/// Of a profile about what is no state, which has no country to look for.
std::string titles_have(const std::string& value) {
  return "; heading:" + quoted_if_needed(value) + " finds what has it in a title";
}

/// "country:-KE", "country:!KE": a name would be found without the sign, and mean the opposite.
bool is_negated(std::string_view value) { return value.starts_with('-') || value.starts_with('!'); }

}  // namespace

std::vector<std::string> FilterCompiler::terms(const store::Field& field,
                                               std::string_view value) const {
  if (is_negated(value)) return {};
  std::vector<std::string> values;
  if (field.prefix == store::kCountry) {
    if (const std::optional<std::string> code = text::country_code(value)) {
      values = {lower_ascii(*code)};
    } else {
      values = {text::slug(value)};
    }
  } else if (field.prefix == store::kSection) {
    values = section_slugs(value);
  } else if (field.prefix == store::kTopic) {
    std::string topic = lower_ascii(value);
    std::replace(topic.begin(), topic.end(), '_', '-');
    std::replace(topic.begin(), topic.end(), ' ', '-');
    values = {topic};
  } else if (field.prefix == store::kHost) {
    values = {store::host_of(value)};
  } else if (field.prefix == store::kLanguage) {
    values = {lower_ascii(value.substr(0, value.find_first_of("-_")))};  // "en" of "en-GB"
  } else {
    values = {lower_ascii(value)};
  }
  std::vector<std::string> result;
  for (const std::string& one : values)
    if (!one.empty()) result.push_back(store::filter_term(field.prefix, one));
  return result;
}

Query FilterCompiler::filter(const Node& node) {
  std::vector<Query> queries;
  for (const std::string& value : node.values) {
    if (node.field->kind == store::FieldKind::Range) {
      const std::optional<text::DayRange> days = text::parse_iso_range(value);
      if (days) queries.push_back(updated(days->first, days->last));
      continue;
    }
    bool known = false;
    for (const std::string& term : terms(*node.field, value)) {
      if (!database_.term_exists(term)) continue;
      known = true;
      queries.emplace_back(term);
    }
    if (!known) note_unknown(*node.field, value, node);
  }
  if (queries.empty()) return {};
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, queries.begin(), queries.end()), 0.0);
}

Query FilterCompiler::updated(const std::string& first, const std::string& last) {
  // Passages without a day have an empty value, which is below every digit and must not match.
  const std::string begin = first.empty() ? "0" : first;
  if (last.empty()) return Query(Query::OP_VALUE_GE, store::kSlotUpdated, begin);
  return Query(Query::OP_VALUE_RANGE, store::kSlotUpdated, begin, last);
}

std::vector<std::string> FilterCompiler::known_values(std::string_view prefix) const {
  const std::string start{prefix};
  std::vector<std::string> values;
  for (auto term = database_.allterms_begin(start); term != database_.allterms_end(start); ++term)
    values.push_back((*term).substr(start.size()));
  return values;
}

bool FilterCompiler::in_titles(std::string_view value) const {
  const std::string slug = text::slug(value);
  for (std::size_t at = 0; at < slug.size();) {
    const std::size_t end = std::min(slug.find('-', at), slug.size());
    if (!database_.term_exists(std::string{store::kHeading} + slug.substr(at, end - at)))
      return false;
    at = end + 1;
  }
  return !slug.empty();
}

void FilterCompiler::note_unknown(const store::Field& field, const std::string& value,
                                  const Node& node) {
  std::string message =
      "no passage has " + std::string{field.name} + ":" + value + " in this index";
  bool is_fault = false;
  std::vector<std::string> values;
  const auto add = [&] {
    unknown_.push_back(
        {{std::move(message), node.begin, node.end - node.begin}, field.name, is_fault});
  };
  if (is_negated(value)) {
    message = "“" + value + "” is no value of " + std::string{field.name} +
              "; to leave its passages out write -" + std::string{field.name} + ":" +
              quoted_if_needed(value.substr(std::min(value.find_first_not_of("-!"), value.size())));
    is_fault = true;
    return add();
  }
  if (field.prefix == store::kCountry) {
    if (const auto code = text::country_code(value)) {
      message = "the index has no profile of " + text::country_name(*code) + " (" + *code + ")";
    } else if (const auto codes = text::countries_named(value); !codes.empty()) {
      message = "“" + value + "” is ambiguous: " + named(codes) +
                "; for any of them write country:" + first_of(codes, ",");
      is_fault = true;
      return add();
    } else if (const std::string state = text::state_of_part(value); !state.empty()) {
      const std::string name = text::country_name(state) + " (" + state + ")";
      const bool here = database_.term_exists(store::filter_term(field.prefix, lower_ascii(state)));
      message = "“" + value + "” is no country but a part of one: " +
                (here ? "write country:" + state + " for all of " + name
                      : "the index has no profile of " + name);
      if (in_titles(value)) message += titles_have(value);
      is_fault = true;
      return add();
    } else {
      message = "“" + value + "” is no country that is known here";
      is_fault = true;
      if (in_titles(value)) {
        message += titles_have(value);
        return add();
      }
    }
    // Slugs of names are easier to read than codes, and there is one for each profile's country.
    values = known_values(field.prefix);
    std::erase_if(values, [](const std::string& known) { return known.size() < 3; });
  } else if (field.prefix == store::kSection || field.prefix == store::kTopic ||
             field.prefix == store::kLanguage) {
    values = known_values(field.prefix);
  }
  const std::vector<std::string_view> names(values.begin(), values.end());
  const std::vector<std::string> wanted = terms(field, value);
  const std::string_view first = wanted.empty()
                                     ? std::string_view{}
                                     : std::string_view{wanted.front()}.substr(field.prefix.size());
  if (field.prefix == store::kSection) is_fault = true;
  if (field.prefix == store::kTopic) is_fault = std::ranges::find(kTopics, first) == kTopics.end();
  const std::string_view near = first.empty() ? first : text::nearest(first, names);
  if (!near.empty()) {
    message += "; did you mean " + std::string{field.name} + ":" + std::string{near} + "?";
  } else if (!values.empty()) {
    message +=
        (message.starts_with("“") ? "; the index has " : "; it has ") + first_of(values, ", ");
  } else if (field.prefix == store::kHost && value.find('.') == std::string::npos) {
    message += "; it takes a host, as in source:hrw.org, and note:" +
               (value.find(' ') == std::string::npos ? value : "\"" + value + "\"") +
               " looks for words of sources";
  }
  add();
}

std::optional<QueryNote> country_conflict(const Node& root, const std::vector<Node>& filters,
                                          const FilterCompiler& compiler) {
  std::vector<const Node*> countries;
  collect(root, "country", countries);
  for (const Node& filter : filters) collect(filter, "country", countries);
  if (countries.size() < 2) return std::nullopt;
  std::optional<std::set<std::string>> common;
  for (const Node* filter : countries) {
    std::set<std::string> terms;
    for (const std::string& value : filter->values)
      for (std::string& term : compiler.terms(*filter->field, value)) terms.insert(std::move(term));
    if (common)
      std::erase_if(terms, [&](const std::string& term) { return !common->contains(term); });
    common = std::move(terms);
  }
  if (!common->empty()) return std::nullopt;
  return QueryNote{
      "a passage has one country, so these filters together find nothing; for any of several "
      "write " +
          any_of_several(countries),
      countries[1]->begin, countries[1]->end - countries[1]->begin};
}

std::optional<QueryNote> date_conflict(const Node& root) {
  std::vector<const Node*> dates;
  collect(root, "updated", dates);
  if (dates.size() < 2) return std::nullopt;
  std::vector<text::DayRange> common{{"", "99999999"}};
  for (const Node* filter : dates) {
    std::vector<text::DayRange> both;
    for (const std::string& value : filter->values) {
      const std::optional<text::DayRange> days = text::parse_iso_range(value);
      if (!days) continue;
      for (const text::DayRange& one : common) {
        const std::string last = days->last.empty() ? one.last : std::min(one.last, days->last);
        const std::string first = std::max(one.first, days->first);
        if (first <= last) both.push_back({first, last});
      }
    }
    common = std::move(both);
  }
  if (!common.empty()) return std::nullopt;
  return QueryNote{
      "a profile has one date, so these filters together find nothing; for any of several write " +
          any_of_several(dates),
      dates[1]->begin, dates[1]->end - dates[1]->begin};
}

}  // namespace idsearch::query
