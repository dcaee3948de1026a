// SPDX-License-Identifier: GPL-2.0-or-later
//
// What could a profile look like that nobody has sent us yet? Pseudo-random note lists, and their
// rendering as whole text profiles, with what an honest reader must find in them. The same seed
// gives the same bytes with every compiler and library.
//
// Left out, because the specification does not say what is right:
//  - everything that `OracleNote::undecided` marks, notes without text, empty parts;
//  - an apostrophe behind a word (States’) that could close a quote; single quotes in single
//    quotes; quotes and brackets that overlap or stay open; `<` that begins no URL;
//  - names with apostrophes or hyphens other than whole titles; names that occur only in a URL;
//  - a full citation and a (n x) in one part; ibid and (n x) in one part; "(nn 3-5)", "(n 3, 4)";
//  - pinpoints in square brackets or after "at";
//  - duplicates and lists out of order where the number lines are bare ("12. text", "[12] text");
//  - wrapped lines that begin like a number line; body paragraphs or items that do;
//  - uncited runs on both sides of a gap in the numbering;
//  - dangling marks that do not fit the running sequence; the same dangling mark twice;
//  - marks in table cells; ranges of marks with a number that has no note.

#ifndef IDSEARCH_TESTS_ORACLE_NOTE_LIST_GENERATOR_HPP
#define IDSEARCH_TESTS_ORACLE_NOTE_LIST_GENERATOR_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "notes_oracle.hpp"

namespace idsearch::oracle {

/// std::mt19937 is the same everywhere, std::uniform_int_distribution is not; hence this.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  /// 0 … n-1, `n` > 0. The small bias does not matter here.
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(engine_() % n); }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

  template <typename List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937 engine_;
};

struct NoteListOptions {
  int notes = 30;              ///< how many numbers get a note, before duplicates
  bool gaps = true;            ///< numbers may begin above 1 and skip
  bool duplicates = true;      ///< numbers may be defined twice
  bool bad_references = true;  ///< forward, missing, self, cycles, wrong names
  int most_sources = 6;        ///< no note leads to more sources than this
};

/// A note list in file order, numbers ascending apart from duplicates. No note is `undecided`.
std::vector<NoteText> generate_notes(std::uint32_t seed, const NoteListOptions& options = {});

enum class Layout {
  NumberBlankText,       ///< "12.^", an empty line, text
  NumberThenText,        ///< "12.^", text on the next line
  NumberCaretText,       ///< "12.^ text"
  NumberSpaceCaretText,  ///< "12. ^ text"
  CaretNumberText,       ///< "^ 12. text"
  BareNumber,            ///< "12. text"
  Brackets,              ///< "[12] text"
  LikeTheSample,         ///< the first, from somewhere on the second
  MixedCaret,            ///< any of the first five, note by note
  MixedAll,              ///< one of the first seven, from somewhere on another
};
inline constexpr int kLayouts = 10;

struct RenderOptions {
  std::optional<Layout> layout;       ///< unset: by the seed, but one that suits the list
  std::optional<bool> crlf;           ///< unset: by the seed
  std::optional<bool> wrapped;        ///< note text broken over lines; unset: by the seed
  std::optional<bool> indented;       ///< unset: by the seed
  std::optional<bool> nbsp_at_start;  ///< before note text other than ibid; unset: by the seed
};

struct ExpectedMark {
  std::string label;
  std::string left_words;  ///< `last_words` of what stands left of it in its paragraph
  int paragraph = 0;       ///< paragraphs and list items of the body, counted from 0
};

struct ExpectedDiagnostic {
  std::string kind;   ///< dangling-mark, uncited-note, duplicate-note; sorted by this
  std::string label;  ///< "7", or "1-22" for a run of uncited notes
  int line = 0;       ///< from 1: of the mark, or of the second definition; 0 for uncited notes

  friend bool operator==(const ExpectedDiagnostic&, const ExpectedDiagnostic&) = default;
};

struct GeneratedProfile {
  std::string text;                             ///< the file's bytes
  std::vector<NoteText> notes;                  ///< in file order, duplicates included
  std::vector<ExpectedMark> marks;              ///< in order of the body
  std::vector<ExpectedDiagnostic> diagnostics;  ///< only the three kinds named above
  std::string description;                      ///< seed and choices, for failed tests
};

/// A profile with head ("North Korea", 29 January 2026), known headings, body and this note list.
GeneratedProfile render_profile(const std::vector<NoteText>& notes, std::uint32_t seed,
                                const RenderOptions& options = {});

/// The last words of `text`, at most `count`, lower case, joined by single blanks. Punctuation,
/// quotes and white space do not matter, so that "the register).", "the register" agree.
std::string last_words(std::string_view text, int count = 3);

/// Whether `layout` can show `notes` without ambiguity.
bool suits(Layout layout, const std::vector<NoteText>& notes);

std::string_view name_of(Layout layout);

}  // namespace idsearch::oracle

#endif  // IDSEARCH_TESTS_ORACLE_NOTE_LIST_GENERATOR_HPP
