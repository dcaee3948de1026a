// SPDX-License-Identifier: GPL-2.0-or-later
// Does `idsearch-index tag` answer each line of its input with a line of JSON?
#include <gtest/gtest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "indexer/commands.hpp"

namespace idsearch::indexer {
namespace {

struct Answer {
  int status;
  std::string out;
};

Answer tag(const std::string& input, const std::vector<std::string>& arguments = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  auto* const old_in = std::cin.rdbuf(in.rdbuf());
  auto* const old_out = std::cout.rdbuf(out.rdbuf());
  std::cin.clear();
  Answer answer{-1, {}};
  try {
    answer.status = command_tag(arguments);
  } catch (...) {
    std::cin.rdbuf(old_in);
    std::cout.rdbuf(old_out);
    throw;
  }
  std::cin.rdbuf(old_in);
  std::cout.rdbuf(old_out);
  answer.out = out.str();
  return answer;
}

constexpr const char* kNone = "{\"topics\":[]}\n";
constexpr const char* kWiretap =
    "{\"topics\":[{\"name\":\"surveillance\",\"evidence\":[\"wiretaps\"]}]}\n";

TEST(CommandTag, EachLineGetsALineEvenAnEmptyOne) {
  EXPECT_EQ(tag("").out, "");
  EXPECT_EQ(tag("\n").out, kNone);
  EXPECT_EQ(tag("x\n\nwiretaps\n").out, std::string(kNone) + kNone + kWiretap);
  EXPECT_EQ(tag("x\n").status, 0);
}

TEST(CommandTag, TheLastLineNeedsNoNewline) {
  EXPECT_EQ(tag("x\nwiretaps").out, std::string(kNone) + kWiretap);
}

TEST(CommandTag, LinesMayEndAsOnWindows) {
  EXPECT_EQ(tag("wiretaps\r\n\r\n").out, std::string(kWiretap) + kNone);
}

TEST(CommandTag, InvalidUtf8IsRepaired) {
  EXPECT_EQ(tag("wiretaps \xFF on \xC3 phones of lawyers\n").out, kWiretap);
  EXPECT_EQ(tag("intercept\xFF"
                "all calls\n")
                .out,
            "{\"topics\":[{\"name\":\"surveillance\",\"evidence\":[\"intercept\xEF\xBF\xBD"
            "all calls\"]}]}\n");
}

TEST(CommandTag, WrongArgumentsAreAUsageError) {
  const std::vector<std::vector<std::string>> wrong{{"--topic", "f"}, {"--nonsense"}, {"file"}};
  for (const auto& arguments : wrong) {
    try {
      tag("", arguments);
      ADD_FAILURE() << arguments[0];
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage) << arguments[0];
    }
  }
}

TEST(CommandTag, HelpIsPrintedWithoutReadingInput) {
  const auto answer = tag("wiretaps\n", {"-h"});
  EXPECT_EQ(answer.status, 0);
  EXPECT_NE(answer.out.find("Usage: idsearch-index tag"), std::string::npos);
  EXPECT_EQ(answer.out.find(kWiretap), std::string::npos);
}

}  // namespace
}  // namespace idsearch::indexer
