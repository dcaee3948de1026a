// SPDX-License-Identifier: GPL-2.0-or-later
// When are two spellings the same name of a country? Internal to text/.
#ifndef IDSEARCH_TEXT_COUNTRY_KEY_HPP
#define IDSEARCH_TEXT_COUNTRY_KEY_HPP

#include <string>
#include <string_view>

namespace idsearch::text {

/// Spellings of one name have one key: letters and digits with single blanks, "&" as "and", "St."
/// as "saint", no leading "the". Empty for text without letters and digits.
std::string country_key(std::string_view name);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_COUNTRY_KEY_HPP
