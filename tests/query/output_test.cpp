// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

TEST(Output, AReaderWhoWentAwayIsNoFault) {
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  close(ends[0]);
  const auto before = signal(SIGPIPE, SIG_IGN);
  EXPECT_TRUE(write_all(ends[1], "gone"));
  signal(SIGPIPE, before);
  close(ends[1]);
}

TEST(Output, AFullDeviceIsAFault) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) GTEST_SKIP() << "there is no /dev/full";
  EXPECT_FALSE(write_all(full, "x"));
  EXPECT_EQ(errno, ENOSPC);
  EXPECT_TRUE(write_all(full, ""));
  close(full);
}

TEST(Output, TextInMessagesIsShortAndValid) {
  EXPECT_EQ(shown("biometric"), "“biometric”");
  EXPECT_EQ(shown("\xff"), "“\uFFFD”");
  EXPECT_EQ(shown("two\nlines"), "“two lines”");
  EXPECT_EQ(shown(std::string(100000, 'x')), "“" + std::string(60, 'x') + "…”");
  const std::string thai = shown(std::string(100, 'x') + "ท");
  EXPECT_TRUE(text::is_valid_utf8(thai));
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "身";
  EXPECT_EQ(text::count_code_points(shown(wide)), 23u);
  EXPECT_TRUE(text::is_valid_utf8(shown(wide)));
}

}  // namespace
}  // namespace idsearch::query
