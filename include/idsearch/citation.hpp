// SPDX-License-Identifier: GPL-2.0-or-later
// A numbered footnote and the sources it leads to, every "ibid" and "(n 5)" followed to the note
// that holds the full reference.
#ifndef IDSEARCH_CITATION_HPP
#define IDSEARCH_CITATION_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/export.hpp"

namespace idsearch {

/// From best to worst; the status of a note is the worst of its parts. The order follows the
/// severities of the diagnostics (info, warning, error).
enum class NoteStatus {
  Resolved,
  NameMismatch,  ///< resolved by number; the name does not occur there
  Forward,       ///< resolved, but points to a later note
  NoAntecedent,  ///< ibid with nothing resolved before it
  Missing,       ///< "(n x)", and there is no note x
  Self,          ///< "(n x)" in note x
  Cycle,         ///< the references lead round in a circle
};

/// True when sources were found: Resolved, NameMismatch and Forward.
constexpr bool is_resolved(NoteStatus status) { return status <= NoteStatus::Forward; }

/// "resolved", "name-mismatch", …
IDSEARCH_API std::string_view name_of(NoteStatus status);

/// Parts of a full reference, read out of its text as far as they can be told. A part that is not
/// there is absent or empty; nothing is inferred.
struct Reference {
  std::vector<std::string> authors;      ///< as written, "Ha Yuna"
  std::optional<std::string> title;      ///< without its quotation marks
  std::optional<std::string> container;  ///< site, journal or treaty body
  std::optional<std::string> publisher;
  std::optional<std::string> issued;    ///< ISO 8601, to the precision given: "2024-04-16", "2012"
  std::optional<std::string> url;       ///< between < and >, without them
  std::optional<std::string> accessed;  ///< ISO 8601
  std::string type;  ///< CSL's word: "webpage", "book", "legislation", …; or empty

  bool operator==(const Reference&) const = default;
};

/// One source of a note: a part of the note that holds it in full.
struct Source {
  std::string note;      ///< label of the note that holds the full reference; empty when unresolved
  std::size_t part = 0;  ///< 0-based number of the part within that note
  std::string text;      ///< the full reference, as written; empty when unresolved
  std::optional<std::string> pinpoint;  ///< "12", "art 4(2)"; only from ibid and "(n x)"
  NoteStatus status = NoteStatus::Resolved;
  std::vector<std::string> trail;  ///< labels followed, from the citing note to the source: 36, 28
  Reference reference;

  bool operator==(const Source&) const = default;
};

struct Note {
  std::string label;     ///< the number, "28"; in Markdown possibly a name
  std::size_t line = 0;  ///< 1-based line of the number
  std::string text;      ///< as written, outer white space trimmed
  NoteStatus status = NoteStatus::Resolved;
  std::vector<std::string> trail;  ///< the trail of the first source
  std::vector<Source> sources;     ///< in the order of the note's parts; never empty

  bool operator==(const Note&) const = default;
};

}  // namespace idsearch

#endif  // IDSEARCH_CITATION_HPP
