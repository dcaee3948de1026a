// SPDX-License-Identifier: GPL-2.0-or-later
// Our sentence rules are held equal to ICU's sentence iterator of the root locale.
#include "text/sentence_breaks.hpp"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <vector>

#include "random_text.hpp"

namespace idsearch::text {
namespace {

std::vector<std::size_t> ends_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaker->setText(&utext, status);
  EXPECT_TRUE(U_SUCCESS(status));
  std::vector<std::size_t> ends;
  breaker->first();
  for (auto end = breaker->next(); end != icu::BreakIterator::DONE; end = breaker->next()) {
    ends.push_back(static_cast<std::size_t>(end));
  }
  utext_close(&utext);
  return ends;
}

TEST(SentenceBreaks, OfAsciiAreIcus) {
  std::vector<std::string> alphabet = testing::ascii_alphabet();
  for (int i = 0; i < 30; ++i) {
    for (const char c : std::string_view(".. aAb?!)\"\n\r1")) alphabet.emplace_back(1, c);
  }
  testing::RandomText random(41);
  for (int i = 0; i < 100000; ++i) {
    const std::string text = random.of(alphabet, 14);
    ASSERT_EQ(sentence_ends(text), ends_by_icu(text)) << ::testing::PrintToString(text);
  }
}

TEST(SentenceBreaks, OfAllScriptsAreIcus) {
  std::vector<std::string> alphabet = testing::mixed_alphabet();
  for (int i = 0; i < 12; ++i) {
    for (const char* c : {".", ". ", "?", " ", "a", "A", "\u2019", "\u201D", "\u00A0", "\u3002",
                          "\u0964", "\u2028", "\u0085", "\u2026", "\u00AD", "\u0301", ")"}) {
      alphabet.emplace_back(c);
    }
  }
  testing::RandomText random(42);
  for (int i = 0; i < 100000; ++i) {
    const std::string text = random.of(alphabet, 14);
    ASSERT_EQ(sentence_ends(text), ends_by_icu(text)) << ::testing::PrintToString(text);
  }
}

TEST(SentenceBreaks, OfEmptyTextAreNone) { EXPECT_TRUE(sentence_ends("").empty()); }

}  // namespace
}  // namespace idsearch::text
