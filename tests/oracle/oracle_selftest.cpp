// SPDX-License-Identifier: GPL-2.0-or-later
//
// Is the oracle itself right? Small literal cases, the hand-written lists, and properties of the
// generator and the mutations. Nothing here touches the program.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation_oracle.hpp"
#include "list_reader.hpp"
#include "mutations.hpp"
#include "note_list_generator.hpp"
#include "notes_oracle.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::oracle {
namespace {

using Strings = std::vector<std::string>;

const char kFullA[] =
    "Oliver Hotham, ‘Papers, Please’ (NK News, 17 October 2017) <https://a.example>.";
const char kFullB[] = "Ha Yuna, ‘New Cards | Daily NK’ (5 February 2019) <https://b.example>.";
const char kTwo[] = "Hotham, ‘Papers’ (2017); Yuna, ‘Cards’ (2019).";

// Cutting into parts.

struct SplitCase {
  const char* what;
  const char* text;
  Strings parts;
};

TEST(SplitParts, CutsOnlyAtSemicolonsBetweenCitations) {
  const std::vector<SplitCase> cases = {
      {"one part keeps its stop", "A Work.", {"A Work."}},
      {"two parts", "A Work; B Work.", {"A Work", "B Work."}},
      {"three parts, blanks trimmed", " A;  B ;\u00A0C. ", {"A", "B", "C."}},
      {"line break after it", "A;\n   B", {"A", "B"}},
      {"no white space after it", "A;B", {"A;B"}},
      {"at the end", "A; B;", {"A", "B;"}},
      {"single quotes", "X, ‘a; b’ (1); Y", {"X, ‘a; b’ (1)", "Y"}},
      {"double quotes", "X, “a; b” (1); Y", {"X, “a; b” (1)", "Y"}},
      {"straight quotes", "X, \"a; b\" (1); Y", {"X, \"a; b\" (1)", "Y"}},
      {"quotes in quotes", "‘a “b; c” d; e’; Y", {"‘a “b; c” d; e’", "Y"}},
      {"quotes in quotes, the other way", "“a ‘b; c’ d; e”; Y", {"“a ‘b; c’ d; e”", "Y"}},
      {"apostrophe in a quote", "‘The State’s way; a view’; Y", {"‘The State’s way; a view’", "Y"}},
      {"apostrophes alone",
       "The State’s view; the people’s view",
       {"The State’s view", "the people’s view"}},
      {"unclosed quote", "The ‘open word; Y", {"The ‘open word", "Y"}},
      {"unclosed double quote", "The “open word; Y", {"The “open word", "Y"}},
      {"unclosed straight quote", "The 5\" disk; Y", {"The 5\" disk", "Y"}},
      {"url", "X <https://e.org/a;b?c=1; d>; Y", {"X <https://e.org/a;b?c=1; d>", "Y"}},
      {"quote sign in a url", "X <https://e.org/‘a>; Y’s", {"X <https://e.org/‘a>", "Y’s"}},
      {"round brackets", "X (a; b (c; d)); Y", {"X (a; b (c; d))", "Y"}},
      {"square brackets", "X [a; b]; Y", {"X [a; b]", "Y"}},
      {"unclosed bracket", "X (a; Y", {"X (a", "Y"}},
      {"brackets in a title", "‘a (b; c’ (1); Y", {"‘a (b; c’ (1)", "Y"}},
      {"stars, bars and dots", "‘a | b* • c’; Y", {"‘a | b* • c’", "Y"}},
  };
  for (const auto& c : cases) EXPECT_EQ(split_parts(c.text), c.parts) << c.what;
}

// Ibid.

TEST(ParseIbid, KnowsItsSpellingsAndPinpoints) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"ibid", "-"},
      {"ibid.", "-"},
      {"Ibid", "-"},
      {"IBID.", "-"},
      {"\u00A0ibid ", "-"},
      {"ibid 12", "12"},
      {"ibid, 12.", "12"},
      {"ibid., 12", "12"},
      {"ibid s 5", "s 5"},
      {"ibid, art 4(2).", "art 4(2)"},
      {"ibid paras 3–4", "paras 3–4"},
      {"ibid 9–10", "9–10"},
      {"ibid\u00A0"
       "7",
       "7"},
      {"ibid (emphasis added).", "-"},
      {"ibid. The Act was repealed.", "-"},
      {"See ibid", "-"},
      {"see also ibid 3", "3"},
      {"cf ibid", "-"},
      {"See eg ibid, 4", "4"},
      {"Ibidun Ade, Papers", "no"},
      {"‘ibid’ (2014)", "no"},
      {"Menon, ibid", "no"},
      {"See Menon", "no"},
      {"", "no"},
  };
  for (const auto& [text, pinpoint] : cases) {
    const auto ibid = parse_ibid(text);
    EXPECT_EQ(ibid ? ibid->pinpoint.value_or("-") : "no", pinpoint) << text;
  }
}

// (n x).

std::string shown(const std::vector<NoteReference>& references) {
  std::string out;
  for (const auto& r : references) {
    if (!out.empty()) out += " + ";
    out += r.name + "|" + std::to_string(r.number) + "|" + r.pinpoint.value_or("-");
  }
  return out;
}

TEST(FindReferences, ReadsNameNumberAndPinpoint) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Yuna (n 5).", "Yuna|5|-"},
      {"Hotham (n 1) 34", "Hotham|1|34"},
      {"Hotham (n 1) 34.", "Hotham|1|34"},
      {"Hotham (n 1), p 34.", "Hotham|1|p 34"},
      {"(n12)", "|12|-"},
      {"Yuna (n\u00A0"
       "5)",
       "Yuna|5|-"},
      {"‘Title’ (n 6)", "‘Title’|6|-"},
      {"‘On (n 3)’ (n 6)", "‘On (n 3)’|6|-"},
      {"Nationality Act (n 9) art 2(iii).", "Nationality Act|9|art 2(iii)"},
      {"Odagawa et al. (n 21) 64", "Odagawa et al.|21|64"},
      {"Act (n 9) §4", "Act|9|§4"},
      {"Report (n 9) ¶ 7", "Report|9|¶ 7"},
      {"Act (n 9) sch 1", "Act|9|sch 1"},
      {"Act (n 9) s5", "Act|9|s5"},
      {"Act (n 9) search", "Act|9|-"},
      {"Act (n 9) as amended", "Act|9|-"},
      {"Hotham (n 1) and Yuna (n 5)", "Hotham|1|- + Yuna|5|-"},
      {"Hotham (n 1) 3 and Yuna (n 5) 4", "Hotham|1|3 + Yuna|5|4"},
      {"Hotham (n 1) arts 3 and 4 and Yuna (n 5)", "Hotham|1|arts 3 and 4 + Yuna|5|-"},
      {"A (n 1), B (n 2), and C (n 3)", "A|1|- + B|2|- + C|3|-"},
      {"‘See (n 3)’ (2001)", ""},
      {"“See (n 3)” (2001)", ""},
      {"\"See (n 3)\" (2001)", ""},
      {"<https://e.org/(n3)>", ""},
      {"Law (no 3)", ""},
      {"Law (n)", ""},
      {"Law (n 3a)", ""},
      {"Law (2003)", ""},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(shown(find_references(text)), expected) << text;
  }
}

TEST(Names, AreComparedAsWholeWords) {
  const auto occurs = [](const char* name, const char* source) {
    return occurs_in(name_words(name), compared_words(source));
  };
  EXPECT_TRUE(occurs("Hotham", kFullA));
  EXPECT_TRUE(occurs("HOTHAM,", kFullA));
  EXPECT_TRUE(occurs("See also Hotham et al.", kFullA));
  EXPECT_TRUE(occurs("‘Papers, Please’", kFullA));
  EXPECT_FALSE(occurs("Paper", kFullA));
  EXPECT_FALSE(occurs("Please Papers", kFullA));
  EXPECT_TRUE(occurs("ÉMILE", "Émile Garnier"));
  EXPECT_TRUE(occurs("усенов", "УСЕНОВ, ‘Учет’"));
  EXPECT_TRUE(names_source("Lynch and Southwick", "Maureen Lynch and Michelle Southwick, ‘X’"));
  EXPECT_TRUE(names_source("Lynch, Ball & Southwick", "M Lynch, P Ball and M Southwick, ‘X’"));
  EXPECT_FALSE(names_source("Lynch and Ball", "Maureen Lynch and Michelle Southwick, ‘X’"));
  EXPECT_FALSE(names_source("‘Data and Rights’", "‘Rights over Data’ (2020)"));
  EXPECT_TRUE(name_words("See").empty());
  EXPECT_TRUE(name_words("See eg").empty());
}

// Resolving. What is expected of the last note: status TAB trail TAB sources TAB pinpoints.

struct ResolveCase {
  const char* what;
  std::vector<NoteText> notes;
  const char* last;
};

TEST(ResolveNotes, GivesTheExpectedLine) {
  const std::vector<ResolveCase> cases = {
      {"full citation", {{"1", kFullA}}, "1\tresolved\t1\t1:0\t-"},
      {"two sources", {{"1", kTwo}}, "1\tresolved\t1\t1:0,1:1\t-|-"},
      {"ibid", {{"1", kFullA}, {"2", "ibid"}}, "2\tresolved\t2,1\t1:0\t-"},
      {"ibid with pinpoint", {{"1", kFullA}, {"2", "ibid 7."}}, "2\tresolved\t2,1\t1:0\t7"},
      {"bare ibid drops the pinpoint",
       {{"1", kFullA}, {"2", "ibid 7"}, {"3", "ibid"}},
       "3\tresolved\t3,2,1\t1:0\t-"},
      {"pinpoints replace",
       {{"1", kFullA}, {"2", "ibid 7"}, {"3", "ibid 8"}},
       "3\tresolved\t3,2,1\t1:0\t8"},
      {"ibid takes all sources", {{"1", kTwo}, {"2", "ibid 3"}}, "2\tresolved\t2,1\t1:0,1:1\t3|3"},
      {"six ibid in a row",
       {{"1", kFullA},
        {"2", "ibid"},
        {"3", "ibid"},
        {"4", "ibid"},
        {"5", "ibid"},
        {"6", "ibid"},
        {"7", "ibid"}},
       "7\tresolved\t7,6,5,4,3,2,1\t1:0\t-"},
      {"ibid inside a note looks at the part before",
       {{"1", kFullA}, {"2", "Yuna, ‘Cards’ (2019); ibid 4."}},
       "2\tresolved\t2\t2:0,2:0\t-|4"},
      {"two ibid inside a note count once in the trail",
       {{"1", kFullA}, {"2", "ibid; ibid 4; ibid 5"}},
       "2\tresolved\t2,1\t1:0,1:0,1:0\t-|4|5"},
      {"mixed note",
       {{"1", kFullA}, {"2", kFullB}, {"3", "Hotham (n 1); ibid 7; New Source (2020)."}},
       "3\tresolved\t3,1\t1:0,1:0,3:2\t-|7|-"},
      {"ibid after a mixed note",
       {{"1", kFullA}, {"2", "Hotham (n 1); New Source (2020)."}, {"3", "ibid"}},
       "3\tresolved\t3,2,1\t1:0,2:1\t-|-"},
      {"cross reference", {{"1", kFullA}, {"2", "Hotham (n 1)."}}, "2\tresolved\t2,1\t1:0\t-"},
      {"cross reference with pinpoint",
       {{"1", kFullA}, {"2", "Hotham (n 1) 34."}},
       "2\tresolved\t2,1\t1:0\t34"},
      {"without a name", {{"1", kFullA}, {"2", "(n 1)"}}, "2\tresolved\t2,1\t1:0\t-"},
      {"to an ibid",
       {{"1", kFullA}, {"2", "ibid 4"}, {"3", "Hotham (n 2)"}},
       "3\tresolved\t3,2,1\t1:0\t-"},
      {"ibid to it",
       {{"1", kFullA}, {"2", kFullB}, {"3", "Hotham (n 1) 4"}, {"4", "ibid 5"}},
       "4\tresolved\t4,3,1\t1:0\t5"},
      {"the name picks a source",
       {{"1", kTwo}, {"2", "Yuna (n 1) 2."}},
       "2\tresolved\t2,1\t1:1\t2"},
      {"a title picks a source",
       {{"1", kTwo}, {"2", "‘Papers’ (n 1)."}},
       "2\tresolved\t2,1\t1:0\t-"},
      {"no name takes all", {{"1", kTwo}, {"2", "(n 1) 2"}}, "2\tresolved\t2,1\t1:0,1:1\t2|2"},
      {"a name in both takes all",
       {{"1", "Hotham, ‘A’; Hotham, ‘B’."}, {"2", "Hotham (n 1)"}},
       "2\tresolved\t2,1\t1:0,1:1\t-|-"},
      {"wrong name", {{"1", kFullA}, {"2", "Yuna (n 1)"}}, "2\tname-mismatch\t2,1\t1:0\t-"},
      {"wrong name takes all",
       {{"1", kTwo}, {"2", "Vale (n 1)"}},
       "2\tname-mismatch\t2,1\t1:0,1:1\t-|-"},
      {"part of a word is a wrong name",
       {{"1", kFullA}, {"2", "Hoth (n 1)"}},
       "2\tname-mismatch\t2,1\t1:0\t-"},
      {"words of a title may be left out",
       {{"1", "Kenya Citizenship and Immigration Act 2011."}, {"2", "Citizenship Act (n 1)"}},
       "2\tresolved\t2,1\t1:0\t-"},
      {"but not change places",
       {{"1", "Kenya Citizenship and Immigration Act 2011."}, {"2", "Act of Kenya (n 1)"}},
       "2\tname-mismatch\t2,1\t1:0\t-"},
      {"nor a number be another",
       {{"1", "Law No 133 of 8 July 2011 on Data."}, {"2", "Law 8 (n 1)"}},
       "2\tname-mismatch\t2,1\t1:0\t-"},
      {"ibid after a wrong name is sound",
       {{"1", kFullA}, {"2", "Yuna (n 1)"}, {"3", "ibid"}},
       "3\tresolved\t3,2,1\t1:0\t-"},
      {"et al.", {{"1", kFullA}, {"2", "Hotham et al. (n 1) 64"}}, "2\tresolved\t2,1\t1:0\t64"},
      {"signal words", {{"1", kFullA}, {"2", "See also Hotham (n 1)"}}, "2\tresolved\t2,1\t1:0\t-"},
      {"two references in one part",
       {{"1", kFullA}, {"5", kFullB}, {"6", "Hotham (n 1) and Yuna (n 5) 9."}},
       "6\tresolved\t6,1\t1:0,5:0\t-|9"},
      {"forward, seen from behind",
       {{"1", "Yuna (n 2)"}, {"2", kFullB}, {"3", "(n 1)"}},
       "3\tresolved\t3,1,2\t2:0\t-"},
      {"missing", {{"1", kFullA}, {"2", "Hotham (n 9)"}}, "2\tmissing\t2,9\t-\t-"},
      {"missing of a missing", {{"1", "(n 9)"}, {"2", "(n 1)"}}, "2\tmissing\t2,1,9\t-\t-"},
      {"self", {{"1", kFullA}, {"2", "Hotham (n 2)"}}, "2\tself\t2,2\t-\t-"},
      {"to a self", {{"1", "(n 1)"}, {"2", "(n 1)"}}, "2\tself\t2,1,1\t-\t-"},
      {"cycle of two", {{"1", "(n 2)"}, {"2", "(n 1)"}}, "2\tcycle\t2,1,2\t-\t-"},
      {"cycle of three",
       {{"1", "(n 2)"}, {"2", "(n 3)"}, {"3", "(n 1)"}},
       "3\tcycle\t3,1,2,3\t-\t-"},
      {"into a cycle", {{"1", "(n 2)"}, {"2", "(n 1)"}, {"3", "(n 1)"}}, "3\tcycle\t3,1,2,1\t-\t-"},
      {"ibid after a cycle",
       {{"1", "(n 2)"}, {"2", "(n 1)"}, {"3", "ibid"}},
       "3\tno-antecedent\t3\t-\t-"},
      {"ibid in the lowest note", {{"4", "ibid 3"}}, "4\tno-antecedent\t4\t-\t-"},
      {"ibid after that", {{"1", "ibid"}, {"2", "ibid"}}, "2\tno-antecedent\t2\t-\t-"},
      {"reference to that", {{"1", "ibid"}, {"2", "(n 1)"}}, "2\tno-antecedent\t2,1\t-\t-"},
      {"ibid after a missing", {{"1", "(n 9)"}, {"2", "ibid"}}, "2\tno-antecedent\t2\t-\t-"},
      {"ibid after a missing part",
       {{"1", kFullA}, {"2", "(n 9); ibid"}},
       "2\tmissing\t2,9\t-,-\t-|-"},
      {"the worst part decides",
       {{"1", kFullA}, {"2", "(n 1); (n 2); (n 9)"}},
       "2\tself\t2,1\t1:0,-,-\t-|-|-"},
      {"ibid after a half-resolved note",
       {{"1", kFullA}, {"2", "(n 9); (n 1)"}, {"3", "ibid 4"}},
       "3\tno-antecedent\t3,2,1\t1:0,-\t4|-"},
      {"numbers skip", {{"3", kFullA}, {"9", "ibid"}}, "9\tresolved\t9,3\t3:0\t-"},
      {"order in the file does not matter",
       {{"3", "ibid"}, {"1", kFullB}, {"2", kFullA}},
       "3\tresolved\t3,2\t2:0\t-"},
      {"the first definition counts",
       {{"1", kFullA}, {"1", kFullB}, {"2", "Hotham (n 1)"}},
       "2\tresolved\t2,1\t1:0\t-"},
      {"numbers, not strings, are ordered",
       {{"9", kFullA}, {"10", "ibid"}},
       "10\tresolved\t10,9\t9:0\t-"},
      {"trap: reference in a title",
       {{"1", "Vale, ‘How to Read (n 3)’ (2011)."}},
       "1\tresolved\t1\t1:0\t-"},
      {"trap: such a title as name",
       {{"1", "Vale, ‘How to Read (n 3)’ (2011)."}, {"2", "‘How to Read (n 3)’ (n 1)."}},
       "2\tresolved\t2,1\t1:0\t-"},
      {"trap: quotes within quotes",
       {{"1", "‘A “quoted; word” here; now’ (2004)."}},
       "1\tresolved\t1\t1:0\t-"},
      {"trap: bars, dots and stars",
       {{"1", "Vale, ‘Cards | News • Site*’ (2001)."}, {"2", "‘Cards | News • Site*’ (n 1) 2"}},
       "2\tresolved\t2,1\t1:0\t2"},
      {"trap: brackets and semicolons in titles",
       {{"1", "‘A [new; old] (b; c) view’ (2001); B."}},
       "1\tresolved\t1\t1:0,1:1\t-|-"},
      {"trap: url with everything",
       {{"1", "‘A’ <http://e.org/a_b/?x=1&y=(n3)#f.> accessed 1 May 2024; B <https://e.org/…/>."}},
       "1\tresolved\t1\t1:0,1:1\t-|-"},
      {"trap: url without accessed",
       {{"1", "‘General Comment No. 25’ <https://e.org/10/file>."}},
       "1\tresolved\t1\t1:0\t-"},
      {"trap: non-Latin title in brackets",
       {{"1", "‘Gukjeok beop’ [국적법; 개정] (1998)."}, {"2", "‘Gukjeok beop’ (n 1) art 2."}},
       "2\tresolved\t2,1\t1:0\tart 2"},
      {"trap: case name",
       {{"1", "A v B [2020] ICJ Rep 3."}, {"2", "A v B (n 1) 5."}},
       "2\tresolved\t2,1\t1:0\t5"},
      {"trap: UN symbol",
       {{"1", "UN Doc. A/HRC/44/57; UN Doc. E/C.12/XYZ/CO/2-4."},
        {"2", "E/C.12/XYZ/CO/2-4 (n 1)."}},
       "2\tresolved\t2,1\t1:1\t-"},
  };
  for (const auto& c : cases) {
    const auto resolved = resolve_notes(c.notes);
    EXPECT_EQ(summary(resolved.back()), c.last) << c.what;
    EXPECT_FALSE(resolved.back().undecided) << c.what;
  }
}

TEST(ResolveNotes, ForwardReferencesResolveAndSaySo) {
  const auto notes = resolve_notes({{"1", "Vale (n 3) 4"}, {"2", "ibid"}, {"3", kFullB}});
  EXPECT_EQ(summary(notes[0]), "1\tforward\t1,3\t3:0\t4");  // although the name is wrong
  EXPECT_EQ(summary(notes[1]), "2\tresolved\t2,1,3\t3:0\t-");
}

TEST(ResolveNotes, EachSourceHasItsOwnStatusAndTrail) {
  const auto notes = resolve_notes(
      {{"1", kFullA}, {"2", "ibid 3"}, {"3", "Hotham (n 2) 4; Vale (n 1); (n 8); Own (2001)."}});
  const auto& sources = notes[2].sources;
  ASSERT_EQ(sources.size(), 4U) << describe(notes[2]);
  EXPECT_EQ(sources[0], (OracleSource{"1", 0, kFullA, "4", "resolved", {"3", "2", "1"}}));
  EXPECT_EQ(sources[1], (OracleSource{"1", 0, kFullA, std::nullopt, "name-mismatch", {"3", "1"}}));
  EXPECT_EQ(sources[2], (OracleSource{"", 0, "", std::nullopt, "missing", {"3", "8"}}));
  EXPECT_EQ(sources[3], (OracleSource{"3", 3, "Own (2001).", std::nullopt, "resolved", {"3"}}));
}

TEST(ResolveNotes, PartsKeepTheirTextAsWritten) {
  const auto notes = resolve_notes({{"1", kTwo}});
  EXPECT_EQ(notes[0].sources[0].text, "Hotham, ‘Papers’ (2017)");
  EXPECT_EQ(notes[0].sources[1].text, "Yuna, ‘Cards’ (2019).");
}

TEST(ResolveNotes, AHalfResolvedNoteBeforeAnIbidLeavesATrace) {
  const auto notes = resolve_notes({{"1", kFullA}, {"2", "(n 9); Yuna (n 1)"}, {"3", "ibid 4"}});
  const auto& sources = notes[2].sources;
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0], (OracleSource{"1", 0, kFullA, "4", "resolved", {"3", "2", "1"}}));
  EXPECT_EQ(sources[1], (OracleSource{"", 0, "", std::nullopt, "no-antecedent", {"3"}}));
}

TEST(ResolveNotes, MarksWhatNobodyDecided) {
  const std::vector<std::vector<NoteText>> cases = {
      {{"1", kFullA}, {"2", "(n 9); (n 1)"}, {"3", "(n 2)"}},
      {{"1", "(n 8); (n 9)"}, {"2", "(n 1)"}},
      {{"1", "(n 2)"}, {"2", "ibid"}},
      {{"1", "A Work (2001); (n 2)"}, {"2", "(n 1)"}},
      {{"1", "A Work (2001); ibid 4"}, {"2", "Work (n 1)"}},
      {{"1", kFullA}, {"2", "(n 1) and (n 9); ibid"}},
      {{"1", ""}},
  };
  for (const auto& notes : cases) {
    EXPECT_TRUE(resolve_notes(notes).back().undecided) << notes.back().text;
  }
}

TEST(ResolveNotes, TerminatesOnTangledCycles) {
  std::vector<NoteText> notes;
  for (int i = 1; i <= 12; ++i) {
    notes.push_back({std::to_string(i), "(n " + std::to_string(i % 12 + 1) + "); (n " +
                                            std::to_string(i * 5 % 12 + 1) + "); ibid"});
  }
  EXPECT_EQ(resolve_notes(notes).size(), 12U);
}

// The sample's list, texts shortened.
TEST(Sample, ChainsLeadWhereTheSampleMeans) {
  std::map<int, std::string> texts = {
      {1, "Oliver Hotham, ‘Papers, Please | NK News’ (NK News, 17 October 2017)."},
      {5, "Ha Yuna, ‘New Cards | Daily NK English’ (5 February 2019)."},
      {6, "‘North Korea Issues New National ID Cards to Rural Residents’ (RFA, 2019)."},
      {7, "Yuna (n 5)."},
      {8, "‘North Korea Issues New National ID Cards to Rural Residents’ (n 6)."},
      {10, "Jeong Tae Joo, ‘Verification | Daily NK English’ (29 May 2025)."},
      {12, "Hotham (n 1)."},
      {15, "Ahn Chang Gyu for RFA Korean, ‘After 3 Years’ (RFA, 22 December 2023)."},
      {16, "Hotham (n 1)."},
      {19, "Civil Registration Act - Civil Registration Law 1997."},
      {20, "Rob York, ‘Songbun | NK News’ (26 February 2015)."},
      {21,
       "‘North Korea’s Caste System | HRW’ (5 July 2016) <https://h.example>; Ha Yuna, ‘N. Korea "
       "Orders Reorganization of the Country’s Caste System’ (21 February 2020)."},
      {22, "Robert Collins, Marked for Life: Songbun, North Korea’s System (HRNK 2012)."},
      {23, "Mun Dong Hui, ‘N. Koreans Must Use Certificates’ (1 December 2023)."},
      {24,
       "‘Privacy Law at North Korea’ (Law Gratis) <https://l.example> accessed 21 January 2026."},
      {27, "‘North Korea, the Surveillance State’ <https://a.example>."},
      {28, "Joaquin Matamis, ‘Toward a Panopticon State • Stimson Center’ (16 April 2024)."},
      {29, "‘View the Ratification Status’ <https://t.example/_layouts/15/T.aspx?ID=47&Lang=EN>."},
      {31, "‘Consideration of Reports:  Fifth Periodic Reports - Republic of Korea*’ (2016)."},
      {33, "‘Concluding Observations’ (Refworld)."},
      {35, "‘General Comment No. 25 (2021) on Children’s Rights’ <https://u.example/file>."},
      {36, "Matamis (n 28)."}};
  std::vector<NoteText> list;
  for (int i = 1; i <= 36; ++i) {
    list.push_back({std::to_string(i), texts.contains(i) ? texts[i] : "ibid"});
  }
  const auto notes = resolve_notes(list);
  const std::vector<std::string> expected = {
      "4\tresolved\t4,3,2,1\t1:0\t-",     "7\tresolved\t7,5\t5:0\t-",
      "8\tresolved\t8,6\t6:0\t-",         "9\tresolved\t9,8,6\t6:0\t-",
      "11\tresolved\t11,10\t10:0\t-",     "13\tresolved\t13,12,1\t1:0\t-",
      "14\tresolved\t14,13,12,1\t1:0\t-", "18\tresolved\t18,17,16,1\t1:0\t-",
      "21\tresolved\t21\t21:0,21:1\t-|-", "26\tresolved\t26,25,24\t24:0\t-",
      "30\tresolved\t30,29\t29:0\t-",     "34\tresolved\t34,33\t33:0\t-",
      "35\tresolved\t35\t35:0\t-",        "36\tresolved\t36,28\t28:0\t-"};
  for (const auto& line : expected) {
    const auto* note = find_note(notes, line.substr(0, line.find('\t')));
    ASSERT_NE(note, nullptr) << line;
    EXPECT_EQ(summary(*note), line);
  }
  for (const auto& note : notes) EXPECT_EQ(note.status, "resolved") << describe(note);
}

// The hand-written lists.

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Lists, ResolveAsWrittenByHand) {
  const auto folder = std::filesystem::path(IDSEARCH_SOURCE_DIR) / "tests" / "oracle" / "lists";
  int lists = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    ++lists;
    auto expected_path = entry.path();
    std::string actual;
    for (const auto& note : resolve_notes(read_note_list(read_file(entry.path())))) {
      actual += summary(note) + "\n";
      EXPECT_FALSE(note.undecided) << entry.path().filename() << " " << describe(note);
    }
    EXPECT_EQ(actual, read_file(expected_path.replace_extension(".expected")))
        << entry.path().filename();
  }
  EXPECT_GE(lists, 10);
}

// The generator.

constexpr std::uint32_t kSeeds = 120;
// Where every list is rendered or mutated in many ways.
constexpr std::uint32_t kFewerSeeds = repetitions(kSeeds, 40u);

TEST(Generator, GivesTheSameListForTheSameSeed) {
  EXPECT_EQ(generate_notes(7), generate_notes(7));
  EXPECT_NE(generate_notes(7), generate_notes(8));
  const auto notes = generate_notes(7);
  EXPECT_EQ(render_profile(notes, 3).text, render_profile(notes, 3).text);
}

TEST(Generator, MakesEveryStatusAndNothingUndecided) {
  std::map<std::string, int> seen;
  int pinpoints = 0;
  int several = 0;
  int duplicates = 0;
  int gaps = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const auto list = generate_notes(seed);
    const auto notes = resolve_notes(list);
    duplicates += list.size() > notes.size();
    gaps += std::stoi(notes.back().label) > static_cast<int>(notes.size());
    for (const auto& note : notes) {
      ++seen[note.status];
      several += note.sources.size() > 1;
      ASSERT_FALSE(note.undecided) << "seed " << seed << " " << describe(note);
      ASSERT_LE(note.sources.size(), 6U) << "seed " << seed << " " << describe(note);
      for (const auto& source : note.sources) {
        pinpoints += source.pinpoint.has_value();
        // Quotes that are cut in two would show a split at a wrong place.
        const auto count = [&](std::string_view sign) {
          int n = 0;
          for (auto at = source.text.find(sign); at != std::string::npos;
               at = source.text.find(sign, at + 1)) {
            ++n;
          }
          return n;
        };
        ASSERT_GE(count("’"), count("‘")) << source.text;
        ASSERT_EQ(count("“"), count("”")) << source.text;
        ASSERT_EQ(count("<"), count(">")) << source.text;
      }
    }
  }
  for (const auto status : kStatuses) EXPECT_GT(seen[std::string(status)], 10) << status;
  EXPECT_GT(pinpoints, 200);
  EXPECT_GT(several, 200);
  EXPECT_GT(duplicates, 20);
  EXPECT_GT(gaps, 20);
}

TEST(Generator, RendersListsThatReadBackInEveryLayout) {
  std::set<Layout> tried;
  for (std::uint32_t seed = 0; seed < kFewerSeeds; ++seed) {
    const auto notes = generate_notes(seed);
    for (int i = 0; i < kLayouts; ++i) {
      RenderOptions options;
      options.layout = static_cast<Layout>(i);
      if (!suits(*options.layout, notes)) continue;
      tried.insert(*options.layout);
      const auto profile = render_profile(notes, seed, options);
      ASSERT_EQ(read_note_list(profile.text), notes) << profile.description << "\n" << profile.text;
    }
  }
  EXPECT_EQ(tried.size(), static_cast<std::size_t>(kLayouts));
}

// Looks for each mark from left to right; "[3, 4]" and "[3–5]" stand for several.
TEST(Generator, ExpectedMarksStandInTheBodyInThisOrder) {
  for (std::uint32_t seed = 0; seed < kFewerSeeds; ++seed) {
    const auto profile = render_profile(generate_notes(seed), seed);
    // Marks of the text, by a scan that knows nothing of how they were made.
    std::vector<std::string> found;
    std::vector<std::string> left;
    std::istringstream lines(profile.text);
    std::string plain;
    for (std::string line; std::getline(lines, line);) {
      if (!read_note_list(line).empty()) break;  // the list begins
      plain.clear();
      for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t close = line[i] == '[' ? line.find(']', i) : std::string::npos;
        std::string inside = close == std::string::npos ? "" : line.substr(i + 1, close - i - 1);
        if (const auto dash = inside.find("–"); dash != std::string::npos) {
          inside.erase(dash, 2);  // the en dash has three bytes
          inside[dash] = '-';
        }
        const bool year = inside.size() == 4 && inside.find('-') == std::string::npos &&
                          inside.find(',') == std::string::npos;
        const bool list = inside.find(',') != std::string::npos;
        if (inside.empty() || year || inside.find_first_not_of("0123456789, -") != inside.npos) {
          plain += line[i];
          continue;
        }
        const int first = std::stoi(inside);
        const auto separator = inside.find_first_of(",-");
        const int last =
            separator == std::string::npos ? first : std::stoi(inside.substr(separator + 1));
        const auto add = [&](int n) {
          found.push_back(std::to_string(n));
          left.push_back(last_words(plain));
        };
        add(first);
        if (list) add(last);
        if (!list) {
          for (int n = first + 1; n <= last; ++n) add(n);
        }
        i = close;
      }
    }
    std::vector<std::string> expected;
    std::vector<std::string> expected_left;
    for (const auto& mark : profile.marks) {
      expected.push_back(mark.label);
      expected_left.push_back(mark.left_words);
    }
    ASSERT_EQ(found, expected) << profile.description;
    ASSERT_EQ(left, expected_left) << profile.description;
  }
}

TEST(Generator, DiagnosticsFollowFromMarksAndNotes) {
  std::map<std::string, int> kinds;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    const auto notes = generate_notes(seed);
    const auto profile = render_profile(notes, seed);
    std::set<std::string> labels;
    std::set<std::string> cited;
    for (const auto& note : notes) labels.insert(note.label);
    for (const auto& mark : profile.marks) cited.insert(mark.label);
    std::vector<std::string> lines;
    std::istringstream in(profile.text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::set<std::string> uncited;
    std::set<std::string> dangling;
    for (const auto& diagnostic : profile.diagnostics) {
      ++kinds[diagnostic.kind];
      if (diagnostic.kind == "uncited-note") {
        const int first = std::stoi(diagnostic.label);
        const auto dash = diagnostic.label.find('-');
        const int last =
            dash == std::string::npos ? first : std::stoi(diagnostic.label.substr(dash + 1));
        for (int n = first; n <= last; ++n) uncited.insert(std::to_string(n));
        continue;
      }
      ASSERT_GE(diagnostic.line, 1);
      ASSERT_LE(diagnostic.line, static_cast<int>(lines.size()));
      const std::string& line = lines[static_cast<std::size_t>(diagnostic.line) - 1];
      EXPECT_NE(line.find(diagnostic.label), std::string::npos)
          << profile.description << " " << diagnostic.kind << " " << diagnostic.label;
      if (diagnostic.kind == "dangling-mark") {
        EXPECT_TRUE(dangling.insert(diagnostic.label).second) << profile.description;
      }
    }
    std::set<std::string> expected_uncited;
    std::set<std::string> expected_dangling;
    std::set_difference(labels.begin(), labels.end(), cited.begin(), cited.end(),
                        std::inserter(expected_uncited, expected_uncited.end()));
    std::set_difference(cited.begin(), cited.end(), labels.begin(), labels.end(),
                        std::inserter(expected_dangling, expected_dangling.end()));
    EXPECT_EQ(uncited, expected_uncited) << profile.description;
    EXPECT_EQ(dangling, expected_dangling) << profile.description;
  }
  EXPECT_GT(kinds["dangling-mark"], 10);
  EXPECT_GT(kinds["uncited-note"], 40);
  EXPECT_GT(kinds["duplicate-note"], 10);
}

TEST(Generator, PlacesMarksInAllTheWaysOfTheFormat) {
  std::string all;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    all += render_profile(generate_notes(seed), seed).text;
  }
  for (const char* shape : {"offices.[",
                            "offices[",
                            "offices. [",
                            "offices,[",
                            "residents.’[",
                            "household”.[",
                            "%[",
                            "offices [",
                            "][",
                            "] [",
                            "],[",
                            "]  ",
                            "]\u00A0",
                            "]To enrol",
                            "• a copy",
                            "- a copy",
                            "[2019]",
                            "[sic]",
                            "[the islands]",
                            "[Form 2]",
                            "\r\n"}) {
    EXPECT_NE(all.find(shape), std::string::npos) << shape;
  }
}

// The mutations.

TEST(Mutations, ThatChangeNothingChangeNothing) {
  for (std::uint32_t seed = 0; seed < kFewerSeeds; ++seed) {
    const auto notes = generate_notes(seed);
    const auto before = resolve_notes(notes);
    for (const auto& mutation : random_mutations(notes, seed)) {
      const auto after = resolve_notes(mutation.notes);
      if (!mutation.same_meaning) continue;
      ASSERT_EQ(before.size(), after.size()) << mutation.description;
      for (std::size_t i = 0; i < before.size(); ++i) {
        ASSERT_EQ(describe(renamed(before[i], mutation.new_number)), describe(after[i]))
            << "seed " << seed << ", " << mutation.description;
      }
    }
  }
}

TEST(Mutations, DoWhatTheySay) {
  const std::vector<NoteText> notes = {
      {"1", kFullA}, {"2", "Hotham (n 1); ‘see (n 1)’ 2"}, {"3", "ibid"}};
  const auto plus = [](int n) { return n + 10; };
  EXPECT_EQ(renumber(notes, plus)[1], (NoteText{"12", "Hotham (n 11); ‘see (n 1)’ 2"}));
  EXPECT_EQ(relabel(notes, plus)[1], (NoteText{"12", "Hotham (n 1); ‘see (n 1)’ 2"}));
  EXPECT_EQ(delete_note(notes, "2"), (std::vector<NoteText>{notes[0], notes[2]}));
  EXPECT_EQ(duplicate_note(notes, "2", "Other")[3], (NoteText{"2", "Other"}));
  const auto twice = duplicate_note(notes, "2", "Other");
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const auto shuffled = reorder(twice, seed);
    ASSERT_TRUE(std::is_permutation(twice.begin(), twice.end(), shuffled.begin()));
    const auto first = std::find_if(shuffled.begin(), shuffled.end(),
                                    [](const auto& note) { return note.label == "2"; });
    EXPECT_EQ(first->text, notes[1].text);
  }
}

}  // namespace
}  // namespace idsearch::oracle
