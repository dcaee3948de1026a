// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_marks.hpp"

#include <gtest/gtest.h>

#include "indexer/html_links.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

// The first block of a page with notes 1 to 12.
std::string first(const std::string& html) {
  std::string page = html + "<ol class=footnotes>";
  for (int n = 1; n <= 12; ++n) {
    page += "<li id=fn-" + std::to_string(n) + ">Source " + std::to_string(n) + ".";
  }
  const std::string all = shown(read_html(page));
  return all.substr(0, all.find('\n'));
}

TEST(HtmlMarks, HaveTheNumberOfTheNoteWhenTheyShowNone) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A.<a href=#fn-3 class=footnote-ref></a> B.<a href=#fn-1 class=footnote-ref></a>",
       "P A.{3} B.{1}"},
      {"<p>A.<sup><a href=#fn-3>*</a></sup> B.<sup><a href=#fn-1>*</a></sup>", "P A.{3} B.{1}"},
      {"<p id=top>A.<a href=#elsewhere></a><a href=#top></a> B.", "P A. B."},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, StandBesideTooltipsThatAreNoText) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A<span class=tooltip tabindex=0><sup>3</sup><span class=tooltiptext>ibid "
       "2</span></span> b",
       "P A{3} b"},
      {"<p>A<sup>[3]</sup><span class=note-tooltip>ibid 2. <span class=note-tooltip-more>Read "
       "on</span></span> b",
       "P A[3] b"},
      {"<p>An <span class=tooltip>eID<span class=tooltiptext>electronic</span></span> card",
       "P An eID card"},
      {"<p>A<sup>3</sup><span role=tooltip>ibid 2</span> b", "P A{3} b"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, AreLinksToNotesHoweverTheyAreDrawn) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A.<sup><a href=#fn-1>[1]</a></sup>", "P A.{1}"},
      {"<p>A.<a href=#fn-1><sup>1</sup></a>B", "P A.{1}B"},
      {"<p>A.<sup>[<a href=#fn-1>1</a>]</sup> B", "P A.{1} B"},
      {"<p>A.<sup><a href=#fn-1><span>[</span><b>1</b>]</a></sup> B", "P A.{1} B"},
      {"<p>A [<a href=#fn-1>1</a>] b", "P A{1} b"},
      {"<p>A (<a href=#fn-1>1</a>) b", "P A{1} b"},
      {"<p>A ( <a href=#fn-1>1</a> ) b", "P A{1} b"},
      {"<p>A (<sup>[2]</sup>) b ( <sup>[ 3 ]</sup> ).<a href=#fn-1>[1]</a>", "P A{2} b{3}.{1}"},
      {"<p>A <sup>( <a href=#fn-1>1</a> )</sup> b", "P A{1} b"},
      {"<p>A [ <sup><a href=#fn-1>1</a></sup> ] b", "P A{1} b"},
      {"<p>A (<a href=#fn-1>1</a> and <a href=#fn-2>2</a>) b", "P A{1}{2} b"},
      {"<p>A (see <a href=#fn-1>[1]</a>) b", "P A (see{1}) b"},
      {"<p>A.<sup><a href=#fn-1>1</a>, <a href=#fn-2>2</a></sup>", "P A.{1}{2}"},
      {"<p>A.<sup><a href=#fn-1>1</a>,</sup><sup><a href=#fn-2>2</a></sup> B", "P A.{1}{2} B"},
      {"<p>A [<a href=#fn-1>1</a>, <a href=#fn-2>2</a>] b", "P A{1}{2} b"},
      {"<p>A.[<a href=#fn-3>3</a>–<a href=#fn-5>5</a>]", "P A.{3}{4}{5}"},
      {"<p>A.<sup>3–<a href=#fn-5>5</a></sup>", "P A.{3}{4}{5}"},
      {"<p>A <a href=#fn-1>[1]</a>b", "P A{1} b"},
      {"<p>A.<a href='https://e.org/kenya.html#fn-1'>[1]</a>", "P A.{1}"},
      {"<p>A.<sup><a href=#gone>[99]</a></sup>", "P A.{99}"},
      {"<p>A.<sup><a href=#fn-1>1</a></sup> B.[2] C [2019].", "P A.{1} B.{2} C [2019]."},
      {"<h2>Law<sup><a href=#fn-1>1</a></sup></h2><p>x", "H1 Law{1}"},
      {"<ul><li>A<sup><a href=#fn-1>1</a></sup></ul>", "I A{1}"},
      {"<table><tr><td>A<sup><a href=#fn-1>1</a></sup><td>B[2]</table>", "R A{1} | B{2}"},
      {"<p><sup><a href=#fn-1>1</a></sup>A", "P {1}A"},
      {"<p>A.<sup><a href=#fn-1 title='1. Source, the whole note [2]'>1</a></sup>", "P A.{1}"},
      {"<p>A<sup><a href=#fn-1>[footnote 1]</a></sup> b.<sup><a href=#fn-2>[Note 2]</a></sup>",
       "P A{1} b.{2}"},
      {"<p>A.<sup>[<a href=#fn-12>Footnote 12</a>]</sup> B.[<a href=#fn-2>endnote 2</a>]",
       "P A.{12} B.{2}"},
      {"<p>A<sup><a href=#fn-1>[1:1]</a></sup> b<sup>[<a href=#fn-2>2:10</a>]</sup>",
       "P A{1} b{2}"},
      {"<p>A<sup><a href=#fn-1>note 1</a></sup>.<a href=#fn-2 class=footnote-ref>fn 2</a>",
       "P A{1}.{2}"},
      {"<p>A<sup><a href=#fn-1>[١]</a></sup> b<sup><a href=#fn-12>۱۲</a></sup> c [<a "
       "href=#fn-2>২</a>].",
       "P A{1} b{12} c{2}."},
      {"<p>A<sup><a href=#fn-1>※1</a></sup> b<sup><a href=#fn-2>[注 2]</a></sup> c<a "
       "href=#fn-3>[прим. 3]</a>",
       "P A{1} b{2} c{3}"},
      {"<p>A <a href=#fn-1>注 1</a> b<sup><a href=#fn-2>−2</a></sup>", "P A 注 1 b−2"},
      {"<p>A<sup><a href=#gone>※1</a></sup>", "P A※1"},
      {"<p>A, see <a href=#fn-1>note 1</a> for more", "P A, see note 1 for more"},
      {"<p>A<sup><a href=#fn-1>table 1</a></sup> b", "P Atable 1 b"},
      {"<p>At <a href=#fn-1>12:30</a> b", "P At 12:30 b"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

// The head of a table is no passage: its marks stand in the first row below, in the same column.
TEST(HtmlMarks, OfAHeadCellStandInTheFirstRowBelow) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<table><thead><tr><th>A<th>B<sup><a href=#fn-2>[2]</a></sup></thead><tr><td>a<td>b<tr>"
       "<td>c<td>d</table>",
       "R a | b{2}"},
      {"<table><tr><th>A [1]<th>B [3]<tr><td>a<td>b</table>", "R a{1} | b{3}"},
      {"<table><tr><th>A<th>B<sup>2</sup><tr><td>a [1]<td>b.<sup><a href=#fn-4>4</a></sup></table>",
       "R a{1} | b.{4}{2}"},
      {"<table><tr><th>A<th>B<sup>2</sup><tr><td>a<td></table>", "R a |{2}"},
      {"<table><tr><th colspan=2>A[1]<th>B[2]<tr><td>a<td>b<td>c</table>", "R a{1} | b | c{2}"},
      {"<table><tr><th>A<th>B[2]<tr><td colspan=2>a</table>", "R a{2}"},
      {"<table><thead><tr><th>A[1]<th>B<tr><th>C<th>D[2]</thead><tr><td>a<td>b</table>",
       "R a{1} | b{2}"},
      {"<table><tr><th>A[2019]<th>B [the islands]<tr><td>a<td>b</table>", "R a | b"},
      {"<table><tr><th>A<th>B[2]<tr><th>C<th>D</table>", "R A | B[2]"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, AreRaisedNumbersThatHaveANote) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A.<sup>1</sup> B,<sup>2,3</sup> C<sup>4</sup>.", "P A.{1} B,{2}{3} C{4}."},
      {"<p>in 2019<sup>5</sup>", "P in 2019{5}"},
      {"<p>A.<span style='vertical-align: super'>7</span>", "P A.{7}"},
      {"<p>A.<sup>14</sup>", "P A.{14}"},
      // No note, and not where marks stand.
      {"<p>A<sup>14</sup> b", "P A14 b"},
      {"<p>A.<sup>200</sup>", "P A.200"},
      {"<p>x<sup>2</sup> + y<sup>2</sup>", "P x2 + y2"},
      {"<p>5 km<sup>2</sup>, 10<sup>6</sup>", "P 5 km2, 106"},
      {"<p>the 1<sup>st</sup> 2<sup>nd</sup>", "P the 1st 2nd"},
      {"<p>A<sup>TM</sup> H<sub>2</sub>", "P ATM H2"},
      {"<p>A.<sup>[3]</sup>", "P A.[3]"},
      {"<p><sup>1</sup>A", "P 1A"},
      {"<p>A<sup><a href='https://e.org/2'>2</a></sup>", "P A2"},
      {"<p>by E=mc<sup>2</sup> and X<sup>2</sup>", "P by E=mc2 and X2"},
      // No note, but nothing else is raised there.
      {"<p>in 2019<sup>12</sup> the register<sup>13</sup> b", "P in 2019{12} the register{13} b"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

// On a page whose marks are links.
TEST(HtmlMarks, AreNoBracketsInCodeAndBehindJudgments) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A.<a href=#fn-1>[1]</a> <i>A v B</i> [2020] UKSC 1 [2], [3]–[5] and [7].[8]",
       "P A.{1} A v B [2020] UKSC 1 [2], [3]–[5] and [7].{8}"},
      {"<p>A.<a href=#fn-1>[1]</a> [2009] EWHC 442 (Admin) [2] and [2020] 1 AC 5 [3] and 2019 SCC "
       "65 [4] b",
       "P A.{1} [2009] EWHC 442 (Admin) [2] and [2020] 1 AC 5 [3] and 2019 SCC 65 [4] b"},
      {"<p>A.<a href=#fn-1>[1]</a> [2020] UKSC 1[2] In 2019 Kenya 12 [3] had",
       "P A.{1} [2020] UKSC 1{2} In 2019 Kenya 12{3} had"},
      {"<p>A.<a href=#fn-1>[1]</a> Type <code>x[2]</code> or <kbd>[3]</kbd>[4].",
       "P A.{1} Type x[2] or [3]{4}."},
      {"<p>A.<a href=#fn-1>[1]</a> <code>x</code>[2] <code>y<a href=#fn-3>[3]</a></code>",
       "P A.{1} x{2} y{3}"},
      {"<p>A [1] in [2020] UKSC 1 [2] <code>x[3]</code> b", "P A [1] in [2020] UKSC 1 [2] x[3] b"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, AreRaisedNumbersAlsoWhereTheListIsLost) {
  EXPECT_EQ(shown(read_html("<h2>Law</h2><p>A.<sup>14</sup> The register<sup>15</sup> of 5 "
                            "m<sup>2</sup> A<sup>3</sup>.")),
            "H1 Law\nP A.{14} The register{15} of 5 m2 A3.\n");
}

TEST(HtmlMarks, TakeThePagesBehindThemAlong) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>A.<sup><a href=#fn-1>[1]</a></sup><sup>:12-14</sup> B", "P A.{1} B"},
      {"<p>A.<sup><a href=#fn-1>[1]</a></sup><sup><span title='Page: 12'>: 12–14 </span></sup> B",
       "P A.{1} B"},
      {"<p>A.<sup><a href=#fn-1>[1]</a></sup><sup>:12</sup><sup><a href=#fn-2>[2]</a></sup><sup>:s "
       "3</sup>",
       "P A.{1}{2}"},
      {"<p>A.<sup>[3]</sup><sup>:12</sup> B", "P A.{3} B"},
      {"<p>A<sup>:12</sup> B", "P A:12 B"},
      {"<p>A.<sup><a href=#fn-1>[1]</a></sup><sup>: so</sup>", "P A.{1}: so"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, RaisedNumbersThatMisleadAreTold) {
  const auto told = [](const std::string& html) {
    std::string out;
    for (const Diagnostic& d : read_html(html).diagnostics) {
      out += std::string(name_of(d.kind)) + ' ' + d.label + ": " + d.message + '\n';
    }
    return out;
  };
  const std::string list = "<ol class=references><li id=fn1>One 10<sup>9</sup>.<li>Two.</ol>";
  EXPECT_EQ(
      told("<h2>Law</h2><p>A.<sup><a href=#fn1>1</a></sup> 10<sup>6</sup> of 5 m<sup>2</sup> "
           "and X<sup>2</sup>, 2<sup>nd</sup>, 2019<sup>30</sup>." +
           list),
      "raised-number 6: the raised 6 behind \"10\" is taken for an exponent and stands in the "
      "text as \"106\"\n"
      "raised-number 2: the raised 2 behind \"X\" is taken for an exponent and stands in the "
      "text as \"X2\", though there is a note 2\n"
      "raised-number 30: the raised 30 behind \"2019\" has no note and stands in the text as "
      "\"201930\"\n"
      "raised-number 9: the raised 9 behind \"10\" is taken for an exponent and stands in the "
      "text as \"109\"\n");
}

TEST(HtmlMarks, AreNoLinksToOtherPlaces) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>See section <a href=#s>3</a>.<h2 id=s>Law</h2><p>x", "P See section 3."},
      {"<p>Table <a href=#t>2</a> says.<table id=t><tr><td>a<td>b</table>", "P Table 2 says."},
      {"<p>See <a href=#fn-1>the note</a> there.", "P See the note there."},
      {"<p>Article <a href='https://e.org/#a5'>5</a> says.", "P Article 5 says."},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.html), row.shown) << row.html;
}

TEST(HtmlMarks, ShowNumbers) {
  const auto joined = [](const char* text) {
    std::string out;
    for (const std::string& number : shown_numbers(text)) out += number + " ";
    return out;
  };
  EXPECT_EQ(joined("[12]"), "12 ");
  EXPECT_EQ(joined(" (012) "), "12 ");
  EXPECT_EQ(joined("3, 4"), "3 4 ");
  EXPECT_EQ(joined("3–5"), "3 4 5 ");
  EXPECT_EQ(joined("3 5"), "3 5 ");
  for (const char* text : {"", "a", "1a", "2019", "[", "[]", "1.5", "−1"}) {
    EXPECT_EQ(joined(text), "") << text;
  }
}

TEST(HtmlMarks, HaveLinksBack) {
  for (const char* text : {"^", "↩", "↩︎", "[↑]", "Jump up", "Return to text", "back", "↩ Back",
                           "↩2", "↩︎ 12"}) {
    EXPECT_TRUE(is_back_text(text)) << text;
  }
  for (const char* text : {"", "1", "Law", "https://e.org", "Back then", "↩2019", "↩a"}) {
    EXPECT_FALSE(is_back_text(text)) << text;
  }
}

}  // namespace
}  // namespace idsearch::indexer
