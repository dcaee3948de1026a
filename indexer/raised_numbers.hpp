// SPDX-License-Identifier: GPL-2.0-or-later
// Is a raised number that nothing links the mark of a note, or an exponent? And what is said of one
// that stays in the text, where nothing raises it any more.
#ifndef IDSEARCH_INDEXER_RAISED_NUMBERS_HPP
#define IDSEARCH_INDEXER_RAISED_NUMBERS_HPP

#include <string>
#include <string_view>

namespace idsearch::indexer {

/// What a raised number is by the words before it.
enum class RaisedNumber {
  Mark,            ///< "register²", "2019³"
  LikelyMark,      ///< "Plan B²", "article 5²": perhaps an exponent
  LikelyExponent,  ///< "X²", "10²", "CO²": perhaps a mark
  Exponent,        ///< "5 km²", "x²", "E=mc²", "3 × 10⁶"
};

/// `before`: the text up to the number, which is `number` ("2"; a group "2,3" is never an
/// exponent).
RaisedNumber read_raised_number(std::string_view before, std::string_view number);

/// What is to be said of the number when it stays in the text (`taken` false) or was taken for a
/// mark; `given`: there is such a note. Empty when nothing is in doubt: what the words around show
/// to be an exponent and is not glued to digits ("km2", but not "106").
std::string raised_number_message(std::string_view before, std::string_view number, bool taken,
                                  bool given);

/// Behind a year, another number of some digits or a word of three letters hardly anything but
/// marks is raised, though there may be no such note.
bool must_be_mark(std::string_view before);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_RAISED_NUMBERS_HPP
