// SPDX-License-Identifier: GPL-2.0-or-later
// What a format's reader hands over: blocks and note texts in reading order, before anything is
// known about marks, sections, countries or citations. One value for all formats.
#ifndef IDSEARCH_INDEXER_RAW_PROFILE_HPP
#define IDSEARCH_INDEXER_RAW_PROFILE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/diagnostic.hpp"
#include "idsearch/profile.hpp"

namespace idsearch::indexer {

struct RawBlock {
  enum class Kind { Heading, Paragraph, Item, Row };
  Kind kind = Kind::Paragraph;
  std::size_t level = 0;  ///< of a heading whose layout shows it, from 1; 0 = not shown
  std::string text;       ///< one line; marks still in it as "[n]" when `marks` is absent
  std::size_t line = 0;
  std::string language;  ///< declared for this block; or empty
  /// Marks that the reader took out itself (HTML, Markdown); absent when they stand in the text.
  std::optional<std::vector<Mark>> marks;
};

struct RawNote {
  std::string label;
  /// As written, lines joined by one blank, paragraphs and list items by a newline, outer white
  /// space trimmed.
  std::string text;
  std::size_t line = 0;
  /// Of a note that has no label in the file ("^[…]") beside others that have: the label of the one
  /// that is cited before it in the text, empty when there is none. Absent: the order of labels
  /// tells.
  std::optional<std::string> after = std::nullopt;
  /// By how much `label` is more than the number in the file, where a list of several begins from 1
  /// again: "(n 5)" in this note means the note with the label 5 + `shift`.
  std::size_t shift = 0;

  bool operator==(const RawNote&) const = default;
};

struct RawProfile {
  std::string title;  ///< the name in the head; empty when there is none
  std::size_t title_line = 0;
  std::string country_text;  ///< declared country where it differs from the title; or empty
  std::string updated_text;  ///< what stands behind "Last updated :"; empty when there is no line
  std::size_t updated_line = 0;
  std::string language;  ///< declared; or empty
  std::vector<RawBlock> blocks;
  std::vector<RawNote> notes;  ///< in file order, doubles kept
  bool has_note_list = false;
  /// False when numbers do not order the notes ("[^pipa]"): then the order of definition does.
  /// Labels that nobody wrote ("s1" of an unnumbered side note) do not count.
  bool numeric_labels = true;
  std::vector<Diagnostic> diagnostics;  ///< found by the reader itself (invalid UTF-8)
};

/// Whether a declared country is written like an ISO code: two or three capitals.
inline bool is_country_code(std::string_view text) {
  if (text.size() != 2 && text.size() != 3) return false;
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_RAW_PROFILE_HPP
