// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/paint.hpp"

#include <gtest/gtest.h>

namespace idsearch::query {
namespace {

std::string painted(const std::vector<Piece>& pieces, Indent indent, const Canvas& canvas) {
  std::string out;
  paint_block(out, pieces, indent, canvas);
  return out;
}

TEST(Paint, BlocksAreWrappedAndIndented) {
  const std::vector<Piece> pieces{{"[1] ", Style::Quiet, {}}, {"one two three", Style::Plain, {}}};
  EXPECT_EQ(painted(pieces, {2, 6}, {14, false, false}), "  [1] one two\n      three\n");
  EXPECT_EQ(painted(pieces, {2, 6}, {0, false, false}), "  [1] one two three\n");
  EXPECT_EQ(painted({{"", Style::Plain, {}}}, {4, 4}, {14, false, false}), "\n");
}

TEST(Paint, ColoursAreClosedOnEachLine) {
  const std::vector<Piece> pieces{{"a ", Style::Plain, {}}, {"bb cc", Style::Match, {}}};
  EXPECT_EQ(painted(pieces, {0, 0}, {4, true, false}),
            "a \x1b[1;35mbb\x1b[0m\n\x1b[1;35mcc\x1b[0m\n");
}

TEST(Paint, OnlySafeUrlsBecomeLinks) {
  const std::string url = "https://example.org/a_b?c=d";
  EXPECT_EQ(painted({{url, Style::Plain, url}}, {0, 0}, {0, false, true}),
            "\x1b]8;;" + url + "\x1b\\" + url + "\x1b]8;;\x1b\\\n");
  EXPECT_EQ(painted({{url, Style::Plain, url}}, {0, 0}, {0, false, false}), url + "\n");
  EXPECT_TRUE(is_safe_link(url));
  for (const std::string& bad :
       {std::string("javascript:alert(1)"), std::string("file:///etc/passwd"), std::string(""),
        std::string("https://example.org/\x1b\\"), std::string("https://example.org/a b"),
        std::string("https://example.org/\a"), std::string("https://ex\u00E4mple.org"),
        "https://" + std::string(3000, 'a')}) {
    EXPECT_FALSE(is_safe_link(bad)) << bad;
  }
}

}  // namespace
}  // namespace idsearch::query
