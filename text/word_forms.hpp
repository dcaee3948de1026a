// SPDX-License-Identifier: GPL-2.0-or-later
// One word, folded: what is looked up. Internal to text/.
#ifndef IDSEARCH_TEXT_WORD_FORMS_HPP
#define IDSEARCH_TEXT_WORD_FORMS_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::text {

struct WordForms {
  std::string folded;       ///< empty when the word consists of ignorable characters only
  std::string exact;        ///< empty when equal to `folded`
  std::size_t elided = 0;   ///< bytes of an elided article at the front: "d’" of "d’identité"
  bool has_letter = false;  ///< of a script that has stems
  bool joinable = false;    ///< letters and digits only, of a script that puts blanks between words
};

/// Folds one word or part of a word, which must be valid UTF-8. An elided article (French, Italian,
/// Catalan) is no word of its own and gets no position, as "'s" does not: "d’identité" is at the
/// same distance from its neighbours as "identité".
WordForms forms_of(std::string_view word);

/// The same with ICU doing all folding, for comparison.
WordForms forms_of_by_icu(std::string_view word);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_FORMS_HPP
