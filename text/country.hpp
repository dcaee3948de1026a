// SPDX-License-Identifier: GPL-2.0-or-later
// Which country a name means: ICU's names in every language it knows, ISO codes, the alias file
// (former names, short names, demonyms) and that of native names, compiled in as one table.
#ifndef IDSEARCH_TEXT_COUNTRY_HPP
#define IDSEARCH_TEXT_COUNTRY_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// ISO 3166-1 alpha-2 code ("KP") for a code (alpha-2, alpha-3), a name in any ICU language, a
/// former name or a demonym; case, diacritics, a leading "the" and outer blanks do not matter.
/// nullopt for regions ("South Asia") and unknown names. Thread-safe.
std::optional<std::string> country_code(std::string_view name);

/// Like country_code, but takes no bare codes and no demonyms: for the head of a profile, where
/// "IN" or "Thai" is not a country's name.
std::optional<std::string> country_code_of_name(std::string_view name);

/// Codes of the countries that go by a name which country_code() takes for none of them: "Korea",
/// "Congolese". Empty for all other names.
std::vector<std::string> countries_named(std::string_view name);

/// Code of the state that a name in the alias file is a part of: "GB" for "Scotland", which is no
/// country's name itself. Empty for all other names.
std::string state_of_part(std::string_view name);

/// ICU's English name of a code; empty for an unknown one.
std::string country_name(std::string_view code);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_COUNTRY_HPP
