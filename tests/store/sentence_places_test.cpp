// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/sentence_places.hpp"

#include <gtest/gtest.h>

#include "idsearch/error.hpp"

namespace idsearch::store {
namespace {

using Starts = std::vector<std::uint32_t>;

text::Token token(std::uint32_t position, std::size_t start) {
  text::Token out;
  out.start = start;
  out.position = out.last_position = position;
  return out;
}

TEST(SentencePlaces, ASentenceBeginsAtItsFirstWord) {
  const std::vector<text::Token> tokens{token(1, 0), token(2, 4), token(3, 10), token(4, 14),
                                        token(5, 20)};
  const std::vector<std::size_t> three{9, 19, 30}, one{30}, without_words{9, 10, 19, 30};
  EXPECT_EQ(sentence_starts(tokens, three), (Starts{3, 5}));
  EXPECT_EQ(sentence_starts(tokens, one), Starts{});
  EXPECT_EQ(sentence_starts(tokens, {}), Starts{});
  EXPECT_EQ(sentence_starts(tokens, without_words), (Starts{3, 5}));
  EXPECT_EQ(sentence_starts({}, three), Starts{});
  // Of some of the words the first that is there.
  EXPECT_EQ(sentence_starts(std::vector<text::Token>{tokens[1], tokens[3]}, three), Starts{4});
}

TEST(SentencePlaces, TheBytesGiveTheSamePlaces) {
  for (const Starts& starts : {Starts{}, Starts{2}, Starts{3, 4, 300, 70000}, Starts{UINT32_MAX}})
    EXPECT_EQ(decode_sentence_starts(encode_sentence_starts(starts)), starts);
  EXPECT_EQ(encode_sentence_starts(Starts{3, 5}), std::string("\x03\x02"));
}

TEST(SentencePlaces, OtherBytesAreDamage) {
  for (const std::string& bytes : std::vector<std::string>{
           std::string(1, '\0'), std::string("\x80"), std::string("\xff\xff\xff\xff\x0f\x01"),
           std::string("\xff\xff\xff\xff\x7f")})
    EXPECT_THROW(decode_sentence_starts(bytes), Error);
}

}  // namespace
}  // namespace idsearch::store
