// SPDX-License-Identifier: GPL-2.0-or-later
// Names of institutions, which have commas and "and" inside: "Ministry of Gender, Labour and Social
// Development", "Data Protection and Information Commission".
#ifndef IDSEARCH_INDEXER_CITATION_INSTITUTIONS_HPP
#define IDSEARCH_INDEXER_CITATION_INSTITUTIONS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// "Commission", "Ministry", "Registro", … as a word of the text.
bool has_institution_word(std::string_view text);

/// Whether the first or the last word is one: "Ministry of Planning", "Population Division".
bool is_institution(std::string_view text);

/// Whether the last word is what an institution is for ("Human Rights", "Data Protection"), no
/// family name.
bool ends_in_subject(std::string_view text);

/// Whether "and" (or "y", "e") between the two may stand inside the name of one institution:
/// "Human Rights" and "Equality Commission".
bool may_be_one_institution(std::string_view left, std::string_view right);

/// Two to five words, none of which names an institution or what one is for.
bool is_person(std::string_view text);

/// How far the name of an institution goes that lists what it is for: in "Committee on Economic,
/// Social and Cultural Rights, General Comment" to the comma before the title. At most the size;
/// npos when the text does not begin with such a name.
std::size_t end_of_listing_institution(std::string_view text);

/// "Registrar General", "MP", "Minister of Interior": what stands behind a person's name and is no
/// name.
bool is_office(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_INSTITUTIONS_HPP
