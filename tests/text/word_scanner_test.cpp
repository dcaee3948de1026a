// SPDX-License-Identifier: GPL-2.0-or-later
// The scanner's words are those of the analyser, however often they were seen before.
#include "text/word_scanner.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "random_text.hpp"

namespace idsearch::text {
namespace {

using testing::RandomText;

// Numbers folded forms by first appearance.
class Forms {
 public:
  std::uint32_t number(std::string_view folded) {
    const auto [at, is_new] =
        numbers_.try_emplace(std::string(folded), static_cast<std::uint32_t>(numbers_.size()));
    return at->second;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

class Both {
 public:
  void expect_equal(const std::string& text) {
    std::vector<ScannedWord> expected;
    for (const Token& token : analyzer_.analyze(text)) {
      const std::uint32_t parts = token.joined ? token.last_position - token.position + 1 : 0;
      expected.push_back({token.start, token.end, forms_.number(token.folded), parts});
    }
    scanner_.scan(text, words_);
    ASSERT_EQ(words_, expected) << "text: " << ::testing::PrintToString(text);
  }
  void forget() { scanner_.forget(); }

 private:
  Forms forms_;
  Analyzer analyzer_;
  WordScanner scanner_{[this](std::string_view folded) { return forms_.number(folded); }};
  std::vector<ScannedWord> words_;
};

TEST(WordScanner, WordsOfRandomTextAreThoseOfTheAnalyser) {
  Both both;
  RandomText random(3);
  for (const auto& alphabet : {testing::ascii_alphabet(), testing::mixed_alphabet()}) {
    for (int i = 0; i < 10000; ++i) {
      both.expect_equal(random.of(alphabet, 12));
      if (HasFatalFailure()) return;
    }
  }
  for (int i = 0; i < 3000; ++i) {
    both.expect_equal(random.bytes(24));
    if (HasFatalFailure()) return;
  }
}

TEST(WordScanner, ChunksOfManyKindsAreReadAlikeTheFirstTimeAndTheSecond) {
  Both both;
  const std::string long_word(300, 'x');
  for (int round = 0; round < 3; ++round) {
    for (const std::string& text :
         {std::string("The U.N. e-KYC act, no. 12 of 2019 (1,000.5 or 1,,0)."),
          std::string("x[4] [4] 4] _4_ @4@ 4. 4.a 1.2.3 -1 1- 1-2 1_000"), long_word,
          long_word + "-" + long_word,
          std::string("\xC2 \xFF"
                      "a \xE8\xBA\xAB\xE4\xBB\xBD b"),
          std::string(), std::string("\t \n"), std::string(" ... --- ")}) {
      both.expect_equal(text);
    }
    if (round == 1) both.forget();
  }
}

TEST(WordScanner, ProfilesAreReadAsByTheAnalyser) {
  Both both;
  for (const char* name : {"kenya.txt", "myanmar.html", "japan.txt"}) {
    std::ifstream in(std::string(IDSEARCH_SOURCE_DIR) + "/corpus/profiles/" + name);
    for (std::string line; std::getline(in, line);) both.expect_equal(line);
  }
}

}  // namespace
}  // namespace idsearch::text
