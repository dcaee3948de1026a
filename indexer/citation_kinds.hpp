// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of work is cited? The words by which laws, treaties, cases and documents of the United
// Nations are known.
#ifndef IDSEARCH_INDEXER_CITATION_KINDS_HPP
#define IDSEARCH_INDEXER_CITATION_KINDS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// "Act", "Law", "Code", "Constitution", "Decree", … as a capitalised word.
bool names_a_law(std::string_view text);

/// A law and its number among the first words: "Law No 5/2009", "Decreto Supremo N° 015".
bool begins_with_numbered_law(std::string_view text);

/// Nothing but the number of a law, perhaps with what comes before its year: "Ordinance No VIII
/// of", "Act 57", "LN 5 of", "No LVII". "Article 19" and "BBC 4" are names.
bool is_number_of_a_law(std::string_view text);

/// An official gazette, in which laws are printed: "Government Gazette", "Službeni glasnik BiH".
bool names_a_gazette(std::string_view text);

/// "Convention", "Covenant", "Treaty", "Protocol", … as a capitalised word; "Charter" beside the
/// name of a region or an organisation of states.
bool names_a_treaty(std::string_view text);

/// "A v B": parties on both sides of "v".
bool names_parties(std::string_view text);

/// A case that names one party: "In re …", "Ex parte …", "Case of …".
bool names_a_case(std::string_view text);

/// Bytes of "Interview with", "Letter from" and their like, in any case, at the beginning; 0 when
/// there are none.
std::size_t conversation(std::string_view text);

/// A symbol of a document of the United Nations, "CRC/C/PRK/CO/5", or the words "UN Doc".
bool has_un_symbol(std::string_view text);

/// Where it begins; the size of the text when there is none.
std::size_t find_un_symbol(std::string_view text);

/// An organ of the United Nations at the beginning: "UN Committee on …", "UNGA".
bool names_un_organ(std::string_view text);

/// Titles of the treaty bodies: "Concluding Observations …", "General Comment No 25 …".
bool is_un_title(std::string_view title);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_KINDS_HPP
