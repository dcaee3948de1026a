// SPDX-License-Identifier: GPL-2.0-or-later
// Ask an index and get passages with their citations.
//
//   auto searcher = idsearch::Searcher::open({"/var/lib/idsearch/index"});
//   idsearch::SearchRequest request;
//   request.text = "\"left stateless\" country:KP";
//   for (const auto& hit : searcher.search(request).hits)
//     for (const auto& note : hit.notes)
//       for (const auto& source : note.sources) std::cout << hit.id << '\t' << source.text << '\n';
#ifndef IDSEARCH_SEARCH_HPP
#define IDSEARCH_SEARCH_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/export.hpp"
#include "idsearch/profile.hpp"

namespace idsearch {

/// Where the words of a query may match.
enum class SearchIn {
  Body,   ///< text of the passages and headings
  Notes,  ///< text of the resolved sources
  All,
};

/// What the passages found are put together by, so that the best of each group is shown.
enum class GroupBy {
  None,
  Country,
  Section,  ///< its path, in all profiles
  Topic,    ///< a passage with several topics stands in each of these groups
};

/// A question. Any text is a legal query: what cannot be understood as an operator is words, and
/// SearchResult::notes says so.
struct SearchRequest {
  std::string text;  ///< in the query language (docs/query-language.md)

  /// Hard filters. Each element is one use of the option: a comma separated list of alternatives;
  /// several elements must all hold.
  std::vector<std::string> countries;
  std::vector<std::string> sections;
  std::vector<std::string> topics;
  std::string since;  ///< ISO 8601 to any precision ("2025", "2025-01"), inclusive; or empty
  std::string until;  ///< likewise; the whole of the given year or month counts

  SearchIn in = SearchIn::Body;
  /// Only the best passage of each country, section or topic, see Hit::group. `limit` and `offset`
  /// count groups then.
  GroupBy by = GroupBy::None;
  std::size_t limit = 10;   ///< hits of a page; 0 asks for the total only
  std::size_t offset = 0;   ///< hits to skip
  std::size_t context = 0;  ///< neighbouring passages to add on each side of a hit
  bool exact = false;       ///< no stems; typed diacritics must match
  /// Names of the same meaning, forms that a stemmer keeps apart ("children" of "child") and
  /// countries that the query names, see SearchResult::expansions.
  /// `exact` switches them off, too.
  bool synonyms = true;
  /// Look for another spelling when little is found, see SearchResult::suggestions.
  bool suggest = true;
  /// Answer a query without hits with those of its suggestion, see SearchResult::hits_for.
  bool suggested_hits = true;
  bool strict = false;   ///< a query that needs repair throws Error{BadQuery}
  bool explain = false;  ///< fill SearchResult::explanation and Hit::explanation
  /// Only which passages: of a hit rank, score and id are given. That spares reading the words of
  /// each passage again.
  bool bare_hits = false;
  bool unlimited_page = false;  ///< for measuring only: lifts the cap on `limit`
};

/// A range of matched words in Hit::text, or in Source::text.
struct Highlight {
  std::size_t start = 0, end = 0;        ///< bytes of UTF-8
  std::size_t cp_start = 0, cp_end = 0;  ///< Unicode code points

  bool operator==(const Highlight&) const = default;
};

/// Half-open byte range of one sentence of Hit::text, trailing blanks included.
struct Sentence {
  std::size_t start = 0, end = 0;

  bool operator==(const Sentence&) const = default;
};

/// A note as it stands at one place of a passage.
struct HitNote {
  std::string label;
  std::size_t at = 0;  ///< byte of Hit::text, see Mark::at
  std::string text;    ///< the note as written; empty when it is not given in the profile
  NoteStatus status = NoteStatus::Missing;
  std::vector<std::string> trail;
  /// It belongs to a sentence in which words matched, or words of its sources did.
  bool in_highlight = false;
  std::vector<Source> sources;
  /// Words that matched in the text of each source, in bytes and code points of Source::text:
  /// ascending, not overlapping; one list for each of `sources`, or none at all when words of notes
  /// and authors were not asked for or did not match. An author's name that the reference writes
  /// otherwise is found, but has no range.
  std::vector<std::vector<Highlight>> source_highlights;
};

struct ProfileRef {
  std::string id, title, file;
  std::optional<std::string> updated;  ///< ISO 8601
};

/// A neighbour of a hit in reading order.
struct ContextPassage {
  std::string id;
  std::string text;
  std::string section_path = {};                 ///< as in Hit
  std::vector<std::string> section_titles = {};  ///< likewise
};

/// Something that adds to a score.
struct ScorePart {
  std::string what;  ///< for people: "“biometr”, stem"
  double score = 0;
};

/// How a query was understood.
struct QueryExplanation {
  std::string parsed;              ///< in the query language
  std::vector<std::string> words;  ///< "cards (stem card)"
  std::vector<ScorePart> parts;    ///< what may add to a score, and the most it can; 0: not known
  std::vector<ScorePart> tiers;    ///< what comes first, and what that adds; the highest first
  std::string query;               ///< as Xapian describes it; for developers
};

/// Of what a hit is the best passage, with SearchRequest::by.
struct HitGroup {
  GroupBy by = GroupBy::None;
  std::string key;         ///< ISO code, section path or topic; empty for passages without one
  std::string name;        ///< for people: "Kenya", "Law › Data Protection"; empty likewise
  std::size_t others = 0;  ///< further passages found in it
  bool exact = true;       ///< false: at least so many, see GroupCount
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;      ///< falls or stays with the rank; comparable within one answer only
  std::string id;        ///< passage id
  std::string sha256;    ///< of `text`, hexadecimal; checked against the text when it was read
  ProfileRef profile;
  std::optional<Country> country;
  std::string section_path;
  std::vector<std::string> section_titles;  ///< as deep as the path; empty for "_"
  PassageKind kind = PassageKind::Paragraph;
  std::string language;
  std::size_t line = 0;  ///< in the profile's file
  std::string text;      ///< byte for byte the profile's words, marks taken out
  /// Ascending, not overlapping, on character boundaries. Empty if only filters matched.
  std::vector<Highlight> highlights;
  std::vector<Sentence> sentences;  ///< cover `text` without gaps
  std::vector<TopicTag> topics;
  std::vector<HitNote> notes;                 ///< by position
  std::vector<ContextPassage> before, after;  ///< with SearchRequest::context, in reading order
  std::string cite_as;                        ///< a citation of the passage itself
  std::optional<HitGroup> group;              ///< with SearchRequest::by
  std::string explanation;                    ///< with SearchRequest::explain; lines of text
  std::vector<ScorePart> score_parts;         ///< likewise; they add up to `score`
};

/// Something about the query that the asker should know.
struct QueryNote {
  std::string message;
  std::size_t column = 0;  ///< 0-based byte of the query text it is about
  std::size_t length = 0;  ///< bytes; 0 when the query as a whole is meant
};

/// One of several indexes that does not take part in the answers.
struct MissingIndex {
  std::string path;
  ErrorCode code = ErrorCode::NoIndex;  ///< NoIndex, Incompatible or Integrity
  std::string message, hint;            ///< as in Error
};

/// How many groups the passages found are in.
struct GroupCount {
  GroupBy by = GroupBy::None;
  std::size_t total = 0;
  /// Only the first 10,000 passages by rank are looked at: when more are found, there may be more
  /// groups and further passages.
  bool exact = true;
};

struct SearchResult {
  std::string generation;  ///< content id of the index generation that answered
  std::string raw;         ///< the query as typed
  std::string parsed;      ///< the query as understood, in the query language
  /// What was looked for beside the words: "surveil*: surveillance, surveilled" and "NID: national
  /// identity card"; countries whose passages come first, since the query names them.
  std::vector<std::string> expansions;
  std::vector<QueryNote> notes;
  std::size_t total = 0;  ///< passages, also where `hits` are the best of groups
  bool total_exact = true;
  std::optional<GroupCount> groups;  ///< with SearchRequest::by, when anything is found
  /// The query with other words of the index in the places of those that hardly any passage has,
  /// when it finds more so: all else as typed. None or one.
  std::vector<std::string> suggestions;
  std::vector<Hit> hits;
  /// Empty: `hits` are for the query as typed. Else it finds nothing (`total` is 0), and they are
  /// the first ones for this suggestion.
  std::string hits_for;
  std::string explanation;                  ///< with SearchRequest::explain; lines of text
  std::optional<QueryExplanation> explain;  ///< likewise
  std::vector<MissingIndex> missing;        ///< with OpenOptions::partial: the answer lacks theirs
};

/// One searchable field, as `idsearch fields` lists it.
struct FieldInfo {
  std::string name;     ///< "country"
  std::string kind;     ///< "text", "filter" or "range"
  std::string help;     ///< one sentence
  std::string example;  ///< a query that uses it
};

/// A name and how many passages carry it.
struct Count {
  std::string name;
  std::uint64_t passages = 0;
};

/// A profile that could not be read when the index was built; an earlier version of it answers.
struct StaleVersion {
  std::string id, file;
  std::string since;   ///< ISO 8601 UTC: of the first build that could not read it
  std::string reason;  ///< "looks like a PDF"
};

struct IndexStats {
  std::string index;  ///< path as given; several are joined by ", "
  std::string generation;
  std::uint64_t profiles = 0, passages = 0, terms = 0, bytes = 0;
  int schema = 0;
  std::string analyser;                                       ///< fingerprint
  std::vector<Count> countries, sections, topics, languages;  ///< by name
  std::optional<std::string> oldest, newest;  ///< "last updated" days of the profiles
  std::uint64_t stale_profiles = 0;
  std::vector<StaleVersion> stale;  ///< by id; shorter when a generation is gone by now
};

/// An index that answers.
struct OpenedIndex {
  std::string path;        ///< as given
  std::string generation;  ///< content id
  std::string published;   ///< ISO 8601 UTC: "2026-01-29T02:30:00Z"
};

struct OpenOptions {
  /// Compare all bytes with the digest that was written with them, also those of a large index
  /// that was compared before.
  bool check_bytes = false;
  /// Of several indexes some may be missing or damaged: the others answer, and missing() names
  /// them. When none is left, the worst of their errors is thrown.
  bool partial = false;
  /// A file to take the names of the same meaning from, in the form of corpus/thesaurus.toml,
  /// instead of those that are compiled in. Opening throws Error{BadConfiguration} when it is
  /// faulty.
  std::string thesaurus = {};
};

/// An open index, pinned to the generation that was current when it was opened: publishing a new
/// one does not disturb it. Movable, not copyable; one thread at a time.
class IDSEARCH_API Searcher {
 public:
  /// Opens one or several indexes as one, after all bytes of each were compared with their digest
  /// (above 16 MiB only those of a file that was written or copied since this was last done; the
  /// program idsearch compares each block when it is read instead).
  /// Throws Error{NoIndex, Incompatible, Integrity}.
  static Searcher open(const std::vector<std::string>& paths);
  static Searcher open(const std::vector<std::string>& paths, const OpenOptions& options);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Throws Error{Usage} for an empty query without filters or a malformed filter value,
  /// Error{BadQuery} only when `strict`, Error{Integrity} when stored bytes fail their check.
  /// Before it says that nothing is found, it compares all bytes of an index up to 64 MiB with
  /// their digest, if opening it did not.
  SearchResult search(const SearchRequest& request) const;

  /// The passage with this id, `context` neighbours on each side; nullopt when there is none.
  /// rank, score and highlights stay empty.
  std::optional<Hit> passage(const std::string& id, std::size_t context = 0) const;

  static std::vector<FieldInfo> fields();
  /// Compares all bytes with their digest first; throws Error{Integrity}.
  IndexStats stats() const;

  /// Those that answer, in the order in which they were named.
  std::vector<OpenedIndex> indexes() const;

  /// Indexes that could not be opened; empty unless OpenOptions::partial.
  const std::vector<MissingIndex>& missing() const;

  /// Moves on to the newest generation; false when it was the newest already.
  bool refresh();

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch

#endif  // IDSEARCH_SEARCH_HPP
