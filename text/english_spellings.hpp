// SPDX-License-Identifier: GPL-2.0-or-later
// How else is an English word spelled, on the other side of the Atlantic?
#ifndef IDSEARCH_TEXT_ENGLISH_SPELLINGS_HPP
#define IDSEARCH_TEXT_ENGLISH_SPELLINGS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// "recognised" for "recognized" and the reverse; most words have none. Of a folded word; the
/// spellings follow rules (-ise, -yse, -our) and a list (programme, centre, licence), so that some
/// are no words ("promize"): only what a text has is one.
std::vector<std::string> other_english_spellings(std::string_view folded);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_ENGLISH_SPELLINGS_HPP
