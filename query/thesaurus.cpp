// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/thesaurus.hpp"

#include <algorithm>

#include "query/known_names.hpp"
#include "query/thesaurus_file.hpp"
#include "query/word_table.hpp"

namespace idsearch::embedded {
extern const std::string_view thesaurus_table;
extern const std::string_view country_table;
}  // namespace idsearch::embedded

namespace idsearch::query {
namespace {

std::string_view take_field(std::string_view& fields, char separator) {
  const std::size_t end = std::min(fields.find(separator), fields.size());
  const std::string_view field = fields.substr(0, end);
  fields.remove_prefix(std::min(end + 1, fields.size()));
  return field;
}

/// "UK" and "U.K.": an abbreviation as people write one.
bool is_in_capitals(std::string_view typed) {
  return std::ranges::none_of(typed, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Thesaurus::Thesaurus(const std::string& path) {
  // Never empty, so that a file without an entry is not taken for the one that is compiled in.
  if (!path.empty()) own_ = "\n" + read_thesaurus(path);
}

std::vector<SameMeaning> Thesaurus::same_meaning(const std::vector<GroupItem>& items) const {
  const WordTable table(own_.empty() ? embedded::thesaurus_table
                                     : std::string_view{own_}.substr(1));
  const auto accepts = [](std::string_view payload, std::string_view typed) {
    return !payload.starts_with('=') || take_field(payload, '\t').substr(1) == typed;
  };
  std::vector<SameMeaning> result;
  for (KnownName& known : known_names(items, table, accepts)) {
    SameMeaning same{known.first, known.count, std::move(known.typed), {}};
    for (std::string_view payload : known.payload) {
      if (payload.starts_with('=')) take_field(payload, '\t');
      while (!payload.empty()) {
        const std::string_view name = take_field(payload, '\t');
        if (std::ranges::find(same.names, name) == same.names.end()) same.names.push_back(name);
      }
    }
    result.push_back(std::move(same));
  }
  return result;
}

std::vector<NamedCountries> countries_in(const std::vector<GroupItem>& items) {
  const auto accepts = [](std::string_view payload, std::string_view typed) {
    return !payload.starts_with('!') || is_in_capitals(typed);
  };
  std::vector<NamedCountries> result;
  for (KnownName& known : known_names(items, WordTable(embedded::country_table), accepts)) {
    NamedCountries named{known.first, known.count, std::move(known.typed), {}};
    for (std::string_view payload : known.payload) {
      if (payload.starts_with('!')) payload.remove_prefix(1);
      while (!payload.empty()) {
        const std::string_view code = take_field(payload, ',');
        if (code != "--" && std::ranges::find(named.codes, code) == named.codes.end())
          named.codes.emplace_back(code);
      }
    }
    if (!named.codes.empty()) result.push_back(std::move(named));
  }
  return result;
}

bool is_country(std::string_view words) {
  const WordTable table(embedded::country_table);
  const auto rows = table.rows_beginning(words.substr(0, words.find(' ')));
  return std::ranges::any_of(rows, [words](const TableRow& row) {
    return row.words == words && row.payload != "--" && !row.payload.starts_with('!');
  });
}

std::string display_name(std::string_view code) {
  const WordTable table(embedded::country_table);
  const std::vector<TableRow> rows = table.rows_beginning("#" + std::string{code});
  return std::string{rows.empty() ? code : rows.front().payload};
}

}  // namespace idsearch::query
