// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/stats.hpp"

#include <gtest/gtest.h>

#include <string>

namespace idsearch::store {
namespace {

Stats kenya() {
  Stats out;
  out.profiles = 1;
  out.passages = 3;
  out.notes = 9;
  out.countries = {{"KE", 3}};
  out.sections = {{"law", 2}, {"law/data-protection", 1}};
  out.topics = {{"surveillance", 1}};
  out.languages = {{"en", 3}};
  out.oldest = out.newest = "2025-03-01";
  return out;
}

TEST(Stats, ReadOfWrittenIsTheSame) { EXPECT_EQ(decode_stats(encode_stats(kenya())), kenya()); }

// With a look through all names for each of them this would take many minutes.
TEST(Stats, OfManySectionsAreWrittenAndReadNameByName) {
  Stats many = kenya();
  for (int i = 0; i < 400'000; ++i) many.sections.emplace("section-" + std::to_string(i), 1);
  EXPECT_TRUE(decode_stats(encode_stats(many)) == many);
}

TEST(Stats, PartsAddUpInAnyOrder) {
  Stats undated;
  undated.passages = 2;
  undated.languages = {{"en", 1}, {"fr", 1}};
  Stats older = kenya();
  older.oldest = older.newest = "2024-01-01";

  Stats one, two;
  for (const Stats& part : {kenya(), undated, older}) one.add(part);
  for (const Stats& part : {older, undated, kenya()}) two.add(part);
  EXPECT_EQ(one, two);
  EXPECT_EQ(one.passages, 8u);
  EXPECT_EQ(one.languages.at("en"), 7u);
  EXPECT_EQ(one.oldest, "2024-01-01");
  EXPECT_EQ(one.newest, "2025-03-01");
}

TEST(Stats, OtherBytesAreNone) {
  for (const char* bytes : {"", "[]", "{}", "{\"profiles\":\"many\"}", "\xFF"})
    EXPECT_FALSE(decode_stats(bytes)) << bytes;
}

}  // namespace
}  // namespace idsearch::store
