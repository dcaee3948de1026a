// SPDX-License-Identifier: GPL-2.0-or-later
// Does the name in "Yuna (n 5)" occur in a source of note 5?
#ifndef IDSEARCH_INDEXER_CITATION_NAMES_HPP
#define IDSEARCH_INDEXER_CITATION_NAMES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// The words of a citation by which names are found in it: folded, without punctuation, URLs and
/// the "No" of "Law No 133". Characters of scripts without blanks are words.
std::vector<std::string> source_words(std::string_view citation);

/// The words of a text, with an empty one in place of each "No" before a number.
std::vector<std::string> words_with_number_signs(std::string_view text);

/// Whether a compared word is a character of a script without blanks.
bool is_run_of_characters(const std::string& word);

/// A name as written before "(n 5)", ready for comparison: without quotes, leading signals, "et
/// al.", a final possessive and punctuation.
struct Name {
  std::vector<std::string> words;  ///< empty: there is no name
  /// Authors and titles of which it consists, "Smith" and "Jones"; empty when it is one thing only.
  std::vector<std::vector<std::string>> things;
  /// Behind words that lead to a name, "as noted by Hotham"; empty when there are none.
  std::vector<std::string> last;
  /// Between words of small letters, "with the view of Roe on fees": "roe"; empty when there are no
  /// such words.
  std::vector<std::string> core;
  bool prose = false;  ///< small letters with particles only, "the discussion at": names nothing
};

Name read_name(std::string_view as_written);

/// Whether the words of the name follow each other in the source, or each of its things is there
/// ("Smith and Jones" in "Ann Smith and Bo Jones, ‘Title’"). A leading article may be missing, and
/// a year at the end ("Doe 2012") may stand elsewhere, one of the source be missing, and initials
/// stand for given names ("B Manby").
bool occurs_in(const Name& name, const std::vector<std::string>& source);

/// Whether words of a name (`words`, one of `things`, `last`, `core`) follow each other in the
/// source.
bool words_occur_in(const std::vector<std::string>& words, const std::vector<std::string>& source);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_NAMES_HPP
