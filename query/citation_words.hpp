// SPDX-License-Identifier: GPL-2.0-or-later
// Citations, places and dates in the words that people read.
#ifndef IDSEARCH_QUERY_CITATION_WORDS_HPP
#define IDSEARCH_QUERY_CITATION_WORDS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

/// "36 → 28"
std::string trail_words(const std::vector<std::string>& trail);

/// What is to be said about the state of a reference, one clause without full stop; empty for
/// Resolved. `label` is the note in which it stands.
std::string status_words(NoteStatus status, std::string_view label,
                         const std::vector<std::string>& trail);

/// How the source was reached, for a reader who wants to follow: "via 36 → 28 · pinpoint 12 · …";
/// empty when the note itself holds the reference.
std::string way_to_source(const HitNote& note, const Source& source);

/// A source in a few words on one line: author, else title; site, journal or publisher, and year;
/// URL. "Ha Yuna, Stimson, 2024 <https://…>". All of its text where neither author nor title can be
/// told.
std::string short_reference(const Source& source);

/// "2026-01-29" → "29 January 2026", "2026-01" → "January 2026"; anything else as it is.
std::string day_in_words(std::string_view iso);

/// "as of 29 January 2026", or "date not given".
std::string age_words(const ProfileRef& profile);

/// Country, else title of the profile, else its id.
std::string_view profile_name(const Hit& hit);

/// "Law › Data Protection"; empty for text before any heading.
std::string section_words(const std::vector<std::string>& titles);
std::string section_words(const Hit& hit);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_CITATION_WORDS_HPP
