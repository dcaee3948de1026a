// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tags.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

using Kind = HtmlMarkup::Kind;

TEST(HtmlTags, EndWhereTheTokenizerOfHtmlEndsThem) {
  struct Row {
    const char* html;
    Kind kind;
    const char* name;
    std::size_t end;
  };
  const Row rows[] = {
      {"<p>x", Kind::Start, "p", 3},
      {"</P >x", Kind::End, "P", 5},
      {"<a title=\"a > b\">", Kind::Start, "a", 17},
      {"<a title='>' x>", Kind::Start, "a", 15},
      {"<a title=a'>'>", Kind::Start, "a", 12},
      {"<a =\">\">", Kind::Start, "a", 6},
      {"<br/>", Kind::Start, "br", 5},
      {"<p\n>", Kind::Start, "p", 4},
      {"<o:p>", Kind::Start, "o:p", 5},
      {"<!-- > -->x", Kind::Other, "", 10},
      {"<!-->x", Kind::Other, "", 5},
      {"<!--->x", Kind::Other, "", 6},
      {"<!-- a --!>x", Kind::Other, "", 11},
      {"<!doctype html>", Kind::Other, "", 15},
      {"<![if !supportFootnotes]>x", Kind::Other, "", 25},
      {"<?xml version=\"1.0\"?>", Kind::Other, "", 21},
      {"</ x>y", Kind::Other, "", 5},
      {"<!-- no end", Kind::Other, "", 11},
      {"<a href='no end", Kind::Other, "", 15},
      {"< 5", Kind::Text, "", 1},
      {"<3", Kind::Text, "", 1},
      {"<", Kind::Text, "", 1},
      {"<https://example.org/a> x", Kind::Text, "", 1},
      {"<HTTP://example.org>", Kind::Text, "", 1},
      {"<www.example.org>", Kind::Text, "", 1},
      {"<a.b@example.org>", Kind::Text, "", 1},
  };
  for (const Row& row : rows) {
    const HtmlMarkup markup = read_markup(row.html, 0);
    EXPECT_EQ(markup.kind, row.kind) << row.html;
    EXPECT_EQ(markup.end, row.end) << row.html;
    if (row.kind == Kind::Start || row.kind == Kind::End) {
      EXPECT_EQ(markup.name, row.name) << row.html;
    }
  }
}

TEST(HtmlTags, GiveTheirAttributesOneByOne) {
  std::string_view attributes = " a=1 b = 'x y' c d=\"<>\" =e /f=g/ ";
  std::string shown;
  while (const auto attribute = take_attribute(attributes)) {
    shown += std::string(attribute->name) + "(" + std::string(attribute->value) + ")";
  }
  EXPECT_EQ(shown, "a(1)b(x y)c()d(<>)=e()f(g/)");
}

TEST(HtmlTags, FindTheEndOfRawText) {
  EXPECT_EQ(find_raw_end("a</b></script>", 0, "script"), 5u);
  EXPECT_EQ(find_raw_end("a</SCRIPT >", 0, "script"), 1u);
  EXPECT_EQ(find_raw_end("a</scripty></script>", 0, "script"), 11u);
  EXPECT_EQ(find_raw_end("<!--<script></script>--></script>", 0, "script"), 24u);
  EXPECT_EQ(find_raw_end("<!--</style>", 0, "style"), 4u);
  EXPECT_EQ(find_raw_end("no end", 0, "script"), std::string_view::npos);
}

}  // namespace
}  // namespace idsearch::indexer
