// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_notes.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/read_text.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

constexpr const char* kBody = "Law\n\nA thing is so.[1] Another too.[2] And a third.[3]\n\n";
constexpr const char* kShownBody = "H Law\nP A thing is so.[1] Another too.[2] And a third.[3]\n";

std::string notes_of(const std::string& list) { return shown(read_text(kBody + list)); }

std::string with_body(const std::string& notes) { return kShownBody + notes; }

TEST(TextNotes, StandInManyLayouts) {
  const std::string expected = with_body("N1 Ann Author, ‘Title’.\nN2 ibid\nN3 Author (n 1).\n");
  for (const char* list : {
           "1.^\n\n\u00A0 Ann Author, ‘Title’.\n\n2.^\n\nibid\n\n3.^\n\n\u00A0Author (n 1).\n",
           "1.^\n\u00A0 Ann Author, ‘Title’.\n2.^\nibid\n3.^\n\u00A0Author (n 1).\n",
           "    1.^\n\n    Ann Author, ‘Title’.\n\n    2.^\n    ibid\n    3.^\n    Author (n 1).",
           "1.^ Ann Author, ‘Title’.\n2.^ ibid\n3.^ Author (n 1).\n",
           "1. ^ Ann Author, ‘Title’.\n\n2. ^ ibid\n\n3. ^\u00A0Author (n 1).\n",
           "^ 1. Ann Author, ‘Title’.\n^ 2. ibid\n^ 3. Author (n 1).\n",
           "1. Ann Author, ‘Title’.\n2. ibid\n3. Author (n 1).\n",
           "1. Ann Author, ‘Title’.\n\n2. ibid\n\n3. Author (n 1).\n",
           "[1] Ann Author, ‘Title’.\n[2] ibid\n[3] Author (n 1).\n",
           "1.\nAnn Author, ‘Title’.\n2.\nibid\n3.\nAuthor (n 1).\n",
           "1.\n\nAnn Author, ‘Title’.\n\n2.\n\nibid\n\n3.\n\nAuthor (n 1).\n",
           "1.\n^\nAnn Author, ‘Title’.\n2.\n^\nibid\n3.\n^\nAuthor (n 1).\n",
           "01.^ Ann Author, ‘Title’.\n02.^ ibid\n03.^ Author (n 1).\n",
           "1. Ann Author, ‘Title’.\n2.^\nibid\n^ 3. Author (n 1).\n",
           "1.^ Ann Author, ‘Title’.\n[2] ibid\n3. Author (n 1).\n",
           "1.^\r\n\r\n Ann Author,\r\n ‘Title’.\r\n2.^\r\nibid\r\n3.^\r\nAuthor\r\n(n 1).\r\n",
           "1.^ Ann Author,\n    ‘Title’.\n2.^ ibid\n3.^ Author\n    (n 1).\n",
           "1\tAnn Author, ‘Title’.\n2\tibid\n3\tAuthor (n 1).\n",
           "1.^  Ann Author,     3.^  Author (n 1).\n     ‘Title’.\n2.^  ibid\n",
           "1.^ Ann Author,       3.^ Author\n    ‘Title’.             (n 1).\n2.^ ibid\n",
           "[1] Ann Author,    [2] ibid\n    ‘Title’.\n[3] Author (n 1).\n",
           "1.^ Ann Author, ‘Title’.\t2.^ ibid\n3.^ Author (n 1).\n",
           "1. Ann Author,\n‘Title’.\n\n2. ibid\n\n3. Author\n(n 1).\n",
       }) {
    EXPECT_EQ(notes_of(list), expected) << list;
  }
}

TEST(TextNotes, HaveATitleThatIsNoSection) {
  for (const char* title : {"Notes", "Footnotes", "REFERENCES", "Endnotes:", "Sources"}) {
    EXPECT_EQ(notes_of(std::string(title) + "\n\n1. First\n\n2. Second\n\n3. Third\n"),
              with_body("N1 First\nN2 Second\nN3 Third\n"))
        << title;
    EXPECT_EQ(notes_of(std::string(title) + "\n1.^ First\n2.^ Second\n3.^ Third\n"),
              with_body("N1 First\nN2 Second\nN3 Third\n"))
        << title;
  }
}

TEST(TextNotes, MayBeginAboveOneSkipRepeatAndComeOutOfOrder) {
  EXPECT_EQ(notes_of("3.^\nc\n9.^\nd\n9.^\ne\n2.^\nb\n"), with_body("N3 c\nN9 d\nN9 e\nN2 b\n"));
}

TEST(TextNotes, EndAboveThanksAndACopyrightLine) {
  const NoteList list =
      take_notes(split_lines("Text.[1][2]\n\n1.^ ‘A’ (X 2001).\n\n2.^ ibid 5.\n\n"
                             "We thank all who answered us.\n\n© 2026 Watch\n"));
  ASSERT_EQ(list.notes.size(), 2U);
  EXPECT_EQ(list.notes[1].text, "ibid 5.");
  ASSERT_EQ(list.body.size(), 3U);
  EXPECT_EQ(list.body[1].text, "We thank all who answered us.");
}

TEST(TextNotes, AreNotWrappedTextThatBeginsWithTheNumberOfANoteBelow) {
  EXPECT_EQ(notes_of("1. Births Act 2002, s\n2. The rest is in ‘A’ (X 2001).\n\n"
                     "2. ‘B’ (X 2002) quotes paragraph\n3. of the letter.\n\n3. ibid 4.\n"),
            with_body("N1 Births Act 2002, s 2. The rest is in ‘A’ (X 2001).\n"
                      "N2 ‘B’ (X 2002) quotes paragraph 3. of the letter.\nN3 ibid 4.\n"));
  EXPECT_EQ(
      notes_of("[1] ‘A’ (X 2001).\n\n[2] ‘B’ (X 2002) quotes paragraph\n[3] of the letter.\n\n"
               "[3] ibid 4.\n"),
      with_body("N1 ‘A’ (X 2001).\nN2 ‘B’ (X 2002) quotes paragraph [3] of the letter.\n"
                "N3 ibid 4.\n"));
}

TEST(TextNotes, MayRepeatMoveAndBeMistypedWithoutCarets) {
  // Marks 1 to 3 stand in the body; "-" stands for the beginning of a note in either style.
  struct Case {
    const char* what;
    std::vector<std::pair<int, const char*>> notes;
  };
  const std::vector<Case> cases = {
      {"given twice", {{1, "‘A’ (X 2001)."}, {2, "ibid"}, {2, "‘B’ (X 2002)."}, {3, "ibid 4."}}},
      {"again at the end",
       {{1, "‘A’ (X 2001)."}, {2, "ibid"}, {3, "ibid 4."}, {1, "‘B’ (X 2002)."}}},
      {"two changed places", {{2, "‘A’ (X 2001)."}, {1, "‘B’ (X 2002)."}, {3, "ibid 4."}}},
      {"moved to the end", {{2, "‘A’ (X 2001)."}, {3, "ibid 4."}, {1, "‘B’ (X 2002)."}}},
      {"mistyped behind an ibid", {{1, "ibid 2"}, {102, "Births Act, s 4"}, {3, "ibid 4."}}},
      {"mistyped", {{1, "‘A’ (X 2001)."}, {102, "Births Act, s 4."}, {3, "ibid 4."}}},
  };
  for (const Case& c : cases) {
    std::string shown_notes;
    for (const auto& [number, text] : c.notes) {
      shown_notes += "N" + std::to_string(number) + " " + text + "\n";
    }
    for (const char* end : {"\n", "\n\n"}) {
      std::string plain, brackets;
      for (const auto& [number, text] : c.notes) {
        plain += std::to_string(number) + ". " + text + end;
        brackets += "[" + std::to_string(number) + "] " + text + end;
      }
      EXPECT_EQ(notes_of(plain), with_body(shown_notes)) << c.what << '\n' << plain;
      EXPECT_EQ(notes_of(brackets), with_body(shown_notes)) << c.what << '\n' << brackets;
    }
  }
}

TEST(TextNotes, InBracketsKeepWrappedLinesThatBeginWithANumber) {
  EXPECT_EQ(notes_of("[1] ‘A’ (X 2001).\n\n[2] Act 1990, s\n3. ibid\n\n[3] Author (n 1)\n2.\n"),
            with_body("N1 ‘A’ (X 2001).\nN2 Act 1990, s 3. ibid\nN3 Author (n 1) 2.\n"));
}

TEST(TextNotes, InBracketsMayBeWrappedBeforeTheNumberOfANoteBelow) {
  EXPECT_EQ(notes_of("[1] ‘A’ (X 2001).\n[2] Author (n 1), para\n[3] of it.\n[3] ibid.\n"),
            with_body("N1 ‘A’ (X 2001).\nN2 Author (n 1), para [3] of it.\nN3 ibid.\n"));
}

TEST(TextNotes, BeginBehindAListOfTheBodyThatCitesLaws) {
  EXPECT_EQ(notes_of("1. Births Act 1990\n2. Citizenship Act 2004\n\n1. ‘A’ (X 2001).\n2. ibid\n"
                     "3. ibid 4.\n"),
            with_body("I 1. Births Act 1990\nI 2. Citizenship Act 2004\nN1 ‘A’ (X 2001).\nN2 ibid\n"
                      "N3 ibid 4.\n"));
}

TEST(TextNotes, MayBeEmpty) {
  EXPECT_EQ(notes_of("1.^\n2.^\n\n3.^\nc\n"), with_body("N1 \nN2 \nN3 c\n"));
  EXPECT_EQ(notes_of("1.^\n\n2.^\n\n3.^"), with_body("N1 \nN2 \nN3 \n"));
}

TEST(TextNotes, MayHaveTheirLinkBackBehindTheNumberAndTheWordsOnTheNextLine) {
  for (const char* number : {"[1] ↑", "1. ^", "¹↑", "¹ ^", "1.\n^"}) {
    EXPECT_EQ(notes_of(std::string(number) + "\n‘A’ (X 2001).\n²↑ ibid 4.\n³ ibid\n"),
              with_body("N1 ‘A’ (X 2001).\nN2 ibid 4.\nN3 ibid\n"))
        << number;
  }
}

TEST(TextNotes, AreNotTheNumberedListsOfTheBody) {
  const std::string list = "1. a copy of the card;\n2. a letter of the chief;\n3. a fee.\n\n";
  const std::string items = "I 1. a copy of the card;\nI 2. a letter of the chief;\nI 3. a fee.\n";
  EXPECT_EQ(shown(read_text("Law\n\n" + list + "So it is.[1]\n\n1.^\nSource.\n")),
            "H Law\n" + items + "P So it is.[1]\nN1 Source.\n");
  EXPECT_EQ(shown(read_text("Law\n\n" + list + "So it is.[1]\n\n1. Source.\n")),
            "H Law\n" + items + "P So it is.[1]\nN1 Source.\n");
  EXPECT_EQ(shown(read_text("Law\n\nSo it is.[1]\n\n" + list + "1.^\nSource.\n")),
            "H Law\nP So it is.[1]\n" + items + "N1 Source.\n");
  EXPECT_EQ(shown(read_text("Law\n\nSo it is.[23]\n\n" + list + "23.^\nSource.\n")),
            "H Law\nP So it is.[23]\n" + items + "N23 Source.\n");
  EXPECT_EQ(shown(read_text("Law\n\nSo it is.\n\n" + list)), "H Law\nP So it is.\n" + items)
      << "no marks, no notes";
  EXPECT_EQ(shown(read_text("Law\n\nSo it is.[7]\n\n" + list)), "H Law\nP So it is.[7]\n" + items)
      << "the numbers answer no mark";
}

TEST(TextNotes, EndWithTheirLinkBackAndBeforeTheOwnerOfThePage) {
  EXPECT_EQ(
      notes_of(
          "1. Ann Author, ‘Title’. ↩\n2. ibid ↩︎\n3. Author (n 1). ↑\nSubscribe here\n"
          "© 2026 Example\n"),
      "H Law\nP A thing is so.[1] Another too.[2] And a third.[3]\nP Subscribe here\n"
      "P © 2026 Example\nN1 Ann Author, ‘Title’.\nN2 ibid\nN3 Author (n 1).\n");
  EXPECT_EQ(notes_of("1.^ a\n2.^ b\n3.^ c\nAll rights reserved.\n"),
            "H Law\nP A thing is so.[1] Another too.[2] And a third.[3]\nP All rights reserved.\n"
            "N1 a\nN2 b\nN3 c\n");
}

TEST(TextNotes, InRoundBracketsAnswerMarksInRoundBrackets) {
  for (const char* list :
       {"1) Doe, ‘T’ (X 2020).\n2) ibid 4.\n", "(1) Doe, ‘T’ (X 2020).\n(2) ibid 4.\n",
        "IV. Notes\n\n1) Doe, ‘T’ (X 2020).\n2) ibid 4.\n"}) {
    EXPECT_EQ(shown(read_text(std::string("Law\n\nIt is so (1). It costs.(2)\n\n") + list)),
              "H Law\nP It is so{1}. It costs.{2}\nN1 Doe, ‘T’ (X 2020).\nN2 ibid 4.\n")
        << list;
  }
  EXPECT_EQ(shown(read_text("Law\n\nIt needs:\n\n1) a card\n2) a fee\n")),
            "H Law\nP It needs:\nI 1) a card\nI 2) a fee\n");
}

TEST(TextNotes, KeepAddressesThatAreWrappedWhole) {
  EXPECT_EQ(notes_of("1. Ann Author, ‘Title’ <https://example.org/a-\nb/c> accessed 2 May\n2024.\n"
                     "2. ibid.\n3. Report of the govern-\nment (2020).\n"),
            with_body("N1 Ann Author, ‘Title’ <https://example.org/a-b/c> accessed 2 May 2024.\n"
                      "N2 ibid.\nN3 Report of the govern-ment (2020).\n"));
}

TEST(TextNotes, InBracketsMayStandBelowTheSectionThatCitesThem) {
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.[1] It costs.[2]\n\n[1] Births Act, s 4.\n[2] ibid s "
                            "5.\n\nPractice\n\nPolice scan.[3]\n\n[3] Doe, ‘T’ (X\n2020).\n")),
            "H Law\nP It is so.[1] It costs.[2]\nH Practice\nP Police scan.[3]\n"
            "N1 Births Act, s 4.\nN2 ibid s 5.\nN3 Doe, ‘T’ (X 2020).\n");
  // Numbers that begin anew are counted on.
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.[1] It costs.[2]\n\n[1] Births Act, s 4.\n[2] ibid s "
                            "5.\n\nPractice\n\nPolice scan.[1]\n\n[1] Doe, ‘T’ (X\n2020).\n")),
            "H Law\nP It is so.{1} It costs.{2}\nH Practice\nP Police scan.{3}\n"
            "N1 Births Act, s 4.\nN2 ibid s 5.\nN3 Doe, ‘T’ (X 2020).\n");
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.[1]\n\n[1] Births Act, s 4.\n\nPractice\n\nPolice "
                            "scan.[1]\n\n[1] Doe, ‘T’ (X 2020).\n")),
            "H Law\nP It is so.{1}\nH Practice\nP Police scan.{2}\n"
            "N1 Births Act, s 4.\nN2 Doe, ‘T’ (X 2020).\n");
  // A paragraph that begins with a mark, a sentence, a number that nothing marks.
  EXPECT_EQ(
      shown(read_text("Law\n\nIt is so.[1]\n\n[1] The state shall pay since 1990.\n\nPractice\n\n"
                      "[7] Doe, ‘T’ (X 2020).\n\nText.[2]\n\n2.^ ibid.\n")),
      "H Law\nP It is so.[1]\nP [1] The state shall pay since 1990.\nH Practice\n"
      "P [7] Doe, ‘T’ (X 2020).\nP Text.[2]\nN2 ibid.\n");
}

TEST(TextNotes, MayBeTheAddressesOfLinksBelowTwoTitles) {
  EXPECT_EQ(
      shown(read_text("   #[1]Feed [2]Home\n\n   Nepal\n\n   Last updated: 3 March 2026\n\nLaw\n\n"
                      "   The [3]department runs it. It\n   holds [4]data.\n\nReferences\n\n"
                      "   Visible links\n   1. https://x.org/f\n   2. https://x.org/\n"
                      "   3. https://x.org/d\n   4. https://x.org/e\n")),
      "H Law\nP The [3]department runs it. It holds [4]data.\nN1 https://x.org/f\n"
      "N2 https://x.org/\nN3 https://x.org/d\nN4 https://x.org/e\n");
}

TEST(TextNotes, BelowASectionMayAnswerANumberInMidSentence) {
  EXPECT_EQ(
      shown(read_text("Law\n\nA card has a chip [1] and a fee.[2]\n\n[1] Card Act 1999, s 5.\n"
                      "[2] Doe, ‘T’ (X 2020).\n\nCourts\n\nThey sit.[3]\n\n[3] ibid.\n")),
      "H Law\nP A card has a chip [1] and a fee.[2]\nH Courts\nP They sit.[3]\n"
      "N1 Card Act 1999, s 5.\nN2 Doe, ‘T’ (X 2020).\nN3 ibid.\n");
}

TEST(TextNotes, MayHaveSmallRomanNumbersInBrackets) {
  for (const char* title : {"", "Endnotes\n\n"}) {
    EXPECT_EQ(
        shown(read_text(std::string("Law\n\nIt is so.[i] It costs.[ii][iii] [v] is none.\n\n") +
                        title + "[i] Doe, ‘T’ (X\n2020).\n[ii] ibid 4.\n\n[iii] Doe (n 1).\n")),
        "H Law\nP It is so.{i} It costs.{ii}{iii} [v] is none.\nNi Doe, ‘T’ (X 2020).\n"
        "Nii ibid 4.\nNiii Doe (n 1).\n")
        << title;
  }
  EXPECT_EQ(shown(read_text("Law\n\nAn app followed.[i], [ii]\n\n[i] Doe, ‘T’ (X 2020).\n"
                            "[ii] ibid 4.\n")),
            "H Law\nP An app followed.{i}{ii}\nNi Doe, ‘T’ (X 2020).\nNii ibid 4.\n")
      << "no heading";
  // Nothing marks them; a list of the body.
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.\n\n[i] a card\n[ii] a fee\n")).find("\nN"),
            std::string::npos);
}

TEST(TextNotes, WithoutMarksMustBeCitationsAllTheSame) {
  const std::string body = "Law\n\nSo it is.\n\n";
  const std::string shown_body = "H Law\nP So it is.\n";
  struct Case {
    const char* list;
    const char* shown;
  };
  constexpr Case kCases[] = {
      {"1. Doe, 'T' (2020).\n2. ibid 4.\n3. Doe (n 1) 4-5.\n",
       "N1 Doe, 'T' (2020).\nN2 ibid 4.\nN3 Doe (n 1) 4-5.\n"},
      {"1. Births Act 1990, s 4.\n\n2. Doe, “T” (X 2020).\n\n3. Roe, T <https://x.org/t>.\n",
       "N1 Births Act 1990, s 4.\nN2 Doe, “T” (X 2020).\nN3 Roe, T <https://x.org/t>.\n"},
      {"1. https://x.org/a\n2. https://x.org/b\n", "N1 https://x.org/a\nN2 https://x.org/b\n"},
      // Not from 1, or nothing that only notes have.
      {"2. ibid 4.\n3. Doe (n 1) 4-5.\n", "I 2. ibid 4.\nI 3. Doe (n 1) 4-5.\n"},
      {"1. Births Act 1990\n2. Citizenship Act 2004\n",
       "I 1. Births Act 1990\nI 2. Citizenship Act 2004\n"},
      {"1. Apply at https://x.org within a week.\n2. Pay at https://y.org the fee of 2020.\n",
       "I 1. Apply at https://x.org within a week.\nI 2. Pay at https://y.org the fee of 2020.\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(shown(read_text(body + c.list)), shown_body + c.shown) << c.list;
  }
}

TEST(TextNotes, KeepWrappedLinesThatBeginWithANumber) {
  EXPECT_EQ(notes_of("1.^\nAct No.\n12. May it be\n2.^\nibid\n3.^\nx"),
            with_body("N1 Act No. 12. May it be\nN2 ibid\nN3 x\n"));
  EXPECT_EQ(notes_of("1. ‘Report of\n2019’ (n 4)\n44. Sitting of\n2. ibid\n3. ‘x’"),
            with_body("N1 ‘Report of 2019’ (n 4) 44. Sitting of\nN2 ibid\nN3 ‘x’\n"));
}

TEST(TextNotes, KeepWrappedLinesThatBeginWithTheNextNumber) {
  EXPECT_EQ(notes_of("1.^ a.\n2.^ Book (Publisher 2012)\n3. Auflage.\n3.^ ibid\n"),
            with_body("N1 a.\nN2 Book (Publisher 2012) 3. Auflage.\nN3 ibid\n"));
  EXPECT_EQ(notes_of("1.^\n\na, para\n\n2.\n\n2.^\n\nibid\n\n3.^\n\nc\n"),
            with_body("N1 a, para 2.\nN2 ibid\nN3 c\n"));
  EXPECT_EQ(notes_of("1.^\nAct 1990, s\n2. Further.\n2.^\nTwo.\n3.^\nibid\n"),
            with_body("N1 Act 1990, s 2. Further.\nN2 Two.\nN3 ibid\n"));
  EXPECT_EQ(notes_of("1.^\na.\n2.^\nb.\n3.^\nSmith\n(n 1)\n4.\n"),
            with_body("N1 a.\nN2 b.\nN3 Smith (n 1) 4.\n"));
}

TEST(TextNotes, MayLackTheCaretWhereTheyFillAGapOfTheList) {
  EXPECT_EQ(notes_of("1.^ a.\n2. Births Act, s 4.\n3.^ c.\n"),
            with_body("N1 a.\nN2 Births Act, s 4.\nN3 c.\n"));
}

TEST(TextNotes, AreNotTheSentencesThatEndTheBody) {
  const std::string marks = "Law\n\nThis is so.[1] And this.[2]\n\n";
  const std::string shown_marks = "H Law\nP This is so.[1] And this.[2]\n";
  EXPECT_EQ(shown(read_text(marks + "The steps are these:\n\n1. The state shall register all.\n2. "
                                    "The clerk shall sign.\n3. Nothing else.\n")),
            shown_marks +
                "P The steps are these:\nI 1. The state shall register all.\n"
                "I 2. The clerk shall sign.\nI 3. Nothing else.\n");
  EXPECT_EQ(shown(read_text(marks + "1. The office was closed in 2015.\n2. It is open.\n")),
            shown_marks + "I 1. The office was closed in 2015.\nI 2. It is open.\n");
  EXPECT_EQ(shown(read_text(marks + "It needs:\n\n1. A birth certificate\n2. A photograph\n")),
            shown_marks + "P It needs:\nI 1. A birth certificate\nI 2. A photograph\n");
}

TEST(TextNotes, MayBeShortNamesOfStatutesAndBooksWithoutAddress) {
  const std::string marks = "Law\n\nThis is so.[1] And this.[2]\n\n";
  const std::string shown_marks = "H Law\nP This is so.[1] And this.[2]\n";
  for (const char* list : {"1. Births Act, s 4\n2. Constitution of Fiji\n",
                           "1. Jane Poe, Who Is Counted (Publisher 2012)\n2. Poe (n 1)\n",
                           "1. Poe, ‘What Must Be Said’ (Site)\n2. The bill is pending.\n",
                           "[1] The bill is pending.\n[2] It may pass.\n",
                           "Notes\n1. The bill is pending.\n2. It may pass.\n"}) {
    EXPECT_EQ(read_text(marks + list).notes.size(), 2U) << list;
  }
}

TEST(TextNotes, LeaveAFooterOfTheSiteAlone) {
  EXPECT_EQ(notes_of("1.^\n\na.\n\n2.^\n\nb.\n\n3.^\n\nc.\n\nBack to top\n"),
            with_body("N1 a.\nN2 b.\nN3 c.\n"));
  EXPECT_EQ(notes_of("1.^\n\na.\n\n2.^\n\nb.\n\n3.^\n\nc.\n\nAll rights are reserved.\n"),
            with_body("P All rights are reserved.\nN1 a.\nN2 b.\nN3 c.\n"));
  EXPECT_EQ(notes_of("1.^\n\na.\n\nMore.\n\n2.^\n\nb.\n\n3.^\n\nc.\n\nMore.\n"),
            with_body("N1 a. More.\nN2 b.\nN3 c. More.\n"))
      << "notes of several blocks";
}

TEST(TextNotes, EndWhereAKnownHeadingBegins) {
  EXPECT_EQ(shown(read_text("Overview\n\nSo.[1]\n\n1.^\n\na.\n\nLaw\n\nThus.[2]\n\n2.^\n\nb.\n")),
            "H Overview\nP So.[1]\nH Law\nP Thus.[2]\nN1 a.\nN2 b.\n");
}

TEST(TextNotes, WithCaretsBelowSectionsLeaveTheSectionsBehindThemAlone) {
  // The heading is none that is known, so that only the mark tells.
  for (const char* number : {"2", "1"}) {
    const std::string n = number;
    for (const std::string list : {"1.^\n\na.\n\n", "1.^ a.\n\n", "^ 1. a.\n\n"}) {
      EXPECT_EQ(shown(read_text("Overview\n\nSo.[1]\n\n" + list + "Courts\n\nThey sit.\n\nThus.[" +
                                n + "]\n\n" + n + ".^\n\nb.\n\nMore of it.\n\n3.^ c.\n")),
                n == "1" ? "H Overview\nP So.{1}\nH Courts\nP They sit.\nP Thus.{2}\nN1 a.\n"
                           "N2 b. More of it.\nN4 c.\n"
                         : "H Overview\nP So.[1]\nH Courts\nP They sit.\nP Thus.[2]\nN1 a.\n"
                           "N2 b. More of it.\nN3 c.\n")
          << list;
    }
  }
  EXPECT_EQ(notes_of("1.^\n\na.\n\nMore, see Doe [44].\n\n2.^\n\nb.\n\n3.^\n\nc.\n"),
            with_body("N1 a. More, see Doe [44].\nN2 b.\nN3 c.\n"))
      << "a place in a judgment";
}

TEST(TextNotes, InNumberedListsMayStandBelowTheSectionsThatCiteThem) {
  const std::string first =
      "Law\n\nIt is so.[1] It costs.[2]\n\n1. Births Act, s 4.\n\n2. ibid s 5.\n\n";
  const std::string shown_first = "H Law\nP It is so.[1] It costs.[2]\n";
  EXPECT_EQ(shown(read_text(first + "Practice\n\nPolice scan.[1]\n\n1. Doe, ‘T’ (X 2020).\n")),
            "H Law\nP It is so.{1} It costs.{2}\n"
            "H Practice\nP Police scan.{3}\nN1 Births Act, s 4.\nN2 ibid s 5.\n"
            "N3 Doe, ‘T’ (X 2020).\n");
  EXPECT_EQ(shown(read_text(first + "Practice\n\nPolice scan.[3][1]\n\n3. Doe, ‘T’\n(X 2020).\n")),
            shown_first +
                "H Practice\nP Police scan.[3][1]\nN1 Births Act, s 4.\nN2 ibid s 5.\n"
                "N3 Doe, ‘T’ (X 2020).\n");
  // A list of laws in the body, before notes that all stand at the end.
  const std::string laws =
      "Law\n\nThere are two.[1] They help.[2]\n\n1. Births Act 1999.\n\n2. Deaths Act 1999.\n\n"
      "Police scan.[3]";
  const std::string notes = "1. Doe, ‘T’ (X 2020).\n\n2. ibid.\n\n3. Roe, ‘U’ (Y 2021).\n";
  for (const char* again : {"", "[1]"}) {
    EXPECT_EQ(
        shown(read_text(laws + again + "\n\n" + notes)),
        "H Law\nP There are two.[1] They help.[2]\nI 1. Births Act 1999.\nI 2. Deaths Act 1999.\n"
        "P Police scan.[3]" +
            std::string(again) + "\nN1 Doe, ‘T’ (X 2020).\nN2 ibid.\nN3 Roe, ‘U’ (Y 2021).\n");
  }
}

TEST(TextNotes, ThatBeginFromOneBelowEachSectionAnswerTheMarksAboveThem) {
  const std::string notes =
      "N1 Doe, ‘T’ (X 2020).\nN2 ibid 5.\nN3 Roe, ‘U’ (Y 2021).\nN4 Roe (n 1).\n";
  struct Layout {
    const char* first;
    const char* second;
  };
  const Layout kLayouts[] = {
      {"1. Doe, ‘T’ (X 2020).\n\n2. ibid 5.\n\n", "1. Roe, ‘U’ (Y 2021).\n\n2. Roe (n 1).\n"},
      {"[1] Doe, ‘T’ (X 2020).\n[2] ibid 5.\n\n", "[1] Roe, ‘U’ (Y 2021).\n[2] Roe (n 1).\n"},
      {"1.^\n\nDoe, ‘T’ (X 2020).\n\n2.^\nibid 5.\n\n",
       "1.^\n\nRoe, ‘U’ (Y 2021).\n\n2.^\n\nRoe (n 1).\n"},
      {"Notes\n\n1. Doe, ‘T’ (X 2020).\n2. ibid 5.\n\n",
       "Notes\n\n1. Roe, ‘U’ (Y 2021).\n2. Roe (n 1).\n"},
  };
  for (const Layout& layout : kLayouts) {
    EXPECT_EQ(
        shown(read_text(std::string("Law\n\nIt is so.[1] It costs.[2]\n\n") + layout.first +
                        "Data Protection\n\nPolice scan.[1] Nobody asks.[2]\n\n" + layout.second)),
        "H Law\nP It is so.{1} It costs.{2}\n"
        "H Data Protection\nP Police scan.{3} Nobody asks.{4}\n" +
            notes)
        << layout.first;
  }
  // Raised marks, and a mark that comes twice.
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.¹ It costs.² It is.¹\n\n1. Doe, ‘T’ (X 2020).\n\n"
                            "2. ibid 5.\n\nData Protection\n\nPolice scan.¹ Nobody asks.²\n\n"
                            "1. Roe, ‘U’ (Y 2021).\n\n2. Roe (n 1).\n")),
            "H Law\nP It is so.{1} It costs.{2} It is.{1}\n"
            "H Data Protection\nP Police scan.{3} Nobody asks.{4}\n" +
                notes);
  // A mark that no list answers dangles, where the labels of the second list reach its number, too.
  EXPECT_EQ(
      shown(read_text("Law\n\nIt is so.[1] It costs.[2]\n\n[1] Doe, ‘T’ (X 2020).\n[2] ibid 5."
                      "\n\nData Protection\n\nPolice scan.[1][4]\n\n[1] Roe, ‘U’ (Y 2021).\n"
                      "[2] Roe (n 1).\n")),
      "H Law\nP It is so.{1} It costs.{2}\nH Data Protection\nP Police scan.{3}{8}\n" + notes);
  // A note that nobody cites, in a longer list than the first.
  EXPECT_EQ(shown(read_text("Law\n\nIt is so.[1]\n\n[1] Doe, ‘T’ (X 2020).\n\nData Protection\n\n"
                            "Police scan.[1][3]\n\n[1] ibid 5.\n[2] Roe, ‘U’ (Y 2021).\n"
                            "[3] Roe (n 2).\n")),
            "H Law\nP It is so.{1}\nH Data Protection\nP Police scan.{2}{4}\n"
            "N1 Doe, ‘T’ (X 2020).\nN2 ibid 5.\nN3 Roe, ‘U’ (Y 2021).\nN4 Roe (n 2).\n");
  // A mark that its list does not answer, but another one: which is meant cannot be told.
  EXPECT_EQ(
      shown(read_text("Law\n\nIt is so.[1] It costs.[2]\n\n[1] Doe, ‘T’ (X 2020).\n[2] ibid 5."
                      "\n\nData Protection\n\nPolice scan.[1][2]\n\n[1] Roe, ‘U’ (Y 2021).\n")),
      "H Law\nP It is so.[1] It costs.[2]\nH Data Protection\nP Police scan.[1][2]\n"
      "N1 Doe, ‘T’ (X 2020).\nN2 ibid 5.\nN1 Roe, ‘U’ (Y 2021).\n");
}

TEST(TextNotes, AreAnsweredByMarksThatSayThatTheyAreNotes) {
  const std::string body = "Law\n\nA thing is so.[n 1] Another too.[fn 2]\n\n";
  for (const char* list :
       {"1. Doe, ‘T’ (X 2020).\n2. ibid 5.\n", "[n 1] Doe, ‘T’ (X 2020).\n[n 2] ibid 5.\n",
        "[fn1] Doe, ‘T’ (X 2020).\n\n[fn2] ibid 5.\n",
        "1.^\n\nDoe, ‘T’ (X 2020).\n\n2.^\n\nibid 5.\n"}) {
    EXPECT_EQ(
        shown(read_text(body + list)),
        "H Law\nP A thing is so.[n 1] Another too.[fn 2]\nN1 Doe, ‘T’ (X 2020).\nN2 ibid 5.\n")
        << list;
  }
}

TEST(TextNotes, KnowTheirLines) {
  const RawProfile raw = read_text("Law\n\nSo.[1]\n\n1.^\n\n\u00A0a\n2.^\nb\n");
  ASSERT_EQ(raw.notes.size(), 2u);
  EXPECT_EQ(raw.notes[0].line, 5u);
  EXPECT_EQ(raw.notes[1].line, 8u);
  EXPECT_TRUE(raw.has_note_list);
  EXPECT_FALSE(read_text("Law\n\nSo.[1]\n").has_note_list);
}

}  // namespace
}  // namespace idsearch::indexer
