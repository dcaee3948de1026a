// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/option_filters.hpp"

#include <gtest/gtest.h>

#include "idsearch/error.hpp"

namespace idsearch::query {
namespace {

using Values = std::vector<std::string>;

TEST(OptionFilters, CommasSeparateValuesButNotInsideQuotationMarks) {
  const std::pair<const char*, Values> cases[] = {
      {"law", {"law"}},
      {" law , ,data  protection,", {"law", "data protection"}},
      {"\"Rights, Duties\", law", {"Rights, Duties", "law"}},
      {"law,“Rights, Duties”", {"law", "Rights, Duties"}},
      {"\"Rights\" and Duties,law", {"\"Rights\" and Duties", "law"}},
      {"\"Rights, Duties", {"\"Rights", "Duties"}},
      {"\"\",law", {"law"}},
  };
  for (const auto& [list, values] : cases) {
    const std::vector<Node> nodes = filters_of_option("section", {list});
    ASSERT_EQ(nodes.size(), 1u) << list;
    EXPECT_EQ(nodes[0].values, values) << list;
    EXPECT_EQ(nodes[0].kind, NodeKind::Filter);
    EXPECT_EQ(nodes[0].field, field_named("section"));
  }
}

TEST(OptionFilters, ACountryThatIsWrittenWithACommaIsOne) {
  EXPECT_EQ(filters_of_option("country", {"Korea, Republic of"})[0].values,
            Values{"Korea, Republic of"});
  EXPECT_EQ(filters_of_option("country", {"\"Korea, Republic of\",KE"})[0].values,
            (Values{"Korea, Republic of", "KE"}));
  EXPECT_EQ(filters_of_option("country", {"KP,KE", "kenya"}).size(), 2u);
}

TEST(OptionFilters, AListWithoutAValueIsRefused) {
  for (const char* list : {"", " , ", "\"\""}) {
    try {
      filters_of_option("topic", {list});
      ADD_FAILURE() << list;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      EXPECT_EQ(error.message(), "the filter for topic is empty");
    }
  }
}

}  // namespace
}  // namespace idsearch::query
