// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "idsearch/index.hpp"

namespace idsearch::indexer {
namespace {

constexpr const char* kHead = "Kenya\n\nLast updated : 3 May 2026\n\nLaw\n\n";
constexpr const char* kFull =
    "A Kamau, ‘One’ (Site, 1 May 2024) <https://a.org/1> accessed 2 May 2025.";
constexpr const char* kOther =
    "B Otieno, ‘Two’ (Site, 2 May 2024) <https://a.org/2> accessed 2 May 2025.";

// A profile with a mark for each note; notes as "number: text".
std::string profile(const std::vector<std::pair<int, std::string>>& notes) {
  std::string body = "It is so.", list;
  for (const auto& [number, text] : notes) {
    body += "[" + std::to_string(number) + "]";
    list += std::to_string(number) + ".^\n" + text + "\n";
  }
  return kHead + body + "\n\n" + list;
}

std::string nested(int depth) {
  std::string out;
  while (depth-- > 0) out += "<div>";
  return out;
}

// "label: message" a line, of one rule or (without name) "rule label: message" of all.
std::string findings(const std::string& text, std::string_view rule = {},
                     std::string_view file = "kenya.txt") {
  std::string out;
  for (const Finding& finding : lint(parse_profile(file, text))) {
    const std::string_view name = lint_rules()[finding.rule].name;
    if (!rule.empty() && name != rule) continue;
    if (rule.empty()) out += std::string(name) + " ";
    out += finding.label + ": " + finding.message + "\n";
  }
  return out;
}

struct Case {
  const char* rule;
  std::string faulty;
  const char* found;
  std::string good;
  std::string_view file = "kenya.txt";
};

const Case kCases[] = {
    {"invalid-utf8", std::string(kHead) + "It is \xFF so.\n",
     ": invalid UTF-8: 1 fault on this line replaced by U+FFFD\n",
     std::string(kHead) + "It is \xC3\xA9 so.\n"},
    {"no-country", "Atlantis\n\nLast updated : 3 May 2026\n\nLaw\n\nIt is so.\n",
     ": \"Atlantis\" is no country that is known\n", std::string(kHead) + "It is so.\n"},
    {"no-date", "Kenya\n\nLaw\n\nIt is so.\n", ": there is no \"Last updated\" line\n",
     std::string(kHead) + "It is so.\n"},
    {"bad-date", "Kenya\n\nLast updated : soon\n\nLaw\n\nIt is so.\n",
     ": \"soon\" cannot be read as a day\n", std::string(kHead) + "It is so.\n"},
    {"no-passages", std::string(kHead).substr(0, std::string(kHead).find("Law")),
     ": it holds no paragraph, list item or table row: nothing of it can be found\n",
     std::string(kHead) + "It is so.\n"},
    {"empty-section", std::string(kHead) + "It is so.\n\nData Protection\n",
     ": section \"law/data-protection\" has no text\n",
     std::string(kHead) + "Data Protection\n\nIt is so.\n"},
    {"no-note-list", std::string(kHead) + "It is so.[1]\n",
     ": there are marks but no list of notes\n", profile({{1, kFull}})},
    {"dangling-mark", std::string(kHead) + "It is so.[1][9]\n\n1.^\n" + kFull + "\n",
     "9: note 9 is cited but never given\n", profile({{1, kFull}})},
    {"uncited-note",
     std::string(kHead) + "It is so.[1]\n\n1.^\n" + kFull + "\n2.^\nibid\n3.^\nibid\n",
     "2-3: notes 2 to 3 are never cited\n", profile({{1, kFull}, {2, "ibid"}})},
    {"duplicate-note", profile({{1, kFull}, {1, kOther}}),
     "1: note 1 is given again; its first definition counts\n", profile({{1, kFull}, {2, kOther}})},
    {"skipped-number", profile({{1, kFull}, {2, "ibid"}, {4, "ibid"}, {8, "ibid"}}),
     "3: number 3 is skipped: note 2 is followed by note 4\n"
     "5-7: numbers 5 to 7 are skipped: note 4 is followed by note 8\n",
     profile({{7, kFull}, {8, "ibid"}})},  // a list may begin anywhere
    {"bad-n-reference", profile({{1, kFull}, {2, "Kamau (n 8)."}}),
     "2: note 2 refers to note 8, which is not given\n",
     profile({{1, kFull}, {2, "Kamau (n 1)."}})},
    {"ibid-without-antecedent", profile({{1, "ibid"}}),
     "1: note 1 is an ibid, but there is no note before it\n", profile({{1, kFull}, {2, "ibid"}})},
    {"ibid-after-several",
     profile({{1, std::string(kFull) + "; " + kOther}, {2, "ibid 7"}, {3, "Kamau (n 1)"}}),
     "2: note 2 is an ibid, but note 1 leads to 2 sources\n",
     profile({{1, kFull}, {2, "ibid; Kamau (n 1)"}, {3, "ibid"}})},
    {"several-sources",
     profile({{1, kFull}, {2, kOther}, {3, "Kamau (n 1); Otieno (n 2) 4"}, {4, "ibid"}}),
     "3: note 3 has 2 sources\n",
     profile({{1, std::string(kFull) + "; the law came later."}, {2, "ibid 3; Kamau (n 1) 4"}})},
    {"no-url",
     profile(
         {{1, kFull}, {2, "Nationality Act 1963."}, {3, "ibid"}, {4, "C Were, Book (OUP 2012)."}}),
     "2: note 2 cites a source without a URL\n4: note 4 cites a source without a URL\n",
     profile({{1, kFull}, {2, "Kamau (n 1)."}, {3, "The law came later."}})},
    {"no-access-date",
     profile({{1, std::string(kFull) + "; ‘Two’ (Site 2024) <https://a.org/2>"},
              {2, "‘Three’ (Site 2024) <https://a.org/3> accessed soon."}}),
     "1: part 2 of note 1 cites a URL without a date of access that can be read\n"
     "2: note 2 cites a URL without a date of access that can be read\n",
     profile({{1, kFull}, {2, "ibid"}, {3, "C Were, Book (OUP 2012)."}})},
    {"accessed-before-issued",
     profile({{1, "‘One’ (Site, 3 May 2025) <https://a.org/1> accessed 2 May 2025."}}),
     "1: note 1 was accessed on 2025-05-02, but issued on 2025-05-03\n",
     profile({{1, "‘One’ (Site, 2 May 2025) <https://a.org/1> accessed 2 May 2025."},
              {2, "‘Two’ (Site 2025) <https://a.org/2> accessed 2 May 2025."}})},
    {"repeated-in-full",
     profile({{1, kFull}, {2, kOther}, {3, std::string(kOther) + "; " + kFull}}),
     "3: part 1 of note 3 cites in full what note 2 has in full already\n"
     "3: part 2 of note 3 cites in full what note 1 has in full already\n",
     profile({{1, kFull}, {2, "Kamau (n 1)."}, {3, "ibid"}, {4, kOther}})},
    {"bad-front-matter", "---\ntitle: \"Kenya\n---\n\n# Law\n\nIt is so.\n",
     ": the front matter cannot be read: found unexpected end of stream\n",
     "---\ntitle: Kenya\n---\n\n# Law\n\nIt is so.\n", "kenya.md"},
    {"raised-number", "---\ntitle: Kenya\n---\n\n# Law\n\nAbout 10<sup>6</sup> cards.\n",
     "6: the raised 6 behind \"10\" is taken for an exponent and stands in the text as \"106\"\n",
     "---\ntitle: Kenya\n---\n\n# Law\n\nAbout 5 km<sup>2</sup>.\n", "kenya.md"},
    {"unreadable", "<html>" + nested(600) + "<p>It is so.",
     ": the page is nested deeper than 512 elements and is not read\n",
     "<html>" + nested(60) + "<p>It is so.", "kenya.html"},
};

TEST(Lint, EveryRuleFindsItsFaultAndNothingInAGoodProfile) {
  std::set<std::string_view> tried;
  for (const Case& c : kCases) {
    EXPECT_EQ(findings(c.faulty, c.rule, c.file), c.found) << c.rule;
    EXPECT_EQ(findings(c.good, c.rule, c.file), "") << c.rule << " in\n" << c.good;
    tried.insert(c.rule);
  }
  for (const LintRule& rule : lint_rules()) EXPECT_TRUE(tried.contains(rule.name)) << rule.name;
}

TEST(Lint, KnowsEveryKindOfDiagnosticByItsNameAndSeverity) {
  for (int kind = 0; kind <= static_cast<int>(DiagnosticKind::Unreadable); ++kind) {
    const auto of = static_cast<DiagnosticKind>(kind);
    const auto rule = std::ranges::find(lint_rules(), name_of(of), &LintRule::name);
    ASSERT_NE(rule, lint_rules().end()) << name_of(of);
    EXPECT_EQ(rule->severity, severity_of(of, DiagnosticReason::None)) << name_of(of);
  }
}

TEST(Lint, FindingsOfDiagnosticsKeepTheirReasonAndSeverity) {
  const auto found = lint(
      parse_profile("kenya.txt", profile({{1, "Kamau (n 2)."}, {2, kFull}, {3, "Ali (n 2)"}})));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].severity, Severity::Warning);
  EXPECT_EQ(found[0].reason, "forward");
  EXPECT_EQ(found[1].severity, Severity::Info);
  EXPECT_EQ(found[1].reason, "name-mismatch");
}

TEST(Lint, UncitedNotesFromTheFirstOnSayThatTheBodyLooksCut) {
  const std::string notes = "1.^\n" + std::string(kFull) + "\n2.^\nibid\n3.^\nibid\n4.^\nibid\n";
  const std::pair<const char*, const char*> cases[] = {
      {"[3][4]",
       "1-2: notes 1 to 2 are never cited; the body looks cut: its beginning may be "
       "missing\n"},
      {"[2][3][4]", "1: note 1 is never cited; the body looks cut: its beginning may be missing\n"},
      {"[1][4]", "2-3: notes 2 to 3 are never cited\n"},
  };
  for (const auto& [marks, found] : cases)
    EXPECT_EQ(findings(kHead + ("It is so." + std::string(marks)) + "\n\n" + notes),
              std::string("uncited-note ") + found);
}

TEST(Lint, TheSameSourceIsKnownByItsAddressOrByItsTitle) {
  const std::string one = "‘One’ <https://a.org/p> accessed 2 May 2025.";
  struct Pair {
    std::string first, second;
    bool same;
  };
  const Pair pairs[] = {
      {one, "‘One’ <http://www.A.org/p/#x> accessed 3 June 2025.", true},
      {one, "‘One | Site’ <https://a.org/p> accessed 2 May 2025.", true},
      {one, "‘Other’ <https://a.org/p> accessed 2 May 2025.", false},  // a page of many documents
      {one, "‘One’ <https://a.org/q> accessed 2 May 2025.", false},
      {one, "‘One’ <https://a.org/P> accessed 2 May 2025.", false},
      {"‘One’ <https://a.org> accessed 2 May 2025.", "‘Two’ <https://a.org> accessed 2 May 2025.",
       false},
      {"C Were, Book (OUP 2012).", "C Were, Book (OUP 2012) 34.", true},
      {"C Were, Book (OUP 2012).", "C Were, Book (OUP 2015).", false},
      {"C Were, Book (OUP 2012).", "D Ali, Book (OUP 2012).", false},
      {"C Were, Book (OUP 2012).", "C Were, Book (OUP 2012) <https://a.org/b> accessed 2 May 2025.",
       true},
      {"Nationality Act 1963.", "Citizenship Act 1963.", false},
  };
  for (const Pair& pair : pairs) {
    EXPECT_EQ(!findings(profile({{1, pair.first}, {2, pair.second}}), "repeated-in-full").empty(),
              pair.same)
        << pair.first << "\n"
        << pair.second;
  }
}

TEST(Lint, NumbersMustBeNumbersAndMayBeOutOfOrder) {
  EXPECT_EQ(findings(profile({{3, kFull}, {1, kOther}, {2, "ibid"}}), "skipped-number"), "");
  Profile named;
  for (const char* label : {"1", "pipa", "4"}) {
    Note note;
    note.label = label;
    named.notes.push_back(note);
  }
  EXPECT_TRUE(lint(named).empty());
}

TEST(Lint, OneRuleDoesNotFillTheScreen) {
  Profile profile;
  for (int i = 1; i <= 1500; ++i) {
    Note note;
    note.label = std::to_string(2 * i);
    note.line = static_cast<std::size_t>(i);
    profile.notes.push_back(note);
  }
  const auto found = lint(profile);
  ASSERT_EQ(found.size(), 1000u);
  EXPECT_EQ(found.back().message,
            "number 2001 is skipped: note 2000 is followed by note 2002; further ones are not "
            "listed");
}

TEST(Lint, FindsInTheSampleWhatIsThereAndNothingElse) {
  std::ifstream in(IDSEARCH_SOURCE_DIR "/../shared/profiles/north-korea.txt", std::ios::binary);
  if (!in) GTEST_SKIP() << "the sample is not here";
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(findings(text),
            "uncited-note 1-22: notes 1 to 22 are never cited; the body looks cut: its beginning "
            "may be missing\n"
            "no-url 19: note 19 cites a source without a URL\n"
            "several-sources 21: note 21 has 2 sources\n"
            "no-url 22: note 22 cites a source without a URL\n"
            "no-access-date 35: note 35 cites a URL without a date of access that can be read\n");
}

TEST(Lint, AnIbidInsideANoteIsNoSecondCitation) {
  EXPECT_EQ(findings(profile({{1, "Births Act 1990, s 3; ibid s 4."}}), "repeated-in-full"), "");
  EXPECT_EQ(findings(profile({{1, "Births Act 1990, s 3; ibid s 4."}}), "no-url"),
            "1: part 1 of note 1 cites a source without a URL\n");
}

}  // namespace
}  // namespace idsearch::indexer
