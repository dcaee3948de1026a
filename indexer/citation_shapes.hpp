// SPDX-License-Identifier: GPL-2.0-or-later
// Has a text the shape of a citation in full?
#ifndef IDSEARCH_INDEXER_CITATION_SHAPES_HPP
#define IDSEARCH_INDEXER_CITATION_SHAPES_HPP

#include <string_view>

namespace idsearch::indexer {

enum class Shape {
  None,
  Plain,  ///< one where a citation is expected: a case, a law with its year, a title alone
  Clear,  ///< anywhere: a URL, a title with an author or a date
};

/// Of the text between two references, with the separators and signals around it.
Shape shape_of(std::string_view text);

/// "Identity Cards Act 2006, s 5": a law named with its year, and no more than a place behind it;
/// prose about a law is none ("the Act was amended in 2005").
bool is_law_in_full(std::string_view text);

/// "Ann Poe, Title", with no more than the comma to show it: a short name and a capital.
bool has_author_and_title(std::string_view text);

/// Without separators, "and" and brackets left open around; "citing" is no separator.
std::string_view without_separators(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_SHAPES_HPP
