// SPDX-License-Identifier: GPL-2.0-or-later
// Which country does a part of a title name? "Botswana: Digital ID Profile", "Country profile –
// Ghana", "Digital identity in Nepal".
#ifndef IDSEARCH_INDEXER_TITLE_COUNTRY_HPP
#define IDSEARCH_INDEXER_TITLE_COUNTRY_HPP

#include <optional>
#include <string_view>

#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// The country that one part of the title names, between colons, bars or dashes with blanks around,
/// with the part as its name. nullopt when none does, when parts name different ones, and when
/// there are no parts.
std::optional<Country> country_in_title(std::string_view title);

/// "Digital identity in Nepal": the country that the title, up to the first colon, bar or dash,
/// ends with behind "in". nullopt when the words before it name another one.
std::optional<Country> country_behind_in(std::string_view title);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TITLE_COUNTRY_HPP
