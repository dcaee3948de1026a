// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/marks.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace idsearch::indexer {
namespace {

// A profile with notes 1 to `notes` and these paragraphs.
RawProfile raw_profile(int notes, const std::vector<std::string>& paragraphs = {}) {
  RawProfile raw;
  for (int n = 1; n <= notes; ++n) raw.notes.push_back({std::to_string(n), "Source.", 0});
  for (const std::string& text : paragraphs) {
    RawBlock block;
    block.text = text;
    raw.blocks.push_back(block);
  }
  return raw;
}

// The text with "{label}" put in where each mark stands.
std::string with_marks(const MarkedText& marked) {
  std::string out = marked.text;
  for (std::size_t i = marked.marks.size(); i-- > 0;) {
    out.insert(marked.marks[i].at, "{" + marked.marks[i].note + "}");
  }
  return out;
}

std::string taken(const std::string& text, int notes = 36) {
  const MarkRule rule(raw_profile(notes, {text}));
  return with_marks(take_marks(text, rule));
}

struct MarkCase {
  const char* text;
  const char* shown;
};

TEST(Marks, StandBehindTheWordsToTheirLeft) {
  constexpr MarkCase kCases[] = {
      {"It ends.[4] Next.", "It ends.{4} Next."},
      {"It ends[4]. Next.", "It ends{4}. Next."},
      {"First,[4] second.", "First,{4} second."},
      {"He said ‘so.’[4] Next", "He said ‘so.’{4} Next"},
      {"He said “so”.[4]", "He said “so”.{4}"},
      {"Some 40%[4] of them", "Some 40%{4} of them"},
      {"the register).[4]To enrol", "the register).{4}To enrol"},
      {"[4]To enrol", "{4}To enrol"},
      {"", ""},
      {"[4]", "{4}"},
      {"Ein Satz\u3002[4]\u6B21", "Ein Satz\u3002{4}\u6B21"},
  };
  for (const MarkCase& c : kCases) EXPECT_EQ(taken(c.text), c.shown) << c.text;
}

TEST(Marks, TakeTheBlanksBeforeThemAlongUnlessAWordFollows) {
  constexpr MarkCase kCases[] = {
      {"the project. [12]", "the project.{12}"},
      {"the project. [12] ", "the project.{12}"},
      {"the project. [12]\u00A0", "the project.{12}"},
      {"the project. [12] And", "the project.{12} And"},
      {"the project.  [12]  And", "the project.{12}  And"},
      {"the project [12]and so", "the project{12} and so"},
      {"the project\u00A0[12]and so", "the project{12}\u00A0and so"},
      {"the project [12].", "the project{12}."},
      {"the project [12], and", "the project{12}, and"},
      {"the project.[12]  And", "the project.{12}  And"},
      {"the project.[12]\u00A0And", "the project.{12}\u00A0And"},
      {"\u00A0the  project\u00A0 ", "the  project"},
  };
  for (const MarkCase& c : kCases) EXPECT_EQ(taken(c.text), c.shown) << c.text;
}

TEST(Marks, ComeInGroups) {
  constexpr MarkCase kCases[] = {
      {"So.[3][4] Next", "So.{3}{4} Next"},     {"So.[17] [18] Next", "So.{17}{18} Next"},
      {"So.[17]  [18]Next", "So.{17}{18}Next"}, {"So.[8],[9] Next", "So.{8}{9} Next"},
      {"So.[8], [9] Next", "So.{8}{9} Next"},   {"So.[3, 4] Next", "So.{3}{4} Next"},
      {"So.[3,4,7] Next", "So.{3}{4}{7} Next"}, {"So.[3; 4] Next", "So.{3}{4} Next"},
      {"So.[3–5] Next", "So.{3}{4}{5} Next"},   {"So.[3-5] Next", "So.{3}{4}{5} Next"},
      {"So.[3]–[5] Next", "So.{3}{4}{5} Next"}, {"So.[1, 3–5]", "So.{1}{3}{4}{5}"},
      {"So.[ 7 ] Next", "So.{7} Next"},         {"So.[007]", "So.{7}"},
      {"So.[8], and", "So.{8}, and"},           {"So.[5–3] Next", "So.[5–3] Next"},
  };
  for (const MarkCase& c : kCases) EXPECT_EQ(taken(c.text), c.shown) << c.text;
}

TEST(Marks, MaySayThatTheyAreNotesWhereTheNoteIsGiven) {
  constexpr MarkCase kCases[] = {
      {"They enrol.[n 1] At home", "They enrol.{1} At home"},
      {"They enrol [n 1].", "They enrol{1}."},
      {"They enrol [fn 12] at home", "They enrol{12} at home"},
      {"They enrol.[fn. 1][FN2]", "They enrol.{1}{2}"},
      {"They enrol.[Note 1]", "They enrol.{1}"},
      {"They enrol.[footnote\u00A01]", "They enrol.{1}"},
      {"They enrol.[nn 1, 3–5]", "They enrol.{1}{3}{4}{5}"},
      {"They enrol ([n 1]) at", "They enrol{1} at"},
      // No such note, a road, words.
      {"They enrol.[n 99]", "They enrol.[n 99]"},
      {"They enrol.[n 37]", "They enrol.[n 37]"},
      {"They drive on the [N1] and [N 1].", "They drive on the [N1] and [N 1]."},
      {"They fill in [Form 2] and [n/a] and [n].", "They fill in [Form 2] and [n/a] and [n]."},
      {"“[n 1] cards”", "“[n 1] cards”"},
  };
  for (const MarkCase& c : kCases) EXPECT_EQ(taken(c.text), c.shown) << c.text;
  EXPECT_EQ(taken("They enrol.[n 1]", 0), "They enrol.[n 1]");
}

TEST(Marks, TakeAlongTheBracketsThatHoldNothingElse) {
  constexpr MarkCase kCases[] = {
      {"They enrol ( [1] ) at home.", "They enrol{1} at home."},
      {"They enrol ([1]) at home.", "They enrol{1} at home."},
      {"They enrol.([1]) At home", "They enrol.{1} At home"},
      {"They enrol. ( [1] )", "They enrol.{1}"},
      {"They enrol ([1]).", "They enrol{1}."},
      {"They enrol ([1])at home", "They enrol{1} at home"},
      {"They enrol ( [ 1 ] ) at", "They enrol{1} at"},
      {"They enrol [1 ] or [ 2] or [ 3 ].", "They enrol{1} or{2} or{3}."},
      {"They enrol ([1], [2]) at", "They enrol{1}{2} at"},
      {"They enrol ( [1][2] ) at", "They enrol{1}{2} at"},
      {"They enrol ([1]–[3]) at", "They enrol{1}{2}{3} at"},
      {"They enrol ([1] and [3]) at", "They enrol{1}{3} at"},
      {"They enrol ([1, 2]) at", "They enrol{1}{2} at"},
      {"They enrol [[1]] at", "They enrol{1} at"},
      {"登録する（[1]）。", "登録する{1}。"},
      {"([1]) They enrol", "{1}They enrol"},
      // Brackets with words of their own stay, and so does what is no mark.
      {"They enrol (see [1]) at", "They enrol (see{1}) at"},
      {"(They enrol [1])", "(They enrol{1})"},
      {"They enrol ([1] or so)", "They enrol ([1] or so)"},
      {"“([1] children)”", "“([1] children)”"},
      {"They enrol ([2019]) at", "They enrol ([2019]) at"},
      {"They enrol ([250]) at", "They enrol ([250]) at"},
      {"They enrol ([1], [2019]) at", "They enrol ([1], [2019]) at"},
      {"They enrol ([1] at", "They enrol ([1] at"},
      {"They enrol () at", "They enrol () at"},
  };
  for (const MarkCase& c : kCases) EXPECT_EQ(taken(c.text), c.shown) << c.text;
}

TEST(Marks, AreNotYearsNorInsertionsOfEditors) {
  for (const char* text :
       {"A v B [2020] ICJ Rep 3", "the ‘[sic]’ form", "of [the islands] and",
        "fill in [Form 2] now", "note [12a] here", "a [ ] box", "[]", "[", "[12", "12]", "[1,]",
        "[,1]", "[1-]", "[1 2]", "he said “[12] children were left”", "a sum of [250] euros", "[0]",
        "telephone: [965] 2259", "aged [15–49] years"}) {
    EXPECT_EQ(taken(text, 20), text);
  }
}

TEST(Marks, AreNotPlacesInTextsWhoseNotesAreMarkedElsewhere) {
  for (const char* text : {"He said: “They are not [1] a tribe [2] of ours”.[3] So.[1] And so.[2]",
                           "The court held at [44]–[47] that it is so.[44] Or so.[47]",
                           "The court held so at [12]. Another held so.[12]",
                           "See para [12] and paras [13], [14] of it.[12] So.[13] And.[14]"}) {
    std::string expected = text;
    for (std::size_t at = expected.find('.'); at != std::string::npos;
         at = expected.find('.', at)) {
      ++at;
      if (at == expected.size() || expected[at] != '[') continue;
      expected[at] = '{';
      expected[expected.find(']', at)] = '}';
    }
    EXPECT_EQ(taken(text, 50), expected);
  }
  EXPECT_EQ(taken("He said: “They are not [1] a tribe”.[2]"),
            "He said: “They are not{1} a tribe”.{2}");
  EXPECT_EQ(taken("It is what people look at [12] and so.[13]"),
            "It is what people look at{12} and so.{13}");
  EXPECT_EQ(taken("The card [12] and so.[12]"), "The card{12} and so.{12}");
}

TEST(Marks, WithoutANoteAreMarksWhereMarksStand) {
  EXPECT_EQ(taken("It ends.[99] Next."), "It ends.{99} Next.");
  EXPECT_EQ(taken("It ends. [99] Next."), "It ends.{99} Next.");
  EXPECT_EQ(taken("It ends[99]"), "It ends{99}");
  EXPECT_EQ(taken("Article 5 [12] of", 36), "Article 5{12} of") << "note 12 exists";
  EXPECT_EQ(taken("Article 5 [37] of", 36), "Article 5{37} of") << "the list may have lost its end";
  EXPECT_EQ(taken("Article 5 [99] of", 36), "Article 5 [99] of") << "fits no sequence";
  EXPECT_EQ(taken("Article 5 [99]of", 36), "Article 5{99} of") << "no blank behind";
}

TEST(Marks, OfAPageWithoutNotesFollowTheNumbersInFirmPlaces) {
  const auto raw = raw_profile(0, {"One.[4] Two.[6]", "The third [7] of them paid [250] each."});
  const MarkRule rule(raw);
  EXPECT_EQ(with_marks(take_marks(raw.blocks[0].text, rule)), "One.{4} Two.{6}");
  EXPECT_EQ(with_marks(take_marks(raw.blocks[1].text, rule)),
            "The third{7} of them paid [250] each.");
  const auto none = raw_profile(0, {"They paid [250] each."});
  EXPECT_EQ(with_marks(take_marks(none.blocks[0].text, MarkRule(none))), none.blocks[0].text);
}

// Whatever the text: marks ascend, lie on character boundaries, and nothing but brackets of digits,
// separators in groups and blanks is lost.
TEST(Marks, LoseNothingButThemselves) {
  constexpr const char* kPieces[] = {"[", "]",      "1",      "23",    "[4]",    "[5]",
                                     " ", "\u00A0", ",",      ".",     "–",      "wörd",
                                     "“", "”",      "[6, 7]", "[8–9]", "[2019]", "\u4E2D"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t length = random() % 12; length > 0; --length) {
      text += kPieces[random() % std::size(kPieces)];
    }
    const MarkedText marked = take_marks(
        text, [](std::string_view, MarkPlace place) { return place == MarkPlace::Firm; });
    std::size_t last = 0;
    for (const Mark& mark : marked.marks) {
      ASSERT_LE(last, mark.at) << text;
      ASSERT_LE(mark.at, marked.text.size()) << text;
      const bool boundary = mark.at == marked.text.size() ||
                            (static_cast<unsigned char>(marked.text[mark.at]) & 0xC0) != 0x80;
      ASSERT_TRUE(boundary) << text;
      last = mark.at;
    }
    if (marked.marks.empty()) continue;
    // The letters survive in order.
    const auto letters = [](const std::string& s) {
      std::string out;
      for (const char c : s) {
        if ((static_cast<unsigned char>(c) & 0x80) != 0 && c != '\xC2' && c != '\xA0') out += c;
        if (c >= 'a' && c <= 'z') out += c;
      }
      std::string plain;
      for (std::size_t i = 0; i < out.size();) {  // the dash of a range goes with its marks
        if (out.compare(i, 3, "–") == 0) {
          i += 3;
        } else {
          plain += out[i++];
        }
      }
      return plain;
    };
    ASSERT_EQ(letters(marked.text), letters(text));
  }
}

}  // namespace
}  // namespace idsearch::indexer
