// SPDX-License-Identifier: GPL-2.0-or-later
// Footnote marks "[24]": out of the text, kept as positions on the words to their left.
#ifndef IDSEARCH_INDEXER_MARKS_HPP
#define IDSEARCH_INDEXER_MARKS_HPP

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/profile.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

struct MarkedText {
  std::string text;         ///< without marks; nothing inserted, outer white space trimmed
  std::vector<Mark> marks;  ///< by position
};

/// How a bracket of digits stands among the words.
enum class MarkPlace {
  Firm,      ///< where marks stand: glued to a word, behind punctuation or another mark, at the end
  Loose,     ///< between blanks in mid-sentence ("Article 5 [12] of"), or before the first word
  Doubtful,  ///< where places in a text stand, too: loose within a quotation, or behind "at",
             ///< "para"
  Opening,   ///< behind an opening quote or bracket, where editors put numbers, not marks
  Named,     ///< anywhere else, when the bracket says what it is: "[n 12]", "[fn 12]"
};

/// Takes the marks out. `is_mark(label, place)` decides whether a bracket of one to three digits
/// is one; "[n 3]" and "[fn 3]" say it themselves. Groups "[3][4]", "[17] [18]", "[3, 4]", "[3–5]",
/// "[8],[9]" and "[8]–[10]" give one mark for each number, without leading zeros; a bracket with
/// several numbers is taken as a whole or left as a whole.
///
/// Blanks: `at` is behind the word, before the blanks that part word and mark. These blanks go with
/// the mark when a blank, closing punctuation or the end follows, so that one gap remains
/// ("project. [12] And" → "project. And"); they stay when a word follows ("project [12]and" →
/// "project and"). Blanks behind a mark always stay, but not at the end of the text.
MarkedText take_marks(std::string_view text,
                      const std::function<bool(std::string_view label, MarkPlace place)>& is_mark);

/// A mark that the markup proves, whatever it looks like: "[7]", "7", "*", "3, 4".
struct ProvenMark {
  std::size_t begin = 0;  ///< byte of the text
  std::size_t end = 0;
  std::vector<std::string> labels;
  bool is_text = false;  ///< no mark at all, though it looks like one: it stays
};

/// The same for a text in which some marks are `proven` (ascending, not overlapping): these are
/// taken out for sure, and `is_mark` decides about the brackets that are left.
MarkedText take_marks(std::string_view text, std::span<const ProvenMark> proven,
                      const std::function<bool(std::string_view label, MarkPlace place)>& is_mark);

/// Which brackets of a profile are marks. One for which a note is given always is, unless its place
/// is Opening. Any other is a (dangling) mark in a firm place. In a loose place it has to fit the
/// running sequence (in a doubtful one too, and its note must not have a mark in a firm place, as
/// the text "12" of "the court held at [12] that" may): not more than a few numbers beyond the
/// highest note, or, without any list of notes, beyond the highest number in a firm place. In a
/// Named one it never is: it may be the mark of the text that is quoted.
class MarkRule {
 public:
  /// Keeps nothing of `raw`.
  explicit MarkRule(const RawProfile& raw);

  bool operator()(std::string_view label, MarkPlace place) const;

 private:
  std::vector<bool> given_;  // by number
  std::vector<bool> firm_;   // marked in a firm place
  std::size_t highest_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKS_HPP
