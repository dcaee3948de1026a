// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/mark_styles.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_text.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

// `count` notes that can be nothing else.
std::string style_notes(int count, const std::string& number_end = ". ") {
  std::string out;
  for (int i = 1; i <= count; ++i)
    out += std::to_string(i) + number_end + "Doe, ‘T" + std::to_string(i) + "’ (X 2020).\n";
  return out;
}

// The only block of a dump with these notes, marks as "{2}".
std::string style_marked(const std::string& text, int count, const std::string& number_end = ". ") {
  const std::string all =
      shown(read_text("Law\n\n" + text + "\n\n" + style_notes(count, number_end)));
  const std::string head = "H Law\nP ";
  if (!all.starts_with(head)) return all;
  const std::size_t end = all.find('\n', head.size());
  const std::size_t last = all.rfind("N" + std::to_string(count) + " ");
  return last == std::string::npos ? "no notes: " + all.substr(head.size())
                                   : all.substr(head.size(), end - head.size());
}

struct StyleCase {
  const char* text;
  int notes;
  const char* marked;
};

TEST(MarkStyles, RaisedDigitsOfWhichThereAreNotesAreMarks) {
  constexpr StyleCase kCases[] = {
      {"A card¹ is so.² It costs.³", 3, "A card{1} is so.{2} It costs.{3}"},
      {"It is so.¹,² It costs.³", 3, "It is so.{1}{2} It costs.{3}"},
      {"It is so.¹–³ It costs.⁴", 4, "It is so.{1}{2}{3} It costs.{4}"},
      {"“It is so.”¹ ² It costs.³", 3, "“It is so.”{1}{2} It costs.{3}"},
      {"It is so.¹⁰ It costs (or not)¹² and so.¹ ", 12,
       "It is so.{10} It costs (or not){12} and so.{1}"},
      {"It is so. ¹ It costs. ²", 2, "It is so.{1} It costs.{2}"},
      {"It is so.¹It costs.²", 2, "It is so.{1}It costs.{2}"},
      {"It has 440 km² and 3 m³ of 10⁶ for R² people.¹ It costs.²", 6,
       "It has 440 km² and 3 m³ of 10⁶ for R² people.{1} It costs.{2}"},
      {"It came in 2019¹ and in 2020² and went.³", 3,
       "It came in 2019{1} and in 2020{2} and went.{3}"},
      {"It is so.¹ It costs.⁴", 3, "It is so.{1} It costs.{4}"},
      {"It is so.¹ It costs.²⁰⁰", 3, "It is so.{1} It costs.²⁰⁰"},
      {"It is so.¹ In [the] (²) it costs.²", 2, "It is so.{1} In [the] (²) it costs.{2}"},
  };
  for (const StyleCase& c : kCases) {
    EXPECT_EQ(style_marked(c.text, c.notes), c.marked) << c.text;
    EXPECT_EQ(style_marked(c.text, c.notes, ".^ "), c.marked) << c.text;
  }
}

TEST(MarkStyles, RaisedDigitsWithoutNotesAreText) {
  EXPECT_EQ(shown(read_text("Law\n\nIt has 440 km² of land.¹ It costs.²\n")),
            "H Law\nP It has 440 km² of land.¹ It costs.²\n");
  EXPECT_EQ(style_marked("It has 440 km² of land.[1] It costs.[2]", 2),
            "It has 440 km² of land.[1] It costs.[2]");
}

TEST(MarkStyles, RaisedDigitsBesideSquareBracketsMustBeBeyondDoubt) {
  EXPECT_EQ(style_marked("Cards cost 5¹ or 7².[1] It is so.[2] It was.³", 3),
            "Cards cost 5¹ or 7².{1} It is so.{2} It was.{3}");
  EXPECT_EQ(style_marked("It is so.[1] It costs.¹ It was.[2]", 2),
            "It is so.[1] It costs.¹ It was.[2]");
}

TEST(MarkStyles, RaisedDigitsMayNumberTheNotes) {
  for (const char* list :
       {"¹ Doe, ‘T’ (X 2020).\n² ibid 4.\n", "¹Doe, ‘T’ (X 2020).\n\n²ibid 4.\n"}) {
    EXPECT_EQ(shown(read_text(std::string("Law\n\nIt is so.¹ It costs.²\n\n") + list)),
              "H Law\nP It is so.{1} It costs.{2}\nN1 Doe, ‘T’ (X 2020).\nN2 ibid 4.\n")
        << list;
  }
}

TEST(MarkStyles, RaisedDigitsBehindAKnownHeadingAreMarksOfIt) {
  EXPECT_EQ(shown(read_text("Law\n\nData Protection¹\n\nIt costs.²\n\n" + style_notes(2))),
            "H Law\nH Data Protection{1}\nP It costs.{2}\nN1 Doe, ‘T1’ (X 2020).\n"
            "N2 Doe, ‘T2’ (X 2020).\n");
}

TEST(MarkStyles, RoundBracketsAreMarksWhereThereAreNoOthers) {
  constexpr StyleCase kCases[] = {
      {"A card is so (1). It costs.(2) It is needed (3).", 3,
       "A card is so{1}. It costs.{2} It is needed{3}."},
      {"It is so. (1) It costs. (2) It is needed. (3)", 3,
       "It is so.{1} It costs.{2} It is needed.{3}"},
      {"It is so (1, 2). It costs (3)(4).", 4, "It is so{1}{2}. It costs{3}{4}."},
      {"Section 5(1) and art (2) say so.(1) It costs.(2)", 2,
       "Section 5(1) and art (2) say so.{1} It costs.{2}"},
      {"It needs (1) a card and (2) a fee.(1) It costs.(2)", 2,
       "It needs (1) a card and (2) a fee.{1} It costs.{2}"},
      {"It is so.[1] It needs (1) a card and a fee (2).[2]", 2,
       "It is so.[1] It needs (1) a card and a fee (2).[2]"},
      {"It is so.¹ It needs (1) a card and a fee (2).²", 2,
       "It is so.{1} It needs (1) a card and a fee (2).{2}"},
  };
  for (const StyleCase& c : kCases) EXPECT_EQ(style_marked(c.text, c.notes), c.marked) << c.text;
  // Two numbers of a dozen notes prove nothing.
  EXPECT_EQ(style_marked("It needs (1) a card and a fee (2).", 12),
            "It needs (1) a card and a fee (2).");
}

}  // namespace
}  // namespace idsearch::indexer
