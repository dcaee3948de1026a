// SPDX-License-Identifier: GPL-2.0-or-later
// What an index contains and where: term prefixes, value slots, metadata keys. Written here once,
// append-only; a change of meaning raises kSchema. docs/index-format.md tells it as prose.
#ifndef IDSEARCH_STORE_SCHEMA_HPP
#define IDSEARCH_STORE_SCHEMA_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::store {

/// Raised when old indexes can no longer be understood.
inline constexpr int kSchema = 7;

// --- Text fields: folded words, whose places stand in slots. Stems carry "Z" before the prefix and
// have no places.
inline constexpr std::string_view kBody = "";       ///< words of the passage
inline constexpr std::string_view kHeading = "S";   ///< profile, section and subsection titles
inline constexpr std::string_view kNoteText = "A";  ///< text of the resolved sources
inline constexpr std::string_view kAuthor = "XAU";  ///< authors of the resolved sources
inline constexpr std::string_view kStem = "Z";      ///< goes before the prefix of a text field

// --- Filters: one term, no position, no weight.
inline constexpr std::string_view kId = "Q";       ///< hash of the passage id, see id_term()
inline constexpr std::string_view kCountry = "N";  ///< code in lower case; slug of the name
inline constexpr std::string_view kSection =
    "XSEC:";  ///< path and each parent; slug of each heading
inline constexpr std::string_view kTopic = "K";
inline constexpr std::string_view kLanguage = "L";
inline constexpr std::string_view kHost = "H";     ///< host of a cited URL, and each parent domain
inline constexpr std::string_view kProfile = "P";  ///< profile id

// --- Value slots.
/// Reading order: profile id, a zero byte, big-endian 32-bit number of the passage within the
/// profile. In every document; breaks ties, so that order never depends on docids.
inline constexpr std::uint32_t kSlotOrder = 0;
/// "YYYYMMDD" of the profile's "last updated"; absent when it names none.
inline constexpr std::uint32_t kSlotUpdated = 1;
/// Outline of the passage, see store/outline.hpp; absent without stems. Not needed to search: a
/// passage without one is like no other.
inline constexpr std::uint32_t kSlotOutline = 2;
/// Where the words of a text field stand, see store/word_places.hpp; absent when it has none.
inline constexpr std::uint32_t kSlotBodyPlaces = 3;
inline constexpr std::uint32_t kSlotHeadingPlaces = 4;
inline constexpr std::uint32_t kSlotNotePlaces = 5;
inline constexpr std::uint32_t kSlotAuthorPlaces = 6;
/// Where the sentences of the body begin, see store/sentence_places.hpp; absent when it has one.
inline constexpr std::uint32_t kSlotSentences = 7;
/// Blocks of records, see store/record_block; of the passages that begin and end one.
inline constexpr std::uint32_t kSlotRecords = 8;

// --- Metadata keys.
inline constexpr std::string_view kMetaSchema = "idsearch.schema";  ///< decimal
inline constexpr std::string_view kMetaFingerprint =
    "idsearch.fingerprint";                                                 ///< see store/stemmers
inline constexpr std::string_view kMetaGeneration = "idsearch.generation";  ///< content id
inline constexpr std::string_view kMetaLanguages = "idsearch.languages";    ///< "en fr", sorted
inline constexpr std::string_view kMetaStats = "idsearch.stats";            ///< JSON for `stats`

/// `prefix` + `value` as a legal term: zero bytes dropped; beyond 240 bytes the value is cut at a
/// character boundary and gets "#" and 16 digits of its hash, so that different values stay
/// different.
std::string filter_term(std::string_view prefix, std::string_view value);

/// The value of kSlotOrder: profile id, a zero byte, and the passage's number within the profile as
/// four bytes, high ones first.
std::string order_value(std::string_view profile_id, std::uint32_t number);

/// kId and eleven letters, digits, "-" and "_": 66 bits of the SHA-256 of the passage id. Ids are
/// long and each is a term of its own: as they are they were 6 % of an index. Two ids of one term
/// are as good as impossible, but whoever looks one up compares the record's id all the same.
std::string id_term(std::string_view passage_id);

/// Host name of a URL (or of a bare "Example.org:80/x") in lower case, without "www." and port;
/// empty when there is none. Both sides of kHost use it.
std::string host_of(std::string_view url);

/// The host and each domain above it that has at least two labels: "a.b.org" and "b.org".
std::vector<std::string> host_and_parents(std::string_view url);

enum class FieldKind { Text, Filter, Range };

struct Field {
  std::string_view name;  ///< as typed in a query before the colon
  FieldKind kind;
  std::string_view prefix;  ///< empty for a range
  std::string_view help;
  std::string_view example;  ///< a query that finds something in corpus/
};

/// All fields of the query language.
inline constexpr std::array<Field, 9> kFields{{
    {"heading", FieldKind::Text, kHeading,
     "words of the profile's, section's and subsection's titles", "heading:\"data protection\""},
    {"note", FieldKind::Text, kNoteText, "words of the sources behind the footnotes, ibid resolved",
     "note:panopticon"},
    {"author", FieldKind::Text, kAuthor, "author of a cited source", "author:Slavney"},
    {"country", FieldKind::Filter, kCountry,
     "ISO code, name in any language, former name or demonym", "country:KP"},
    {"section", FieldKind::Filter, kSection,
     "slug path or any heading in the path; matches the subtree", "section:law/data-protection"},
    {"topic", FieldKind::Filter, kTopic, "surveillance, statelessness, data-protection",
     "topic:statelessness"},
    {"source", FieldKind::Filter, kHost, "host name of a cited URL, or a domain above it",
     "source:stimson.org"},
    {"language", FieldKind::Filter, kLanguage, "language of the passage", "language:en"},
    {"updated", FieldKind::Range, "",
     "when the profile was last updated: a day, month, year or A..B", "updated:2025-01..2026-12"},
}};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_SCHEMA_HPP
