// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/table.hpp"

#include <gtest/gtest.h>

namespace idsearch::query {
namespace {

TEST(Table, ColumnsAreAlignedByWhatIsSeen) {
  EXPECT_EQ(aligned({{"a", "b", "c"}, {"身份", "", "x"}, {"e\u0301", "long"}}),
            "a     b     c\n身份        x\ne\u0301     long\n");
  EXPECT_EQ(aligned({}), "");
  EXPECT_EQ(aligned({{"\x1b", "x"}}), "\\x1b  x\n");
}

TEST(Table, TheLastColumnIsWrappedToTheWidth) {
  EXPECT_EQ(aligned({{"a", "one two three four five six seven"}, {"bb", "short"}}, 24),
            "a   one two three four\n"
            "    five six seven\n"
            "bb  short\n");
  const std::vector<std::vector<std::string>> rows{{"a-long-name", "7"}, {"b", "12"}};
  EXPECT_EQ(aligned(rows, 31), "a-long-name  7\nb            12\n");
  EXPECT_EQ(aligned(rows, 30), "a-long-name  7\nb  12\n") << "it stands out";
}

}  // namespace
}  // namespace idsearch::query
