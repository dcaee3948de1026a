// SPDX-License-Identifier: GPL-2.0-or-later
// Which sources stand behind passages? Each once, for programs that keep references.
#ifndef IDSEARCH_QUERY_BIBLIOGRAPHY_HPP
#define IDSEARCH_QUERY_BIBLIOGRAPHY_HPP

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

struct BibliographyEntry {
  const Source* source = nullptr;     ///< of one of the passages
  std::string key;                    ///< see citation_key()
  std::vector<std::string> passages;  ///< ids of those that cite it, each once, in their order
};

/// The sources that the notes of the passages lead to, in the order in which they are first cited;
/// those with the same text are one. Empty when there are none. Guest: the passages must live.
std::vector<BibliographyEntry> bibliography_of(std::span<const Hit> passages);

/// What their bibliography does not tell, for people: that the passages cite nothing, or how many
/// of their notes have a part that leads to no source. nullopt when there is nothing to say.
std::optional<std::string> note_on_bibliography(std::span<const Hit> passages);

/// A name that the source has in every bibliography: who (else where, else what), the year, as far
/// as they are given, and eight digits of the SHA-256 of its text. ASCII: [a-z0-9-], begins with a
/// letter. "ha-yuna-2024-3f9a2c1e".
std::string citation_key(const Source& source);

/// "2024-04-16" → {"2024", "04", "16"}, as far as it is given; empty for what is no such date.
std::vector<std::string_view> date_parts(std::string_view iso);

/// ASCII white space and all that ends a line (U+0085, U+2028, U+2029) as one blank, none at the
/// ends: for formats in which a value has one line. Other control characters stay, or are shown
/// escaped.
std::string in_one_line(std::string_view value, bool escape_controls);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_BIBLIOGRAPHY_HPP
