// SPDX-License-Identifier: GPL-2.0-or-later
// Which country does somebody mean? Names that fit several countries give none: "Korea", "Congo",
// "Virgin Islands", "Dominican" (the alias file marks them with "--"), and any name that ICU's
// languages do not agree upon.
//
// Three steps: codes and names as the alias file spells them; keys of all aliases and ICU's English
// names; names in all other languages, by ICU and by corpus/country-native-names.tsv, also with
// words around them that only say "republic".
#include "text/country.hpp"

#include <algorithm>
#include <utility>

#include "text/country_codes.hpp"
#include "text/country_key.hpp"
#include "text/country_table.hpp"
#include "text/state_words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::embedded {
extern const std::string_view country_names;
}  // namespace idsearch::embedded

namespace idsearch::text {
namespace {

constexpr std::string_view kNoCountry = "--";

// Longer text is no name; the longest official one has 60 letters.
constexpr std::size_t kMaxNameBytes = 300;

using Codes = std::optional<std::string_view>;  // of a row, see CountryRow; none: unknown

Codes row(CountryRow kind, std::string_view key) {
  return country_row(embedded::country_names, kind, key);
}

struct Alias {
  std::string_view codes;
  bool is_demonym = false;
};

/// A name just as the alias file spells it, but for case.
std::optional<Alias> alias_as_spelled(std::string_view name) {
  std::string small(name);
  std::ranges::transform(small, small.begin(), ascii_lower);
  const Codes found = row(CountryRow::Spelled, small);
  if (!found) return std::nullopt;
  const bool is_demonym = found->starts_with('!');
  return Alias{found->substr(is_demonym ? 1 : 0), is_demonym};
}

/// Of aliases and ICU's English names.
Codes near_name(std::string_view name) { return row(CountryRow::Name, country_key(name)); }

struct Turned {
  std::string_view head, tail;
};

/// The two sides of "Korea, North", "Iran (Islamic Republic of)" and "Burma/Myanmar".
std::optional<Turned> sides_of(std::string_view name) {
  if (const std::size_t open = name.find('('); open != std::string_view::npos) {
    const std::size_t close = name.find(')', open);
    if (close == std::string_view::npos || close + 1 != name.size()) return std::nullopt;
    return Turned{trim(name.substr(0, open)), trim(name.substr(open + 1, close - open - 1))};
  }
  if (const std::size_t comma = name.find(','); comma != std::string_view::npos) {
    return Turned{trim(name.substr(0, comma)), trim(name.substr(comma + 1))};
  }
  if (const std::size_t slash = name.find('/'); slash != std::string_view::npos) {
    return Turned{trim(name.substr(0, slash)), trim(name.substr(slash + 1))};
  }
  return std::nullopt;
}

Codes find_name(std::string_view name) {
  if (const Codes codes = near_name(name)) return codes;
  if (const auto sides = sides_of(name); sides && !sides->head.empty() && !sides->tail.empty()) {
    const std::string straight = std::string(sides->tail) + " " + std::string(sides->head);
    if (const Codes codes = near_name(straight)) return codes;
    // "Eswatini (Swaziland)": two names of one country.
    const Codes head = near_name(sides->head), tail = near_name(sides->tail);
    if (head && head == tail) return head;
  }
  const std::string key = country_key(name);
  if (const Codes codes = row(CountryRow::Far, key)) return codes;
  for (const NameOfState& rest : without_state_words(key)) {
    Codes codes = row(CountryRow::Name, rest.name);
    if (!codes) codes = row(CountryRow::Far, rest.name);
    if (codes) return rest.says_kind && kind_decides(*codes) ? std::nullopt : codes;
  }
  return std::nullopt;
}

std::optional<std::string> code_or_nothing(Codes codes) {
  if (!codes || *codes == kNoCountry || codes->find(',') != std::string_view::npos)
    return std::nullopt;
  return std::string(*codes);
}

Codes find_demonym(const std::string& key) {
  if (const Codes codes = row(CountryRow::Demonym, key)) return codes;
  if (!key.ends_with('s')) return std::nullopt;
  return row(CountryRow::Demonym, std::string_view(key).substr(0, key.size() - 1));
}

}  // namespace

std::optional<std::string> country_code(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return std::nullopt;
  if (std::string code = code_of_code(trimmed); !code.empty()) return code;
  if (const auto alias = alias_as_spelled(trimmed)) return code_or_nothing(alias->codes);
  const std::string key = country_key(trimmed);
  if (key.empty()) return std::nullopt;
  if (const Codes codes = row(CountryRow::Name, key)) return code_or_nothing(codes);
  // Before the far names: "Thai" is a name of the country in some language.
  if (const Codes codes = find_demonym(key)) return code_or_nothing(codes);
  return code_or_nothing(find_name(trimmed));
}

std::optional<std::string> country_code_of_name(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return std::nullopt;
  if (const auto alias = alias_as_spelled(trimmed)) {
    return alias->is_demonym ? std::nullopt : code_or_nothing(alias->codes);
  }
  const std::string key = country_key(trimmed);
  if (key.empty()) return std::nullopt;
  if (const Codes codes = row(CountryRow::Name, key)) return code_or_nothing(codes);
  if (find_demonym(key)) return std::nullopt;
  return code_or_nothing(find_name(trimmed));
}

std::vector<std::string> countries_named(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return {};
  const std::string key = country_key(trimmed);
  Codes found = row(CountryRow::Name, key);
  if (!found) found = find_demonym(key);
  std::vector<std::string> codes;
  if (!found || found->find(',') == std::string_view::npos) return codes;
  for (std::size_t at = 0; at < found->size(); at += 3) codes.emplace_back(found->substr(at, 2));
  return codes;
}

std::string state_of_part(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return {};
  return std::string(row(CountryRow::Part, country_key(trimmed)).value_or(""));
}

std::string country_name(std::string_view code) {
  return std::string(row(CountryRow::Usual, code).value_or(""));
}

}  // namespace idsearch::text
