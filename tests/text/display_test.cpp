// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "text/unicode.hpp"

namespace idsearch::text {
namespace {

TEST(DisplayWidth, CountsColumns) {
  EXPECT_EQ(display_width(""), 0u);
  EXPECT_EQ(display_width("plain"), 5u);
  EXPECT_EQ(display_width("r\u00E9sum\u00E9"), 6u);
  EXPECT_EQ(display_width("re\u0301sume\u0301"), 6u);
  EXPECT_EQ(display_width("\u8EAB\u4EFD\u8BC1"), 6u);
  EXPECT_EQ(display_width("\uFF29\uFF24"), 4u);
  EXPECT_EQ(display_width("\uD55C\uAD6D"), 4u);
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2u);
  EXPECT_EQ(display_width("a\u200B\u00AD\u200D\uFEFFb"), 2u);
  EXPECT_EQ(display_width("\u0E1A\u0E31\u0E15\u0E23"), 3u);
  EXPECT_EQ(display_width("\U0001F600"), 2u);
  EXPECT_EQ(display_width("a\x1b[1mb"), 5u);
}

TEST(EscapeControls, ShowsWhatCouldSteerATerminal) {
  EXPECT_EQ(escape_controls("a\x1b[31mb\n"), "a\\x1b[31mb\n");
  EXPECT_EQ(escape_controls(std::string("\0\t\r\x7f", 4)), "\\x00\\x09\\x0d\\x7f");
  EXPECT_EQ(escape_controls("\u009B1m"), "\\x9b1m");
  EXPECT_EQ(escape_controls("\x9B"), "\\x9b") << "8-bit control sequence";
  EXPECT_EQ(escape_controls("\u202Eabc\u2066\u2069"), "\\u202eabc\\u2066\\u2069");
  EXPECT_EQ(escape_controls("\u200D\u200C\u00AD\u200F \u0646\u06CC"),
            "\u200D\u200C\u00AD\u200F \u0646\u06CC");
}

}  // namespace
}  // namespace idsearch::text
