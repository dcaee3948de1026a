// SPDX-License-Identifier: GPL-2.0-or-later
// Which names of headings are known, and at which depth? Which other lines may be headings?
#ifndef IDSEARCH_INDEXER_TEXT_HEADINGS_HPP
#define IDSEARCH_INDEXER_TEXT_HEADINGS_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

/// A line of the table of headings that all profiles share.
struct KnownHeading {
  std::string_view key;      ///< text::comparison_key of the name, without final "?"
  std::size_t level;         ///< 1 or 2; 0 = a heading for sure, its depth goes by the default
  std::string_view parent;   ///< key of the heading that a level 2 stands under
  bool opens_depth = false;  ///< from this one on unknown headings are children
};

/// The known heading with this title; case, numbering, a final "?" and marks do not matter.
/// Null when it is none.
const KnownHeading* known_heading(std::string_view title);

/// True for the title of the list of notes ("Notes", "References:"), which is no section.
bool is_notes_title(std::string_view line);

/// True for the title of a list of books ("References", "Bibliography"): notes, where nothing else
/// is called so, else a section.
bool is_books_title(std::string_view line);

/// Longest heading, in characters (profile-formats 2.2).
inline constexpr std::size_t kMostHeadingCharacters = 100;

/// What one line shows by itself, wherever it stands.
struct LineSigns {
  bool is_short = false;       ///< fewer than kMostHeadingCharacters characters
  bool has_mark = false;       ///< brackets of digits at its end or, when it is short, anywhere
  bool ends_sentence = false;  ///< full stop or the like; closing quotes and marks do not hide it
  bool ends_open = false;      ///< ends in ":", ";" or ","
  bool ends_colon = false;
  bool ends_semicolon = false;      ///< or in "; and", "; or"
  bool begins_small = false;        ///< begins with a small letter ("eID", "e-KYC" do not count)
  bool ends_amid_sentence = false;  ///< in "the", "of" or the like
  bool is_caption = false;          ///< "Table 2: …"
  /// Short, and no full stop, colon, semicolon or comma at the end (a question mark is allowed):
  /// a heading or a cell.
  bool is_bare = false;
  /// Bare, and nothing else speaks against a heading: no mark, begins like a title, is no date,
  /// address, quotation (but “The Last Mile”), row of a table, and has no sentence.
  bool may_be_heading = false;
  bool has_sentence = false;  ///< would be a heading but for a sentence that ends within it
};

/// Of a line (or paragraph) without outer white space. `prefix_length`: bytes of numbering.
LineSigns line_signs(std::string_view line, std::size_t prefix_length = 0);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_HEADINGS_HPP
