// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation_words.hpp"

#include <gtest/gtest.h>

#include "sample_hit.hpp"

namespace idsearch::query {
namespace {

TEST(CitationWords, DatesAreWrittenToTheirPrecision) {
  EXPECT_EQ(day_in_words("2026-01-29"), "29 January 2026");
  EXPECT_EQ(day_in_words("2026-12-01"), "1 December 2026");
  EXPECT_EQ(day_in_words("2026-01"), "January 2026");
  EXPECT_EQ(day_in_words("2026"), "2026");
  EXPECT_EQ(day_in_words("2026-13-01"), "2026-13-01");
  EXPECT_EQ(day_in_words("someday"), "someday");
  ProfileRef profile;
  EXPECT_EQ(age_words(profile), "date not given");
  profile.updated = "2026-01-29";
  EXPECT_EQ(age_words(profile), "as of 29 January 2026");
}

TEST(CitationWords, EveryStateOfANoteIsSaidInWords) {
  const auto words = [](NoteStatus status, std::vector<std::string> trail) {
    return status_words(status, "5", trail);
  };
  EXPECT_EQ(words(NoteStatus::Resolved, {"5"}), "");
  EXPECT_EQ(words(NoteStatus::Missing, {"5", "99"}), "note 99 is not given in the profile");
  EXPECT_EQ(words(NoteStatus::Missing, {}), "note 5 is not given in the profile");
  EXPECT_EQ(words(NoteStatus::Self, {"5", "5"}), "note 5 refers to itself");
  EXPECT_EQ(words(NoteStatus::Cycle, {"5", "7", "5"}),
            "the notes refer to each other in a circle: 5 → 7 → 5");
  EXPECT_EQ(words(NoteStatus::NoAntecedent, {"5"}),
            "note 5 refers back to a source that cannot be told");
  EXPECT_EQ(words(NoteStatus::Forward, {"5", "8"}), "refers to a later note");
  EXPECT_EQ(words(NoteStatus::NameMismatch, {"5", "2"}),
            "found by its number; the name does not occur there");
}

TEST(CitationWords, AShortReferenceHasAuthorOrTitlePlaceYearAndUrl) {
  Source source =
      full_source("1", "Ha Yuna and Bo Li, ‘Cards’\n(Site, 1 May 2024) <https://x.org/>.");
  EXPECT_EQ(short_reference(source),
            "Ha Yuna and Bo Li, ‘Cards’ (Site, 1 May 2024) <https://x.org/>.")
      << "nothing can be told";
  source.reference.title = "Cards";
  EXPECT_EQ(short_reference(source), "Cards");
  source.reference.publisher = "Press";
  source.reference.issued = "2024-05-01";
  EXPECT_EQ(short_reference(source), "Cards, Press, 2024");
  source.reference.authors = {"Ha Yuna", "Bo Li"};
  source.reference.container = "Site";
  source.reference.url = "https://x.org/";
  EXPECT_EQ(short_reference(source), "Ha Yuna, Bo Li, Site, 2024 <https://x.org/>");
}

TEST(CitationWords, TheWayToASourceNamesTrailPinpointAndTrouble) {
  const Hit hit = sample_hit();
  EXPECT_EQ(way_to_source(hit.notes[0], hit.notes[0].sources[0]), "");
  EXPECT_EQ(way_to_source(hit.notes[1], hit.notes[1].sources[0]), "via 4 → 3 · pinpoint 12");
  Source forward = hit.notes[1].sources[0];
  forward.status = NoteStatus::Forward;
  forward.pinpoint.reset();
  EXPECT_EQ(way_to_source(hit.notes[1], forward), "via 4 → 3 · refers to a later note");
  Source lost;
  lost.status = NoteStatus::Missing;
  lost.trail = {"4", "98"};
  EXPECT_EQ(way_to_source(hit.notes[1], lost), "note 98 is not given in the profile");
  lost.trail = {"4", "3", "98"};
  EXPECT_EQ(way_to_source(hit.notes[1], lost),
            "via 4 → 3 → 98 · note 98 is not given in the profile");
}

TEST(CitationWords, WithoutCountryTheTitleNamesTheProfile) {
  Hit hit = sample_hit();
  hit.country->name = "Testland of Old";
  EXPECT_EQ(profile_name(hit), "Testland of Old");
  hit.country.reset();
  EXPECT_EQ(profile_name(hit), "Testland");
  hit.profile.title.clear();
  EXPECT_EQ(profile_name(hit), "testland");
  EXPECT_EQ(section_words(hit), "Law › Data Protection");
  hit.section_titles.clear();
  EXPECT_EQ(section_words(hit), "");
}

}  // namespace
}  // namespace idsearch::query
