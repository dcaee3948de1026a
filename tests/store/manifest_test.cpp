// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/manifest.hpp"

#include <gtest/gtest.h>

#include "sample_index.hpp"

namespace idsearch::store {
namespace {

Manifest sample() {
  Manifest out = sample_manifest({{"kenya", {"one"}}, {"nauru", {"two", "three"}}});
  out.number = 7;
  out.created = "2026-01-29T00:00:00Z";
  out.program = "0.1.0";
  out.index_bytes = 4096;
  out.index_sha256 = sha256_hex("index");
  return out;
}

TEST(Manifest, ReadOfWrittenIsTheSame) {
  Manifest expected = sample();
  auto manifest = parse_manifest(manifest_json(expected));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->profiles.size(), 0u);
  ASSERT_TRUE(parse_profiles(profiles_json(expected), *manifest));
  expected.profiles_sha256 = manifest->profiles_sha256;
  EXPECT_EQ(*manifest, expected);
}

TEST(Manifest, TopicsAndTheReasonOfAForcedPublishAreKept) {
  Manifest expected = sample();
  expected.topics = {{"statelessness", 3}, {"surveillance", 0}};
  expected.forced = ForcedPublish{"\"spring\" cleaning", {"profiles drop", "passages drop"}};
  auto manifest = parse_manifest(manifest_json(expected));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->topics, expected.topics);
  EXPECT_EQ(manifest->forced, expected.forced);
  EXPECT_EQ(parse_manifest(manifest_json(sample()))->topics, std::nullopt);
}

TEST(Manifest, AStaleProfileIsKeptAndTellsTheContentIdsApart) {
  Manifest expected = sample();
  expected.stale = 1;
  expected.profiles[0].stale = StaleMark{"2026-01-29T02:30:00Z", "looks like a PDF", ""};
  auto manifest = parse_manifest(manifest_json(expected));
  ASSERT_TRUE(manifest && parse_profiles(profiles_json(expected), *manifest));
  EXPECT_EQ(manifest->stale, 1u);
  EXPECT_EQ(manifest->profiles, expected.profiles);
  EXPECT_NE(content_id(expected), content_id(sample()));
  const std::string id = content_id(expected);
  expected.profiles[0].stale->since = "2026-01-30T02:30:00Z";
  EXPECT_EQ(content_id(expected), id) << "the age is not content";
}

TEST(Manifest, EveryChangedByteThatMattersIsNoticed) {
  const std::string good = manifest_json(sample());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(parse_manifest(bad)) << "byte " << i << ": " << bad;
  }
  for (std::size_t n = 0; n + 2 < good.size(); ++n)
    EXPECT_FALSE(parse_manifest(good.substr(0, n))) << n << " bytes";
}

TEST(Manifest, ProfilesOfAnotherGenerationAreNotTaken) {
  auto manifest = parse_manifest(manifest_json(sample()));
  ASSERT_TRUE(manifest);
  EXPECT_FALSE(parse_profiles(profiles_json(sample_manifest({{"kenya", {"one"}}})), *manifest));
  EXPECT_FALSE(parse_profiles("", *manifest));
}

TEST(Manifest, KeysOfLaterProgramsAreNoHindrance) {
  const std::string good = manifest_json(sample());
  const auto with = [&](const std::string& more) {
    std::string json = good.substr(0, good.find("  \"sha256\"")) + more;
    std::string line;  // what has the digest: without white space and the last key
    bool quoted = false;
    for (const char c : json) {
      quoted = quoted != (c == '"');
      if (quoted || (c != ' ' && c != '\n')) line += c;
    }
    line.back() = '}';
    return json + "  \"sha256\": \"" + sha256_hex(line) + "\"\n}\n";
  };
  ASSERT_TRUE(parse_manifest(with("")));
  const auto manifest = parse_manifest(
      with("  \"later\": {\"notes\": 99, \"list\": [1, null, true, -1, 1.5, {\"a\": \"b\"}]},\n"));
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->notes, sample().notes);
  EXPECT_EQ(manifest->number, 7u);
}

TEST(Manifest, NameIsNumberAndContentId) {
  EXPECT_EQ(generation_name(sample()), "000007-" + sample().generation);
}

TEST(Manifest, ContentIdFollowsWhatTheIndexIsMadeOfAndNothingElse) {
  const Manifest base = sample();
  const std::string id = content_id(base);
  EXPECT_EQ(id.size(), 16u);
  Manifest same = base;
  same.number = 8;
  same.created = "later";
  same.index_sha256 = "other";
  EXPECT_EQ(content_id(same), id);

  const auto differs = [&](auto&& change) {
    Manifest other = base;
    change(other);
    return content_id(other) != id;
  };
  EXPECT_TRUE(differs([](Manifest& m) { m.schema += 1; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.fingerprint += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.rules += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.profiles[0].id += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.profiles[0].file += "x"; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.profiles[1].sha256[0] ^= 1; }));
  EXPECT_TRUE(differs([](Manifest& m) { m.profiles.pop_back(); }));
}

}  // namespace
}  // namespace idsearch::store
