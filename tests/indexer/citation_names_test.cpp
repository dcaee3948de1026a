// SPDX-License-Identifier: GPL-2.0-or-later
// Does a name occur in a source?
#include "indexer/citation_names.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace idsearch::indexer {
namespace {

struct NameCase {
  const char* name;
  const char* source;
  bool occurs;
};

TEST(CitationNames, OccurAsRunsOfWholeWords) {
  const std::vector<NameCase> cases = {
      {"Yuna", "Ha Yuna, ‘North Korea’s Cards’ (5 February 2019)", true},
      {"HA YUNA", "Ha Yuna, ‘Title’", true},
      {"Yun", "Ha Yuna, ‘Title’", false},
      {"‘North Korea’s Cards’", "Ha Yuna, ‘North Korea’s Cards’ (5 February 2019)", true},
      {"\"North Korea's Cards\"", "Ha Yuna, ‘North Korea’s Cards’ (5 February 2019)", true},
      {"‘Cards’", "Ha Yuna, ‘Papers’", false},
      {"See Yuna", "Ha Yuna, ‘Title’", true},
      {"See also, eg, Yuna,", "Ha Yuna, ‘Title’", true},
      {"cf. Yuna", "Ha Yuna, ‘Title’", true},
      {"Odagawa et al.", "Odagawa Aya, Sato Ken, ‘Title’", true},
      {"Odagawa and others", "Odagawa Aya, Sato Ken, ‘Title’", true},
      {"Yuna’s article", "Ha Yuna, ‘Title’", false},
      {"Yuna’s", "Ha Yuna, ‘Title’", true},
      {"Smith and Jones", "Ann Smith and Bo Jones, ‘Title’", true},
      {"Smith & Jones", "Ann Smith and Bo Jones, ‘Title’", true},
      {"Smith and Jones", "Ann Smith and Bo Lee, ‘Title’", false},
      {"Yuna, ‘New Cards’", "Ha Yuna, ‘The New Cards of the North’", true},
      {"Yuna, ‘Old Cards’", "Ha Yuna, ‘The New Cards of the North’", false},
      {"the Nationality Act", "Nationality Act 1963", true},
      {"Muller", "Jörg Müller, ‘Titel’", true},
      {"김철수", "김철수, ‘제목’", true},
      {"国籍法", "日本国籍法 (1950)", true},
      {"国籍令", "日本国籍法 (1950)", false},
      {"dailynk", "Ha Yuna, ‘Title’ <https://www.dailynk.com/yuna>", false},
      {"papers", "Ha Yuna, ‘Title’ https://a.org/papers", false},
      // The word for "number" may be missing on either side.
      {"Citizenship Act (Bergland)", "Citizenship Act 1955 (Bergland)", true},
      {"Citizenship Act 1956 (Bergland)", "Citizenship Act 1955 (Bergland)", false},
      {"B Manby", "Bronwen Manby, ‘Title’", true},
      {"JK Rowe", "Jane Kay Rowe, ‘Title’", true},
      {"C Manby", "Bronwen Manby, ‘Title’", false},
      {"Law 133", "Law No 133 of 2011", true},
      {"Law No. 133", "Law 133 of 2011", true},
      {"Law 134", "Law No 133 of 2011", false},
      {"Loi 2019-014", "Loi n° 2019-014", true},
      {"Loi 2019-014", "Loi n°2019-014 portant création", true},
      {"Loi 2019-015", "Loi n° 2019-014", false},
      {"Décret 99-12", "Décret N° 99-12", true},
      {"Ley 1581", "Ley Nº 1581 de 2012", true},
      {"Ley 26497", "Ley N.º 26497, Ley Orgánica", true},
      {"Закон 152", "Закон №152", true},
      {"Ordinance VIII", "Ordinance No VIII of 2000", true},
      {"Luật 24", "Luật số 24/2008", true},
      {"No Papers", "Ha Yuna, ‘Papers’", false},
  };
  for (const NameCase& c : cases) {
    EXPECT_EQ(occurs_in(read_name(c.name), source_words(c.source)), c.occurs)
        << c.name << " in " << c.source;
  }
}

TEST(CitationNames, SignalsAloneAreNoName) {
  for (const char* text : {"", "See", "see also", "cf.", "See, eg,", "‘’", "–"}) {
    EXPECT_TRUE(read_name(text).words.empty()) << text;
  }
}

}  // namespace
}  // namespace idsearch::indexer
