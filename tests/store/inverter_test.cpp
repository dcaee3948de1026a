// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian's own writer is the oracle: whatever goes in, the merged index must be the same.
#include "store/inverter.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <functional>
#include <random>

#include "sample_index.hpp"
#include "store/glass_file.hpp"
#include "store/segment_merge.hpp"
#include "store/segment_writer.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

using Passages = std::vector<Postings>;

// Of the merged index, but for its UUID.
std::string merged(const fs::path& directory, SegmentEngine engine,
                   const std::vector<Passages>& segments) {
  std::vector<fs::path> files;
  for (const Passages& passages : segments) {
    files.push_back(directory / ("segment-" + std::to_string(files.size())));
    SegmentWriter writer(files.back(), engine);
    for (const Postings& passage : passages) writer.add(passage);
    writer.finish();
    EXPECT_EQ(Xapian::Database::check(files.back().string()), 0u);
  }
  merge_segments(files, {{"key", "value"}}, directory / "index");
  std::string bytes = read_file(directory / "index");
  bytes.replace(16, 16, 16, '\0');
  for (const auto& entry : fs::directory_iterator(directory)) fs::remove(entry.path());
  return bytes;
}

void expect_like_xapian(const std::vector<Passages>& segments) {
  const TemporaryDirectory directory;
  const std::string ours = merged(directory.path(), SegmentEngine::Inverter, segments);
  const std::string theirs = merged(directory.path(), SegmentEngine::Xapian, segments);
  EXPECT_TRUE(ours == theirs) << ours.size() << " and " << theirs.size() << " bytes";
}

Postings passage(std::uint32_t number, std::vector<Posting> words) {
  Postings out = sample_passage("kenya", number, "");
  out.words = std::move(words);
  out.values = {{kSlotOrder, order_value("kenya", number)}};
  return out;
}

TEST(Inverter, GivesTheIndexThatXapiansWriterGives) {
  const std::string longest(245, 'x');
  const struct {
    const char* what;
    std::vector<Passages> segments;
  } cases[] = {
      {"no segment", {}},
      {"a segment of nothing", {{}}},
      {"a passage without words", {{passage(1, {})}}},
      {"a word", {{passage(1, {{"register", 1, 1}})}}},
      {"a word again, in any order", {{passage(1, {{"b", 1, 1}, {"a", 2, 3}, {"b", 3, 2}})}}},
      {"a word that is a filter, too", {{passage(1, {{"Pkenya", 1, 2}})}}},
      {"words without frequency", {{passage(1, {{"a", 0, 0}})}}},
      {"the longest word", {{passage(1, {{longest, 1, 1}})}, {passage(2, {{longest, 1, 1}})}}},
      {"a zero byte in a word",
       {{passage(1, {{std::string("a\0b", 3), 1, 1}, {"a", 1, 1}, {"ab", 2, 1}})}}},
      {"an empty passage between others",
       {{passage(1, {{"a", 1, 1}}), passage(2, {}), passage(3, {{"a", 1, 1}})}}},
      {"frequencies of one to three bytes",
       {{passage(1, {{"a", 0, 127}, {"b", 0, 128}, {"c", 0, 70000}})}}},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.what);
    expect_like_xapian(test.segments);
  }
}

TEST(Inverter, GivesTheIndexThatXapiansWriterGivesForRandomPassages) {
  for (unsigned seed = 1; seed <= repetitions(20u, 6u); ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto below = [&random](std::uint32_t end) {
      return static_cast<std::uint32_t>(random() % end);
    };
    std::vector<Passages> segments(1 + below(4));
    std::uint32_t number = 0;
    for (Passages& passages : segments) {
      for (std::uint32_t left = below(400); left > 0; --left) {
        Postings one = passage(++number, {});
        for (std::uint32_t words = below(60); words > 0; --words) {
          // A few words in nearly all passages, many in one.
          const std::uint32_t word = below(3) == 0 ? below(10) : below(20000);
          one.words.push_back({std::string(below(2) == 0 ? "" : "ZS") + std::to_string(word),
                               below(2) == 0 ? 0 : 1 + below(300), below(4)});
        }
        one.values.emplace_back(kSlotOutline,
                                std::string(below(40), static_cast<char>(below(256))));
        if (below(2) == 0) one.filters.emplace_back("XSEC:law");
        passages.push_back(std::move(one));
      }
    }
    expect_like_xapian(segments);
  }
}

TEST(Inverter, ListsOfManyDocumentsAreCutAsXapianCutsThem) {
  Passages passages;
  for (std::uint32_t number = 1; number <= 40000; ++number) {  // docids of three bytes
    Postings one;
    one.id = "kenya/_/" + std::to_string(number);
    if (number % 3 != 0) one.words.push_back({"word", 0, 1});
    if (number % 7 == 0) one.words.push_back({"other", 0, number});
    one.filters.push_back("Pkenya");
    one.values = {{kSlotOrder, order_value("kenya", number)}};
    one.record = sample_passage("kenya", number, "a").record;
    passages.push_back(std::move(one));
  }
  expect_like_xapian({std::move(passages)});
}

// Keys that share their first 220 bytes: few fit in a block, and the tree gets four levels.
TEST(Inverter, TreesOfSeveralLevelsAreLikeXapians) {
  Passages passages;
  for (std::uint32_t number = 1; number <= 30; ++number) {
    Postings one = passage(number, {});
    for (std::uint32_t word = 0; word < 1500; ++word)
      one.words.push_back({std::string(220, 'k') + std::to_string(number * 10000 + word), 0, 1});
    passages.push_back(std::move(one));
  }
  expect_like_xapian({std::move(passages)});
}

TEST(Inverter, RefusesWordsThatXapianWouldNotTake) {
  for (const std::string& word : {std::string(), std::string(246, 'x')}) {
    Inverter inverter;
    EXPECT_TRUE(error_of([&] {
                  inverter.add(passage(1, {{word, 1, 1}}));
                }).starts_with("internal"));
  }
}

TEST(GlassFile, EntriesOfAnySizeComeBack) {
  const TemporaryDirectory directory;
  std::map<std::string, std::string> entries;
  std::size_t size = 0;
  for (char key = 'a'; key <= 'z'; ++key, size = size * 2 + 7)
    entries[std::string(1 + size % 200, key)] = std::string(size % 300000, key);
  GlassFile file;
  for (const auto& [key, value] : entries)
    if (!value.empty()) file.add(std::string("\x00\xc0", 2) + key, value);
  const std::string bytes = file.finish({});
  write_file(directory.path() / "file", bytes);
  const Xapian::Database database((directory.path() / "file").string());
  for (const auto& [key, value] : entries)
    EXPECT_TRUE(database.get_metadata(key) == value) << key.front() << value.size();
  EXPECT_EQ(database.get_metadata("aa"), "");
  EXPECT_EQ(Xapian::Database::check((directory.path() / "file").string()), 0u);
}

TEST(GlassFile, RefusesKeysOutOfOrderAndOfNoLegalLength) {
  for (const std::string& key :
       {std::string("b"), std::string("a"), std::string(), std::string(256, 'c')}) {
    GlassFile file;
    file.add("b", "tag");
    EXPECT_TRUE(error_of([&] { file.add(key, "tag"); }).starts_with("internal")) << key;
  }
}

}  // namespace
}  // namespace idsearch::store
