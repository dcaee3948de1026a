// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/grammar.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "query/rank.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::query {
namespace {

/// The tree as nested words, to compare whole trees in one line.
std::string tree(const Node& node) {
  static const char* const kNames[] = {"nothing", "w",   "prefix", "phrase", "near",
                                       "filter",  "not", "group",  "and",    "or"};
  std::string result = std::string{"("} + kNames[static_cast<int>(node.kind)];
  if (node.field != nullptr) result += " " + std::string{node.field->name} + ":";
  if (!node.text.empty()) result += " " + node.text;
  for (const std::string& value : node.values) result += " " + value;
  if (node.scope != NearScope::Words) result += node.scope == NearScope::Sentence ? " /s" : " /p";
  for (std::uint32_t distance : node.distances)
    if (node.scope == NearScope::Words) result += " /" + std::to_string(distance);
  for (const Node& child : node.children) {
    result += ' ';
    result += child.kind == NodeKind::Words && child.field == nullptr ? child.text : tree(child);
  }
  return result + ")";
}

std::string messages(const ParsedQuery& query) {
  std::string result;
  for (const GrammarNote& note : query.notes) {
    if (!result.empty()) result += '\n';
    result += std::to_string(note.note.column) + "+" + std::to_string(note.note.length) + ": " +
              note.note.message;
  }
  return result;
}

struct GrammarCase {
  const char* query;
  const char* tree;
  const char* parsed;
};

TEST(Grammar, ReadsEachConstruct) {
  const GrammarCase cases[] = {
      {"surveillance", "(w surveillance)", "surveillance"},
      {"  two   words ", "(group two words)", "two words"},
      {"\"data  protection\"", "(phrase data protection)", "\"data protection\""},
      {"“data protection”", "(phrase data protection)", "\"data protection\""},
      {"„data protection“", "(phrase data protection)", "\"data protection\""},
      {"«data protection»", "(phrase data protection)", "\"data protection\""},
      {"“the \"loyal\" class”", "(phrase the \"loyal\" class)", "“the \"loyal\" class”"},
      {"\"the “loyal” class\"", "(phrase the “loyal” class)", "\"the “loyal” class\""},
      {"a AND b", "(and a b)", "a AND b"},
      {"a b AND c d", "(and (group a b) (group c d))", "a b AND c d"},
      {"a AND b OR c AND d", "(or (and a b) (and c d))", "a AND b OR c AND d"},
      {"a AND (b OR c)", "(and a (or b c))", "a AND (b OR c)"},
      {"a -b", "(group a (not b))", "a -b"},
      {"a NOT b", "(group a (not b))", "a -b"},
      {"a -\"b c\" d", "(group a (not (phrase b c)) d)", "a -\"b c\" d"},
      {"a -(b c)", "(group a (not (group b c)))", "a -(b c)"},
      {"a -topic:x", "(group a (not (filter topic: x)))", "a -topic:x"},
      {"NOT NOT a", "(w a)", "a"},
      {"-(-a)", "(w a)", "a"},
      {"surveil*", "(prefix surveil)", "surveil*"},
      {"a NEAR/5 b", "(near /5 a b)", "a NEAR/5 b"},
      {"a NEAR b", "(near /10 a b)", "a NEAR/10 b"},
      {"a NEAR/2 b NEAR/3 c d", "(group (near /2 /3 a b c) d)", "a NEAR/2 b NEAR/3 c d"},
      {"(a OR b) NEAR/5 \"c d\"", "(near /5 (or a b) (phrase c d))", "(a OR b) NEAR/5 \"c d\""},
      {"-a NEAR/5 b", "(not (near /5 a b))", "-(a NEAR/5 b)"},
      {"a /s b", "(near /s a b)", "a /s b"},
      {"a /S b /s \"c d\" e", "(group (near /s a b (phrase c d)) e)", "a /s b /s \"c d\" e"},
      {"x (a OR b) /p cer*", "(group x (near /p (or a b) (prefix cer)))", "x (a OR b) /p cer*"},
      {"-a /s b", "(not (near /s a b))", "-(a /s b)"},
      {"a NEAR/2 b AND b /s c", "(and (near /2 a b) (near /s b c))", "a NEAR/2 b AND b /s c"},
      {"country:KP", "(filter country: KP)", "country:KP"},
      {"Country:KP", "(filter country: KP)", "country:KP"},
      {"country:\"North Korea\",KE", "(filter country: North Korea KE)",
       "country:\"North Korea\",KE"},
      {"topic:a topic:b", "(group (filter topic: a) (filter topic: b))", "topic:a topic:b"},
      {"section:_", "(filter section: _)", "section:_"},
      {"source:https://www.example.org/x?y=1", "(filter source: https://www.example.org/x?y=1)",
       "source:https://www.example.org/x?y=1"},
      {"heading:\"data protection\"", "(phrase heading: data protection)",
       "heading:\"data protection\""},
      {"note:panop*", "(prefix note: panop)", "note:panop*"},
      {"note:a NEAR/3 note:b", "(near /3 (w note: a) (w note: b))", "note:a NEAR/3 note:b"},
      {"heading:(a OR b) c", "(group (or (w heading: a) (w heading: b)) c)",
       "(heading:a OR heading:b) c"},
      {"country:(KP OR KE)", "(or (filter country: KP) (filter country: KE))",
       "country:KP OR country:KE"},
      {"country:(KP,KE)", "(filter country: KP KE)", "country:KP,KE"},
      {"country:(\"North Korea\", Kenya) a", "(group (filter country: North Korea Kenya) a)",
       "country:\"North Korea\",Kenya a"},
      {"topic:(a, b ,\"c d\" , e f)", "(group (filter topic: a b c d e) (filter topic: f))",
       "topic:a,b,\"c d\",e topic:f"},
      {"updated:(2024, 2025..2026)", "(filter updated: 2024 2025..2026)",
       "updated:2024,2025..2026"},
      {"-topic:(a, b)", "(not (filter topic: a b))", "-topic:a,b"},
      {"heading:(a, b)", "(group (w heading: a,) (w heading: b))", "heading:a, heading:b"},
      {"country:KP\"a b\"", "(group (filter country: KP) (phrase a b))", "country:KP \"a b\""},
      {"country:\"North Korea\"a", "(group (filter country: North Korea) a)",
       "country:\"North Korea\" a"},
      {"updated:2025-01..2026-06", "(filter updated: 2025-01..2026-06)",
       "updated:2025-01..2026-06"},
      {"art 12(1)(a)", "(group art 12(1)(a))", "art 12(1)(a)"},
      {"AND(a OR b)", "(group and (or a b))", "and (a OR b)"},
      {"a b and c or d not e", "(group a b and c or d not e)", "a b and c or d not e"},
      {"e-KYC U.N. don’t C++", "(group e-KYC U.N. don’t C++)", "e-KYC U.N. don’t C++"},
      {"a\u00a0b\u3000c", "(group a b c)", "a b c"},
      {"https://example.org/a?b=c 12:30", "(group https://example.org/a?b=c 12:30)",
       "https://example.org/a?b=c 12:30"},
      {"?!?", "(w ?!?)", "?!?"},
      {"", "(nothing)", ""},
      {" \u00a0\n", "(nothing)", ""},
  };
  for (const GrammarCase& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(tree(parsed.root), c.tree) << c.query;
    EXPECT_EQ(to_text(parsed.root), c.parsed) << c.query;
    if (c.query[0] != 'A') {
      EXPECT_EQ(messages(parsed), "") << c.query;
    }
  }
}

TEST(Grammar, TheLastWordOfAPhraseMayBeOpen) {
  const std::pair<const char*, const char*> cases[] = {
      {"\"birth cert*\"", "\"birth cert*\""},
      {"“birth cert*”", "\"birth cert*\""},
      {"\"cert**\"", "cert*"},
      {"note:\"birth cert*\"", "note:\"birth cert*\""},
      {"-\"birth  cert*\" a", "-\"birth cert*\" a"},
      {"\"(a cert*\"", "\"(a cert*\""},
  };
  for (const auto& [query, parsed] : cases) {
    const ParsedQuery one = parse_query(query);
    EXPECT_EQ(to_text(one.root), parsed) << query;
    EXPECT_EQ(messages(one), "") << query;
    EXPECT_TRUE(parse_query(parsed).root == one.root) << query;
  }
}

TEST(Grammar, ASlashedLetterIsAWordWhereItConnectsNothing) {
  for (const char* query : {"a/s b", "a /sb c", "(a)/s b", "km/s"})
    EXPECT_EQ(messages(parse_query(query)), "") << query;
  const std::string why = " needs words, phrases or brackets of words around it; read as a word";
  EXPECT_EQ(messages(parse_query("/s")), "0+2: /s" + why);
  EXPECT_EQ(messages(parse_query("/S a")), "0+2: /S" + why);
  EXPECT_EQ(messages(parse_query("a /s")), "2+2: /s" + why);
  EXPECT_EQ(messages(parse_query("(a /p)")), "3+2: /p" + why);
}

struct RepairCase {
  const char* query;
  const char* parsed;
  const char* notes;
};

TEST(Grammar, WhatCannotBeAnOperatorIsWordsWithANote) {
  const RepairCase cases[] = {
      {"a \"b c", "a b c", "2+1: this quotation mark is not closed; what follows is read as words"},
      {"(a b", "a b", "0+1: this bracket is not closed; ignored"},
      {"a b)", "a b", "3+1: this closing bracket has no opening one; ignored"},
      {"a ()", "a", "2+1: there is nothing between these brackets; ignored"},
      {"a AND", "a and", "2+3: AND has nothing behind it; read as a word"},
      {"OR a", "or a", "0+2: OR has nothing before it; read as a word"},
      {"a AND AND b", "a AND and b", "6+3: AND has nothing before it; read as a word"},
      {"a OR AND b", "a OR and b", "5+3: AND has nothing before it; read as a word"},
      {"a NOT", "a not", "2+3: NOT has nothing behind it; read as a word"},
      {"(a AND) b", "(a and) b", "3+3: AND has nothing behind it; read as a word"},
      {"a NEAR/0 b", "a near/0 b", "2+6: NEAR takes a distance from 1: a NEAR/5 b; read as words"},
      {"a NEAR/x b", "a near/x b", "2+6: NEAR takes a distance from 1: a NEAR/5 b; read as words"},
      {"a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h NEAR i",
       "a NEAR/10 b NEAR/10 c NEAR/10 d NEAR/10 e NEAR/10 f NEAR/10 g NEAR/10 h near i",
       "51+4: NEAR joins eight words or phrases at most; read as a word"},
      {"a NEAR/5", "a near/5",
       "2+6: NEAR/5 needs words, phrases or brackets of words of one field around it; read as a "
       "word"},
      {"a NEAR/5 (b AND c)", "a near/5 (b AND c)",
       "2+6: NEAR/5 needs words, phrases or brackets of words of one field around it; read as a "
       "word"},
      {"a NEAR/9999 b", "a NEAR/100 b", "2+9: NEAR reaches at most 100 words"},
      {"a * b", "a b",
       "2+1: a star stands at the end of a word, behind at least 3 letters; ignored here"},
      {"st*", "st", "0+3: a star needs at least 3 letters before it; read as the word “st”"},
      {"s*ate x", "s*ate x", "0+5: a star stands only at the end of a word; ignored"},
      {"*state", "state",
       "0+1: a star stands at the end of a word, behind at least 3 letters; ignored here"},
      {"\"a b\"*", "\"a b\"",
       "5+1: the star of a phrase stands inside the quotation marks; ignored"},
      {"\"a st*\"", "\"a st\"",
       "0+7: a star needs at least 3 letters before it; read as the word “st”"},
      {"\"sta* a\"", "\"sta a\"",
       "0+8: a star stands only at the end of the last word of a phrase; ignored"},
      {"\"a sta *\"", "\"a sta\"",
       "0+9: a star stands only at the end of the last word of a phrase; ignored"},
      {"((a b", "a b", "0+1: this bracket is not closed; ignored (2 times)"},
      {"a /s (b AND c)", "a (b AND c)",
       "2+2: /s needs words, phrases or brackets of words of one field around it; ignored here"},
      {"note:a /p b", "note:a b",
       "7+2: /p needs words, phrases or brackets of words of one field around it; ignored here"},
      {"a NEAR/3 b /s c", "a NEAR/3 b c",
       "11+2: /s is another operator than that before it: join the two by AND; ignored here"},
      {"a /s b NEAR/3 c", "a /s b near/3 c",
       "7+6: NEAR/3 is another operator than that before it: join the two by AND; read as a word"},
      {"a - b", "a b", "2+1: a minus touches the word that it leaves out; ignored here"},
      {"a --b", "a b", "2+2: only a single minus leaves a word out; ignored here"},
      {"a -\"\" b", "a b",
       "2+1: a minus touches the word that it leaves out; ignored here\n"
       "3+2: there is no word between these quotation marks; ignored"},
      {"topic: a", "topic a",
       "0+6: “topic:” has no value right behind the colon; read as a word (example: "
       "topic:statelessness)"},
      {"topic:()", "topic",
       "0+6: “topic:” has no value; read as a word\n6+1: there is nothing between these brackets; "
       "ignored"},
      {"topc:x a", "topc:x a",
       "0+5: there is no field “topc” (did you mean “topic”?); read as words"},
      {"zzz:x", "zzz:x", "0+4: there is no field “zzz”; read as words"},
      {"updated:soon a", "updated soon a",
       "0+12: “soon” is no date: write updated:2025, 2025-01, 2025-01-29 or 2025-01..2026-06; read "
       "as words"},
      {"updated:(2025, soon) a", "(2025, soon) a",
       "9+10: “soon” is no value for updated:; read as words"},
      {"topic:(, a)", "topic:a", ""},
      {"topic:(,)", ",", "7+1: “,” is no value for topic:; read as words"},
      {"country:KP, KE a", "country:KP KE a",
       "0+12: a list has no blank behind its comma; “country:KP,” ends before it"},
      {"updated:2025 .. 2026", "updated:2025 .. 2026",
       "0+13: a range has no blanks around its dots; “updated:2025” ends before them"},
      {"site:x", "site:x", "0+5: there is no field “site” (did you mean “source”?); read as words"},
      {"updated:2025..2020", "updated 2025 2020",
       "0+18: “2025..2020” ends before it begins; read as words"},
      {"aaa* bbb* ccc* ddd*", "aaa* bbb* ccc* ddd",
       "15+4: a query has at most 3 wildcards; read as the word “ddd”"},
      {"a \xff b", "a \ufffd b",
       "0+0: the query is not valid UTF-8; U+FFFD stands for the faulty bytes"},
  };
  for (const RepairCase& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(to_text(parsed.root), c.parsed) << c.query;
    EXPECT_EQ(messages(parsed), c.notes) << c.query;
    for (const GrammarNote& note : parsed.notes) EXPECT_TRUE(note.repair) << c.query;
  }
}

TEST(Grammar, FootnoteMarksAreIgnoredWithANoteThatIsNoFault) {
  const RepairCase cases[] = {
      {"\"the register.[4]To enrol\"", "\"the register. To enrol\"",
       "14+3: [4] is taken for a footnote mark and ignored"},
      {"biometric [28] database", "biometric database",
       "10+4: [28] is taken for a footnote mark and ignored"},
      {"a [3, 4] b[5–7]", "a b",
       "2+6: [3, 4] and 1 more like it are taken for footnote marks and ignored"},
      {"a [3] b[4] c [5] d", "a b c d",
       "2+3: [3] and 2 more like it are taken for footnote marks and ignored"},
      {"[28]", "[28]", ""},
      {"a [2019]", "a [2019]", ""},
      {"a [sic]", "a [sic]", ""},
  };
  for (const RepairCase& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(to_text(parsed.root), c.parsed) << c.query;
    EXPECT_EQ(messages(parsed), c.notes) << c.query;
    for (const GrammarNote& note : parsed.notes) EXPECT_FALSE(note.repair) << c.query;
  }
}

TEST(Grammar, HebrewAbbreviationsKeepTheirQuotationMark) {
  EXPECT_EQ(tree(parse_query("צה\"ל x").root), "(group צה\"ל x)");
  EXPECT_EQ(tree(parse_query("\"צה\"ל x\"").root), "(phrase צה\"ל x)");
}

TEST(Grammar, LimitsCutWithANote) {
  std::string many;
  for (std::size_t i = 0; i < kMaxWords + 10; ++i) many += "a ";
  const ParsedQuery words = parse_query(many);
  EXPECT_EQ(words.root.children.size(), kMaxWords);
  EXPECT_EQ(messages(words), "2047+21: the query is cut after 1024 words");

  const ParsedQuery bytes = parse_query(std::string(kMaxQueryBytes - 1, 'x') + "éé");
  EXPECT_EQ(bytes.root.text, std::string(kMaxQueryBytes - 1, 'x'));
  EXPECT_EQ(messages(bytes), "8191+4: the query is cut after 8192 bytes");

  std::string pasted;
  while (pasted.size() < kMaxQueryBytes - 3) pasted += "birth ";
  const ParsedQuery whole_words = parse_query(pasted + "birth birth");
  EXPECT_EQ(messages(whole_words).find("8192") != std::string::npos, true);
  EXPECT_EQ(whole_words.root.children.back().text, "birth") << "no part of a word";

  const ParsedQuery deep = parse_query(std::string(3000, '(') + "a OR b" + std::string(3000, ')'));
  EXPECT_EQ(to_text(deep.root), "a OR b");
  EXPECT_EQ(deep.notes.size(), 1u);
}

TEST(Grammar, APastedParagraphOfTwoThousandCharactersPassesWhole) {
  std::string paragraph;
  while (paragraph.size() < 2000) paragraph += "To enrol, a person must show a card. ";
  const ParsedQuery latin = parse_query("\"" + paragraph + "\"");
  EXPECT_EQ(latin.root.kind, NodeKind::Phrase);
  EXPECT_TRUE(latin.notes.empty());
  std::string thai;
  for (int i = 0; i < 2000; ++i) thai += "ท";
  EXPECT_EQ(parse_query("\"" + thai + "\"").root.text, thai);
}

TEST(Grammar, NotesOfOneKindDoNotFloodTheAsker) {
  EXPECT_LE(parse_query(std::string(5000, '(') + "a").notes.size(), kMaxNotes + 1);
}

TEST(Grammar, TheCaretStandsUnderThePlace) {
  const ParsedQuery parsed = parse_query("é \"data");
  ASSERT_EQ(parsed.notes.size(), 1u);
  EXPECT_EQ(show_with_caret(parsed.text, parsed.notes[0].note),
            "this quotation mark is not closed; what follows is read as words\n"
            "  é \"data\n"
            "    ^");
}

// Pieces that mean something, so that random strings of them reach every branch.
std::string garbage(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {
      "a",      "the",      "state",    "e-KYC",  "AND",    "OR",    "NOT",       "NEAR",
      "NEAR/3", "NEAR/0",   "(",        ")",      "\"",     "“",     "”",         "«",
      "»",      "„",        "-",        "--",     "*",      "sta*",  ":",         "topic:",
      "note:",  "country:", "updated:", "2025",   "..",     ",",     " ",         " ",
      " ",      " ",        " ",        "\u00a0", "é",      "ที่",     "\xff",      "\xe2\x80",
      "x:y",    "/s ",      "/p ",      "'",      "’",      "ה\"ה",  "section:",  "_",
      "12(1)",  "\n",       "\t",       "KP",     "!",      "?",     "heading:(", "country:(",
      ".",      "\\",       "%",        "#",      "\u200b", "sta*\""};
  std::string result;
  for (std::size_t n = random() % 14; n > 0; --n) result += kPieces[random() % kPieces.size()];
  return result;
}

TEST(Grammar, ParsingWhatWasUnderstoodGivesTheSameTree) {
  std::mt19937 random(20260129);
  for (int i = 0; i < repetitions(50'000, 12'000); ++i) {
    const std::string query = garbage(random);
    const ParsedQuery first = parse_query(query);
    const std::string printed = to_text(first.root);
    const ParsedQuery second = parse_query(printed);
    ASSERT_EQ(tree(second.root), tree(first.root)) << query << "\n=> " << printed;
    ASSERT_TRUE(second.root == first.root) << query;
    for (const GrammarNote& note : first.notes) {
      ASSERT_LE(note.note.column + note.note.length, first.text.size()) << query;
    }
  }
}

}  // namespace
}  // namespace idsearch::query
