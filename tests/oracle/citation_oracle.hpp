// SPDX-License-Identifier: GPL-2.0-or-later
//
// What does one citation say? The text half of the notes oracle: cutting a note into parts,
// recognising ibid and "(n 12)", comparing names. Slow and obvious on purpose; it shares no code
// with the program that it checks.

#ifndef IDSEARCH_TESTS_ORACLE_CITATION_ORACLE_HPP
#define IDSEARCH_TESTS_ORACLE_CITATION_ORACLE_HPP

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::oracle {

/// `text` without white space at both ends. White space is ASCII blanks, line breaks and NBSP.
std::string trim(std::string_view text);

/// The parts of a note: cut at `;` followed by white space, but not inside closed quotes, `<…>`,
/// round or square brackets. Trimmed; empty parts are dropped.
std::vector<std::string> split_parts(std::string_view note_text);

struct Ibid {
  std::optional<std::string> pinpoint;
};

/// The ibid that `part` consists of, or nothing if it is something else.
std::optional<Ibid> parse_ibid(std::string_view part);

/// One "(n 12)" of a part, with what belongs to it on both sides.
struct NoteReference {
  std::string name;  ///< as written before it, signal words and all; may be empty
  int number = 0;    ///< -1 if the digits do not fit an int
  std::optional<std::string> pinpoint;
  std::size_t digits_begin = 0;  ///< byte range of the digits in the part
  std::size_t digits_end = 0;
};

/// All references of a part, left to right. Those inside quotes or `<…>` are text, not references.
std::vector<NoteReference> find_references(std::string_view part);

/// `note_text` with the number of each reference replaced; what is text stays.
std::string renumber_references(std::string_view note_text,
                                const std::function<int(int)>& new_number);

/// The words by which names are compared: no quotes, no punctuation, lower case. Apostrophes and
/// hyphens separate words. Letters outside Latin, Greek and Cyrillic are compared as they are.
std::vector<std::string> compared_words(std::string_view text);

/// The words of a name: as above, without leading signal words and "et al.". Empty if no name.
std::vector<std::string> name_words(std::string_view name);

/// Whether `name` occurs in `source` as a run of whole words.
bool occurs_in(const std::vector<std::string>& name, const std::vector<std::string>& source);

/// Whether a name as written means this source: it occurs as a run of whole words, or it is a list
/// of surnames ("Lynch and Southwick", no quotes) each of which occurs.
bool names_source(std::string_view name, std::string_view source);

/// Whether a name that does not occur is a title with words left out: "Citizenship Act" for "Kenya
/// Citizenship and Immigration Act 2011".
bool leaves_words_out(std::string_view name, std::string_view source);

/// Code points of UTF-8; bytes that are no UTF-8 count as one code point each.
/// `offset` has one entry more than `at`: the length of the text.
struct CodePoints {
  std::vector<char32_t> at;
  std::vector<std::size_t> offset;
};
CodePoints decode(std::string_view text);

bool is_white_space(char32_t c);
bool is_word_character(char32_t c);

}  // namespace idsearch::oracle

#endif  // IDSEARCH_TESTS_ORACLE_CITATION_ORACLE_HPP
