// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

TEST(Readers, AreChosenByTheEndingOfTheFile) {
  for (const char* file : {"kenya.txt", "/a.b/kenya.TXT", "kenya.text", "dir.md/x.txt"}) {
    ASSERT_NE(format_of(file), nullptr) << file;
    EXPECT_EQ(format_of(file)->name, "text") << file;
  }
  for (const char* file : {"kenya.md", "a/Kenya.MARKDOWN", "x.txt.md"}) {
    ASSERT_NE(format_of(file), nullptr) << file;
    EXPECT_EQ(format_of(file)->name, "markdown") << file;
  }
  for (const char* file : {"kenya.html", "/a.b/kenya.HTM", "kenya.xhtml"}) {
    ASSERT_NE(format_of(file), nullptr) << file;
    EXPECT_EQ(format_of(file)->name, "html") << file;
  }
  for (const char* file :
       {"kenya", "kenya.html.bak", "md", "txt", "", "kenya.txt/", "x.txt.bak", "a.jsonl"}) {
    EXPECT_EQ(format_of(file), nullptr) << file;
  }
}

TEST(Readers, MakeTheIdOfTheStem) {
  EXPECT_EQ(profile_id("north-korea.txt"), "north-korea");
  EXPECT_EQ(profile_id("/data/a.b/Côte d’Ivoire.txt"), profile_id("Côte d’Ivoire.html"));
  EXPECT_EQ(profile_id("a.b.txt"), "a-b");
  EXPECT_EQ(profile_id("Kenya"), "kenya");
}

TEST(Readers, HashAStemThatLeavesNothing) {
  const std::string id = profile_id("!!!.txt");
  EXPECT_EQ(id.size(), std::string("profile-").size() + 8) << id;
  EXPECT_TRUE(id.starts_with("profile-")) << id;
  EXPECT_EQ(id, profile_id("other/!!!.text"));
  EXPECT_NE(id, profile_id("???.txt"));
  EXPECT_EQ(profile_id("\xFF\xFE.txt").substr(0, 8), "profile-");
}

TEST(Readers, HaveEachFormatOnce) {
  ASSERT_FALSE(formats().empty());
  for (const Format& format : formats()) {
    EXPECT_NE(format.read, nullptr);
    for (const std::string_view ending : format.endings) EXPECT_EQ(ending.front(), '.');
  }
}

TEST(Readers, AnEndingPromisesAFormat) {
  const std::pair<const char*, const char*> cases[] = {
      {"kenya.txt", "text"},    {"a.b/KENYA.TXT", "text"}, {"docs.jsonl", "jsonl"},
      {"docs.NDJSON", "jsonl"}, {"a.b/kenya", "text"},     {".kenya", "text"},
      {"kenya.png", ""},        {"lines.json", ""},        {"kenya.", ""}};
  for (const auto& [file, format] : cases) EXPECT_EQ(format_by_ending(file), format) << file;
  EXPECT_EQ(format_named("text"), &formats().front());
  EXPECT_EQ(format_named("jsonl"), nullptr) << "holds many profiles";
}

TEST(Readers, AllKnownEndingsAreNamed) {
  EXPECT_EQ(known_endings(),
            "*.txt, *.text, *.html, *.htm, *.xhtml, *.md, *.markdown, *.jsonl, *.ndjson");
}

}  // namespace
}  // namespace idsearch::indexer
