// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/pager.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace idsearch::query {
namespace {

TEST(Pager, AnAnswerIsLongWhenItAndThePromptDoNotFit) {
  EXPECT_FALSE(is_longer_than_screen("", 3, 80));
  EXPECT_FALSE(is_longer_than_screen("a\nb\n", 3, 80));
  EXPECT_TRUE(is_longer_than_screen("a\nb\nc\n", 3, 80));
  EXPECT_TRUE(is_longer_than_screen(std::string(250, 'x'), 3, 80));
  EXPECT_FALSE(is_longer_than_screen(std::string(150, 'x'), 3, 80));
  EXPECT_TRUE(is_longer_than_screen("\n\n\n", 3, 80));
}

TEST(Pager, TheAnswerGoesThroughTheCommand) {
  const auto file =
      std::filesystem::path(testing::TempDir()) / ("pager_test_answer_" + std::to_string(getpid()));
  EXPECT_TRUE(show_in_pager("cat > '" + file.string() + "'", "one\ntwo\n"));
  std::ifstream stream(file);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), "one\ntwo\n");
  std::filesystem::remove(file);
}

TEST(Pager, ACommandThatCannotRunIsReported) {
  EXPECT_FALSE(show_in_pager("no-such-pager-of-idsearch 2>/dev/null", "one\n"));
  EXPECT_FALSE(show_in_pager("/dev/null 2>/dev/null", "one\n"));
}

TEST(Pager, AReaderWhoQuitsEarlyIsNoFault) {
  EXPECT_TRUE(show_in_pager("exit 0", std::string(1 << 20, 'x')));
  EXPECT_TRUE(show_in_pager("exit 1", "x"));
}

}  // namespace
}  // namespace idsearch::query
