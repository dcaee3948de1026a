// SPDX-License-Identifier: GPL-2.0-or-later
// Which country does somebody mean? Names that fit several countries give none: "Korea", "Congo",
// "Virgin Islands", "Dominican" (the alias file marks them with "--"), and any name that ICU's
// languages do not agree upon.
//
// Three steps, each dearer than the one before: codes and names as the alias file spells them; keys
// of all aliases and ICU's English names; names in all other languages, by ICU and by
// corpus/country-native-names.tsv, also with words around them that only say "republic".
#include "text/country.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "text/country_codes.hpp"
#include "text/state_words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::embedded {
extern const std::string_view country_aliases;
extern const std::string_view country_native_names;
}  // namespace idsearch::embedded

namespace idsearch::text {
namespace {

constexpr std::string_view kNoCountry = "--";
constexpr std::string_view kPartOf = "part ";  // before the code of the state

// Longer text is no name; the longest official one has 60 letters.
constexpr std::size_t kMaxNameBytes = 300;

/// Spellings of one name have one key: letters and digits with single blanks, "&" as "and", "St."
/// as "saint", no leading "the".
std::string key_of(std::string_view name) {
  std::string spaced;
  const std::string folded = comparison_key(name);
  for (std::size_t i = 0; i < folded.size();) {
    const Decoded d = decode(folded, i);
    const char c = d.code_point < 0x80 ? static_cast<char>(d.code_point) : 'x';
    if (c == '&') {
      spaced.append(" and ");
    } else if (is_ascii_letter(c) || is_ascii_digit(c)) {
      // Dashes beyond ASCII are punctuation like the hyphen.
      if (d.code_point >= 0x2010 && d.code_point <= 0x2015) {
        spaced.push_back(' ');
      } else {
        spaced.append(folded, i, d.length);
      }
    } else if (c != '.' && c != '\'') {  // "U.K." is "uk", "d'Ivoire" is "divoire"
      spaced.push_back(' ');
    }
    i += d.length;
  }
  std::string key;
  for (std::size_t i = 0; i < spaced.size();) {
    const std::size_t end = std::min(spaced.find(' ', i), spaced.size());
    const std::string_view word = std::string_view(spaced).substr(i, end - i);
    i = end + 1;
    if (word.empty() || (key.empty() && word == "the" && end < spaced.size())) continue;
    if (!key.empty()) key.push_back(' ');
    key.append(word == "st" ? "saint" : word);
  }
  return key;
}

using Map = std::unordered_map<std::string, std::string>;

struct Names {
  Map names;     // key → code, "--", or the codes of several: "KP,KR"
  Map demonyms;  // likewise
  Map parts;     // key → code of the state
};

struct Alias {
  std::string_view name, code;  // or codes, as in the file
  std::string_view kind;
  bool is_demonym() const { return kind == "demonym"; }
};

/// Calls `take(alias) -> bool` line by line until it gives false.
template <typename TakeAlias>
void for_each_alias(std::string_view file, const TakeAlias& take) {
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::size_t second = std::min(line.find('\t', tab + 1), line.size());
    if (!take(Alias{line.substr(0, tab), line.substr(tab + 1, second - tab - 1),
                    line.substr(std::min(second + 1, line.size()))})) {
      return;
    }
  }
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return ascii_lower(x) == ascii_lower(y);
         });
}

/// A name just as the alias file spells it, but for case: reading through the file takes a
/// fiftieth of the time that making keys of all names takes.
std::optional<Alias> alias_as_spelled(std::string_view name) {
  std::optional<Alias> found;
  for_each_alias(embedded::country_aliases, [&](const Alias& alias) {
    if (equals_ignoring_case(alias.name, name)) found = alias;
    return !found;
  });
  return found;
}

/// Aliases and ICU's English names: enough for nearly every question.
const Names& near_names() {
  static const Names names = [] {
    Names made;
    for_each_alias(embedded::country_aliases, [&](const Alias& alias) {
      (alias.is_demonym() ? made.demonyms : made.names).emplace(key_of(alias.name), alias.code);
      if (alias.kind.starts_with(kPartOf)) {
        made.parts.emplace(key_of(alias.name), alias.kind.substr(kPartOf.size()));
      }
      return true;
    });
    for_each_english_country([&](std::string_view code, std::string_view name) {
      made.names.emplace(key_of(name), code);
    });
    return made;
  }();
  return names;
}

/// Names in all languages: ICU's, and those of the states themselves.
const Map& far_names() {
  static const Map names = [] {
    Map made;
    for_each_country_name([&](std::string_view code, std::string_view name) {
      std::string key = key_of(name);
      // Abbreviations ("UK", "VS") are no names, and some equal the code of another country.
      if (key.size() <= 3 && is_ascii(key)) return;
      const auto [at, is_new] = made.emplace(std::move(key), code);
      if (!is_new && at->second != code) at->second = kNoCountry;
    });
    for_each_alias(embedded::country_native_names, [&](const Alias& alias) {
      made.insert_or_assign(key_of(alias.name), std::string(alias.code));
      return true;
    });
    return made;
  }();
  return names;
}

const std::string* look_up(const Map& map, const std::string& key) {
  const auto at = map.find(key);
  return at == map.end() ? nullptr : &at->second;
}

const std::string* near_name(std::string_view name) {
  return look_up(near_names().names, key_of(name));
}

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

/// The code, "--", or null when the name is unknown.
const std::string* find_name(std::string_view name) {
  if (const std::string* code = near_name(name)) return code;
  if (const auto sides = sides_of(name); sides && !sides->head.empty() && !sides->tail.empty()) {
    const std::string straight = std::string(sides->tail) + " " + std::string(sides->head);
    if (const std::string* code = near_name(straight)) return code;
    // "Eswatini (Swaziland)": two names of one country.
    const std::string* head = near_name(sides->head);
    const std::string* tail = near_name(sides->tail);
    if (head != nullptr && tail != nullptr && *head == *tail) return head;
  }
  const std::string key = key_of(name);
  if (const std::string* code = look_up(far_names(), key)) return code;
  for (const NameOfState& rest : without_state_words(key, key_of)) {
    const std::string* code = look_up(near_names().names, rest.name);
    if (code == nullptr) code = look_up(far_names(), rest.name);
    if (code != nullptr) return rest.says_kind && kind_decides(*code) ? nullptr : code;
  }
  return nullptr;
}

std::optional<std::string> code_or_nothing(std::string_view code) {
  if (code == kNoCountry || code.find(',') != std::string_view::npos) return std::nullopt;
  return std::string(code);
}

std::optional<std::string> code_or_nothing(const std::string* code) {
  return code == nullptr ? std::nullopt : code_or_nothing(std::string_view(*code));
}

const std::string* find_demonym(const std::string& key) {
  const Map& demonyms = near_names().demonyms;
  if (const std::string* code = look_up(demonyms, key)) return code;
  if (!key.ends_with('s')) return nullptr;
  return look_up(demonyms, key.substr(0, key.size() - 1));
}

}  // namespace

std::optional<std::string> country_code(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return std::nullopt;
  if (std::string code = code_of_code(trimmed); !code.empty()) return code;
  if (const auto alias = alias_as_spelled(trimmed)) return code_or_nothing(alias->code);
  const std::string key = key_of(trimmed);
  if (key.empty()) return std::nullopt;
  if (const std::string* code = look_up(near_names().names, key)) return code_or_nothing(code);
  // Before the far names: "Thai" is a name of the country in some language.
  if (const std::string* code = find_demonym(key)) return code_or_nothing(code);
  return code_or_nothing(find_name(trimmed));
}

std::optional<std::string> country_code_of_name(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return std::nullopt;
  if (const auto alias = alias_as_spelled(trimmed)) {
    return alias->is_demonym() ? std::nullopt : code_or_nothing(alias->code);
  }
  const std::string key = key_of(trimmed);
  if (key.empty()) return std::nullopt;
  if (const std::string* code = look_up(near_names().names, key)) return code_or_nothing(code);
  if (find_demonym(key) != nullptr) return std::nullopt;
  return code_or_nothing(find_name(trimmed));
}

std::vector<std::string> countries_named(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return {};
  const std::string key = key_of(trimmed);
  const std::string* found = look_up(near_names().names, key);
  if (found == nullptr) found = find_demonym(key);
  std::vector<std::string> codes;
  if (found == nullptr || found->find(',') == std::string::npos) return codes;
  for (std::size_t at = 0; at < found->size(); at += 3) codes.push_back(found->substr(at, 2));
  return codes;
}

std::string state_of_part(std::string_view name) {
  const std::string_view trimmed = trim(name);
  if (trimmed.empty() || trimmed.size() > kMaxNameBytes) return {};
  const std::string* state = look_up(near_names().parts, key_of(trimmed));
  return state == nullptr ? std::string() : *state;
}

std::string country_name(std::string_view code) {
  static const std::unordered_map<std::string, std::string> names = [] {
    std::unordered_map<std::string, std::string> made;
    for_each_english_country(
        [&](std::string_view c, std::string_view name) { made.emplace(c, name); });
    return made;
  }();
  const auto at = names.find(std::string(code));
  return at == names.end() ? std::string() : at->second;
}

}  // namespace idsearch::text
