// SPDX-License-Identifier: GPL-2.0-or-later
// Which forms of an English word does a stemmer keep apart? The spelling on the other side of the
// Atlantic, irregular plurals and tenses, numbers in digits and in words.
#ifndef IDSEARCH_TEXT_ENGLISH_FORMS_HPP
#define IDSEARCH_TEXT_ENGLISH_FORMS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// "recognised" for "recognized", "children" for "child", "seventy-two" for "72", and the reverse;
/// most words have none. Of a folded word, one with hyphens without them. Spellings follow rules
/// (-ise, -yse, -our, -man), so that some are no words ("promize"): only what a text has is one.
std::vector<std::string> other_english_forms(std::string_view folded);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_ENGLISH_FORMS_HPP
