// SPDX-License-Identifier: GPL-2.0-or-later
// A hand-made answer with one of everything that a renderer must show.
#ifndef IDSEARCH_TESTS_QUERY_SAMPLE_HIT_HPP
#define IDSEARCH_TESTS_QUERY_SAMPLE_HIT_HPP

#include <string>

#include "idsearch/search.hpp"

namespace idsearch::query {

/// A source that stands in full in note `label`.
inline Source full_source(const std::string& label, const std::string& text,
                          const std::string& url = {}) {
  Source source;
  source.note = label;
  source.text = text;
  source.trail = {label};
  if (!url.empty()) source.reference.url = url;
  return source;
}

inline HitNote note_of(const Source& source, std::size_t at) {
  HitNote note;
  note.label = source.trail.empty() ? source.note : source.trail.front();
  note.at = at;
  note.text = source.trail.size() > 1 ? "ibid" : source.text;
  note.status = source.status;
  note.trail = source.trail;
  note.in_highlight = true;
  note.sources = {source};
  return note;
}

/// Short text; two notes at its two sentences, the second through "ibid".
inline Hit sample_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 12.25;
  hit.id = "testland/law/data-protection/2";
  hit.sha256 = "00ff";
  hit.profile = {"testland", "Testland", "testland.txt", "2026-01-29"};
  hit.country = Country{"TL", "Testland"};
  hit.section_path = "law/data-protection";
  hit.section_titles = {"Law", "Data Protection"};
  hit.language = "en";
  hit.line = 27;
  hit.text = "The registry is closed. Nobody may leave it.";
  //          0123456789012345678901234567890123456789012345
  hit.sentences = {{0, 24}, {24, 44}};
  hit.highlights = {{4, 12, 4, 12}};
  hit.topics = {{"surveillance", {"registry"}}, {"data-protection", {"registry is closed"}}};
  Source first = full_source("3", "Office, ‘Registry’ (Site, 1 May 2024) <https://example.org/r>.",
                             "https://example.org/r");
  first.reference.authors = {"Office"};
  first.reference.title = "Registry";
  first.reference.issued = "2024-05-01";
  first.reference.type = "webpage";
  Source second = first;
  second.trail = {"4", "3"};
  second.pinpoint = "12";
  hit.notes = {note_of(first, 23), note_of(second, 44)};
  hit.cite_as = "Testland, Law › Data Protection, para 2";
  return hit;
}

/// As Searcher::passage() gives it: no rank, no score, no highlights.
inline Hit sample_passage() {
  Hit hit = sample_hit();
  hit.rank = 0;
  hit.score = 0;
  hit.highlights.clear();
  return hit;
}

inline SearchResult sample_result() {
  SearchResult result;
  result.generation = "abc";
  result.raw = "registry";
  result.parsed = "registry";
  result.total = 1;
  result.hits = {sample_hit()};
  return result;
}

}  // namespace idsearch::query

#endif  // IDSEARCH_TESTS_QUERY_SAMPLE_HIT_HPP
