// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "idsearch/error.hpp"
#include "indexer/readers.hpp"

namespace idsearch::indexer {
namespace {

TEST(ReadJsonl, MakesAProfileWithOnePassageOfEachLine) {
  const auto profiles =
      read_jsonl("docs.jsonl",
                 "{\"id\":\"D 1/x\",\"title\":\"T\",\"body\":\"Some [3] text.\"}\r\n"
                 "\n"
                 "{\"id\": 7}\n"
                 "{\"body\":\"b\",\"other\":[1]}");
  ASSERT_EQ(profiles.size(), 3u);
  const Profile& first = profiles[0];
  EXPECT_EQ(first.file, "docs.jsonl");
  EXPECT_EQ(first.format, "jsonl");
  EXPECT_EQ(first.id, "D 1/x");
  EXPECT_EQ(first.title, "T");
  ASSERT_EQ(first.passages.size(), 1u);
  EXPECT_EQ(first.passages[0].id, "D 1/x");
  EXPECT_EQ(first.passages[0].text, "Some [3] text.");
  EXPECT_EQ(first.passages[0].line, 1u);
  EXPECT_EQ(first.passages[0].language, "en");
  ASSERT_EQ(first.sections.size(), 1u);
  EXPECT_EQ(first.sections[0].path, "_");
  EXPECT_TRUE(first.diagnostics.empty());
  EXPECT_EQ(profiles[1].id, "7");
  EXPECT_EQ(profiles[1].passages[0].text, "");
  EXPECT_EQ(profiles[1].passages[0].line, 3u);
  EXPECT_EQ(profiles[2].id, "");
  EXPECT_EQ(profiles[2].title, "");
}

TEST(ReadJsonl, NamesFileAndLineOfAFault) {
  for (const char* bad : {"{", "[]", "7", "{\"id\":[]}", "{\"id\":true}", "{\"id\":\"\\ud800\"}"}) {
    try {
      read_jsonl("docs.jsonl", std::string("{\"id\":\"1\"}\n") + bad + "\n");
      ADD_FAILURE() << bad;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      EXPECT_TRUE(error.message().starts_with("docs.jsonl:2: the line ")) << error.message();
    }
  }
}

TEST(ReadJsonl, RepairsInvalidBytes) {
  const auto profiles = read_jsonl("d.jsonl", "\xEF\xBB\xBF{\"id\":\"1\",\"body\":\"caf\xE9\"}");
  ASSERT_EQ(profiles.size(), 1u);
  EXPECT_EQ(profiles[0].passages[0].text, "caf\uFFFD");
}

}  // namespace
}  // namespace idsearch::indexer
