// SPDX-License-Identifier: GPL-2.0-or-later
// The fast path of the analyser is held equal to ICU, token by token.
#include <gtest/gtest.h>

#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "random_text.hpp"
#include "tests/repetitions.hpp"
#include "text/analyzer.hpp"
#include "text/stemmer.hpp"
#include "text/word_breaks.hpp"

namespace idsearch::text {

void PrintTo(const Token& t, std::ostream* out) {
  *out << '[' << t.start << ',' << t.end << ' ' << t.position << '-' << t.last_position << ' '
       << t.folded << '|' << t.exact << '|' << t.stem << (t.joined ? " joined]" : "]");
}

namespace {

using testing::RandomText;

// Anything that depends on the word alone will do.
class LastLetterDropper : public Stemmer {
 public:
  std::string stem(std::string_view word) const override {
    return std::string(word.substr(0, word.size() > 3 ? word.size() - 1 : word.size()));
  }
};

void expect_equal_to_icu(const Analyzer& analyzer, const std::string& text,
                         const std::vector<std::size_t>& boundaries) {
  const auto fast = analyzer.analyze(text, boundaries);
  const auto slow = analyzer.analyze_by_icu(text, boundaries);
  ASSERT_EQ(fast, slow) << "text: " << ::testing::PrintToString(text)
                        << " boundaries: " << ::testing::PrintToString(boundaries);
}

TEST(AnalyzerEquality, AsciiIsBrokenAndFoldedAsByIcu) {
  const LastLetterDropper stemmer;
  const Analyzer analyzer(&stemmer);
  const auto alphabet = testing::ascii_alphabet();
  RandomText random(1);
  for (int i = 0; i < repetitions(200'000, 50'000); ++i) {
    const std::string text = random.of(alphabet, 12);
    const auto boundaries = i % 3 == 0 ? random.offsets(text.size()) : std::vector<std::size_t>{};
    expect_equal_to_icu(analyzer, text, boundaries);
    if (HasFatalFailure()) return;
  }
}

TEST(AnalyzerEquality, EveryTripleOfWordRuleCharactersIsBrokenAsByIcu) {
  const Analyzer analyzer;
  const std::string_view special = "aS1._',;:@-/ \"";
  for (const char a : special) {
    for (const char b : special) {
      for (const char c : special) {
        for (const char d : special) {
          expect_equal_to_icu(analyzer, std::string{'x', a, b, c, d, '2'}, {});
          if (HasFatalFailure()) return;
        }
      }
    }
  }
}

TEST(AnalyzerEquality, CommonPunctuationAndLatinLettersAreBrokenAsByIcu) {
  const Analyzer analyzer;
  const std::vector<std::string> alphabet{
      "a",      "s",      "1",      ".",      "'",      "-",      "_",      ",",      "@",
      " ",      "\u00E9", "\u00C7", "\u0130", "\u024F", "\u0414", "\u0451", "\u2019", "\u2018",
      "\u201C", "\u201D", "\u2013", "\u2014", "\u00A0", "\u2026", "\u2010", "\u2011", "\u00D7",
      "\u00A7", "\u00AB", "\u00BB", "\u2022", "\u20AC", "\u00F7"};
  RandomText random(2);
  for (int i = 0; i < repetitions(60'000, 15'000); ++i) {
    const std::string text = random.of(alphabet, 10);
    expect_equal_to_icu(analyzer, text, random.offsets(text.size()));
    if (HasFatalFailure()) return;
  }
}

// The tables of the fast path name ranges of characters; each one of them must be right.
TEST(AnalyzerEquality, EachCharacterOfTheFastPathHasIcusClass) {
  IcuWordBreaker icu;
  int known = 0;
  for (char32_t c = 0; c < 0x3000; ++c) {
    std::string utf8;
    if (c < 0x80) {
      utf8 = static_cast<char>(c);
    } else if (c < 0x800) {
      utf8 = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      utf8 = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
    if (!is_fast_text(utf8)) continue;
    ++known;
    for (const std::string& text :
         {utf8, "a" + utf8 + "b", "1" + utf8 + "2", "a" + utf8 + "2", "1" + utf8 + "b", "a" + utf8,
          "." + utf8 + ".", "_" + utf8 + "_", "a." + utf8, "1," + utf8}) {
      std::vector<Span> by_icu, fast;
      icu.append_spans(text, 7, by_icu);
      append_fast_spans(text, 7, fast);
      ASSERT_EQ(by_icu, fast) << ::testing::PrintToString(text);
    }
  }
  EXPECT_GT(known, 700);
}

TEST(AnalyzerEquality, ChunksOfOtherScriptsAreBrokenAsInTheWholeText) {
  const Analyzer analyzer;
  const auto alphabet = testing::mixed_alphabet();
  RandomText random(3);
  for (int i = 0; i < repetitions(60'000, 15'000); ++i) {
    const std::string text = random.of(alphabet, 10);
    expect_equal_to_icu(analyzer, text,
                        i % 2 == 0 ? random.offsets(text.size()) : std::vector<std::size_t>{});
    if (HasFatalFailure()) return;
  }
}

TEST(AnalyzerEquality, RealProfilesAreBrokenAsByIcu) {
  const std::string root = IDSEARCH_SOURCE_DIR;
  std::ifstream file(root + "/../shared/profiles/north-korea.txt");
  if (!file) GTEST_SKIP() << "the sample profile is not at hand";
  const Analyzer analyzer;
  std::string line;
  while (std::getline(file, line)) {
    expect_equal_to_icu(analyzer, line, {});
    if (HasFatalFailure()) return;
  }
}

TEST(AnalyzerEquality, InvalidBytesBreakWordsInBothPathsAlike) {
  const Analyzer analyzer;
  RandomText random(4);
  auto alphabet = testing::mixed_alphabet();
  for (const char* bad : {"\xFF", "\xC3", "\xE2\x80", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\x80"}) {
    alphabet.insert(alphabet.end(), 6, bad);
  }
  for (int i = 0; i < repetitions(30'000, 8000); ++i) {
    const std::string text = i % 2 == 0 ? random.of(alphabet, 10) : random.bytes(20);
    expect_equal_to_icu(analyzer, text, random.offsets(text.size()));
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace idsearch::text
