// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/tagged.hpp"

#include <gtest/gtest.h>

#include "sample_index.hpp"

namespace idsearch::store {
namespace {

TEST(Tagged, NumbersOfAllSizesComeBack) {
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{127},
                                    std::uint64_t{128}, std::uint64_t{1} << 35, UINT64_MAX}) {
    std::string bytes;
    append_varint(bytes, value);
    std::string_view rest = bytes;
    EXPECT_EQ(take_varint(rest), value);
    EXPECT_TRUE(rest.empty());
  }
}

TEST(Tagged, NumbersThatEndTooEarlyOrAreTooLargeAreNone) {
  for (const std::string& bytes : {std::string(), std::string("\x80"), std::string(10, '\xFF'),
                                   std::string(9, '\xFF') + '\x02'}) {
    std::string_view rest = bytes;
    EXPECT_EQ(take_varint(rest), std::nullopt) << bytes.size();
  }
}

TEST(Tagged, EmptyIsLeftOutUnlessItIsThere) {
  TaggedWriter out;
  out.text(1, "");
  out.number(2, 0);
  out.optional(3, std::nullopt);
  out.optional(4, "");
  out.always(5, "x");
  std::string_view rest = out.bytes();
  auto field = take_field(rest);
  ASSERT_TRUE(field);
  EXPECT_EQ(field->tag, 4u);
  EXPECT_EQ(field->text(), "");
  field = take_field(rest);
  ASSERT_TRUE(field);
  EXPECT_EQ(field->tag, 5u);
  EXPECT_EQ(field->text(), "x");
  EXPECT_FALSE(take_field(rest));
}

TEST(Tagged, AFieldLongerThanItsBytesIsRefused) {
  EXPECT_EQ(error_of([] {
              std::string_view bytes =
                  "\x01\x05"
                  "abcd";
              take_field(bytes);
            }),
            "integrity: damaged passage record: a field is longer than the record");
}

TEST(Tagged, ANumberWithBytesLeftOverIsRefused) {
  for (const std::string_view bytes : {"\x01\x01", "\x80", ""})
    EXPECT_NE(error_of([&] { (void)TaggedField{1, bytes}.number(); }), "") << bytes.size();
  EXPECT_NE(error_of([] { (void)TaggedField{1, "\x05"}.number(4); }), "");
  EXPECT_EQ((TaggedField{1, "\x05"}.number(5)), 5u);
}

}  // namespace
}  // namespace idsearch::store
