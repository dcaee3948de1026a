// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/rank.hpp"
#include "tests/query/test_index.hpp"
#include "tests/repetitions.hpp"
#include "text/joined.hpp"

namespace idsearch::query {
namespace {

std::string answer(const Searcher& searcher, const std::string& query) {
  return ids_of(searcher.search(request_of(query)));
}

/// "code: message" of the Error that a search throws; "" when it throws none.
std::string error_of(const Searcher& searcher, const SearchRequest& request) {
  try {
    searcher.search(request);
  } catch (const Error& error) {
    return std::string{kErrorTable[static_cast<std::size_t>(error.code())].name} + ": " +
           error.message();
  }
  return "";
}

/// Two countries with sections, topics, dates and notes.
std::vector<Profile> two_countries() {
  Profile korea = make_profile(
      "north-korea", "North Korea",
      {{{"Law", "Data Protection"}, {"No law protects data.", "A card is issued. It is old."}},
       {{"Overview"}, {"The register holds names.To enrol, show a card."}}});
  korea.country = Country{"KP", "North Korea"};
  korea.updated = "2026-01-29";
  korea.passages[0].topics = {{"data-protection", {"law protects data"}}};
  korea.passages[1].marks = {{"1", 17}, {"9", 28}};
  Note note;
  note.label = "1";
  note.text = "ibid";
  note.trail = {"1", "0"};
  Source source;
  source.note = "0";
  source.text = "Ha Yuna, ‘The panopticon’ (Example, 1 May 2024) <https://www.example.org/x>";
  source.trail = {"1", "0"};
  source.reference.authors = {"Ha Yuna"};
  source.reference.url = "https://www.example.org/x";
  note.sources = {source};
  korea.notes = {note};
  korea.passages[2].marks = {{"1", 25}};
  Profile kenya =
      make_profile("kenya", "Kenya", {{{"Law"}, {"The law of names.", "Cards for all."}}});
  kenya.country = Country{"KE", "Kenya"};
  kenya.updated = "2025-03-09";
  kenya.passages[0].topics = {{"statelessness", {"law"}}};
  return {korea, kenya};
}

TEST(Searcher, PassagesWithAllWordsComeBeforeThoseWithSome) {
  // The last says one of the words as often as no passage of its length would.
  const TestIndex index(
      {plain_profile({"card and then the law of things", "law", "card card card card", "nothing",
                      "law law law law law law law law"})});
  const Searcher searcher = index.open();
  const SearchResult result = searcher.search(request_of("law card"));
  EXPECT_EQ(result.total, 4u);
  EXPECT_EQ(result.hits.front().id, "p/_/1");
}

TEST(Searcher, WordsSideBySideComeFirstWithAndWithoutQuotes) {
  const TestIndex index({plain_profile(
      {"database biometric database biometric", "a biometric and a database", "other",
       "in a very long text about many other things there is one biometric database at last",
       "biometric databases biometric databases"})});
  const Searcher searcher = index.open();
  EXPECT_EQ(answer(searcher, "biometric database").substr(0, 11), "p/_/1 p/_/4");
  EXPECT_EQ(answer(searcher, "\"biometric database\""), "p/_/1 p/_/4");
  // As typed before inflected, inflected before apart.
  const TestIndex apart({plain_profile({"biometric of the database", "biometric databases",
                                        "what a biometric database is here", "database"})});
  EXPECT_EQ(answer(apart.open(), "biometric database"), "p/_/3 p/_/2 p/_/1 p/_/4");
}

TEST(Searcher, WordsNearEachOtherComeBeforeWordsFarApart) {
  const std::string filler(" and then the text goes on about many other things that are of no use");
  const TestIndex index({plain_profile(
      {"Card law card law card." + filler + filler + " One court, and one court more: court court.",
       "The court has looked at each card that was issued since then, as it had to by law." +
           filler,
       "court card law"})});
  EXPECT_EQ(answer(index.open(), "court card law"), "p/_/3 p/_/2 p/_/1");
  EXPECT_EQ(answer(index.open(), "courts cards"), "p/_/3 p/_/2 p/_/1");
  // Four words of content: weights alone.
  EXPECT_EQ(index.open().search(request_of("court card law issued")).total, 3u);
}

TEST(Searcher, WordsOfOneSentenceOrParagraphAreFoundByTheirOperators) {
  Profile profile = plain_profile(
      {"The police use a camera. Nobody knows.", "The police came. A camera fell.",
       "No. 5 police v. camera: one sentence.", "Police at the register.To film, take a camera.",
       "Camera", "A police camera, and police."});
  profile.passages[3].marks = {{"1", 23}};
  const TestIndex index({profile});
  const Searcher searcher = index.open();
  const auto found = [&](const char* query) {
    std::string ids = answer(searcher, query);
    std::vector<std::string> sorted;
    for (std::size_t at = 0; at < ids.size(); at += 6) sorted.push_back(ids.substr(at, 5));
    std::ranges::sort(sorted);
    return text::joined(sorted, " ");
  };
  EXPECT_EQ(found("police /s camera"), "p/_/1 p/_/3 p/_/6");
  EXPECT_EQ(found("camera /s polic*"), "p/_/1 p/_/3 p/_/6");
  EXPECT_EQ(found("police /p camera"), "p/_/1 p/_/2 p/_/3 p/_/4 p/_/6");
  EXPECT_EQ(found("\"the police\" /p camera"), "p/_/1 p/_/2");
  EXPECT_EQ(found("police /s police"), "p/_/6");
  EXPECT_EQ(found("\"the police\" /s (camera OR came)"), "p/_/1 p/_/2");
  EXPECT_EQ(found("camera -(police /s camera)"), "p/_/2 p/_/4 p/_/5");
}

TEST(Searcher, WordsOfOneTitleOrSourceAreInOneSentence) {
  Profile profile =
      make_profile("p", "Police", {{{"Law and order", "The camera"}, {"Words.", "More words."}}});
  Note note;
  note.label = "1";
  note.text = "A police study of 1990; a camera test";
  for (const char* text : {"A police study of 1990", "A camera test"}) {
    Source source;
    source.note = "1";
    source.part = note.sources.size();
    source.text = text;
    source.trail = {"1"};
    note.sources.push_back(source);
  }
  profile.notes = {note};
  profile.passages[0].marks = {{"1", 5}};
  const TestIndex index({profile});
  const Searcher searcher = index.open();
  EXPECT_EQ(searcher.search(request_of("heading:law /s heading:order")).total, 2u);
  EXPECT_EQ(searcher.search(request_of("heading:law /s heading:camera")).total, 0u);
  EXPECT_EQ(searcher.search(request_of("heading:law /p heading:camera")).total, 2u);
  EXPECT_EQ(searcher.search(request_of("note:police /s note:study")).total, 1u);
  EXPECT_EQ(searcher.search(request_of("note:police /s note:camera")).total, 0u);
}

TEST(Searcher, SentencesOfTheMatcherAreThoseThatAreShown) {
  std::mt19937 random(20260130);
  const std::vector<std::string> kPieces{"card", "law", "name", "card", ". Then", "! A", "; ", "?"};
  std::vector<std::string> texts;
  for (int i = 0; i < repetitions(400, 100); ++i) {
    std::string text = "Begin";
    for (std::size_t n = 2 + random() % 9; n > 0; --n) text += " " + kPieces[random() % 8];
    texts.push_back(text);
  }
  const TestIndex index({plain_profile(texts)});
  const Searcher searcher = index.open();
  SearchRequest all = request_of("card AND law");
  all.limit = 1000;
  SearchRequest together = request_of("card /s law");
  together.limit = 1000;
  std::set<std::string> wanted, found;
  for (const Hit& hit : searcher.search(all).hits)
    for (const Sentence& sentence : hit.sentences) {
      const std::string words = hit.text.substr(sentence.start, sentence.end - sentence.start);
      if (words.find("card") != words.npos && words.find("law") != words.npos)
        wanted.insert(hit.id);
    }
  for (const Hit& hit : searcher.search(together).hits) {
    found.insert(hit.id);
    EXPECT_GE(hit.highlights.size(), 2u) << hit.text;
  }
  EXPECT_EQ(found, wanted);
  EXPECT_GT(wanted.size(), 10u);
}

TEST(Searcher, APhraseGoesThroughAWordThatIsWrittenInTwoParts) {
  const TestIndex index({plain_profile({"the e-KYC system", "the eKYC system", "the e KYC system",
                                        "the e-KYC of a system", "the very very good system",
                                        "a co-operation agreement"})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"\"the eKYC system\"", "p/_/2 p/_/1"},
      {"\"the e-KYC system\"", "p/_/3 p/_/1 p/_/2"},
      {"\"eKYC system\"", "p/_/2 p/_/1"},
      {"\"the eKYC\"", "p/_/2 p/_/1 p/_/4"},
      {"\"the very good\"", ""},
      {"\"the very very good\"", "p/_/5"},
      {"\"a cooperation agreement\"", "p/_/6"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(answer(searcher, query), expected) << query;
  const SearchResult result = searcher.search(request_of("\"the eKYC system\""));
  ASSERT_EQ(result.hits.size(), 2u);
  EXPECT_EQ(result.hits[0].highlights, (std::vector<Highlight>{{0, 15, 0, 15}}));
  EXPECT_EQ(result.hits[1].highlights, (std::vector<Highlight>{{0, 16, 0, 16}}));
}

TEST(Searcher, APhraseGoesThroughPartsOfALongerWrittenWord) {
  const TestIndex index(
      {plain_profile({"the e-ID-card office", "the eID card office", "the e ID card office",
                      "the e-ID card office", "the e-ID. Card office", "a national-e-ID-card"})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"\"eID card\"", "p/_/1 p/_/2 p/_/4 p/_/5"},
      {"\"the eID card office\"", "p/_/2 p/_/1 p/_/4 p/_/5"},
      {"\"eID office\"", ""},
      {"\"national eID card\"", "p/_/6"},
      {"\"the eID\"", "p/_/2 p/_/4 p/_/5"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(answer(searcher, query), expected) << query;
}

TEST(Searcher, AHyphenatedWordIsOneWordWhereItsPlacesCount) {
  const TestIndex index({plain_profile({"the e-ID", "the eID", "the e-ID eID", "the e-ID is an ID",
                                        "e-ID e-ID", "eID card e-ID", "an e-ID-office"})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"\"e-ID e-ID\"", "p/_/3 p/_/5"},
      {"\"eID eID\"", "p/_/3 p/_/5"},
      {"\"e eID\"", ""},
      {"\"eID id\"", ""},
      {"\"eID id*\"", ""},
      {"\"eID car*\"", "p/_/6"},
      {"eID NEAR/5 eID", "p/_/3 p/_/5 p/_/6"},
      {"e-ID /s e-ID", "p/_/3 p/_/5 p/_/6"},
      {"eID NEAR/5 id", "p/_/3 p/_/4 p/_/5 p/_/6"},
      {"eID NEAR/1 card NEAR/1 e-ID", "p/_/6"},
      {"eID NEAR/1 office", "p/_/7"},
  };
  for (const auto& [query, expected] : cases) {
    SearchRequest request = request_of(query);
    std::vector<std::string> ids;
    for (const Hit& hit : searcher.search(request).hits) ids.push_back(hit.id);
    std::ranges::sort(ids);
    EXPECT_EQ(text::joined(ids, " "), expected) << query;
  }
}

TEST(Searcher, FunctionWordsCountForSideBySideAndBehindAllOthers) {
  const TestIndex index(
      {plain_profile({"nationality is a right", "the right to a nationality", "to a to a to a"})});
  EXPECT_EQ(answer(index.open(), "right to a nationality"), "p/_/2 p/_/1 p/_/3");
  EXPECT_EQ(answer(index.open(), "nationality right"), "p/_/1 p/_/2");
  EXPECT_EQ(answer(index.open(), "to a"), "p/_/3 p/_/2 p/_/1");
}

TEST(Searcher, TiersHoldWhateverTheStatistics) {
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "rare ";
  const TestIndex index({plain_profile({many, many, "rare and common", "common", "common"})});
  EXPECT_EQ(answer(index.open(), "rare common").substr(0, 5), "p/_/3");
}

TEST(Searcher, EqualPassagesComeInReadingOrderOnAnyNumberOfShards) {
  const TestIndex b({plain_profile({"law", "law"}, "b")}), a({plain_profile({"law", "law"}, "a")});
  EXPECT_EQ(answer(Searcher::open({b.path(), a.path()}), "law"), "a/_/1 a/_/2 b/_/1 b/_/2");
}

TEST(Searcher, FiltersAloneAndNegatedWordsAloneGiveReadingOrder) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  EXPECT_EQ(answer(searcher, "country:KP"),
            "north-korea/law/data-protection/1 north-korea/law/data-protection/2 "
            "north-korea/overview/1");
  const SearchResult result = searcher.search(request_of("-law"));
  EXPECT_EQ(ids_of(result), "north-korea/overview/1");  // headings are part of where words match
  EXPECT_EQ(result.hits[0].score, 0);
  EXPECT_TRUE(result.hits[0].highlights.empty());
}

TEST(Searcher, FiltersOfRequestAndQueryAreTheSame) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  const auto by = [&](auto&& set) {
    SearchRequest request = request_of("");
    set(request);
    return ids_of(searcher.search(request));
  };
  EXPECT_EQ(by([](auto& r) { r.countries = {"kenya"}; }), answer(searcher, "country:KE"));
  EXPECT_EQ(by([](auto& r) { r.countries = {"KP, Corée du Nord"}; }),
            answer(searcher, "country:PRK"));
  EXPECT_EQ(by([](auto& r) { r.countries = {"Korea, Democratic People's Republic of"}; }),
            answer(searcher, "country:KP"));
  EXPECT_EQ(by([](auto& r) { r.sections = {"LAW"}; }), answer(searcher, "section:law"));
  EXPECT_EQ(by([](auto& r) { r.sections = {"2.4 Data Protection"}; }),
            answer(searcher, "section:law/data-protection"));
  EXPECT_EQ(by([](auto& r) { r.topics = {"data_protection"}; }),
            answer(searcher, "topic:data-protection"));
  EXPECT_EQ(by([](auto& r) { r.since = "2026"; }), answer(searcher, "updated:2026.."));
  EXPECT_EQ(by([](auto& r) { r.until = "2025-03"; }), answer(searcher, "updated:..2025-03"));
  EXPECT_EQ(by([](auto& r) { r.topics = {"statelessness,data-protection"}; }),
            "kenya/law/1 north-korea/law/data-protection/1");
  EXPECT_EQ(by([](auto& r) { r.topics = {"statelessness", "data-protection"}; }), "");
  EXPECT_EQ(answer(searcher, "source:https://www.example.org/y"),
            answer(searcher, "source:example.org"));
  EXPECT_EQ(answer(searcher, "source:example.org"),
            "north-korea/law/data-protection/2 north-korea/overview/1");
}

TEST(Searcher, WhatNoPassageHasIsSaid) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  const auto notes = [&](const std::string& query) {
    const SearchResult result = searcher.search(request_of(query));
    EXPECT_EQ(result.total, 0u) << query;
    return messages_of(result);
  };
  EXPECT_EQ(notes("card topic:nonsense"),
            "no passage has topic:nonsense in this index; it has data-protection, statelessness");
  EXPECT_EQ(notes("topic:statelesness"),
            "no passage has topic:statelesness in this index; did you mean topic:statelessness?");
  EXPECT_EQ(notes("country:TH"),
            "the index has no profile of Thailand (TH); it has kenya, north-korea");
  EXPECT_EQ(notes("country:Atlantis"),
            "“Atlantis” is no country that is known here; the index has kenya, north-korea");
  EXPECT_EQ(notes("country:-KE card"),
            "“-KE” is no value of country; to leave its passages out write -country:KE");
  EXPECT_EQ(notes("card topic:!data-protection"),
            "“!data-protection” is no value of topic; to leave its passages out write "
            "-topic:data-protection");
  EXPECT_EQ(notes("section:-law"),
            "“-law” is no value of section; to leave its passages out write -section:law");
  EXPECT_EQ(notes("country:KP country:KE card"),
            "a passage has one country, so these filters together find nothing; for any of several "
            "write country:KP,KE");
  EXPECT_EQ(notes("country:\"North Korea\" country:kenya"),
            "a passage has one country, so these filters together find nothing; for any of several "
            "write country:\"North Korea\",kenya");
  EXPECT_EQ(notes("updated:2025 law updated:2026-01..,2024"),
            "a profile has one date, so these filters together find nothing; for any of several "
            "write updated:2025,2026-01..,2024");
  EXPECT_EQ(notes("updated:2025 zzz updated:..2025-06"), "in no passage: “zzz”");
  EXPECT_EQ(notes("?!?"),
            "“?!?” has no word to look for; ignored\nthere is no word to look for in this query");
  EXPECT_EQ(notes("()"),
            "there is nothing between these brackets; ignored\n"
            "there is no word to look for in this query");
}

TEST(Searcher, OfAListOfManyUnknownValuesSomeAreTold) {
  const TestIndex index({plain_profile({"a card"})});
  std::string query = "source:a0.org";
  for (int i = 1; i < 100; ++i) query += ",a" + std::to_string(i) + ".org";
  const std::vector<QueryNote> notes = ask(index, query).notes;
  ASSERT_EQ(notes.size(), kMaxNotes + 1);
  EXPECT_EQ(notes[0].message, "no passage has source:a0.org in this index");
  EXPECT_EQ(notes.back().message,
            "… and " + std::to_string(100 - kMaxNotes) + " values more that no passage has");
}

TEST(Searcher, SignsWithoutAWordAreToldOnceAndMarksOfASentenceAreNot) {
  const TestIndex index({plain_profile({"a card"})});
  EXPECT_EQ(messages_of(ask(index, "card | card | card")), "“|” has no word to look for; ignored");
  EXPECT_EQ(messages_of(ask(index, "card – card , card : card")), "");
  EXPECT_EQ(messages_of(ask(index, "–")),
            "“–” has no word to look for; ignored\nthere is no word to look for in this query");
}

TEST(Searcher, ATimeThatEndsBeforeItBeginsIsSaid) {
  const TestIndex index(two_countries());
  SearchRequest request = request_of("law");
  request.since = "2026";
  request.until = "2025-12";
  const SearchResult result = index.open().search(request);
  EXPECT_EQ(result.total, 0u);
  EXPECT_EQ(messages_of(result),
            "since 2026 is after until 2025-12: these filters together find nothing");
  request.until = "2026-01";
  EXPECT_EQ(messages_of(index.open().search(request)), "");
}

TEST(Searcher, ErrorsAreForEmptyQueriesBadDatesAndStrict) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  EXPECT_EQ(error_of(searcher, request_of(" \u00a0\n")), "usage: the query is empty");
  SearchRequest request = request_of("law");
  request.since = "yesterday";
  EXPECT_EQ(error_of(searcher, request), "usage: “yesterday” is no date for --since");
  request = request_of("law");
  request.topics = {" , "};
  EXPECT_EQ(error_of(searcher, request), "usage: the filter for topic is empty");
  request = request_of("a [28] law");
  request.strict = true;
  EXPECT_EQ(error_of(searcher, request), "");
  request.text = "law \"data";
  EXPECT_EQ(error_of(searcher, request),
            "bad-query: this quotation mark is not closed; what follows is read as words\n"
            "  law \"data\n"
            "      ^");
}

TEST(Searcher, OfALanguageTheFirstPartOfItsCodeCounts) {
  const TestIndex index(two_countries());
  const std::size_t all = ask(index, "language:en").total;
  EXPECT_GT(all, 0u);
  EXPECT_EQ(ask(index, "language:en-GB").total, all);
  EXPECT_EQ(ask(index, "language:EN_us").total, all);
  EXPECT_EQ(ask(index, "language:english").total, 0u);
}

TEST(Searcher, StrictRefusesFilterValuesThatCanBeNone) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"law country:Atlantis", "country:Atlantis\n      ^"},
      {"country:Korea", "“Korea” is ambiguous: North Korea (KP) or South Korea (KR)"},
      {"topic:bogus", "topic:bogus\n  ^"},
      {"law section:nowhere", "section:nowhere\n      ^"},
      // Legal questions whose answer is "no".
      {"country:Tonga", ""},
      {"topic:surveillance", ""},
      {"language:fr", ""},
      {"source:example.com", ""},
  };
  for (const auto& [query, expected] : cases) {
    SearchRequest request = request_of(query);
    EXPECT_EQ(error_of(searcher, request), "") << query;
    request.strict = true;
    const std::string error = error_of(searcher, request);
    EXPECT_EQ(error.starts_with("bad-query: "), *expected != '\0') << query;
    EXPECT_NE(error.find(expected), std::string::npos) << error;
  }
  SearchRequest request = request_of("law");
  request.strict = true;
  request.countries = {"Atlantis"};
  EXPECT_TRUE(
      error_of(searcher, request).starts_with("usage: --country: “Atlantis” is no country"));
}

TEST(Searcher, StrictRefusesWhatHasNoWordToLookFor) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  const std::string ignored = "” has no word to look for; ignored\n  ";
  const std::pair<const char*, std::string> cases[] = {
      {"law && card", "“&&” is no operator, and ignored: write AND\n  law && card\n      ^"},
      {"law || card", "“||” is no operator, and ignored: write OR\n  law || card\n      ^"},
      {"law 😀", "“😀" + ignored + "law 😀\n      ^"},
      {"😀", "“😀" + ignored + "😀\n  ^"},
      {"law OR 😀", "“😀" + ignored + "law OR 😀\n         ^"},
      {"law -😀", "“😀" + ignored + "law -😀\n       ^"},
      {"law \"–\"", "“–" + ignored + "law \"–\"\n      ^"},
      {"law AND (& )", "“&" + ignored + "law AND (& )\n           ^"},
      {"heading:€ law", "“€" + ignored + "heading:€ law\n  ^"},
      {"?", "“?" + ignored + "?\n  ^"},
      // Marks of a sentence are no attempt at anything.
      {"law – card ?", ""},
      {"law, card: data", ""},
  };
  for (const auto& [query, expected] : cases) {
    SearchRequest request = request_of(query);
    EXPECT_EQ(error_of(searcher, request), "") << query;
    request.strict = true;
    EXPECT_EQ(error_of(searcher, request), expected.empty() ? "" : "bad-query: " + expected);
  }
}

TEST(Searcher, ASectionMayBeNamedAsItIsShown) {
  const TestIndex index(two_countries());
  for (const char* path :
       {"Law › Data Protection", "law > data protection", "Law/Data Protection"}) {
    SearchRequest request = request_of("card");
    request.sections = {path};
    EXPECT_EQ(ids_of(index.open().search(request)), "north-korea/law/data-protection/2") << path;
  }
  EXPECT_EQ(answer(index.open(), "card section:\"Law › Overview\""), "");
}

TEST(Searcher, APhraseMayEndOpen) {
  const TestIndex index({plain_profile(
      {"a birth certificate", "birth of certain men", "certificates of birth", "birth certs"})});
  const SearchResult result = index.open().search(request_of("\"birth cert*\""));
  EXPECT_EQ(result.total, 2u);
  EXPECT_EQ(index.open().search(request_of("birth -\"birth cert*\"")).total, 2u);
  for (const Hit& hit : result.hits) {
    ASSERT_EQ(hit.highlights.size(), 1u) << hit.text;
    EXPECT_TRUE(hit.text.substr(hit.highlights[0].start).starts_with("birth cert")) << hit.text;
  }
}

TEST(Searcher, OfSeveralIndexesSomeMayBeMissing) {
  const TestIndex index(two_countries());
  const std::vector<std::string> paths{"/nonexistent", index.path()};
  EXPECT_THROW(Searcher::open(paths), Error);
  OpenOptions options;
  options.partial = true;
  const SearchResult result = Searcher::open(paths, options).search(request_of("overview"));
  EXPECT_EQ(ids_of(result), "north-korea/overview/1");
  ASSERT_EQ(result.missing.size(), 1u);
  EXPECT_EQ(result.missing[0].path, "/nonexistent");
  EXPECT_EQ(result.missing[0].code, ErrorCode::NoIndex);
  EXPECT_THROW(Searcher::open({"/nonexistent"}, options), Error);
}

TEST(Searcher, NeighboursNameTheirSection) {
  const TestIndex index(two_countries());
  const auto hit = index.open().passage("north-korea/law/data-protection/2", 1);
  ASSERT_TRUE(hit);
  ASSERT_EQ(hit->after.size(), 1u);
  EXPECT_EQ(hit->after[0].section_path, "overview");
  EXPECT_EQ(hit->after[0].section_titles, std::vector<std::string>{"Overview"});
}

TEST(Searcher, AHeadingAloneIsFoundButNotMarked) {
  const TestIndex index(two_countries());
  const SearchResult result = index.open().search(request_of("overview"));
  ASSERT_EQ(ids_of(result), "north-korea/overview/1");
  EXPECT_TRUE(result.hits[0].highlights.empty());
  EXPECT_EQ(answer(index.open(), "heading:\"data protection\""),
            "north-korea/law/data-protection/1 north-korea/law/data-protection/2");
}

TEST(Searcher, AHitTellsAllThatTheProfileTells) {
  const TestIndex index(two_countries());
  SearchRequest request = request_of("\"is issued\"");
  request.context = 1;
  const SearchResult result = index.open().search(request);
  ASSERT_EQ(result.hits.size(), 1u);
  const Hit& hit = result.hits[0];
  EXPECT_EQ(hit.rank, 1u);
  EXPECT_EQ(hit.text, "A card is issued. It is old.");
  EXPECT_EQ(hit.cite_as,
            "‘North Korea’, Law › Data Protection, para 2 (last updated 29 January 2026)");
  EXPECT_EQ(hit.highlights, (std::vector<Highlight>{{7, 16, 7, 16}}));
  EXPECT_EQ(hit.sentences, (std::vector<Sentence>{{0, 18}, {18, 28}}));
  ASSERT_EQ(hit.notes.size(), 2u);
  EXPECT_EQ(hit.notes[0].status, NoteStatus::Resolved);
  EXPECT_TRUE(hit.notes[0].in_highlight);
  EXPECT_EQ(hit.notes[0].sources.size(), 1u);
  EXPECT_EQ(hit.notes[1].status, NoteStatus::Missing);  // the profile has no note 9
  EXPECT_EQ(hit.notes[1].text, "");
  EXPECT_FALSE(hit.notes[1].in_highlight);
  ASSERT_EQ(hit.before.size(), 1u);
  EXPECT_EQ(hit.before[0].id, "north-korea/law/data-protection/1");
  ASSERT_EQ(hit.after.size(), 1u);
  EXPECT_EQ(hit.after[0].id, "north-korea/overview/1");
}

TEST(Searcher, WordsOfSourcesMatchTheirNotes) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  EXPECT_EQ(answer(searcher, "panopticon"), "");
  SearchRequest in_notes = request_of("panopticon");
  in_notes.in = SearchIn::Notes;
  for (const SearchRequest& request :
       {in_notes, request_of("note:panopticon"), request_of("author:yuna")}) {
    const SearchResult result = searcher.search(request);
    ASSERT_EQ(result.total, 2u) << request.text;
    for (const Hit& hit : result.hits) {
      EXPECT_TRUE(hit.highlights.empty());
      EXPECT_TRUE(hit.notes[0].in_highlight) << request.text;
      const HitNote& note = hit.notes[0];
      ASSERT_EQ(note.source_highlights.size(), note.sources.size()) << request.text;
      ASSERT_EQ(note.source_highlights[0].size(), 1u) << request.text;
      const Highlight& range = note.source_highlights[0][0];
      EXPECT_EQ(note.sources[0].text.substr(range.start, range.end - range.start),
                request.text == "author:yuna" ? "Yuna" : "panopticon");
      EXPECT_EQ(range.start - range.cp_start, request.text == "author:yuna" ? 0u : 2u)
          << "one quotation mark of three bytes stands before the title";
    }
  }
  for (const Hit& hit : searcher.search(request_of("card")).hits)
    for (const HitNote& note : hit.notes) EXPECT_TRUE(note.source_highlights.empty());
  SearchRequest all = request_of("panopticon card");
  all.in = SearchIn::All;
  EXPECT_EQ(searcher.search(all).hits[0].id, "north-korea/law/data-protection/2");
}

TEST(Searcher, BareHitsAreTheSamePassagesWithoutTheirWords) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  SearchRequest request = request_of("card");
  request.context = 1;
  const SearchResult whole = searcher.search(request);
  request.bare_hits = true;
  const SearchResult bare = searcher.search(request);
  ASSERT_GT(bare.hits.size(), 0u);
  ASSERT_EQ(bare.hits.size(), whole.hits.size());
  EXPECT_EQ(bare.total, whole.total);
  for (std::size_t i = 0; i < bare.hits.size(); ++i) {
    EXPECT_EQ(bare.hits[i].id, whole.hits[i].id);
    EXPECT_EQ(bare.hits[i].score, whole.hits[i].score);
    EXPECT_EQ(bare.hits[i].rank, i + 1);
    EXPECT_TRUE(bare.hits[i].text.empty() && bare.hits[i].before.empty());
  }
}

TEST(Searcher, NoWordReachesOverAFootnoteMark) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  EXPECT_EQ(answer(searcher, "\"names to enrol\""), "north-korea/overview/1");
  EXPECT_EQ(answer(searcher, "\"names.[1]To enrol\""), "north-korea/overview/1");
}

TEST(Searcher, WildcardsTellWhatTheyStandFor) {
  const TestIndex index({plain_profile({"surveillance", "surveilled", "survey"})});
  const SearchResult result = index.open().search(request_of("surveil*"));
  EXPECT_EQ(result.expansions, std::vector<std::string>{"surveil*: surveillance, surveilled"});
  EXPECT_EQ(ids_of(result), "p/_/1 p/_/2");
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i) texts.push_back("word" + std::to_string(i));
  const TestIndex many({plain_profile(texts)});
  const SearchResult cut = many.open().search(request_of("word*"));
  EXPECT_EQ(cut.total, kMaxExpansions);
  EXPECT_EQ(messages_of(cut), "“word*” stands for 200 words; the 128 most frequent are searched");
  // What is left out is left out whole.
  EXPECT_EQ(many.open().search(request_of("-word*")).total, 0u);
}

TEST(Searcher, ExactTakesNoOtherForms) {
  const TestIndex index({plain_profile({"law", "laws", "resume", "résumé"})});
  SearchRequest request = request_of("law");
  request.exact = true;
  EXPECT_EQ(ids_of(index.open().search(request)), "p/_/1");
  request.text = "résumé";
  EXPECT_EQ(ids_of(index.open().search(request)), "p/_/4");
  request.text = "resume";
  EXPECT_EQ(ids_of(index.open().search(request)), "p/_/3 p/_/4");
  EXPECT_EQ(answer(index.open(), "résumé"),
            "p/_/4 p/_/3");  // typed with, so written with comes first
}

TEST(Searcher, APageTellsTheTotalOfAll) {
  const TestIndex index({plain_profile(std::vector<std::string>(30, "law"))});
  SearchRequest request = request_of("law");
  request.limit = 0;
  SearchResult result = index.open().search(request);
  EXPECT_EQ(result.total, 30u);
  EXPECT_TRUE(result.total_exact);
  EXPECT_TRUE(result.hits.empty());
  request.limit = 10;
  request.offset = 25;
  result = index.open().search(request);
  EXPECT_EQ(result.hits.size(), 5u);
  EXPECT_EQ(result.hits[0].rank, 26u);
  request.limit = kMaxPage + 1;
  EXPECT_EQ(messages_of(index.open().search(request)), "a page has at most 1000 hits");
  request.unlimited_page = true;
  EXPECT_EQ(messages_of(index.open().search(request)), "");
}

TEST(Searcher, APassageIsFoundByItsId) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  EXPECT_EQ(searcher.passage("nothing/_/1"), std::nullopt);
  const auto hit = searcher.passage("kenya/law/2", 5);
  ASSERT_TRUE(hit.has_value());
  EXPECT_EQ(hit->text, "Cards for all.");
  EXPECT_EQ(hit->rank, 0u);
  ASSERT_EQ(hit->before.size(), 1u);
  EXPECT_EQ(hit->before[0].id, "kenya/law/1");
}

TEST(Searcher, StaysOnItsGenerationUntilRefreshed) {
  TestIndex index({plain_profile({"law"})});
  Searcher searcher = index.open();
  EXPECT_FALSE(searcher.refresh());
  index.publish({plain_profile({"law", "law"})});
  EXPECT_EQ(searcher.search(request_of("law")).total, 1u);
  EXPECT_TRUE(searcher.refresh());
  EXPECT_EQ(searcher.search(request_of("law")).total, 2u);
}

TEST(Searcher, StatsAddUpOverSeveralIndexes) {
  const TestIndex a({plain_profile({"law"}, "a")}), b({plain_profile({"law", "state"}, "b")});
  const IndexStats stats = Searcher::open({a.path(), b.path()}).stats();
  EXPECT_EQ(stats.passages, 3u);
  EXPECT_EQ(stats.profiles, 2u);
  ASSERT_EQ(stats.languages.size(), 1u);
  EXPECT_EQ(stats.languages[0].passages, 3u);
  EXPECT_EQ(Searcher::fields().size(), store::kFields.size());
}

TEST(Searcher, ExplainsWhatItDid) {
  const TestIndex index({plain_profile({"laws"})});
  SearchRequest request = request_of("law");
  request.explain = true;
  const SearchResult result = index.open().search(request);
  EXPECT_EQ(result.explanation.substr(0, result.explanation.find("\nweighs")),
            "parsed: law\nwords: law (stem law)");
  EXPECT_EQ(result.hits[0].explanation.substr(0, 6), "score ");
}

TEST(Searcher, APastedParagraphFindsItself) {
  std::string paragraph;
  for (int i = 0; paragraph.size() < 2000; ++i)
    paragraph += "Article " + std::to_string(i) + " says that the card is shown, and kept. ";
  const TestIndex index({plain_profile({"card", paragraph, "article"})});
  EXPECT_EQ(answer(index.open(), "\"" + paragraph + "\""), "p/_/2");
  EXPECT_EQ(index.open().search(request_of(paragraph)).hits[0].id, "p/_/2");
}

TEST(Searcher, TooManyDifferentWordsAreCutWithANote) {
  const TestIndex index({plain_profile({"word1", "word300"})});
  for (const char* between : {" ", " OR "}) {
    std::string many = "word0";
    for (int i = 1; i <= 300; ++i) many += between + ("word" + std::to_string(i));
    const SearchResult result = index.open().search(request_of(many));
    EXPECT_EQ(ids_of(result), "p/_/1");
    EXPECT_EQ(messages_of(result),
              "only the first 256 different words are looked for; ignored from here\n"
              "in no passage: “word0”, “word2”, “word3”, “word4”, “word5”, “word6”, “word7”, "
              "“word8” and 291 more");
  }
}

TEST(Searcher, AnyBytesAreAQuery) {
  const TestIndex index(two_countries());
  const Searcher searcher = index.open();
  std::mt19937 random(4711);
  for (int i = 0; i < repetitions(2000, 500); ++i) {
    SearchRequest request;
    for (auto n = random() % 40; n > 0; --n) {
      static const std::string kUseful = "law card*\"\"()- ANDORT:,/.0159é“”«»topiccountry\xff";
      request.text += random() % 3 == 0 ? static_cast<char>(random() % 256)
                                        : kUseful[random() % kUseful.size()];
    }
    request.in = static_cast<SearchIn>(random() % 3);
    request.exact = random() % 2 == 0;
    request.explain = random() % 2 == 0;
    const std::string error = error_of(searcher, request);
    ASSERT_TRUE(error.empty() || error == "usage: the query is empty") << request.text << error;
  }
}

}  // namespace
}  // namespace idsearch::query
