// SPDX-License-Identifier: GPL-2.0-or-later
// Names of months as citations spell them.
#ifndef IDSEARCH_QUERY_MONTHS_HPP
#define IDSEARCH_QUERY_MONTHS_HPP

#include <array>
#include <string_view>

namespace idsearch::query {

inline constexpr std::array<std::string_view, 12> kMonths{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_MONTHS_HPP
