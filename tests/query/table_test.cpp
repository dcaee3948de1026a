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

}  // namespace
}  // namespace idsearch::query
