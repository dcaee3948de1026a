// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/country.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace idsearch::text {
namespace {

struct CountryCase {
  const char* name;
  const char* code;
};

TEST(Country, IsFoundUnderItsNames) {
  const CountryCase cases[] = {
      {"North Korea", "KP"},
      {" the  NORTH\u00A0korea ", "KP"},
      {"DPRK", "KP"},
      {"D.P.R.K.", "KP"},
      {"Democratic People\u2019s Republic of Korea", "KP"},
      {"the Democratic People's Republic of Korea", "KP"},
      {"Korea, North", "KP"},
      {"Korea (Democratic People's Republic of)", "KP"},
      {"Korea (the Democratic People's Republic of)", "KP"},
      {"Korea, Democratic People's Republic of", "KP"},
      {"South Korea", "KR"},
      {"Republic of Korea", "KR"},
      {"Korea, South", "KR"},
      {"Korea (Republic of)", "KR"},
      {"Korea, Republic of", "KR"},
      {"C\u00F4te d'Ivoire", "CI"},
      {"Cote d\u2019Ivoire", "CI"},
      {"Ivory Coast", "CI"},
      {"DRC", "CD"},
      {"DR Congo", "CD"},
      {"Democratic Republic of the Congo", "CD"},
      {"Congo (Democratic Republic of the)", "CD"},
      {"Congo, Democratic Republic of the", "CD"},
      {"Congo - Kinshasa", "CD"},
      {"Congo (Kinshasa)", "CD"},
      {"Congo-Brazzaville", "CG"},
      {"Republic of the Congo", "CG"},
      {"RDC", "CD"},
      {"Burma", "MM"},
      {"Burma/Myanmar", "MM"},
      {"Myanmar / Burma", "MM"},
      {"Myanmar", "MM"},
      {"Myanmar (Burma)", "MM"},
      {"Swaziland", "SZ"},
      {"Eswatini (Swaziland)", "SZ"},
      {"Macedonia", "MK"},
      {"Czech Republic", "CZ"},
      {"Czechia", "CZ"},
      {"Turkey", "TR"},
      {"T\u00FCrkiye", "TR"},
      {"Turkiye", "TR"},
      {"Cape Verde", "CV"},
      {"Cabo Verde", "CV"},
      {"East Timor", "TL"},
      {"Timor-Leste", "TL"},
      {"Zaire", "CD"},
      {"Ceylon", "LK"},
      {"Persia", "IR"},
      {"Upper Volta", "BF"},
      {"Iran (Islamic Republic of)", "IR"},
      {"Islamic Republic of Iran", "IR"},
      {"Lao PDR", "LA"},
      {"Lao People's Democratic Republic", "LA"},
      {"Laos", "LA"},
      {"Micronesia (Federated States of)", "FM"},
      {"Micronesia", "FM"},
      {"Viet Nam", "VN"},
      {"Guinea", "GN"},
      {"Georgia", "GE"},
      {"Niger", "NE"},
      {"Dominica", "DM"},
      {"The Gambia", "GM"},
      {"Gambia, The", "GM"},
      {"Bahamas (the)", "BS"},
      {"Netherlands (Kingdom of the)", "NL"},
      {"Bosnia & Herzegovina", "BA"},
      {"Bosnia and Herzegovina", "BA"},
      {"St. Lucia", "LC"},
      {"Saint Lucia", "LC"},
      {"Saint Vincent and the Grenadines", "VC"},
      {"United States", "US"},
      {"United States of America", "US"},
      {"UK", "GB"},
      {"U.K.", "GB"},
      {"Great Britain", "GB"},
      {"UAE", "AE"},
      {"Russian Federation", "RU"},
      {"Republic of China", "TW"},
      {"People's Republic of China", "CN"},
      {"Holy See", "VA"},
      {"State of Palestine", "PS"},
      {"Palestine", "PS"},
      {"Kosovo", "XK"},
      {"Hong Kong", "HK"},
      {"Tanzania, United Republic of", "TZ"},
      {"United Republic of Tanzania", "TZ"},
      {"Moldova (Republic of)", "MD"},
      {"Republic of Moldova", "MD"},
      {"Venezuela (Bolivarian Republic of)", "VE"},
      {"Plurinational State of Bolivia", "BO"},
      {"Syrian Arab Republic", "SY"},
      {"Brunei Darussalam", "BN"},
      {"S\u00E3o Tom\u00E9 & Pr\u00EDncipe", "ST"},
      {"Sao Tome and Principe", "ST"},
      {"Falkland Islands (Malvinas)", "FK"},
      {"Taiwan, Province of China", "TW"},
      {"Guinea-Bissau", "GW"},
      {"Guinea Bissau", "GW"},
      {"Virgin Islands, British", "VG"},
      // Names in other languages.
      {"Corea del Norte", "KP"},
      {"\u0420\u043E\u0441\u0441\u0438\u044F", "RU"},
      {"Deutschland", "DE"},
      {"\u65E5\u672C", "JP"},
      {"Allemagne", "DE"},
      {"Suomi", "FI"},
      {"\u0645\u0635\u0631", "EG"},
      {"\u0E44\u0E17\u0E22", "TH"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(country_code(c.name), c.code) << c.name;
    EXPECT_EQ(country_code_of_name(c.name), c.code) << c.name;
  }
}

TEST(Country, IsFoundUnderCodesAndDemonymsOnlyWhereTheseAreWanted) {
  const CountryCase cases[] = {
      {"KP", "KP"},
      {"kp", "KP"},
      {"prk", "KP"},
      {"IN", "IN"},
      {"Xk", "XK"},
      {"CAN", "CA"},
      {"Thai", "TH"},
      {"Burmese", "MM"},
      {"Kenyan", "KE"},
      {"Kenyans", "KE"},
      {"Ivorian", "CI"},
      {"North Korean", "KP"},
      {"Filipinos", "PH"},
      {"Nigerien", "NE"},
      {"Nigerian", "NG"},
      {"Monegasque", "MC"},
      {"the French", "FR"},
      {"Indian", "IN"},
      {"Swiss", "CH"},
      {"Papua New Guinean", "PG"},
      {"Saudi", "SA"},
      {"Emirati", "AE"},
      {"S\u00E3o Tom\u00E9an", "ST"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(country_code(c.name), c.code) << c.name;
    EXPECT_EQ(country_code_of_name(c.name), std::nullopt) << c.name;
  }
}

TEST(Country, IsNoRegionAndNeverGuessed) {
  for (const char* name : {"",
                           " ",
                           "South Asia",
                           "Asia-Pacific",
                           "Asia",
                           "World",
                           "European Union",
                           "EU",
                           "UN",
                           "ZZ",
                           "QO",
                           "XA",
                           "XB",
                           "Africa",
                           "Southeast Asia",
                           "Middle East",
                           "Korea",
                           "Congo",
                           "Kongo",
                           "Virgin Islands",
                           "Dominican",
                           "Congolese",
                           "Korean",
                           "America",
                           "Atlantis",
                           "Law",
                           "the",
                           "Digital ID Overview",
                           "flag",
                           "Yugoslavia",
                           "North",
                           "Korea,",
                           "(Korea)",
                           "()",
                           ",",
                           "Pseudo-Accents",
                           "001",
                           "150",
                           "Wakanda",
                           "Legal identity in Kenya",
                           "\xFF\xFE",
                           "Kenya and Uganda",
                           "Unknown Region",
                           "Laws",
                           "laws",
                           "LAWS."}) {
    EXPECT_EQ(country_code(name), std::nullopt) << name;
    EXPECT_EQ(country_code_of_name(name), std::nullopt) << name;
  }
  EXPECT_EQ(country_code(std::string(100000, 'a')), std::nullopt);
}

// All 193 members of the United Nations and the two observers.
constexpr const char* kMembers =
    "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM "
    "CA "
    "CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM "
    "GE "
    "DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV "
    "LB "
    "LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE "
    "NG "
    "MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB "
    "SO "
    "ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE "
    "ZM "
    "ZW VA PS ";

TEST(Country, NameOfEachMemberLeadsBackToIt) {
  const std::string members = kMembers;
  ASSERT_EQ(members.size(), 195u * 3);
  for (std::size_t i = 0; i < members.size(); i += 3) {
    const std::string code = members.substr(i, 2);
    const std::string name = country_name(code);
    ASSERT_FALSE(name.empty()) << code;
    EXPECT_EQ(country_code(name), code) << name;
    EXPECT_EQ(country_code_of_name("The " + name), code) << name;
  }
}

TEST(Country, ANameOfSeveralTellsThemAll) {
  const std::vector<std::string> koreas{"KP", "KR"};
  for (const char* name : {"Korea", " korea ", "The KOREA", "Korean", "Koreans"}) {
    EXPECT_EQ(countries_named(name), koreas) << name;
    EXPECT_EQ(country_code(name), std::nullopt) << name;
  }
  for (const char* name : {"", "Atlantis", "North Korea", "Guinea", "Samoa", "KP", "Asia"})
    EXPECT_TRUE(countries_named(name).empty()) << name;
}

TEST(Country, APartOfAStateIsNotTheState) {
  for (const char* name : {"England", "the ENGLAND", "Scotland", "Wales", "Northern Ireland"}) {
    EXPECT_EQ(country_code(name), std::nullopt) << name;
    EXPECT_EQ(country_code_of_name(name), std::nullopt) << name;
    EXPECT_EQ(state_of_part(name), "GB") << name;
  }
  EXPECT_EQ(state_of_part("Zanzibar"), "TZ");
  for (const char* name : {"", "Atlantis", "United Kingdom", "Ireland", "Korea", "English"})
    EXPECT_EQ(state_of_part(name), "") << name;
}

TEST(Country, NamesOfUnknownCodesAreEmpty) {
  EXPECT_EQ(country_name("KP"), "North Korea");
  for (const char* code : {"", "ZZ", "EU", "Kenya", "XA"})
    EXPECT_EQ(country_name(code), "") << code;
}

// The alias file is read through before any keys are made: no name may stand in it twice with two
// meanings.
TEST(Country, AliasesAreUnambiguous) {
  std::ifstream file(std::string(IDSEARCH_SOURCE_DIR) + "/corpus/country-aliases.tsv");
  ASSERT_TRUE(file);
  std::string line;
  int names = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t'), second = line.find('\t', tab + 1);
    ASSERT_NE(second, std::string::npos) << line;
    const std::string name = line.substr(0, tab), code = line.substr(tab + 1, second - tab - 1);
    ASSERT_EQ(code.size() % 3, 2u) << line;
    const std::string kind = line.substr(second + 1);
    const std::string state = state_of_part(name);
    ASSERT_TRUE(kind == "former" || kind == "short" || kind == "demonym" ||
                (!state.empty() && kind == "part " + state && code == "--"))
        << line;
    EXPECT_EQ(state.empty(), country_name(state).empty()) << line;
    const auto expected = code.size() > 2 || code == "--" ? std::nullopt : std::optional(code);
    std::string named;
    for (const std::string& one : countries_named(name)) {
      EXPECT_FALSE(country_name(one).empty()) << line;
      named += (named.empty() ? "" : ",") + one;
    }
    EXPECT_EQ(named, code.size() > 2 ? code : "") << line;
    EXPECT_EQ(country_code(name), expected) << line;
    EXPECT_EQ(country_code("the " + name), expected) << line;
    EXPECT_EQ(country_code_of_name(name + " "), kind == "demonym" ? std::nullopt : expected)
        << line;
    EXPECT_EQ(country_code_of_name("The  " + name), kind == "demonym" ? std::nullopt : expected)
        << line;
    if (expected) {
      EXPECT_FALSE(country_name(code).empty()) << line;
    }
    ++names;
  }
  EXPECT_GT(names, 900);
}

TEST(Country, IsKnownByTheNameThatItGivesItself) {
  const std::pair<const char*, const char*> cases[] = {
      {"Latvijas Republika", "LV"},
      {"EESTI VABARIIK", "EE"},
      {"Papua Niugini", "PG"},
      {"Confederazione Svizzera", "CH"},
      {"日本国", "JP"},
      {"대한민국", "KR"},
      {"Éire", "IE"},
      {"Ελληνική Δημοκρατία", "GR"},
      {"Российская Федерация", "RU"},
      {"جمهورية مصر العربية", "EG"},
      // Words for the kind of state, around ICU's names.
      {"Republik Indonesia", "ID"},
      {"República de Cuba", "CU"},
      {"République du Niger", "NE"},
      {"Repubblica di San Marino", "SM"},
      {"Königreich Belgien", "BE"},
      {"Kongeriket Norge", "NO"},
      {"Республика Казахстан", "KZ"},
      {"Қазақстан Республикасы", "KZ"},
      {"Türkiye Cumhuriyeti", "TR"},
      {"Jamhuri ya Kenya", "KE"},
      {"مملكة البحرين", "BH"},
      {"दक्षिण अफ़्रीका", "ZA"},
      {"ประเทศไทย", "TH"},
      {"ประเทศกัมพูชา", "KH"},
      {"ประเทศจีน", "CN"},
      {"新加坡共和国", "SG"},
      {"မြန်မာနိုင်ငံ", "MM"},
  };
  for (const auto& [name, code] : cases) {
    EXPECT_EQ(country_code(name), code) << name;
    EXPECT_EQ(country_code_of_name(name), code) << name;
  }
  // A republic of that name is another state, or one of two, or none.
  for (const char* name : {"República de China", "Republik Korea", "République du Yémen",
                           "Republika Srpska", "Kingdom of Scotland", "Estado de México",
                           "Republik", "ประเทศ", "Republic of", "Republik Thai"}) {
    EXPECT_EQ(country_code_of_name(name), std::nullopt) << name;
  }
}

// A line that ICU or the alias file makes needless, or that they contradict, is a mistake.
TEST(Country, NativeNamesAreFoundAndSorted) {
  std::ifstream file(std::string(IDSEARCH_SOURCE_DIR) + "/corpus/country-native-names.tsv");
  ASSERT_TRUE(file);
  std::string line, before;
  int names = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_EQ(tab + 3, line.size()) << line;
    const std::string code = line.substr(tab + 1);
    EXPECT_FALSE(country_name(code).empty()) << line;
    EXPECT_EQ(country_code(line.substr(0, tab)), code) << line;
    EXPECT_EQ(country_code_of_name(line.substr(0, tab)), code) << line;
    EXPECT_LT(before, code + line) << line;
    before = code + line;
    ++names;
  }
  EXPECT_GT(names, 100);
}

TEST(Country, CanBeAskedFromManyThreads) {
  std::vector<std::thread> threads;
  std::vector<int> found(4, 0);
  for (std::size_t t = 0; t < found.size(); ++t) {
    threads.emplace_back([&found, t] {
      for (const char* name : {"Deutschland", "Kenya", "KP", "Suomi"}) {
        found[t] += country_code(name).has_value() ? 1 : 0;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(found, (std::vector<int>{4, 4, 4, 4}));
}

}  // namespace
}  // namespace idsearch::text
