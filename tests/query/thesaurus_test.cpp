// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/thesaurus.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "query/grammar.hpp"
#include "query/thesaurus_file.hpp"
#include "query/word_table.hpp"
#include "query/words.hpp"

namespace idsearch::query {
namespace {

/// "typed: name, name; …" of a query that is nothing but words.
std::string also(const Thesaurus& thesaurus, const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  const QueryWords words({"en"});
  std::string all;
  std::vector<Node> children = parsed.root.children;
  if (children.empty()) children.push_back(parsed.root);
  for (const SameMeaning& same : thesaurus.same_meaning(items_of(children, words))) {
    all += (all.empty() ? "" : "; ") + same.typed + ":";
    for (const std::string_view name : same.names) all += " " + std::string{name} + ",";
    all.pop_back();
  }
  return all;
}

std::string countries(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  const QueryWords words({"en"});
  std::string all;
  std::vector<Node> children = parsed.root.children;
  if (children.empty()) children.push_back(parsed.root);
  for (const NamedCountries& named : countries_in(items_of(children, words))) {
    all += (all.empty() ? "" : "; ") + named.typed + ":";
    for (const std::string& code : named.codes) all += " " + code;
  }
  return all;
}

class Written {
 public:
  explicit Written(const std::string& text)
      : path_(testing::TempDir() + "thesaurus_test_" + std::to_string(::getpid()) + ".toml") {
    std::ofstream(path_) << text;
  }
  ~Written() { std::remove(path_.c_str()); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string parse_error(const std::string& toml) {
  try {
    parse_thesaurus(toml, "my.toml");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
    return error.message();
  }
  return "";
}

TEST(Thesaurus, NamesAreFoundInAnyCaseNumberAndSpelling) {
  const Written file(R"(version = 1
groups = [["NID", "national identity card"], ["e-ID", "digital ID"], ["état civil", "civil status"]])");
  const Thesaurus thesaurus(file.path());
  const std::pair<const char*, const char*> cases[] = {
      {"NID", "NID: national identity card"},
      {"nid server", "nid: national identity card"},
      {"NIDs", "NIDs: national identity card"},
      {"National  Identity Cards lost", "National Identity Cards: NID"},
      {"national-identity card", "national-identity card: NID"},
      {"eID", "eID: digital ID"},
      {"e-ID cards", "e-ID: digital ID"},
      {"digital IDs and NID", "digital IDs: e-ID; NID: national identity card"},
      {"l'etat civil", "etat civil: civil status"},
      {"identity card national", ""},
      {"\"national identity card\"", ""},
      {"national \"identity\" card", ""},
      {"national heading:identity card", ""},
      {"heading:NID", "NID: national identity card"},
      {"-NID law", ""},
      {"", ""},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(also(thesaurus, query), expected) << query;
}

TEST(Thesaurus, TheLongestNameWins) {
  const Written file(R"(version = 1
groups = [["identity card", "card"], ["national identity card", "NID"], ["card reader", "scanner"]])");
  EXPECT_EQ(also(Thesaurus(file.path()), "national identity card reader"),
            "national identity card: NID");
  EXPECT_EQ(also(Thesaurus(file.path()), "identity cards"), "identity cards: card");
}

TEST(Thesaurus, OneWayEntriesLeadOneWay) {
  const Written file(R"(version = 1
[[one_way]]
typed = ["civil registration", "CRVS"]
also = ["birth registration"])");
  const Thesaurus thesaurus(file.path());
  EXPECT_EQ(also(thesaurus, "crvs"), "crvs: birth registration");
  EXPECT_EQ(also(thesaurus, "civil registration"), "civil registration: birth registration");
  EXPECT_EQ(also(thesaurus, "birth registration"), "");
}

TEST(Thesaurus, ANameWithEqualsCountsOnlyAsItIsSpelledAndIsNeverLookedFor) {
  const Written file(
      "version = 1\ngroups = [[\"=CAT\", \"Convention against Torture\", \"UNCAT\"]]");
  const Thesaurus thesaurus(file.path());
  EXPECT_EQ(also(thesaurus, "CAT"), "CAT: Convention against Torture, UNCAT");
  EXPECT_EQ(also(thesaurus, "cat"), "");
  EXPECT_EQ(also(thesaurus, "uncat"), "uncat: Convention against Torture");
}

TEST(Thesaurus, AFaultyFileIsToldWithItsLine) {
  const std::pair<const char*, const char*> cases[] = {
      {"groups = []", "my.toml:1: there is no \"version = 1\""},
      {"version = 2", "my.toml:1: this idsearch reads a thesaurus of version = 1"},
      {"version = \"1\"", "my.toml:1: this idsearch reads a thesaurus of version = 1"},
      {"version = 1\n\ngroup = []", "my.toml:3: unknown key \"group\""},
      {"version = 1\ngroups = 3", "my.toml:2: groups must be a list of lists of names"},
      {"version = 1\ngroups = [\n\"a\"]", "my.toml:3: a group must be a list of names"},
      {"version = 1\ngroups = [\n[\"a\"]]", "my.toml:3: a group has at least two names"},
      {"version = 1\ngroups = [[\"a\",\n7]]",
       "my.toml:3: a name must be a text in quotation marks"},
      {"version = 1\ngroups = [[\"a\",\n\"…\"]]", "my.toml:3: \"…\" has no word"},
      {"version = 1\ngroups = [[\"a\",\n\"b\\nc\"]]",
       "my.toml:3: a name stands on one line, without tabs"},
      {"version = 1\n[[one_way]]\ntyped = [\"a\"]",
       "my.toml:2: an entry of one_way has \"typed\" and \"also\""},
      {"version = 1\n[[one_way]]\ntyped = [\"a\"]\nalso = []", "my.toml:4: also needs a name"},
      {"version = 1\n[[one_way]]\ntyped = []\nalso = [\"a\"]", "my.toml:3: typed needs a name"},
      {"version = 1\n[[one_way]]\ntypd = []", "my.toml:3: unknown key \"typd\""},
      {"version = 1\none_way = 1", "my.toml:2: one_way must be written as [[one_way]]"},
  };
  for (const auto& [toml, message] : cases) EXPECT_EQ(parse_error(toml), message) << toml;
  EXPECT_TRUE(parse_error("version = 1\nversion").starts_with("my.toml:2: "))
      << parse_error("version");
  EXPECT_EQ(parse_error("version = 1"), "");
}

TEST(Thesaurus, AFileThatCannotBeReadIsAFaultOfTheConfiguration) {
  try {
    Thesaurus("/nowhere/thesaurus.toml");
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::BadConfiguration);
    EXPECT_TRUE(error.message().starts_with("cannot read the thesaurus /nowhere/thesaurus.toml"))
        << error.message();
  }
}

TEST(Thesaurus, TheOneThatIsCompiledInKnowsTheField) {
  const Thesaurus thesaurus;
  for (const char* query :
       {"DPRK", "north korea", "NID", "national identity card", "eID", "digital id", "ICCPR",
        "International Covenant on Civil and Political Rights", "CRC",
        "convention on the rights of the child", "1954 convention", "1961 Convention",
        "1951 Convention", "citizenship", "nationality", "birth registration", "GDPR", "rgpd"}) {
    EXPECT_TRUE(also(thesaurus, query).starts_with(std::string{query} + ": "))
        << query << " → " << also(thesaurus, query);
  }
  EXPECT_EQ(also(thesaurus, "the cat sat on the mat"), "");
}

TEST(Countries, NamesFormerNamesAndDemonymsAreTold) {
  const std::pair<const char*, const char*> cases[] = {
      {"Burmese citizenship law", "Burmese: MM"},
      {"ivorian", "ivorian: CI"},
      {"swazi law", "swazi: SZ"},
      {"Kenyans abroad", "Kenyans: KE"},
      {"passport in Cote d'Ivoire", "Cote Ivoire: CI"},
      {"côte d’ivoire", "côte ivoire: CI"},
      {"the Democratic People's Republic of Korea", "Democratic People's Republic of Korea: KP"},
      {"papua new guinea", "papua new guinea: PG"},
      {"East Pakistan camps", "East Pakistan: BD"},
      {"Kenya and Uganda", "Kenya: KE; Uganda: UG"},
      // A name of several countries is one of all of them; one of none, of none.
      {"Korea", "Korea: KP KR"},
      {"Congolese refugees", "Congolese: CD CG"},
      {"Arabia", ""},
      {"American Convention on Human Rights", ""},
      {"Latin American courts", ""},
      {"Norwegian Refugee Council in Kenya", "Kenya: KE"},
      {"Indian Tamils", ""},
      {"Indian citizens", "Indian: IN"},
      // Codes are words, and short abbreviations are when they are not written as such.
      {"in us no it", ""},
      {"UK law", "UK: GB"},
      {"U.S. visa", "U.S: US"},
      {"\"Kenya\" law", ""},
      {"country:KE law", ""},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(countries(query), expected) << query;
}

TEST(WordTable, ARowIsFoundByItsFirstWordWhereverItStands) {
  const std::string lines = word_table_of(
      {{"b", "1"}, {"b c", "2"}, {"bc", "3"}, {"a z", "4"}, {"b", "1"}, {"ü x", "5"}, {"b-", "6"}});
  const WordTable table(lines);
  const auto rows = [&](std::string_view word) {
    std::string all;
    for (const TableRow& row : table.rows_beginning(word))
      all += std::string{row.words} + "=" + std::string{row.payload} + " ";
    return all;
  };
  EXPECT_EQ(rows("b"), "b=1 b c=2 ");
  EXPECT_EQ(rows("bc"), "bc=3 ");
  EXPECT_EQ(rows("a"), "a z=4 ");
  EXPECT_EQ(rows("ü"), "ü x=5 ");
  for (const char* none : {"", "aa", "c", "z", "ÿ"}) EXPECT_EQ(rows(none), "") << none;
  EXPECT_TRUE(WordTable("").rows_beginning("a").empty());
}

TEST(WordTable, PluralsAreMadeAndTakenAwayWithoutHarm) {
  EXPECT_EQ(singular("cards"), "card");
  EXPECT_EQ(singular("identities"), "identity");
  EXPECT_EQ(singular("ids"), "id");
  for (const char* word : {"access", "status", "basis", "as", "is", "s", "", "pas12s", "ñandús"})
    EXPECT_EQ(singular(word), word);
  EXPECT_EQ(plural("card"), "cards");
  EXPECT_EQ(plural("identity"), "identities");
  EXPECT_EQ(plural("day"), "days");
  for (const char* word : {"status", "", "a", "1954", "côté"}) EXPECT_EQ(plural(word), "");
}

}  // namespace
}  // namespace idsearch::query
