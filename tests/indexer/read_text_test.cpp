// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_text.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "tests/indexer/raw_profile_text.hpp"
#include "tests/repetitions.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

constexpr const char* kShown =
    "H Law\nH Data Protection\nP There is an act.[1]\nP And a decree.\nN1 Source.\n";

TEST(ReadText, TakesAnyLineEndAndIndentation) {
  for (const char* text : {
           "Law\n\nData Protection\n\nThere is an act.[1]\n\nAnd a decree.\n\n1.^\n\nSource.\n",
           "Law\r\n\r\nData Protection\r\n\r\nThere is an act.[1]\r\n\r\nAnd a "
           "decree.\r\n\r\n1.^\r\n"
           "Source.",
           "Law\r\rData Protection\r\rThere is an act.[1]\r\rAnd a decree.\r\r1.^\r\rSource.\r",
           "\xEF\xBB\xBFLaw\n\n\tData Protection\n \n        There is an act.[1]\n\u00A0\nAnd a "
           "decree. \n\n    1.^\n    Source.",
       }) {
    EXPECT_EQ(shown(read_text(text)), kShown) << text;
  }
}

TEST(ReadText, CountsBlankLines) {
  const RawProfile raw = read_text("\n\nLaw\r\n\r\nOne.\r\rTwo\nlines of it.\n\n1.^\n\n x\n");
  ASSERT_EQ(raw.blocks.size(), 3u);
  EXPECT_EQ(raw.blocks[0].line, 3u);
  EXPECT_EQ(raw.blocks[1].line, 5u);
  EXPECT_EQ(raw.blocks[2].line, 7u);
  EXPECT_EQ(raw.notes[0].line, 10u);
}

TEST(ReadText, ReplacesInvalidBytesAndSaysWhere) {
  const RawProfile raw = read_text("Law\n\nA caf\xE9 and\xFF\xFE more.\r\n\r\nFine.\n\n\xC3\n");
  EXPECT_EQ(raw.blocks[1].text, "A caf\uFFFD and\uFFFD\uFFFD more.");
  ASSERT_EQ(raw.diagnostics.size(), 2u);
  EXPECT_EQ(raw.diagnostics[0].line, 3u);
  EXPECT_EQ(raw.diagnostics[0].kind, DiagnosticKind::InvalidUtf8);
  EXPECT_EQ(raw.diagnostics[0].severity, Severity::Info);
  EXPECT_EQ(raw.diagnostics[0].message, "invalid UTF-8: 3 faults on this line replaced by U+FFFD");
  EXPECT_EQ(raw.diagnostics[1].line, 7u);
}

TEST(ReadText, ReadsTheCompactVariant) {
  const std::string one(150, 'a');
  const std::string two(250, 'b');
  EXPECT_EQ(
      shown(read_text("In " + one + ".[4]\nOf " + two + ".[5] \n1.^\nSource.\n4.^\nibid\n5.^\nx")),
      "P In " + one + ".[4]\nP Of " + two + ".[5]\nN1 Source.\nN4 ibid\nN5 x\n");
}

TEST(ReadText, NeverFails) {
  constexpr const char* kPieces[] = {"Law",
                                     "\n",
                                     "\n\n",
                                     "\r",
                                     "1.^",
                                     "2. ",
                                     "[3]",
                                     "• ",
                                     "|",
                                     "---|---",
                                     " ",
                                     "\u00A0",
                                     "ibid",
                                     "flag",
                                     "Last updated : ",
                                     "January 29, 2026",
                                     "a. ",
                                     "\xC3",
                                     "\xFF",
                                     "Table 1: ",
                                     "Text.",
                                     "text",
                                     ":",
                                     ";",
                                     "law_background_image",
                                     "^",
                                     "[1",
                                     "Notes",
                                     "2.4 ",
                                     "IV. ",
                                     "การ",
                                     "-",
                                     "–"};
  std::mt19937 random(11);
  for (int round = 0; round < repetitions(3000, 1000); ++round) {
    std::string bytes;
    for (std::size_t length = random() % 40; length > 0; --length) {
      bytes += kPieces[random() % std::size(kPieces)];
    }
    const RawProfile raw = read_text(bytes);
    for (const RawBlock& block : raw.blocks) {
      ASSERT_FALSE(block.text.empty()) << bytes;
      ASSERT_TRUE(text::is_valid_utf8(block.text)) << bytes;
      ASSERT_EQ(block.text.find_first_of("\r\n"), std::string::npos) << bytes;
      ASSERT_EQ(text::trim(block.text), block.text) << bytes;
    }
    for (const RawNote& note : raw.notes) ASSERT_EQ(text::trim(note.text), note.text) << bytes;
  }
}

// Sixteen times the size may take sixteen times as long, not 256 times. The sizes are so large that
// anything quadratic would not end before the test's time limit.
TEST(ReadText, ReadsMegabytesOfAnythingInLinearTime) {
  constexpr auto kBytes = repetitions(std::size_t{1} << 20, std::size_t{1} << 16);
  for (const char* piece : {"[1]",
                            "\n",
                            "[",
                            "1.^\n",
                            "1. a\n",
                            "a\n",
                            "Law\n\n",
                            " ",
                            "\u00A0",
                            "- \n",
                            "•\n",
                            "|\n",
                            "12. x\n99. y\n",
                            "[1]\n\n",
                            "x [1] ",
                            "x;\n",
                            "[1,",
                            "\xFF",
                            "flag\n",
                            "ab [1]\n\nB\n\n"}) {
    std::string bytes;
    while (bytes.size() < kBytes) bytes += piece;
    const RawProfile raw = read_text(bytes);
    EXPECT_LE(raw.diagnostics.size(), 1000u) << piece;
  }
}

TEST(ReadText, ReadsTheSample) {
  std::ifstream in(IDSEARCH_SOURCE_DIR "/../shared/profiles/north-korea.txt", std::ios::binary);
  if (!in) GTEST_SKIP() << "the sample is not here";
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const RawProfile raw = read_text(bytes);
  EXPECT_EQ(raw.title, "North Korea");
  EXPECT_EQ(raw.updated_text, "January 29, 2026");
  EXPECT_EQ(raw.notes.size(), 36u);
  std::string kinds;
  for (const RawBlock& block : raw.blocks) kinds += "HPIR"[static_cast<std::size_t>(block.kind)];
  EXPECT_EQ(kinds, "HPHHPHPPHPPHHP");
  EXPECT_TRUE(raw.diagnostics.empty());
}

}  // namespace
}  // namespace idsearch::indexer
