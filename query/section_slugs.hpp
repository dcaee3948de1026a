// SPDX-License-Identifier: GPL-2.0-or-later
// Which section paths may somebody mean by what was typed behind `section:`?
#ifndef IDSEARCH_QUERY_SECTION_SLUGS_HPP
#define IDSEARCH_QUERY_SECTION_SLUGS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::query {

/// Paths of "law/data-protection", "Law/2.1 Data Protection", "Law › Data Protection" or a heading
/// alone, sorted: with the numbering of headings and without.
std::vector<std::string> section_slugs(std::string_view value);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_SECTION_SLUGS_HPP
