// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes of a note are quoted, a URL or in brackets?
#include "indexer/citation_spans.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace idsearch::indexer {
namespace {

// The outermost spans as written.
std::vector<std::string> outermost(std::string_view text, Span::Kind kind) {
  std::vector<std::string> found;
  for (const Span& span : citation_spans(text)) {
    if (span.kind == kind && span.depth == 0) {
      found.emplace_back(text.substr(span.start, span.end - span.start));
    }
  }
  return found;
}

using Texts = std::vector<std::string>;

struct SpanCase {
  const char* text;
  Texts quotes;
};

TEST(CitationSpans, QuotesAreClosedWhereTheTitleEnds) {
  const std::vector<SpanCase> cases = {
      {"‘Title’ (Site)", {"‘Title’"}},
      {"‘The State’s Cards’ (Site)", {"‘The State’s Cards’"}},
      {"‘The States’ Rights in Asia’ (Site)", {"‘The States’ Rights in Asia’"}},
      {"‘Duties of States’ (Site)", {"‘Duties of States’"}},
      {"‘Women’s, Workers’, and Children’s Rights’ (Site)",
       {"‘Women’s, Workers’, and Children’s Rights’"}},
      {"‘Growing up in the ’90s’ <https://a.org>", {"‘Growing up in the ’90s’"}},
      {"‘A “quoted; word” in a title’, x", {"‘A “quoted; word” in a title’"}},
      {"‘A ‘nested’ title’ (Site)", {"‘A ‘nested’ title’"}},
      {"“A ‘nested’ title” (Site)", {"“A ‘nested’ title”"}},
      {"\"Straight; quotes\" (2001)", {"\"Straight; quotes\""}},
      {"'Straight; it's single' (2001)", {"'Straight; it's single'"}},
      {"‘Mixed' (2001)", {"‘Mixed'"}},
      {"«О гражданстве» (2001)", {"«О гражданстве»"}},
      {"„Titel; Teil“ (2001)", {"„Titel; Teil“"}},
      {"「国籍; 法」 (2001)", {"「国籍; 法」"}},
      {"‘One’ (x); ‘Two’ (y)", {"‘One’", "‘Two’"}},
      {"‘One’ accessed 2 May; the workers’ (n 5)", {"‘One’"}},
      {"the State’s view; the people’s view", {}},
      {"the States’ view; the workers’ view", {}},
      {"‘unclosed title; and more", {}},
      {"‘unclosed (Site); ‘Two’ (y)", {"‘Two’"}},
      {"‘unclosed <https://a.org>; the workers’ (n 5)", {}},
      {"“unclosed; ‘Two’ (y)", {"‘Two’"}},
      {"a 5\" disk; \"Title\" (x)", {"\"Title\""}},
      {"’’’ ’", {}},
      {"", {}},
  };
  for (const SpanCase& c : cases) {
    EXPECT_EQ(outermost(c.text, Span::Kind::Quote), c.quotes) << c.text;
  }
}

TEST(CitationSpans, UrlsStandBetweenAngles) {
  EXPECT_EQ(outermost("x <https://a.org/?q=(1; 2)> y", Span::Kind::Url),
            Texts{"<https://a.org/?q=(1; 2)>"});
  EXPECT_EQ(outermost("1 < 2; 3 > 2", Span::Kind::Url), Texts{});
  EXPECT_EQ(outermost("<https://a.org; <https://b.org>", Span::Kind::Url),
            Texts{"<https://b.org>"});
  EXPECT_EQ(outermost("<https://a.org", Span::Kind::Url), Texts{});
}

TEST(CitationSpans, BracketsMayHoldOthers) {
  const std::string text = "a (b [c] (d) ‘e)’) f";
  const std::vector<Span> spans = citation_spans(text);
  ASSERT_EQ(spans.size(), 4u);
  EXPECT_EQ(spans[0].kind, Span::Kind::Round);
  EXPECT_EQ(text.substr(spans[0].start, spans[0].end - spans[0].start), "(b [c] (d) ‘e)’)");
  EXPECT_EQ(spans[1].kind, Span::Kind::Square);
  EXPECT_EQ(spans[1].depth, 1u);
  EXPECT_EQ(spans[3].kind, Span::Kind::Quote);
}

TEST(CitationSpans, UnpairedBracketsAreText) {
  EXPECT_EQ(outermost("a) b (c", Span::Kind::Round), Texts{});
  EXPECT_EQ(outermost("(a [b) c", Span::Kind::Round), Texts{"(a [b)"});
  EXPECT_EQ(outermost("(a [b) c", Span::Kind::Square), Texts{});
}

TEST(CitationSpans, AnyBytesGiveSpansInOrderWithinTheText) {
  const std::vector<std::string> pieces = {
      "‘", "’", "“", "”", "\"", "'", "<", ">",        "(",    ")",        "[", "]",  ";",       " ",
      "s", "«", "»", "„", "“",  ",", ".", "https://", "\xFF", "\xE2\x80", "n", " 5", "\xC2\xA0"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t count = random() % 24;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    std::size_t start = 0, opaque_end = 0;
    for (const Span& span : citation_spans(text)) {
      ASSERT_LE(start, span.start) << text;
      ASSERT_LE(opaque_end, span.start) << text;
      ASSERT_LT(span.start, span.inner_start) << text;
      ASSERT_LE(span.inner_start, span.inner_end) << text;
      ASSERT_LT(span.inner_end, span.end) << text;
      ASSERT_LE(span.end, text.size()) << text;
      start = span.start;
      if (span.kind == Span::Kind::Quote || span.kind == Span::Kind::Url) opaque_end = span.end;
    }
  }
}

}  // namespace
}  // namespace idsearch::indexer
