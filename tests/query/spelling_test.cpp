// SPDX-License-Identifier: GPL-2.0-or-later
// Other spellings of a query, from the query to the answer.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

std::vector<Profile> misspelt_profiles() {
  Profile kenya = make_profile("kenya", "Kenya",
                               {{{"Registration"},
                                 {"The biometric database holds Kenya's identity numbers.",
                                  "A birth certificate proves the identity of a child.",
                                  "The surveillance of stateless people.", "paßport паспорт"}}});
  kenya.country = Country{"KE", "Kenya"};
  return {kenya};
}

/// The suggestion; "" when there is none.
std::string suggestion(const Searcher& searcher, const std::string& query) {
  const SearchResult result = searcher.search(request_of(query));
  EXPECT_LE(result.suggestions.size(), 1u);
  return result.suggestions.empty() ? "" : result.suggestions.front();
}

TEST(Spelling, WordsThatNoPassageHasAreExchangedForSuchThatOneHas) {
  const TestIndex index(misspelt_profiles());
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"biometrc", "biometric"},
      {"boimetric databse", "biometric database"},
      {"survelance", "surveillance"},
      {"Biometrc DATABSE", "Biometric DATABASE"},
      {"  biometrc\tAND  databse ", "  biometric\tAND  database "},
      {"\"biometrc database\" country:KE", "\"biometric database\" country:KE"},
      {"(biometrc OR zzzzzz) -databes", "(biometric OR zzzzzz) -databes"},
      {"biometrc NEAR/3 databse", "biometric NEAR/3 database"},
      {"the biometrc's", "the biometric"},
      {"iometric", "biometric"},
      {"xiometric", "biometric"},
      {"xbiometric", "biometric"},
      {"ibometric", "biometric"},
      {"birthcertificate", "birth certificate"},
      {"heading:registraton", "heading:registration"},
      {"biometrc-database", "biometric-database"},
      {"Biometric-Databse", "Biometric-Database"},
      {"\"birth-certifcate\"", "\"birth-certificate\""},
      {"birth‑certifcate", "birth‑certificate"},
      {"пасспорт", "паспорт"},
      // Nothing to mend, nothing near, or nothing gained.
      {"biometric", ""},
      {"databases", ""},
      {"zyzzyva", ""},
      {"chld", "child"},
      {"cld", ""},
      {"12345 e2e4x", ""},
      {"ปัตร", ""},
      {"biometr*", ""},
      {"-biometrc", ""},
      {"\"birth biometrc\"", ""},
      {"certificatechild", ""},
      {"biometrc AND zyzzyva", ""},
      {"Kenyas biometric", ""},
      {"country:KA", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
}

TEST(Spelling, APhraseIsMendedAlsoWhereItsWordsStandApart) {
  const TestIndex index({plain_profile(
      {"The State says nothing of surveillance.", "State surveillances are many.", "A birth."})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"\"state surveilance\"", "\"state surveillance\""},
      {"\"State  SURVEILANCE\"", "\"State  SURVEILLANCE\""},
      {"“state surveilance” birth", "“state surveillance” birth"},
      {"birth OR \"state surveilance\"", "birth OR \"state surveillance\""},
      {"\"birth surveilance\"", ""},
      {"\"state surveillance\"", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
  const SearchResult result = searcher.search(request_of("\"state surveilance\""));
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(
      messages_of(result),
      "“state surveilance” stands nowhere as a phrase; without the quotation marks 2 passages "
      "have all its words\n"
      "as suggested: “state surveillance” stands nowhere as a phrase; without the quotation "
      "marks 2 passages have all its words");
}

TEST(Spelling, SignsThatAreIgnoredAreNotSuggested) {
  const TestIndex index(misspelt_profiles());
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"\"biometrc databse", "biometric database"},
      {"biometrc \"databse", "biometric database"},
      {"biometrc databse”", "biometric database"},
      {"(biometrc databse", "biometric database"},
      {"biometrc ) databse)", "biometric database"},
      {"((((((((((((((((((biometrc))))))))))))))))))", "((((((((((((((((biometric))))))))))))))))"},
      {"biometrc - databse -", "biometric database"},
      {"--biometrc", "biometric"},
      {"*biometrc \"\" () birth*x", "biometric birth x"},
      {"biometrc country:\"KE", "biometric country:KE"},
      {"\"biometrc\"* databse", "\"biometric\" database"},
      {"\"databs* biometrc\"", ""},
      {"bi* biometrc", "bi biometric"},
      {"biometrc \"cerl* birth\"", "biometric \"cerl birth\""},
      {"\"birht* certifcate\"", ""},
      // What is read as a word is one.
      {"biometrc AND", "biometric AND"},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
}

TEST(Spelling, OfAWordWithAStarInItTheMostFrequentThatFitsIsSuggested) {
  const TestIndex index({plain_profile({"surveillance of stateless people", "a stateless child",
                                        "statues", "Stateliness is less"})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"surv*illance", "surveillance"}, {"Surv*ance", "Surveillance"}, {"state*ss", "stateless"},
      {"s*t*t*less", "stateless"},      {"heading:surv*illance", ""},  {"surv*xillance", ""},
      {"stateless*less", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
}

TEST(Spelling, AWordOfOtherFieldsIsNoErrorInOne) {
  const TestIndex index({make_profile("kenya", "Policy", {{{"Law"}, {"The police came."}}})});
  EXPECT_EQ(suggestion(index.open(), "heading:police"), "");
  EXPECT_EQ(suggestion(index.open(), "heading:policey"), "heading:policy");
}

TEST(Spelling, NumbersOfFootnotesThatWereCopiedWithAWordAreLeftOut) {
  const TestIndex index({plain_profile({"The biometric database. It holds faces.", "The law25 says",
                                        "He joined the covid staff and the G20."})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"database12", "database"},
      {"Database¹²", ""},
      {"\"biometric database12\"", "\"biometric database\""},
      {"\"biometric database.12 It holds\"", "\"biometric database. It holds\""},
      {"\"biometric database’12 It holds\"", "\"biometric database’ It holds\""},
      {"database1234", ""},
      {"law25", ""},
      {"law26", ""},
      {"staff21", "staff"},
      {"\"the database. 12 It\"", ""},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
}

TEST(Spelling, AQueryInAnotherLanguageIsNotSpelled) {
  const TestIndex index({plain_profile({"welcome rights of the stateless", "passes"})});
  const Searcher searcher = index.open();
  EXPECT_EQ(suggestion(searcher, "Welche Rechte haben Staatenlose"), "");
  EXPECT_EQ(suggestion(searcher, "Qué países tienen"), "");
  EXPECT_EQ(suggestion(searcher, "welcme rihgts haben"), "welcome rights haben");
  EXPECT_EQ(suggestion(searcher, "welcme xyzzy"), "welcome xyzzy");
}

/// The profile with a note in its first passage.
Profile with_source(Profile profile, const std::string& text) {
  profile.passages.front().marks = {{"1", 3}};
  Note note;
  note.label = "1";
  note.text = text;
  Source source;
  source.note = "1";
  source.text = note.text;
  note.sources = {source};
  profile.notes = {note};
  return profile;
}

TEST(Spelling, AWordOfSourcesNeedsNoOther) {
  const TestIndex index(
      {with_source(plain_profile({"the third part", "the last part"}), "Office, ‘Report’ para 5")});
  EXPECT_EQ(suggestion(index.open(), "para"), "");
  EXPECT_EQ(suggestion(index.open(), "paru"), "part");
}

TEST(Spelling, AWordOfFewerSourcesThanAnotherHasPassagesMayBeAnError) {
  const TestIndex index(
      {with_source(plain_profile({"the Aadhaar card", "Aadhaar numbers", "a journal"}),
                   "Office, ‘Aadhar Linked’ (Journals)")});
  EXPECT_EQ(suggestion(index.open(), "aadhar"), "aadhaar");
  EXPECT_EQ(suggestion(index.open(), "linked"), "");
}

TEST(Spelling, AQueryWithoutHitsIsAnsweredWithThoseOfTheSuggestion) {
  const TestIndex index(misspelt_profiles());
  const Searcher searcher = index.open();
  SearchRequest request = request_of("biometrc");
  SearchResult result = searcher.search(request);
  EXPECT_EQ(result.total, 0u) << "of the query as typed";
  EXPECT_EQ(result.raw, "biometrc");
  EXPECT_EQ(result.hits_for, "biometric");
  EXPECT_EQ(ids_of(result), "kenya/registration/1");

  request.suggested_hits = false;
  result = searcher.search(request);
  EXPECT_EQ(result.hits_for, "");
  EXPECT_TRUE(result.hits.empty());
  EXPECT_EQ(result.suggestions, std::vector<std::string>{"biometric"});

  request.suggested_hits = true;
  request.offset = 1;
  EXPECT_TRUE(searcher.search(request).hits.empty()) << "no second page of it";
  request.offset = 0;
  request.limit = 0;
  EXPECT_EQ(searcher.search(request).hits_for, "");
  request.limit = 10;
  request.suggest = false;
  result = searcher.search(request);
  EXPECT_TRUE(result.hits.empty());
  EXPECT_TRUE(result.suggestions.empty());
}

TEST(Spelling, AQueryWithHitsKeepsThem) {
  const TestIndex index(misspelt_profiles());
  const SearchResult result = index.open().search(request_of("stateless biometrc"));
  EXPECT_EQ(result.suggestions, std::vector<std::string>{"stateless biometric"});
  EXPECT_EQ(result.hits_for, "");
  EXPECT_EQ(ids_of(result), "kenya/registration/3");
  EXPECT_EQ(result.total, 1u);
}

TEST(Spelling, NamesThatAreUnderstoodNeedNoOther) {
  // No passage says Kenyan or NID, yet both find something.
  Profile profile = plain_profile({"national identity card", "the nib of a pen", "kenyatta"}, "k");
  profile.country = Country{"KE", "Kenya"};
  const TestIndex index({profile});
  const Searcher searcher = index.open();
  EXPECT_EQ(suggestion(searcher, "Kenyans"), "");
  EXPECT_EQ(suggestion(searcher, "Kenyan card"), "");
  EXPECT_EQ(suggestion(searcher, "NID"), "");
}

TEST(Spelling, AWordThatSomePassageHasNeedsNoOther) {
  std::vector<std::string> texts(30, "the protection of data");
  texts.push_back("Ley de Protección");
  const TestIndex index({plain_profile(texts)});
  const Searcher searcher = index.open();
  for (const char* query :
       {"Protección", "proteccion", "\"Ley de Protección\"", "proteccion AND ley"})
    EXPECT_EQ(suggestion(searcher, query), "") << query;
  SearchRequest exact = request_of("Protección");
  exact.exact = true;
  EXPECT_TRUE(searcher.search(exact).suggestions.empty());
  EXPECT_EQ(suggestion(searcher, "protectoin"), "protection");
}

TEST(Spelling, ShortNamesAndAbbreviationsAreNoErrorsForOthers) {
  const TestIndex index(
      {plain_profile({"manus enic birth card", "manus enic birth card", "cnics"})});
  const Searcher searcher = index.open();
  const std::pair<const char*, const char*> cases[] = {
      {"Janus", ""},      {"CNIC", ""},       {"cnic", ""},       {"ENID", ""},     {"NENIC", ""},
      {"brith", "birth"}, {"Birht", "Birth"}, {"ibrth", "birth"}, {"crad", "card"},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(suggestion(searcher, query), expected) << query;
}

TEST(Spelling, OfEquallyNearWordsTheMoreFrequentIsMeantOnAnyNumberOfShards) {
  const std::vector<Profile> first{plain_profile({"carton", "carton", "cartop"}, "a")};
  const std::vector<Profile> second{plain_profile({"cartop", "cartop", "cartop"}, "b")};
  const TestIndex a(first), b(second), both({first[0], second[0]});
  EXPECT_EQ(suggestion(a.open(), "cartox"), "carton");
  EXPECT_EQ(suggestion(both.open(), "cartox"), "cartop");
  EXPECT_EQ(suggestion(Searcher::open({a.path(), b.path()}), "cartox"), "cartop");
  EXPECT_EQ(suggestion(Searcher::open({b.path(), a.path()}), "cartox"), "cartop");
}

}  // namespace
}  // namespace idsearch::query
