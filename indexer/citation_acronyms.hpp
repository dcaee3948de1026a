// SPDX-License-Identifier: GPL-2.0-or-later
// Does "UDHR (n 5)" name note 5, where the title or the author stands in full?
#ifndef IDSEARCH_INDEXER_CITATION_ACRONYMS_HPP
#define IDSEARCH_INDEXER_CITATION_ACRONYMS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// The acronyms of a name (as written) that are the initials of the title or of an author of the
/// citation, each as its compared words: {"udhr"} of "UDHR", {"u", "n"} of "U.N."; empty when none
/// is.
///
/// Each word has a letter, in order. Function words ("of", "and the") and "United Nations" have one
/// or none, as does what follows a hyphen or an apostrophe; an acronym in the title may stay whole
/// ("UNHCR" of "UN High Commissioner for Refugees"). A year and what follows a number count no
/// more. Small letters are those of function words ("MoI"); two letters or more are capitals.
std::vector<std::vector<std::string>> acronyms_for(std::string_view name,
                                                   std::string_view citation);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_ACRONYMS_HPP
