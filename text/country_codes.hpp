// SPDX-License-Identifier: GPL-2.0-or-later
// ISO 3166-1 codes and ICU's names of countries. Internal to text/.
#ifndef IDSEARCH_TEXT_COUNTRY_CODES_HPP
#define IDSEARCH_TEXT_COUNTRY_CODES_HPP

#include <functional>
#include <string>
#include <string_view>

namespace idsearch::text {

/// "KP" for "kp" and "PRK", whatever their case; empty for everything else. Needs no ICU data.
std::string code_of_code(std::string_view text);

/// Calls `take(code, name)` for ICU's names in English, one code after the other.
void for_each_english_country(
    const std::function<void(std::string_view code, std::string_view name)>& take);

/// The same for every language that ICU has names in, usual, short and variant names alike.
void for_each_country_name(
    const std::function<void(std::string_view code, std::string_view name)>& take);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_COUNTRY_CODES_HPP
