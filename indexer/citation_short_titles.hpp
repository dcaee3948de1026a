// SPDX-License-Identifier: GPL-2.0-or-later
// Is the name in "Citizenship Act (n 5)" the title of note 5 with words left out?
#ifndef IDSEARCH_INDEXER_CITATION_SHORT_TITLES_HPP
#define IDSEARCH_INDEXER_CITATION_SHORT_TITLES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// Words without which a short title does as well (as compared): articles, "of", "and".
bool is_small_word(const std::string& word);

/// The words of the title of a citation in full, as compared, without articles and their like, with
/// an empty one in place of each "No" before a number; empty when its title cannot be told.
std::vector<std::string> title_words(std::string_view citation);

/// Whether at least two words of a name (as compared), articles and their like left out, all stand
/// in a title (of `title_words`) in that order: "Citizenship Act" in "Kenya Citizenship and
/// Immigration Act 2011". A number has three digits, a "No" before it or the same word as in the
/// name ("Law 8" is not "Law 133 of 8 July"), but a year at either end may stand anywhere. False
/// for scripts without blanks, where each character would be a word.
bool shortens(const std::vector<std::string>& name, const std::vector<std::string>& title);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_SHORT_TITLES_HPP
