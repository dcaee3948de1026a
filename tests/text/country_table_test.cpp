// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/country_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace idsearch::text {
namespace {

constexpr std::string_view kAliases =
    "# name\tcode\tkind\n"
    "Burma\tMM\n"
    "The Burma\tXX\n"
    "Burmese\tMM\tdemonym\n"
    "Korea\tKP,KR\n"
    "Scotland\t--\tpart GB\n"
    "Deutschland\tXX\n";
constexpr std::string_view kNative = "Hayastan\tAM\nMagyarorsz\u00E1g\tXX\n";

TEST(CountryTable, HasAliasesTheirKeysAndNamesOfAllLanguages) {
  const std::string table = make_country_table(kAliases, kNative);
  struct Case {
    CountryRow kind;
    const char *key, *value;
  };
  const Case cases[] = {
      {CountryRow::Spelled, "the burma", "XX"},
      {CountryRow::Spelled, "burmese", "!MM"},
      {CountryRow::Name, "burma", "MM"},  // the first line of a key counts
      {CountryRow::Name, "korea", "KP,KR"},
      {CountryRow::Name, "scotland", "--"},
      {CountryRow::Name, "germany", "DE"},
      {CountryRow::Demonym, "burmese", "MM"},
      {CountryRow::Part, "scotland", "GB"},
      {CountryRow::Far, "allemagne", "DE"},
      {CountryRow::Far, "hayastan", "AM"},
      {CountryRow::Far, "magyarorszag", "XX"},  // a state's own name wins over ICU's
      {CountryRow::Usual, "DE", "Germany"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(country_row(table, c.kind, c.key).value_or("none"), c.value) << c.key;
  struct Unknown {
    CountryRow kind;
    const char* key;
  };
  const Unknown unknown[] = {
      {CountryRow::Name, "burmese"},   {CountryRow::Name, "burm"},
      {CountryRow::Name, ""},          {CountryRow::Far, "deutschland"},  // an alias already
      {CountryRow::Demonym, "burma"},  {CountryRow::Usual, "XX"},
      {CountryRow::Part, "wales"},     {CountryRow::Spelled, "germany"},
      {CountryRow::Usual, "DE\tGerm"}, {CountryRow::Far, "zzzz"},
  };
  for (const Unknown& u : unknown) EXPECT_FALSE(country_row(table, u.kind, u.key)) << u.key;
}

TEST(CountryTable, EveryRowIsFoundByItsKey) {
  const std::string table = make_country_table(kAliases, kNative);
  std::size_t rows = 0;
  for (std::size_t at = 0; at < table.size(); ++rows) {
    const std::string_view line = std::string_view(table).substr(at, table.find('\n', at) - at);
    const std::size_t tab = line.find('\t');
    const auto kind = static_cast<CountryRow>(line[0]);
    ASSERT_EQ(country_row(table, kind, line.substr(1, tab - 1)), line.substr(tab + 1)) << line;
    at += line.size() + 1;
  }
  EXPECT_GT(rows, 20000U);
}

TEST(CountryTable, AnEmptyTableHasNoRow) { EXPECT_FALSE(country_row("", CountryRow::Name, "x")); }

}  // namespace
}  // namespace idsearch::text
