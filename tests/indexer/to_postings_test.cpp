// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/to_postings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "store/outline.hpp"
#include "store/passage_record.hpp"
#include "store/schema.hpp"

namespace idsearch::indexer {
namespace {

using Places = std::vector<std::uint32_t>;

Source source(const char* note, const char* text, std::vector<std::string> authors = {},
              std::optional<std::string> url = {}) {
  Source out;
  out.note = note;
  out.text = text;
  out.trail = {note};
  out.reference.authors = std::move(authors);
  out.reference.url = std::move(url);
  return out;
}

// Two sections, three passages; note 2 is an ibid of note 1, note 3 leads nowhere.
Profile sample() {
  Profile out;
  out.file = "north-korea.txt";
  out.format = "text";
  out.id = "north-korea";
  out.title = "North Korea";
  out.country = Country{"KP", "North Korea"};
  out.updated = "2026-01-29";
  out.language = "en";
  Section law, protection;
  law.path = "law";
  law.titles = {"Law"};
  law.passages = 1;
  protection.path = "law/data-protection-2";
  protection.titles = {"Law", "2.4 Data Protection"};
  protection.level = 2;
  protection.passages = 2;
  out.sections = {law, protection};

  Passage first, second, third;
  first.id = "north-korea/law/1";
  first.section = 0;
  first.text = "The register.To enrol";
  first.language = "en";
  first.line = 5;
  first.marks = {{"1", 13}, {"2", 21}, {"1", 21}};
  second.id = "north-korea/law/data-protection-2/1";
  second.section = 1;
  second.text = "e-KYC databases";
  second.language = "en";
  second.marks = {{"3", 15}, {"99", 15}};
  second.topics = {{"surveillance", {"databases"}}};
  third.id = "north-korea/law/data-protection-2/2";
  third.section = 1;
  third.kind = PassageKind::Item;
  third.text = "carte d'identité";
  third.language = "fr";
  out.passages = {first, second, third};

  Note one, two, three;
  one.label = "1";
  one.text = "Report on Registers <https://www.docs.example.org/x>";
  one.sources = {source("1", "Report on Registers", {"Office of Registers", "Second Office"},
                        "https://www.docs.example.org/x")};
  two.label = "2";
  two.text = "ibid; Another Study";
  two.sources = {source("1", "Report on Registers", {"Office of Registers", "Second Office"},
                        "https://www.docs.example.org/x"),
                 source("2", "Another Study")};
  two.sources[1].part = 1;
  three.label = "3";
  three.text = "ibid";
  three.status = NoteStatus::NoAntecedent;
  three.sources = {Source{}};
  three.sources[0].status = NoteStatus::NoAntecedent;
  out.notes = {one, two, three};
  return out;
}

class ToPostings : public testing::Test {
 protected:
  ToPostings() : profile_(sample()), all_(PostingsMaker().make(profile_)) {}

  static Places places(const store::Postings& postings, const std::string& term) {
    Places out;
    for (const store::Posting& posting : postings.words)
      if (posting.term == term) out.push_back(posting.position);
    std::ranges::sort(out);
    return out;
  }

  static std::uint32_t wdf(const store::Postings& postings, const std::string& term) {
    std::uint32_t out = 0;
    for (const store::Posting& posting : postings.words)
      if (posting.term == term) out += posting.wdf;
    return out;
  }

  static std::set<std::string> filters(const store::Postings& postings, std::string_view prefix) {
    std::set<std::string> out;
    for (const std::string& term : postings.filters)
      if (term.starts_with(prefix)) out.insert(term.substr(prefix.size()));
    return out;
  }

  static std::string value(const store::Postings& postings, std::uint32_t slot) {
    for (const auto& [at, bytes] : postings.values)
      if (at == slot) return bytes;
    return "absent";
  }

  const Profile profile_;
  const std::vector<store::Postings> all_;
};

using NameSet = std::set<std::string>;

TEST_F(ToPostings, OneValueAPassageInReadingOrder) {
  ASSERT_EQ(all_.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(all_[i].id, profile_.passages[i].id);
}

TEST_F(ToPostings, AMarkIsAWordBoundary) {
  EXPECT_EQ(places(all_[0], "the"), Places{1});
  EXPECT_EQ(places(all_[0], "register"), Places{2});
  EXPECT_EQ(places(all_[0], "to"), Places{3});
  EXPECT_EQ(places(all_[0], "enrol"), Places{4});
}

TEST_F(ToPostings, AJoinedFormStandsAtBothEndsAndCountsOnce) {
  EXPECT_EQ(places(all_[1], "e"), Places{1});
  EXPECT_EQ(places(all_[1], "kyc"), Places{2});
  EXPECT_EQ(places(all_[1], "ekyc"), (Places{1, 2}));
  EXPECT_EQ(wdf(all_[1], "ekyc"), 1u);
  EXPECT_EQ(places(all_[1], "databases"), Places{3});
}

TEST_F(ToPostings, StemsHaveNoPositionAndFollowTheLanguage) {
  EXPECT_EQ(places(all_[1], "Zdatabas"), Places{0});
  EXPECT_EQ(wdf(all_[1], "Zdatabas"), 1u);
}

TEST_F(ToPostings, DiacriticsStandBesideTheFoldedFormAtTheSamePlace) {
  const Places folded = places(all_[2], "identite");
  ASSERT_EQ(folded.size(), 1u);
  EXPECT_EQ(places(all_[2], "identité"), folded);
}

TEST_F(ToPostings, HeadingsAreTitlesOfProfileAndSectionsTooFarApartForPhrases) {
  EXPECT_EQ(places(all_[1], "Snorth"), Places{1});
  EXPECT_EQ(places(all_[1], "Skorea"), Places{2});
  const Places law = places(all_[1], "Slaw"), data = places(all_[1], "Sdata");
  ASSERT_EQ(law.size(), 1u);
  ASSERT_EQ(data.size(), 1u);
  EXPECT_GE(law[0], 2u + 100u);
  EXPECT_GE(data[0], law[0] + 100u);
  EXPECT_EQ(places(all_[1], "Sprotection"), Places{data[0] + 1});
  EXPECT_EQ(places(all_[0], "Sdata"), Places{});
  EXPECT_EQ(places(all_[0], "ZSkorea"), Places{0});
}

TEST_F(ToPostings, SourcesOfThePassageStandOnceHoweverOftenTheyAreCited) {
  const Places report = places(all_[0], "Areport"), study = places(all_[0], "Astudy");
  EXPECT_EQ(report, Places{1});
  EXPECT_EQ(wdf(all_[0], "ZAregist"), 1u);
  ASSERT_EQ(study.size(), 1u);
  EXPECT_GE(study[0], 3u + 100u);
  const Places office = places(all_[0], "XAUoffice");
  ASSERT_EQ(office.size(), 2u);
  EXPECT_GE(office[1], office[0] + 100u);
  EXPECT_EQ(places(all_[0], "XAUregisters").size(), 1u);
}

TEST_F(ToPostings, NotesThatLeadNowhereGiveNoWords) {
  for (const store::Posting& posting : all_[1].words)
    EXPECT_FALSE(posting.term.starts_with("A")) << posting.term;
  EXPECT_EQ(filters(all_[1], store::kHost), NameSet{});
}

TEST_F(ToPostings, FiltersNameCountrySectionsHostsTopicsAndLanguage) {
  EXPECT_EQ(filters(all_[0], store::kCountry), (NameSet{"kp", "north-korea"}));
  EXPECT_EQ(filters(all_[0], store::kSection), NameSet{"law"});
  EXPECT_EQ(filters(all_[1], store::kSection),
            (NameSet{"law", "law/data-protection-2", "data-protection"}));
  EXPECT_EQ(filters(all_[0], store::kHost), (NameSet{"docs.example.org", "example.org"}));
  EXPECT_EQ(filters(all_[1], store::kTopic), NameSet{"surveillance"});
  EXPECT_EQ(filters(all_[0], store::kTopic), NameSet{});
  EXPECT_EQ(filters(all_[2], store::kLanguage), NameSet{"fr"});
  EXPECT_EQ(filters(all_[0], store::kProfile), NameSet{"north-korea"});
  EXPECT_EQ(filters(all_[0], store::kId), NameSet{store::id_term("north-korea/law/1").substr(1)});
}

TEST_F(ToPostings, ValuesGiveReadingOrderAndDate) {
  EXPECT_EQ(value(all_[0], store::kSlotOrder), std::string("north-korea\0\0\0\0\1", 16));
  EXPECT_EQ(value(all_[2], store::kSlotOrder), std::string("north-korea\0\0\0\0\3", 16));
  EXPECT_EQ(value(all_[0], store::kSlotUpdated), "20260129");
}

TEST_F(ToPostings, OutlineHasTheStemsOfTextAndTitleWithoutFunctionWords) {
  store::OutlineMaker expected;
  for (const char* stem : {"regist", "enrol"}) expected.add(stem);
  for (const char* stem : {"north", "korea"}) expected.add(stem, 3);
  EXPECT_EQ(value(all_[0], store::kSlotOutline), expected.bytes());
}

TEST_F(ToPostings, RecordShowsThePassageWithItsNotesAndNeighbours) {
  const store::PassageRecord record = store::decode_record(all_[0].record);
  EXPECT_EQ(record.text, profile_.passages[0].text);
  EXPECT_EQ(record.marks, profile_.passages[0].marks);
  EXPECT_EQ(record.sentence_ends, (std::vector<std::size_t>{13, 21}));
  EXPECT_EQ(record.notes, (std::vector<Note>{profile_.notes[0], profile_.notes[1]}));
  EXPECT_EQ(record.section_path, "law");
  EXPECT_EQ(record.section_titles, std::vector<std::string>{"Law"});
  EXPECT_EQ(record.country, profile_.country);
  EXPECT_EQ(record.previous_id, "");
  EXPECT_EQ(record.next_id, profile_.passages[1].id);
  const store::PassageRecord last = store::decode_record(all_[2].record);
  EXPECT_EQ(last.kind, PassageKind::Item);
  EXPECT_EQ(last.previous_id, profile_.passages[1].id);
  EXPECT_EQ(last.next_id, "");
}

TEST(PostingsMaker, DoesNotRememberTheProfileBefore) {
  PostingsMaker maker;
  Profile other = sample();
  other.id = "other";
  other.title = "Elsewhere";
  other.country.reset();
  other.updated.reset();
  for (Section& section : other.sections) section.titles = {};
  for (Note& note : other.notes) note.sources.clear();
  const auto alone = PostingsMaker().make(other);
  maker.make(sample());
  const auto after = maker.make(other);
  ASSERT_EQ(after.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(after[i].record, alone[i].record);
    EXPECT_EQ(after[i].filters, alone[i].filters);
    EXPECT_EQ(after[i].words.size(), alone[i].words.size());
  }
}

TEST(PostingsMaker, EveryTermFitsIntoXapian) {
  Profile profile = sample();
  profile.passages[0].id = "north-korea/" + std::string(400, 'x') + "/1";
  profile.passages[0].text = std::string(1000, 'y') + " " + std::string(600, '\xC3');
  profile.notes[0].sources[0].reference.url = "https://" + std::string(500, 'z') + ".org";
  for (const store::Postings& postings : PostingsMaker().make(profile)) {
    for (const store::Posting& posting : postings.words) EXPECT_LE(posting.term.size(), 245u);
    for (const std::string& term : postings.filters) EXPECT_LE(term.size(), 245u);
  }
}

}  // namespace
}  // namespace idsearch::indexer
