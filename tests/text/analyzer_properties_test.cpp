// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold for the words of any text.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "random_text.hpp"
#include "tests/repetitions.hpp"
#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

using testing::RandomText;

void check(const Analyzer& analyzer, const std::string& text,
           const std::vector<std::size_t>& boundaries) {
  SCOPED_TRACE(::testing::PrintToString(text) + ::testing::PrintToString(boundaries));
  std::uint32_t position = 0;
  std::size_t word_end = 0;
  for (const Token& t : analyzer.analyze(text, boundaries)) {
    ASSERT_LT(t.start, t.end);
    ASSERT_LE(t.end, text.size());
    ASSERT_EQ(char_floor(text, t.start), t.start);
    ASSERT_EQ(char_floor(text, t.end), t.end);
    ASSERT_FALSE(t.folded.empty());
    ASSERT_NE(t.folded, t.exact);
    ASSERT_LE(std::max(t.folded.size(), t.exact.size()), kMaxTermBytes);
    ASSERT_TRUE(is_valid_utf8(t.folded) && is_valid_utf8(t.exact));
    if (t.joined) {
      ASSERT_LT(t.position, t.last_position);
      ASSERT_EQ(t.last_position, position);
    } else {
      ASSERT_EQ(t.position, t.last_position);
      ASSERT_EQ(t.position, ++position);
      ASSERT_GE(t.start, word_end);
      word_end = t.end;
    }
    for (const std::size_t boundary : boundaries) {
      const std::size_t cut = char_floor(text, boundary);
      ASSERT_FALSE(t.start < cut && cut < t.end) << "a word runs over " << cut;
    }
    const std::string own = text.substr(t.start, t.end - t.start);
    const auto again = analyzer.analyze(own);
    const bool found = std::ranges::any_of(again, [&](const Token& a) {
      return a.folded == t.folded && a.exact == t.exact && a.start == 0 && a.end == own.size();
    });
    ASSERT_TRUE(found) << "not found again: " << t.folded << " in "
                       << ::testing::PrintToString(own);
  }
}

class FiveLetters final : public Stemmer {
 public:
  std::string stem(std::string_view word) const override {
    return std::string(word.substr(0, char_floor(word, 5)));
  }
};

bool has_form(const Token& token, const std::string& form) {
  return token.folded == form || token.exact == form || token.stem == form;
}

TEST(AnalyzerProperties, BeginningsLeaveOutNoWordThatIsLookedFor) {
  const FiveLetters stemmer;
  const Analyzer all(&stemmer);
  for (const auto& alphabet : {testing::ascii_alphabet(), testing::mixed_alphabet()}) {
    RandomText random(7);
    for (int i = 0; i < repetitions(20000, 2000); ++i) {
      const std::string text = random.of(alphabet, 40);
      SCOPED_TRACE(::testing::PrintToString(text));
      const std::vector<Token> tokens = all.analyze(text);
      if (tokens.empty()) continue;
      const Token& wanted = tokens[random.below(tokens.size())];
      const std::string form = i % 2 == 0 || wanted.stem.empty() ? wanted.folded : wanted.stem;
      Beginnings beginnings;
      beginnings.add(form);
      const std::vector<Token> some = Analyzer(&stemmer, beginnings).analyze(text);
      for (const Token& token : some) ASSERT_NE(std::ranges::find(tokens, token), tokens.end());
      for (const Token& token : tokens) {
        const bool kept = std::ranges::find(some, token) != some.end();
        ASSERT_TRUE(kept || !has_form(token, form)) << form;
      }
    }
  }
}

TEST(AnalyzerProperties, HoldForAscii) {
  const Analyzer analyzer;
  const auto alphabet = testing::ascii_alphabet();
  RandomText random(11);
  for (int i = 0; i < repetitions(20'000, 5000) && !::testing::Test::HasFatalFailure(); ++i) {
    const std::string text = random.of(alphabet, 20);
    check(analyzer, text, random.offsets(text.size()));
  }
}

TEST(AnalyzerProperties, HoldForMixedScripts) {
  const Analyzer analyzer;
  const auto alphabet = testing::mixed_alphabet();
  RandomText random(12);
  for (int i = 0; i < repetitions(20'000, 5000) && !::testing::Test::HasFatalFailure(); ++i) {
    const std::string text = random.of(alphabet, 16);
    check(analyzer, text, random.offsets(text.size()));
  }
}

TEST(AnalyzerProperties, RandomBytesNeverDoHarm) {
  const Analyzer analyzer;
  RandomText random(13);
  for (int i = 0; i < repetitions(20'000, 5000); ++i) {
    const std::string text = random.bytes(60);
    for (const Token& t : analyzer.analyze(text, random.offsets(text.size()))) {
      ASSERT_LE(t.start, t.end);
      ASSERT_LE(t.end, text.size());
      ASSERT_TRUE(is_valid_utf8(t.folded) && is_valid_utf8(t.exact));
    }
  }
}

TEST(AnalyzerProperties, EarlierTextsDoNotChangeWhatIsFound) {
  const auto alphabet = testing::mixed_alphabet();
  RandomText random(14);
  const Analyzer used;
  for (int i = 0; i < repetitions(3000, 800); ++i) {
    const std::string text = random.of(alphabet, 8);
    used.analyze(text);
    ASSERT_EQ(used.analyze(text), Analyzer().analyze(text)) << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace idsearch::text
