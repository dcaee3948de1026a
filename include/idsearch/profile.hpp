// SPDX-License-Identifier: GPL-2.0-or-later
// A country profile as the reader saw it: sections, passages, notes and what is wrong with them.
// Plain values; see docs/json.md for the same as JSON.
#ifndef IDSEARCH_PROFILE_HPP
#define IDSEARCH_PROFILE_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/citation.hpp"
#include "idsearch/diagnostic.hpp"
#include "idsearch/export.hpp"

namespace idsearch {

struct Country {
  std::string code;  ///< ISO 3166-1 alpha-2, "KP"
  std::string name;  ///< as the profile writes it, "North Korea"

  bool operator==(const Country&) const = default;
};

/// A footnote mark, taken out of the text.
struct Mark {
  std::string note;    ///< label, "24"
  std::size_t at = 0;  ///< byte of the passage text where the words that it stands behind end

  bool operator==(const Mark&) const = default;
};

struct TopicTag {
  std::string name;                   ///< "surveillance", "statelessness", "data-protection"
  std::vector<std::string> evidence;  ///< verbatim parts of the passage that fired, in text order

  bool operator==(const TopicTag&) const = default;
};

enum class PassageKind { Paragraph, Item, Row };

/// "paragraph", "item", "row"
IDSEARCH_API std::string_view name_of(PassageKind kind);

/// The unit that is found, quoted and cited.
struct Passage {
  std::string id;           ///< profile/section-path/n, stable across rebuilds and machines
  std::size_t section = 0;  ///< index into Profile::sections
  PassageKind kind = PassageKind::Paragraph;
  std::string text;         ///< as written, marks taken out; valid UTF-8
  std::size_t line = 0;     ///< 1-based line where it begins
  std::string language;     ///< BCP 47 language subtag, "en"
  std::vector<Mark> marks;  ///< in text order
  std::vector<TopicTag> topics;

  bool operator==(const Passage&) const = default;
};

struct Section {
  std::string path;                 ///< "law/data-protection"; "_" before any heading
  std::vector<std::string> titles;  ///< as written, one per level of `path`; empty for "_"
  std::size_t level = 1;            ///< depth, from 1
  std::size_t passages = 0;         ///< passages directly in it
  std::size_t line = 0;             ///< 1-based line of the heading; 0 for "_"

  bool operator==(const Section&) const = default;
};

struct Profile {
  std::string file;    ///< as given to the reader
  std::string format;  ///< "text", "jsonl"
  std::string id;      ///< slug of the file's stem
  std::string title;   ///< the name in the head; empty when the profile has no head
  std::optional<Country> country;
  std::optional<std::string> updated;   ///< ISO 8601 day of the "Last updated" line
  std::string language;                 ///< main language, "en"
  std::vector<Section> sections;        ///< in reading order
  std::vector<Passage> passages;        ///< in reading order
  std::vector<Note> notes;              ///< in the order of the file, first definitions only
  std::vector<Diagnostic> diagnostics;  ///< by line
};

}  // namespace idsearch

#endif  // IDSEARCH_PROFILE_HPP
