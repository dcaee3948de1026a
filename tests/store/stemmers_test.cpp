// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stemmers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace idsearch::store {
namespace {

TEST(Stemmers, EnglishAndItsRegionsStemAlike) {
  for (const char* language : {"en", "en-GB", "EN"}) {
    const auto stemmer = make_stemmer(language);
    ASSERT_NE(stemmer, nullptr) << language;
    EXPECT_EQ(stemmer->stem("databases"), stemmer->stem("database")) << language;
    EXPECT_EQ(stemmer->stem("registration"), "registr") << language;
    EXPECT_EQ(stemmer->stem("registration"), "registr") << "asked twice";
  }
}

TEST(Stemmers, ThereIsNoneForLanguagesThatXapianDoesNotKnow) {
  for (const char* language : {"th", "km", "zh", "xx", "", "english"})
    EXPECT_EQ(make_stemmer(language), nullptr) << language;
}

TEST(Stemmers, NorwegianHasThreeNames) {
  for (const char* language : {"no", "nb", "nn"})
    EXPECT_NE(make_stemmer(language), nullptr) << language;
}

TEST(Stemmers, EveryLanguageOfTheTableHasAStemmer) {
  for (const char* language :
       {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy",
        "id", "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"})
    EXPECT_NE(make_stemmer(language), nullptr) << language;
}

TEST(Stemmers, ScriptOfAWordDecidesWhichStemmersFit) {
  struct Case {
    const char *language, *word;
    bool fits;
  };
  const Case cases[] = {
      {"fr", "identite", true},  {"fr", "паспорт", false}, {"ru", "паспорт", true},
      {"ru", "passport", false}, {"ar", "هوية", true},     {"en", "هوية", false},
      {"en", "ทะเบียน", false},   {"hy", "քաղաքացի", true}, {"ne", "नागरिक", true},
      {"ta", "குடிமகன்", true},   {"th", "ทะเบียน", false},  {"en", "2013", false},
      {"en", "3rd", true},       {"da", "østrig", true},   {"el", "ταυτοτητα", false},
      {"en", "", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(stemmer_fits_script(c.language, c.word), c.fits) << c.language << ' ' << c.word;
}

TEST(Stemmers, FingerprintNamesAnalyserStemmersAndXapian) {
  const std::string fingerprint = index_fingerprint();
  for (const char* part : {"idsearch-analyzer/", " icu/", " stemmers/1", " xapian/1."})
    EXPECT_NE(fingerprint.find(part), std::string::npos) << fingerprint;
}

}  // namespace
}  // namespace idsearch::store
