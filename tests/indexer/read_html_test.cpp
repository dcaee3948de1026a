// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_html.hpp"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "idsearch/index.hpp"
#include "tests/indexer/raw_profile_text.hpp"
#include "tests/repetitions.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

TEST(ReadHtml, TakesWhatLooksLikeAKnownHeadingForOneWhereNoneIsMarked) {
  EXPECT_EQ(shown(read_html("<p><b>Law</b></p><p>a.</p><p><b>Surveillance</b></p><p>b "
                            "<b>c</b>.</p><p>Plain words</p>")),
            "H Law\nP a.\nH Surveillance\nP b c.\nP Plain words\n");
  EXPECT_EQ(
      shown(read_html("<div class=t2>Law</div><p>a.</p><div class=t2>Courts</div><p>b.</p><div "
                      "class=t2>This is a sentence.</div>")),
      "H Law\nP a.\nH Courts\nP b.\nP This is a sentence.\n");
  EXPECT_EQ(shown(read_html("<p>Law</p><p>a.</p><p>Courts</p>")), "H Law\nP a.\nP Courts\n");
}

TEST(ReadHtml, ReadsAPageThatNobodyCleaned) {
  const RawProfile raw = read_html(
      "<HTML><HEAD><META CHARSET=windows-1252><TITLE>Kenya</TITLE></HEAD><BODY BGCOLOR=white>"
      "<FONT SIZE=5><B>Kenya</B></FONT><P>Last updated: 3 March 2026<P><A NAME=law><H2>Law</H2></A>"
      "<P>The Act\x92s text.<A HREF=#1><SUP>1</SUP></A><P>It caf\xE9<HR><A NAME=1></A>1. Source.");
  EXPECT_EQ(raw.title, "Kenya");
  EXPECT_EQ(raw.updated_text, "3 March 2026");
  EXPECT_EQ(shown(raw), "H1 Law\nP The Act’s text.{1}\nP It café\nN1 Source.\n");
}

TEST(ReadHtml, RefusesAPageThatIsNestedTooDeeply) {
  std::string page = "<p>\n";
  for (int i = 0; i < 600; ++i) page += "<div>";
  EXPECT_EQ(refuse_html(page), "is nested deeper than 512 elements (line 2)");
  const RawProfile raw = read_html(page + "text");
  EXPECT_TRUE(raw.blocks.empty());
  ASSERT_EQ(raw.diagnostics.size(), 1u);
  EXPECT_EQ(raw.diagnostics[0].kind, DiagnosticKind::Unreadable);
  EXPECT_EQ(raw.diagnostics[0].line, 2u);
  EXPECT_EQ(raw.diagnostics[0].message,
            "the page is nested deeper than 512 elements and is not read");
  EXPECT_EQ(refuse_html("<p>text"), "");
  EXPECT_EQ(format_diagnostic("a.html", raw.diagnostics[0]),
            "a.html:2: error: the page is nested deeper than 512 elements and is not read");
}

constexpr const char* kPieces[] = {"<p>",
                                   "</p>",
                                   "<li>",
                                   "<ol>",
                                   "</ol>",
                                   "<ul>",
                                   "</ul>",
                                   "<table>",
                                   "<tr>",
                                   "<td>",
                                   "<th>",
                                   "</table>",
                                   "<caption>",
                                   "<div>",
                                   "</div>",
                                   "<div hidden>",
                                   "<h1>",
                                   "<h2>",
                                   "</h2>",
                                   "Kenya",
                                   "Law",
                                   "text ",
                                   "[1]",
                                   "[2] ",
                                   "1. ",
                                   "1",
                                   " | ",
                                   "<br>",
                                   "<sup>",
                                   "</sup>",
                                   "<sup>1</sup>",
                                   "<a href=#fn1>1</a>",
                                   "<a href=#fn2>[2]</a>",
                                   "<a id=fn1>",
                                   "</a>",
                                   "<li id=fn-1>",
                                   "<a href=#r>^</a>",
                                   "<a href=#>",
                                   "<nav>",
                                   "<main>",
                                   "</main>",
                                   "<title>",
                                   "</title>",
                                   "<script>",
                                   "</script>",
                                   "<!--",
                                   "-->",
                                   "<svg>",
                                   "&nbsp;",
                                   "&#x92;",
                                   "\xFF",
                                   "\u00A0",
                                   "\n",
                                   "\r",
                                   "<ol class=footnotes>",
                                   "<ol start=3>",
                                   "<dl><dt>",
                                   "<dd>",
                                   "<b>",
                                   "</b>",
                                   "<font>",
                                   "<template>",
                                   "<select>",
                                   "<meta charset=gbk>",
                                   "Last updated : ",
                                   "<https://e.org>",
                                   "<span role=heading>",
                                   "<blockquote>",
                                   "<aside>",
                                   "Notes",
                                   "…",
                                   "*",
                                   "<button>",
                                   "<details>",
                                   "<summary>",
                                   "<html lang=fr>",
                                   "<p lang=th>",
                                   "\0"};

TEST(ReadHtml, GivesOneLineOfValidTextForAnyBlock) {
  std::mt19937 random(13);
  for (int round = 0; round < repetitions(3000, 1000); ++round) {
    std::string bytes;
    for (std::size_t length = random() % 50; length > 0; --length) {
      bytes += kPieces[random() % std::size(kPieces)];
    }
    const RawProfile raw = read_html(bytes);
    for (const RawBlock& block : raw.blocks) {
      ASSERT_TRUE(text::is_valid_utf8(block.text)) << bytes;
      ASSERT_EQ(block.text.find_first_of("\r\n\t"), std::string::npos) << bytes;
      ASSERT_EQ(text::trim(block.text), block.text) << bytes;
      if (!block.marks) continue;
      std::size_t last = 0;
      for (const Mark& mark : *block.marks) {
        ASSERT_LE(last, mark.at) << bytes;
        ASSERT_LE(mark.at, block.text.size()) << bytes;
        ASSERT_EQ(text::char_floor(block.text, mark.at), mark.at) << bytes;
        last = mark.at;
      }
    }
    for (const RawNote& note : raw.notes) {
      ASSERT_EQ(text::trim(note.text), note.text) << bytes;
      ASSERT_FALSE(note.label.empty()) << bytes;
    }
  }
}

// So large that anything quadratic would not end before the test's time limit.
TEST(ReadHtml, ReadsALongPageOfAnyRepeatedPiece) {
  constexpr auto kBytes = repetitions(std::size_t{1} << 18, std::size_t{1} << 14);
  for (const char* piece : {"<p>",
                            "<p>x",
                            "<li>x",
                            "<ol><li></ol>",
                            "<ol class=notes><li>x</ol>",
                            "<a href=#x>1</a>",
                            "<a id=x></a>",
                            "<a href=#n>[1]</a><a id=n>",
                            "<sup>1</sup>",
                            "<p><sup>1</sup>x",
                            "<sup><a href=#f>1</a></sup>",
                            "[1]",
                            "<p>[1] x",
                            "<td>",
                            "<table><td>x</table>",
                            "<br>",
                            "<br><br>x",
                            "<h2>Law</h2>",
                            "<h2>x",
                            "<p>Law",
                            "<div class=nav><p>x</div>",
                            "<p hidden>x",
                            "<b><p>x",
                            "<p><font size=1>x",
                            "<!--",
                            "<",
                            "&",
                            "&amp;",
                            "<a href='",
                            "<title>x",
                            "<svg>",
                            "<div role=heading>",
                            "<dt id=fn1>x",
                            "<a href=#fn1><sup>1</sup></a>",
                            "<ol>",
                            "<p>We use cookies",
                            "<p><a href=#q>x</a>",
                            "<span>",
                            "<button>x</button>",
                            "<ul><li><a href=/x>y</a></ul>",
                            "<a href=https://e.org>x…</a>",
                            "<header>",
                            "<p class=nav>",
                            "<h2 id=nav>x</h2>",
                            "<div id=nav><h2>x</h2></div>",
                            "<td><p>x<td>",
                            "<p lang=fr>x"}) {
    std::string bytes = "<h1>Kenya</h1>";
    while (bytes.size() < kBytes) bytes += piece;
    const RawProfile raw = read_html(bytes);
    EXPECT_LE(raw.diagnostics.size(), 1000u) << piece;
  }
}

}  // namespace
}  // namespace idsearch::indexer
