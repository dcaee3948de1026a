// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_blocks.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

struct BlockRow {
  const char* html;
  const char* shown;
};

// What a style sheet sets apart from the words of a heading runs into them without one.
TEST(HtmlBlocks, OfAHeadingAreApartWhereItsStyleSetsThemApart) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<h2>Law<small>and courts</small></h2><p>a", "H1 Law and courts\nP a\n"},
      {"<h2><small>Chapter 2</small>Law</h2><p>a", "H1 Chapter 2 Law\nP a\n"},
      {"<h2>Law<span class=subtitle>Courts</span></h2><p>a", "H1 Law Courts\nP a\n"},
      {"<h2>Law<span class='entry-sub-title'>courts</span>of</h2><p>a", "H1 Law courts of\nP a\n"},
      {"<h2><span class=kicker>Law</span>Courts</h2><p>a", "H1 Law Courts\nP a\n"},
      {"<h2>Law<span style='display: block'>Courts</span></h2><p>a", "H1 Law Courts\nP a\n"},
      {"<h2>Law<br>and<br/>courts</h2><p>a", "H1 Law and courts\nP a\n"},
      {"<h2>Law<small>, in short</small></h2><p>a", "H1 Law, in short\nP a\n"},
      {"<h2>Law (<small>short</small>)</h2><p>a", "H1 Law (short)\nP a\n"},
      // Small capitals and inner parts of words.
      {"<h2>e<small>ID</small> cards</h2><p>a", "H1 eID cards\nP a\n"},
      {"<h2>L<small>AW</small></h2><p>a", "H1 LAW\nP a\n"},
      {"<h2>Data<small>base</small>s</h2><p>a", "H1 Databases\nP a\n"},
      {"<h2>H<sub>2</sub>O<span class=x>s</span></h2><p>a", "H1 H2Os\nP a\n"},
      {"<p>Law<small>s</small></p>", "P Laws\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, AreTheLinesOfABrowser) {
  const BlockRow rows[] = {
      {"<p>a  b\n\t c<b> d</b>e&nbsp;&nbsp;f </p>", "P a b c de\u00A0\u00A0f\n"},
      {"<p>a<b>b</b><i>c</i>d<!-- x -->e", "P abcde\n"},
      {"<p>a<br>b<br/>c", "P a b c\n"},
      {"<p>a<br><br>b<br> <br>c", "P a\nP b\nP c\n"},
      {"<p>a<br>&nbsp;<br>b", "P a\nP b\n"},
      {"<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>·<span>&nbsp; "
       "</span></span>a<p>b",
       "I a\nP b\n"},
      {"<h2><span class=header-section-number>1.2</span> Courts</h2><p>a", "H1 Courts\nP a\n"},
      {"text<div>in a box</div>behind", "P text\nP in a box\nP behind\n"},
      {"<P>one<P>two<UL><LI>x<LI>y<OL><LI>z</OL></UL>", "P one\nP two\nI x\nI y\nI z\n"},
      {"<ul><li><p>a</p><p>b</p></li></ul>", "I a\nI b\n"},
      {"<dl><dt>Term<dd>Text</dl>", "I Term\nI Text\n"},
      {"<blockquote><p>q</p></blockquote><pre>a\n  b</pre>", "P q\nP a b\n"},
      {"<details><summary>s</summary>t</details>", "P s\nP t\n"},
      {"<figure><img alt='no'><figcaption>c</figcaption></figure>", "P c\n"},
      {"<p>&nbsp;</p><p> </p><p>&nbsp;a&nbsp;</p>", "P a\n"},
      {"<p>s&shy;o z&#8203;w &zwj;j <wbr>x", "P s\u00ADo z\u200Bw \u200Dj x\n"},
      {"<p>a <img alt=b> c", "P a c\n"},
      {"<p>x<sub>2</sub> y<sup>th</sup>", "P x2 yth\n"},
      {"<p>a<input><textarea>t</textarea><select><option>o</select>b<object>f</object>", "P ab\n"},
      {"<p>a<p/>b</p>c", "P a\nP b\nP c\n"},
      {"<p>&lt;b&gt; &amp;amp; \"", "P <b> &amp; \"\n"},
  };
  for (const BlockRow& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, WithATypedBulletAreItemsWithoutIt) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>• red<sup><a href=#n1>1</a></sup> and</p><p>- blue</p><div id=n1>Act.</div>",
       "I red{1} and\nI blue\nN1 Act.\n"},
      {"<p><span>o<span>&nbsp;&nbsp;&nbsp; </span></span><a href='https://e.org'>red</a></p>",
       "I red\n"},
      {"<p><span>·<span>&nbsp;&nbsp; </span></span>red</p>", "I red\n"},
      // What may be something else stays: a remark, a section, a letter, a hyphen.
      {"<p>* Figures of 2020.</p><p>§ 5 says</p><p><b>A</b>&nbsp; law</p><p>-5 degrees</p>",
       "P * Figures of 2020.\nP § 5 says\nP A\u00A0 law\nP -5 degrees\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, HaveTheCharactersOfFormulas) {
  const BlockRow rows[] = {
      {"<p>About <math><mn>30</mn><mo>%</mo></math> of people", "P About 30% of people\n"},
      {"<p>Of <math display=inline>\n <mrow>\n <mn>5</mn> <mo>×</mo> <mn>3</mn>\n</mrow>\n</math>.",
       "P Of 5×3.\n"},
      {"<p>Of <math><mfrac><mn>1</mn> <mn>2</mn></mfrac></math> or "
       "<math><msup><mn>10</mn><mrow><mn>6</mn></mrow></msup></math>.",
       "P Of 1/2 or 10^6.\n"},
      {"<p>So <math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\x"
       "</annotation><annotation-xml><b>y</b><div>z<p>w</div></annotation-xml></semantics></math> "
       "is",
       "P So x is\n"},
      {"<p>So <span style='display:none'><math><mi>x</mi></math></span>it is", "P So it is\n"},
  };
  for (const BlockRow& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, OfATableAreItsBodyRows) {
  const BlockRow rows[] = {
      {"<table><caption>Table 1</caption><tr><th>A<th>B<tr><td>a "
       "<p>1</p><td>b<tr><td><td>c</table>",
       "P Table 1\nR a 1 | b\nR | c\n"},
      {"<table><thead><tr><td>A<td>B<tbody><tr><th>a<td>b<tfoot><tr><td>s<td>t</table>",
       "R a | b\nR s | t\n"},
      {"<table><tr><td>a<td>b</table>", "R a | b\n"},
      {"<table><tr><th>a<th>b</table>", "R a | b\n"},
      {"<table><tr><td>a<td>b<td></table>", "R a | b |\n"},
      {"<table><tr><td>one<tr><td>column</table>", "P one\nP column\n"},
      {"<table><thead><tr><th>A<th>B<tbody><tr><th colspan=2>Minors<tr><td>a<td>b</table>",
       "R Minors\nR a | b\n"},
      {"<table><tr><th colspan=2>Fees<tr><th>A<th>B<tr><td>a<td>b</table>", "R Fees\nR a | b\n"},
      {"<table><tr><th>A<th>B<tr><td>a<td>b<tr><th colspan=2>Minors<tr><td>c<td>d</table>",
       "R a | b\nR Minors\nR c | d\n"},
      {"<table><thead><tr><th colspan=2>Fees<tr><th>A<th>B</thead><tr><td>a<td>b</table>",
       "R a | b\n"},
      {"<table role=presentation><tr><td>a<td><p>b</table>", "P a\nP b\n"},
      {"<table><tr><td>menu<td><h2>Law</h2><p>a</table>", "P menu\nH1 Law\nP a\n"},
      {"<table><tr><td>x<td><table><tr><td>a<td>b</table></table>", "P x\nR a | b\n"},
      {"<table><tr><th>A<th>B<tr><td>x<td><table><tr><td>a<td>b</table><tr><td>y<td>z</table>",
       "R x | a b\nR y | z\n"},
      {"<table><tr><td>x<td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><td>y<td>z<tr><td>v<td>w"
       "</table>",
       "R x | a b c d\nR y | z\nR v | w\n"},
      {"<table><tr><td>x<td><table><tr><td>a<tr><td>b</table><tr><td>y<td>z</table>",
       "R x | a b\nR y | z\n"},
      {"<table><tr><td><table><tr><td>a<td>b</table><td>x<tr><td>y<td>z</table>",
       "R a | b\nP x\nP y\nP z\n"},
      {"<table><tr><td>a<td><ul><li>x<li>y</ul></table>", "R a | x y\n"},
      {"<table><tr><td>a<td>b[1]</table>", "R a | b[1]\n"},
  };
  for (const BlockRow& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, AreHeadingsAtTheDepthThatIsShown) {
  const BlockRow rows[] = {
      {"<h1>Kenya</h1><h2>Law</h2><h3>Data</h3><p>a<h2>Next</h2><p>b",
       "H1 Law\nH2 Data\nP a\nH1 Next\nP b\n"},
      {"<h3>Law</h3><h4>Data</h4><p>a", "H1 Law\nH2 Data\nP a\n"},
      {"<h1>Kenya</h1><div role=heading aria-level=2>Law</div><div role=heading>Other</div>"
       "<span role=heading aria-level=3>Data</span><p>a",
       "H1 Law\nH1 Other\nH2 Data\nP a\n"},
      {"<h2><button>Law</button></h2><p>a", "H1 Law\nP a\n"},
      {"<h2>1. Law <small>of</small><br>x</h2><p>a", "H1 1. Law of x\nP a\n"},
      {"<h2><div>Law</div></h2><p>a", "H1 Law\nP a\n"},
      {"<h2 id=l>Law<a href=#l>¶</a><a class=x href=#l></a></h2><p>a", "H1 Law\nP a\n"},
      {"<h2>Law<p>the heading was not closed<p>b", "H1 Law\nP the heading was not closed\nP b\n"},
      {"<h2></h2><h2> </h2><h2>Law</h2><p>a", "H1 Law\nP a\n"},
      {"<p>Law</p><p>a.</p><p>Data Protection</p><p>b.</p>",
       "H Law\nP a.\nH Data Protection\nP b.\n"},
      {"<h2>Law</h2><p>a.</p><p><b>Data Protection</b></p><p>b.</p>",
       "H1 Law\nP a.\nH2 Data Protection\nP b.\n"},
  };
  for (const BlockRow& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlBlocks, HaveTheLanguageOfTheElementAroundTheirWords) {
  struct Case {
    const char* html;
    const char* language;
  };
  const Case cases[] = {
      {"<p><span lang=mt>Liġi.</span></p>", "mt"},
      {"<p><span lang=mt>Liġi</span> is a law.</p>", ""},
      {"<div lang=fr><p><b>Loi</b> du pays.</p></div>", "fr"},
      {"<div lang=fr><p lang=mt>Liġi.</p></div>", "mt"},
      {"<blockquote lang=de-AT>Gesetz</blockquote>", "de"},
  };
  for (const Case& row : cases) {
    const RawProfile raw = read_html(std::string("<h1>Malta</h1>") + row.html);
    ASSERT_EQ(raw.blocks.size(), 1u) << row.html;
    EXPECT_EQ(raw.blocks.front().language, row.language) << row.html;
  }
}

TEST(HtmlBlocks, KnowTheirLinesAndLanguages) {
  const RawProfile raw = read_html(
      "<html lang=en-GB><body>\n<h1>Kenya</h1>\n<h2>\nLaw</h2>\n<p>a\nb</p><div lang=sw>\n"
      "<p>c<p lang=FR>d</div><p lang=en>e<p xml:lang=x-none>f");
  EXPECT_EQ(raw.language, "en");
  EXPECT_EQ(raw.title_line, 2u);
  std::string shown;
  for (const RawBlock& block : raw.blocks) {
    shown += block.text + "@" + std::to_string(block.line) + block.language + " ";
  }
  EXPECT_EQ(shown, "Law@4 a b@5 c@7sw d@7fr e@7 f@7 ");
}

}  // namespace
}  // namespace idsearch::indexer
