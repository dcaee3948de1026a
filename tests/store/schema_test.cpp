// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/schema.hpp"

#include <gtest/gtest.h>

#include <set>

#include "text/unicode.hpp"

namespace idsearch::store {
namespace {

using Strings = std::vector<std::string>;

TEST(IdTerm, IsShortAndTellsIdsApart) {
  EXPECT_EQ(id_term("kenya/law/1").size(), 12u);
  EXPECT_TRUE(id_term("").starts_with("Q"));
  EXPECT_NE(id_term("kenya/law/1"), id_term("kenya/law/2"));
  // The first 66 bits of the SHA-256, six to a character: 2CF24DBA5FB0A30E 26…
  EXPECT_EQ(id_term("hello"), "QLPJNul-wow4");
}

TEST(Schema, FilterTermIsPrefixAndValue) {
  EXPECT_EQ(filter_term(kCountry, "kp"), "Nkp");
  EXPECT_EQ(filter_term(kSection, "law/data-protection"), "XSEC:law/data-protection");
}

TEST(Schema, FilterTermDropsZeroBytes) {
  EXPECT_EQ(filter_term(kProfile, std::string("a\0b", 3)), "Pab");
}

TEST(Schema, LongValuesStayDifferentAndCutOnACharacterBoundary) {
  std::string value;
  while (value.size() < 300) value += "\xE0\xB8\x81";  // Thai, three bytes a letter
  const std::string a = filter_term(kProfile, value + "a"), b = filter_term(kProfile, value + "b");
  EXPECT_NE(a, b);
  EXPECT_LE(a.size(), 240u);
  EXPECT_TRUE(text::is_valid_utf8(a)) << a;
  EXPECT_EQ(filter_term(kProfile, std::string(239, 'x')), "P" + std::string(239, 'x'));
  EXPECT_EQ(filter_term(kProfile, std::string(240, 'x')).size(), 240u);
}

TEST(Schema, HostOfUrl) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://www.stimson.org/2024/x?y=1", "stimson.org"},
      {"http://EN.Wikipedia.org", "en.wikipedia.org"},
      {"https://user:pass@example.org:8443/a@b", "example.org"},
      {"www.example.org/x", "example.org"},
      {"example.org.", "example.org"},
      {"https://[2001:db8::1]:80/x", "[2001:db8::1]"},
      {"https://", ""},
      {"", ""},
      {"https://example.org#top", "example.org"},
  };
  for (const auto& [url, host] : cases) EXPECT_EQ(host_of(url), host) << url;
}

TEST(Schema, HostAndEachDomainWithTwoLabelsAboveIt) {
  EXPECT_EQ(host_and_parents("https://a.b.example.org/"),
            (Strings{"a.b.example.org", "b.example.org", "example.org"}));
  EXPECT_EQ(host_and_parents("https://localhost/"), Strings{"localhost"});
  EXPECT_EQ(host_and_parents("http://10.0.0.1/"), Strings{"10.0.0.1"});
  EXPECT_EQ(host_and_parents(""), Strings{});
}

TEST(Schema, NoTwoFieldsShareNameOrPrefix) {
  std::set<std::string_view> names, prefixes;
  for (const Field& field : kFields) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    if (field.kind != FieldKind::Range) {
      EXPECT_TRUE(prefixes.insert(field.prefix).second) << field.name;
    }
  }
}

}  // namespace
}  // namespace idsearch::store
