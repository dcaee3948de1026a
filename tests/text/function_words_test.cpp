// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "text/analyzer.hpp"

namespace idsearch::text {
namespace {

TEST(FunctionWords, AreTheSmallWordsOfEnglish) {
  for (const char* word :
       {"a", "the", "of", "and", "to", "in", "is", "yourselves", "won't", "with"}) {
    EXPECT_TRUE(is_function_word(word)) << word;
  }
}

TEST(FunctionWords, AreNoWordsOfContent) {
  for (const char* word : {"", "id", "right", "state", "person", "e", "national", "The", "never"}) {
    EXPECT_FALSE(is_function_word(word)) << word;
  }
}

}  // namespace
}  // namespace idsearch::text
