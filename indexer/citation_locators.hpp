// SPDX-License-Identifier: GPL-2.0-or-later
// How far does a place in a work reach: a page, a section, a paragraph, a minute?
#ifndef IDSEARCH_INDEXER_CITATION_LOCATORS_HPP
#define IDSEARCH_INDEXER_CITATION_LOCATORS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// Bytes of the place that `text` begins with; 0 when it begins with none. Ranges and lists belong
/// to it ("paras 4–5, 9 and 12", "[12]-[15]"), and places within places ("s 3(2)(a)", "Sch 2 para
/// 3", "34 fn 4", "art 5 of the Annex"). What follows it is something else: "12 (emphasis added)"
/// has two bytes. A number is none where it counts or dates something ("5 million", "the 1990s").
std::size_t locator_length(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_LOCATORS_HPP
