// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/word_places.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "sample_index.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::store {
namespace {

std::vector<std::uint32_t> places_of(const std::string& term, const std::string& bytes) {
  std::vector<std::uint32_t> out;
  Places(bytes).append_to(out, place_hash(term));
  return out;
}

using Positions = std::vector<std::uint32_t>;

TEST(WordPlaces, TakeAByteAWordBesideOne) {
  PlacesMaker maker;
  maker.add("the", 1);
  maker.add("register", 2);
  maker.add("the", 3);
  const std::string bytes = maker.bytes();
  EXPECT_EQ(bytes.size(), 4u);
  EXPECT_EQ(places_of("the", bytes), (Positions{1, 3}));
  EXPECT_EQ(places_of("register", bytes), (Positions{2}));
}

TEST(WordPlaces, OfNoWordAreNothing) {
  EXPECT_EQ(PlacesMaker().bytes(), "");
  EXPECT_EQ(places_of("the", ""), Positions{});
}

TEST(WordPlaces, KeepSeveralWordsAtOnePlaceAndGaps) {
  PlacesMaker maker;
  maker.add("resume", 5);
  maker.add("résumé", 5);
  maker.add("ekyc", 107);
  maker.add("e", 107);
  maker.add("ekyc", 108);
  maker.add("kyc", 108);
  const std::string bytes = maker.bytes();
  EXPECT_EQ(places_of("resume", bytes), (Positions{5}));
  EXPECT_EQ(places_of("résumé", bytes), (Positions{5}));
  EXPECT_EQ(places_of("ekyc", bytes), (Positions{107, 108}));
  EXPECT_EQ(places_of("e", bytes), (Positions{107}));
  EXPECT_EQ(places_of("kyc", bytes), (Positions{108}));
}

TEST(WordPlaces, DoNotDependOnTheOrderOfAdding) {
  PlacesMaker forward, backward;
  for (std::uint32_t i = 1; i <= 50; ++i) {
    forward.add("word" + std::to_string(i % 7), i);
    backward.add("word" + std::to_string((51 - i) % 7), 51 - i);
    backward.add("word" + std::to_string((51 - i) % 7), 51 - i);
  }
  EXPECT_EQ(forward.bytes(), backward.bytes());
}

TEST(WordPlaces, EachFieldHasASlotOfItsOwn) {
  std::set<std::uint32_t> slots;
  for (const std::string_view prefix : {kBody, kHeading, kNoteText, kAuthor})
    slots.insert(places_slot(std::string(prefix) + "word"));
  EXPECT_EQ(slots.size(), 4u);
  EXPECT_EQ(places_slot("árvíztűrő"), kSlotBodyPlaces);
}

// Of each word exactly its places, however many different words need however wide a hash.
TEST(WordPlaces, AreExactForPassagesOfAnyLength) {
  std::mt19937 random(1);
  for (const std::uint32_t words : {1U, 3U, 20U, 35U, 60U, 300U, 1500U, 9000U, 60000U}) {
    for (int round = 0; round < (words < 1000 ? repetitions(50, 10) : 1); ++round) {
      PlacesMaker maker;
      std::map<std::string, std::set<std::uint32_t>> expected;
      std::uint32_t position = 1;
      for (std::uint32_t i = 0; i < words; ++i) {
        const std::string word = "w" + std::to_string(random() % (words * 2));
        maker.add(word, position);
        expected[word].insert(position);
        switch (random() % 16) {
          case 0:
            position += 100;
            break;
          case 1:  // a second form at the same place
            break;
          default:
            ++position;
        }
      }
      const std::string bytes = maker.bytes();
      const Places places(bytes);
      std::size_t looked_at = 0;
      for (const auto& [word, at] : expected) {
        if (++looked_at > repetitions(2000u, 200u)) break;
        Positions found;
        places.append_to(found, place_hash(word));
        ASSERT_EQ(found, Positions(at.begin(), at.end())) << words << " words, " << word;
      }
    }
  }
}

TEST(WordPlaces, CutOffBytesAreDamageOrFewerWords) {
  PlacesMaker maker;
  for (std::uint32_t i = 1; i < 400; ++i) {
    maker.add("word" + std::to_string(i), i + (i > 200 ? 100 : 0));
    if (i % 10 == 0) maker.add("form" + std::to_string(i), i + (i > 200 ? 100 : 0));
  }
  const std::string bytes = maker.bytes();
  for (std::size_t length = 1; length < bytes.size(); ++length) {
    EXPECT_NE(error_of([&] { places_of("word1", bytes.substr(0, length)); }), "") << length;
  }
}

TEST(WordPlaces, AnyBytesAreReadOrRefused) {
  std::mt19937 random(2);
  for (int i = 0; i < repetitions(20'000, 5000); ++i) {
    std::string bytes;
    for (std::size_t length = random() % 24; length > 0; --length)
      bytes += static_cast<char>(random());
    const std::string error = error_of([&] { places_of("word", bytes); });
    ASSERT_TRUE(error.empty() || error.starts_with("integrity: ")) << error;
  }
}

}  // namespace
}  // namespace idsearch::store
