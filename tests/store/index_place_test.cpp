// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_place.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>

#include "idsearch/index.hpp"

namespace idsearch::store {
namespace {

TEST(UserIndexPath, FollowsTheBaseDirectories) {
  using Variables = std::map<std::string, std::string, std::less<>>;
  struct Case {
    Variables variables;
    std::string path;
  };
  const Case cases[] = {
      {{{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/user"}}, "/data/idsearch/index"},
      {{{"XDG_DATA_HOME", "relative"}, {"HOME", "/home/user"}},
       "/home/user/.local/share/idsearch/index"},
      {{{"HOME", "/home/user"}}, "/home/user/.local/share/idsearch/index"},
      {{}, ""},
  };
  for (const Case& c : cases) {
    const auto path = user_index_path([&c](const char* name) {
      const auto found = c.variables.find(name);
      return found == c.variables.end() ? std::string_view() : std::string_view(found->second);
    });
    EXPECT_EQ(path, c.path);
  }
}

TEST(DefaultIndexPath, TheVariableOfItsOwnComesFirst) {
  const char* before = std::getenv("IDSEARCH_INDEX");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("IDSEARCH_INDEX", "/a/index", 1);
  EXPECT_EQ(default_index_path(), "/a/index");
  ::unsetenv("IDSEARCH_INDEX");
  EXPECT_EQ(default_index_path(), user_index_path([](const char* name) {
              const char* value = std::getenv(name);
              return std::string_view(value == nullptr ? "" : value);
            }));
  if (before != nullptr) ::setenv("IDSEARCH_INDEX", kept.c_str(), 1);
}

}  // namespace
}  // namespace idsearch::store
