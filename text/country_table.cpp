// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/country_table.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "text/country_codes.hpp"
#include "text/country_key.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

constexpr std::string_view kNoCountry = "--";
constexpr std::string_view kPartOf = "part ";  // before the code of the state

struct AliasLine {
  std::string_view name, code;  // or codes, as in the file
  std::string_view kind;
  bool is_demonym() const { return kind == "demonym"; }
};

/// Calls `take(alias)` line by line.
template <typename TakeAlias>
void for_each_alias(std::string_view file, const TakeAlias& take) {
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const std::size_t second = std::min(line.find('\t', tab + 1), line.size());
    take(AliasLine{line.substr(0, tab), line.substr(tab + 1, second - tab - 1),
                   line.substr(std::min(second + 1, line.size()))});
  }
}

std::string row_key(CountryRow kind, std::string_view key) {
  return static_cast<char>(kind) + std::string(key);
}

using Rows = std::map<std::string, std::string>;

/// Of several names with one key the first one counts.
void add_aliases(std::string_view file, Rows& rows) {
  for_each_alias(file, [&](const AliasLine& alias) {
    std::string small(alias.name);
    std::ranges::transform(small, small.begin(), ascii_lower);
    rows.emplace(row_key(CountryRow::Spelled, small),
                 (alias.is_demonym() ? "!" : "") + std::string(alias.code));
    const std::string key = country_key(alias.name);
    rows.emplace(row_key(alias.is_demonym() ? CountryRow::Demonym : CountryRow::Name, key),
                 alias.code);
    if (alias.kind.starts_with(kPartOf))
      rows.emplace(row_key(CountryRow::Part, key), alias.kind.substr(kPartOf.size()));
  });
}

void add_far_names(std::string_view native_names, Rows& rows) {
  Rows far;
  for_each_country_name([&](std::string_view code, std::string_view name) {
    std::string key = country_key(name);
    // Abbreviations ("UK", "VS") are no names, and some equal the code of another country.
    if (key.size() <= 3 && is_ascii(key)) return;
    const auto [at, is_new] = far.emplace(std::move(key), code);
    if (!is_new && at->second != code) at->second = kNoCountry;
  });
  for_each_alias(native_names, [&](const AliasLine& alias) {
    far.insert_or_assign(country_key(alias.name), std::string(alias.code));
  });
  // Those that aliases and English names have already are never asked for.
  for (const auto& [key, code] : far)
    if (!rows.contains(row_key(CountryRow::Name, key)))
      rows.emplace(row_key(CountryRow::Far, key), code);
}

}  // namespace

std::string make_country_table(std::string_view aliases, std::string_view native_names) {
  Rows rows;
  add_aliases(aliases, rows);
  for_each_english_country([&](std::string_view code, std::string_view name) {
    rows.emplace(row_key(CountryRow::Name, country_key(name)), code);
    rows.emplace(row_key(CountryRow::Usual, code), name);
  });
  add_far_names(native_names, rows);
  std::string table;
  for (const auto& [key, value] : rows) table += key + "\t" + value + "\n";
  return table;
}

std::optional<std::string_view> country_row(std::string_view table, CountryRow kind,
                                            std::string_view key) {
  const std::string wanted = row_key(kind, key);
  const auto line_at = [&](std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : table.rfind('\n', at - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return std::pair(start, table.substr(start, table.find('\n', start) - start));
  };
  std::size_t low = 0, high = table.size();
  while (low < high) {
    const auto [start, line] = line_at(low + (high - low) / 2);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const int order = line.substr(0, tab).compare(wanted);
    if (order == 0) return line.substr(std::min(tab + 1, line.size()));
    if (order < 0) {
      low = start + line.size() + 1;
    } else {
      high = start;
    }
  }
  return std::nullopt;
}

}  // namespace idsearch::text
