// SPDX-License-Identifier: GPL-2.0-or-later
// Does a short line hold sentences? Headings are names: a full stop within one, or before the marks
// at its end, tells that it is prose.
#ifndef IDSEARCH_INDEXER_LINE_SENTENCES_HPP
#define IDSEARCH_INDEXER_LINE_SENTENCES_HPP

#include <string_view>

namespace idsearch::indexer {

/// The line up to the full stop (or the like) that stands before signs that may be marks of notes:
/// "[*]", "[a]", "(2)", "¹²", "*", "†". The line as it is when no sentence ends before them.
std::string_view without_signs_behind_sentence(std::string_view line);

/// Whether a sentence ends within the line: a full stop or exclamation mark, no abbreviation's,
/// behind two words or more, with further words behind it ("Police watch. Nobody knows"). False of
/// questions ("Who is left out? Nomads"), of what stands behind a number ("Part 2. Courts"), and
/// when all longer words begin with a capital, as in titles.
bool has_sentence_within(std::string_view line);

/// "Papers, Please. The Life of a Card": whether words of four letters or more all begin with a
/// capital, and there is one.
bool is_in_title_case(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_LINE_SENTENCES_HPP
