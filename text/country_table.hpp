// SPDX-License-Identifier: GPL-2.0-or-later
// All names of countries in one table, made when the program is built: reading ICU's names of all
// languages, with their keys, takes 50 to 90 ms, which every search for a word that no passage has
// would pay. Internal to text/.
#ifndef IDSEARCH_TEXT_COUNTRY_TABLE_HPP
#define IDSEARCH_TEXT_COUNTRY_TABLE_HPP

#include <optional>
#include <string>
#include <string_view>

namespace idsearch::text {

/// What a row is about. Codes of names: "KP", "--" for a name that is no single country's, or those
/// of several, "KP,KR".
enum class CountryRow : char {
  Spelled = 's',  ///< an alias in small ASCII letters: its codes; "!" before them for a demonym
  Name = 'n',     ///< key of an alias or an English name: codes
  Demonym = 'd',  ///< key: codes
  Part = 'p',     ///< key of a part of a state ("scotland"): code of the state
  Far = 'f',      ///< key of a name in another language: code
  Usual = 'u',    ///< a code: ICU's English name
};

/// The table out of the two files of corpus/ and ICU: lines of kind, key, tab and value, sorted by
/// bytes.
std::string make_country_table(std::string_view aliases, std::string_view native_names);

/// The value of a row of a table; a view into it.
std::optional<std::string_view> country_row(std::string_view table, CountryRow kind,
                                            std::string_view key);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_COUNTRY_TABLE_HPP
