// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stemmers.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>

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

// What text::Beginnings relies on.
TEST(Stemmers, EnglishStemsOfFourLettersBeginLikeTheirWords) {
  const auto stemmer = make_stemmer("en");
  std::set<std::string> words{"dying", "skies", "idly", "gently", "only", "news", "innings"};
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(IDSEARCH_SOURCE_DIR) / "corpus" / "profiles")) {
    std::ifstream in(file.path());
    std::string word;
    for (char c = 0; in.get(c);) {
      c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (c >= 'a' && c <= 'z') {
        word += c;
      } else if (!word.empty()) {
        words.insert(std::exchange(word, {}));
      }
    }
  }
  ASSERT_GT(words.size(), 5000U);
  for (const std::string& word : words) {
    for (const char* ending :
         {"", "s", "y", "ies", "ying", "ed", "ational", "izer", "ogi", "bli"}) {
      const std::string whole = word + ending, stem = stemmer->stem(whole);
      const std::size_t sure = stem.size() >= 4 ? 2 : 1;
      EXPECT_EQ(stem.substr(0, sure), whole.substr(0, sure)) << whole;
    }
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
    EXPECT_EQ(StemmerScript(c.language).fits(c.word), c.fits) << c.language << ' ' << c.word;
}

TEST(Stemmers, FingerprintNamesAnalyserStemmersAndXapian) {
  const std::string fingerprint = index_fingerprint();
  for (const char* part : {"idsearch-analyzer/", " icu/", " stemmers/1", " xapian/1."})
    EXPECT_NE(fingerprint.find(part), std::string::npos) << fingerprint;
}

}  // namespace
}  // namespace idsearch::store
