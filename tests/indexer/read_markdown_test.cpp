// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read_markdown.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/indexer/markdown_shown.hpp"
#include "tests/repetitions.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

TEST(ReadMarkdown, ShowsTheDepthOfHeadings) {
  expect_shown({
      {"## Law\n\nx\n\n### Data Protection ###\n\ny", "H2 Law\nP x\nH3 Data Protection\nP y\n"},
      {"Law\n===\n\nx\n\nData Protection\n---\ny", "H1 Law\nP x\nH2 Data Protection\nP y\n"},
      {"# Law\n\n## 2.4 Data\n\nx\n\n# Other\n\ny", "H1 Law\nH2 2.4 Data\nP x\nH1 Other\nP y\n"},
      {"## Law {#law .x}\n\nx", "H2 Law\nP x\n"},
      {"## Law { #law .x }\n\nx", "H2 Law\nP x\n"},
      {"## Law { of the land }\n\nx", "H2 Law { of the land }\nP x\n"},
      {"## *Law*[^1]\n\nx", "H2 Law{1}\nP x\n"},
      {"#5 is text\n\n#\n\nx", "P #5 is text\nP x\n"},
  });
}

TEST(ReadMarkdown, TakesOnlyTheWordsOfNodes) {
  expect_shown({
      {"a *b* **c** _d_ ~~e~~ `f` snake_case_word 2*3*4", "P a b c d e f snake_case_word 234\n"},
      {"wrapped <br> line", "P wrapped line\n"},
      {"wrapped\nline  \nhard\\\nbreak<br>tag", "P wrapped line hard break tag\n"},
      {"two  blanks stay, so does\u00A0this", "P two  blanks stay, so does\u00A0this\n"},
      {"[text](https://x.org \"t\") and <https://y.org/a_b_c?d=1&e=2>",
       "P text and https://y.org/a_b_c?d=1&e=2\n"},
      {"https://x.org/_a_/b_c*d*e", "P https://x.org/_a_/b_c*d*e\n"},
      {"*see https://x.org/a*", "P see https://x.org/a\n"},
      {"a ![alt](x.png) b", "P a  b\n"},
      {"&amp; &shy;&#8217; &lt;b&gt; \\*no\\*", "P & \u00AD’ <b> *no*\n"},
      {"a&#9;b&Tab;c&#x0D;d&NewLine;e&#12;f&#1;g", "P a b c d e f\uFFFDg\n"},
      {"<b>bold</b> H<sub>2</sub>O <url> <sic> <!-- gone -->end", "P bold H2O <url> <sic> end\n"},
      {"a&#1;b &#x02; https://x.org/&#1;", "P a�b � https://x.org/�\n"},
      {"[the islands] and [2019] and [sic]", "P [the islands] and [2019] and [sic]\n"},
      {"> quote\n> goes on\n\n> [!note]\n> box", "P quote goes on\nP box\n"},
      {"[[Kenya|the country]] and [[Uganda]] ![[map.png]]", "P the country and Uganda\n"},
      {"```\ncode *x*\n  more\n```\n\n    indented", "P code *x* more\nP indented\n"},
      {"a\n\n---\n\n***\n\nb", "P a\nP b\n"},
      {"[a][b] and [b]\n\n[b]: https://x.org", "P a and b\n"},
  });
}

TEST(ReadMarkdown, LeavesOutSignsOfDialects) {
  expect_shown({
      // Obsidian, MkDocs: marked words; not two signs between words.
      {"==Nobody== holds, *==a== b*, ==c d==[^1].", "P Nobody holds, a b, c d{1}.\n"},
      {"a == b and c == d, x==y==z, ==, `==e==` and ==f",
       "P a == b and c == d, x==y==z, ==, ==e== "
       "and ==f\n"},
      {"==a\n\nb== c", "P ==a\nP b== c\n"},
      // Keys.
      {"++ctrl+alt+del++ and ++F1++, C++ and g++, i++ or ++i and j++.",
       "P ctrl+alt+del and F1, C++ and g++, i++ or ++i and j++.\n"},
      // Changes.
      {"{++new++} {--old--} {~~was~>is~~} {==this==}{>>why<<} `{++x++}` {++ y",
       "P new old is this "
       "{++x++} {++ y\n"},
      // Attributes.
      {"A text.[^1]\n{ .annotate }\n\nNext.", "P A text.{1}\nP Next.\n"},
      {"A *b*{: .x} c{:.y} `d`{.z} [e](f){target=_blank} [g]{.underline} []{#a .anchor}h.",
       "P A b c d e g h.\n"},
      {"[a]{b} {c} f(x){y} {: no} {.}", "P [a]{b} {c} f(x){y} {: no} {.}\n"},
      {"|a|b|\n|-|-|\n|c|d|\n{: .wide}", "R c | d\n"},
      {"H~2~O, ~~old~~, ~5~ and a~b c~d", "P H2O, old, ~5~ and a~b c~d\n"},
      {"| A line of verse\n| and[^1] one more\n\n| a | b\n| c",
       "P A line of verse and{1} one more\nP | a | b | c\n"},
      // Names of paragraphs, of abbreviations, of files.
      {"A text. ^claim-1\n\n- item ^x7\n\n^t2\n\nup to 10 ^6\n\na ^",
       "P A text.\nI item\nP up to 10 "
       "^6\nP a ^\n"},
      {"*[ID]: a card\n*[NIN]: a number\n\nx", "P x\n"},
      {"--8<-- \"abbr.md\"\n\nx {::comment}y{:/comment}z {::nomarkdown}u{:/}", "P x z u\n"},
      {"See [[#Law]].", "P See Law.\n"},
  });
}

TEST(ReadMarkdown, TakesNumbersRaisedByTheCharacterForMarks) {
  expect_shown({
      {"A.¹ B,² of 5 km².\n\n¹ Act A.\n\n² ibid", "P A.{1} B,{2} of 5 km².\nN1 Act A.\nN2 ibid\n"},
      {"A.[^1] B.²\n\n[^1]: Act A.\n[^2]: ibid", "P A.{1} B.²\nN1 Act A.\nN2 ibid\n"},
  });
}

TEST(ReadMarkdown, PartsTheTitleOfAFencedBoxFromItsText) {
  expect_shown({
      {"::: {.callout-note title=\"Outer islands\"}\nBy boat.[^1]\n:::",
       "P Outer islands\nP By "
       "boat.{1}\n"},
      {":::tip[Take note]\n\nCards.\n\n:::", "P Take note\nP Cards.\n"},
      {":::{note} Residents\nThe card.\n:::", "P Residents\nP The card.\n"},
      {":::\nThe card.\ngoes on\n:::\nand text", "P The card. goes on\nP and text\n"},
  });
}

TEST(ReadMarkdown, TakesNoRowOfADashedTableForAHeading) {
  expect_shown({
      {"  -----------------\n  Card     Fee\n  -------- --------\n  NID      20[^1]\n\n  Pass     "
       "100\n  -----------------\n\nNext\n----\n\nx",
       "R NID | 20{1}\nR Pass | 100\nH2 Next\nP x\n"},
      {"A    B\n---- ----\na    b\n\nNext\n----\n\nx", "R a | b\nH2 Next\nP x\n"},
      {"-- --\n\nNext\n----\n\nx", "H2 Next\nP x\n"},
  });
}

TEST(ReadMarkdown, LeavesOutContentsInParagraphs) {
  expect_shown({
      {"[Law](#law)\n\n[Data\t2](#data)\n\n## Law\n\nSee [Data](#data).[5](#fn)",
       "H2 Law\nP See Data.[5]\n"},
      {"import A from '@x/A';\nimport B from \"b\";\n\n{/* why */}\n\nimport a card from there",
       "P import a card from there\n"},
      {"export const a = 1;\n\nexport a card", "P export a card\n"},
  });
}

TEST(ReadMarkdown, TakesTermsAndDefinitionsForItems) {
  expect_shown({
      {"Raqam\n:   a number[^1]\n:   of a card", "I Raqam\nI a number{1}\nI of a card\n"},
      {"Bidoon\n\n:   a person\n    without one\n\n    More.[^1]\n\nNext.",
       "I Bidoon\nI a person without one\nP More.{1}\nP Next.\n"},
      {"a\nb\n: c\n\n: d", "I a\nI b\nI c\nI d\n"},
      {"A sentence.\n\n: text", "P A sentence.\nP : text\n"},
      {"The documents are these.\n: text", "P The documents are these. : text\n"},
      {": text", "P : text\n"},
      {"a:b\n:c", "P a:b :c\n"},
      {"|a|b|\n|-|-|\n|c|d|\n\n: The fees", "R c | d\nP The fees\n"},
  });
}

TEST(ReadMarkdown, PartsTheTitleOfABoxFromItsText) {
  expect_shown({
      {"> [!info] Nomads\n> They move.[^1]", "P Nomads\nP They move.{1}\n"},
      {"> [!tip]- Folded\n> Body.", "P Folded\nP Body.\n"},
      {"> [!NOTE]\n> Body.\n> More.", "P Body. More.\n"},
      {"> [!info] Only", "P Only\n"},
  });
}

TEST(ReadMarkdown, TakesItemsOfAllLists) {
  expect_shown({
      {"- a\n- b[^1]", "I a\nI b{1}\n"},
      {"* a\n\n+ b\n\n7. c\n8) d", "I a\nI b\nI c\nI d\n"},
      {"- a\n  - b\n    1. c\n\n  still a", "I a\nI b\nI c\nI still a\n"},
      {"- [ ] a\n- [x] b", "I a\nI b\n"},
      {"## Contents\n\n- [Law](#law)\n  - [Data](#data)\n\n## Law\n\nx", "H2 Law\nP x\n"},
  });
}

TEST(ReadMarkdown, TakesBodyRowsOfTables) {
  expect_shown({
      {"|A|B|\n|---|:-:|\n| a[^1] | **b** |\n| c \\| d | |", "R a{1} | b\nR c | d |\n"},
      {"A | B\n--|--\na | [^1]\n | b", "R a |{1}\nR b |\n"},
      {"x\n\nA[^2] | B\n--|--\na[^1] | b\nc | d", "P x\nR a{1}{2} | b\nR c | d\n"},
      {"A | B[^2]\n--|--\na |\nc | d", "R a |{2}\nR c | d\n"},
      {"x\n\nA[^2] | B\n--|--", "P x\nP {2}\n"},
      {"A[2] | B[2019]\n--|--\na | b[1]", "R a[2] | b[1]\n"},
      {"<table><tr><th>A<th>B[^2]</tr><tr><td>a<td>b</tr></table>", "R a | b{2}\n"},
  });
}

TEST(ReadMarkdown, PutsMarksBehindTheirWords) {
  expect_shown({
      {"word.[^1]Next", "P word.{1}Next\n"},
      {"word [^1]. Next  [^2]  word", "P word{1}. Next{2}  word\n"},
      {"a[^1][^2] [^3], [^4] b[^7]–[^9]", "P a{1}{2}{3}{4} b{7}{8}{9}\n"},
      {"“quoted.”[^1] **bold.**[^2]and *em*[^3]x", "P “quoted.”{1} bold.{2}and em{3}x\n"},
      {"中文**强调。**[^1]后面", "P 中文强调。{1}后面\n"},
      {"[a link[^1]](https://x.org) b [^2](#fn2)", "P a link{1} b{2}\n"},
      {"[3] is text where marks are [^1]", "P [3] is text where marks are{1}\n"},
      {"a[^1001] b[^pipa] c[^Pipa-2_x]", "P a{1001} b{pipa} c{Pipa-2_x}\n"},
      {"a[^x y] b[^] c[^ d] [^a[b]]", "P a[^x y] b[^] c[^ d] [^a[b]]\n"},
      {"a<sup>[^1]</sup> x<sup>[^2]</sup>", "P a{1} x{2}\n"},
  });
}

TEST(ReadMarkdown, TakesMarksBehindAddresses) {
  expect_shown({
      {"See https://a.org/x[^1] and (http://c.org/d_e_f[^1]).\n\n[^1]: x",
       "P See https://a.org/x{1} and (http://c.org/d_e_f{1}).\nN1 x\n"},
      {"At https://a.org/x^[y] and https://a.org/?a[]=1 here.",
       "P At https://a.org/x{1} and https://a.org/?a[]=1 here.\nN1 y\n"},
      {"`https://a.org/x[^1]`\n\n[^1]: https://a.org/y[^2]",
       "P https://a.org/x[^1]\nN1 https://a.org/y[^2]\n"},
  });
}

TEST(ReadMarkdown, TakesRaisedMarksWithTheCaretsAroundThem) {
  expect_shown({
      {"a^[^1]^ b[^1]^,^[^2] c[^1]^,^^[^2]^ d^[^1], [^2]^ e^[^1][^2]^.\n\n[^1]: x\n[^2]: y",
       "P a{1} b{1}{2} c{1}{2} d{1}{2} e{1}{2}.\nN1 x\nN2 y\n"},
      {"a^[^1] b x^2^ c ^,^ d.\n\n[^1]: x", "P a^{1} b x2 c ^,^ d.\nN1 x\n"},
      {"a^[1]^ b[^1].\n\n[^1]: x", "P a^[1]^ b{1}.\nN1 x\n"},
      {"`a^[^1]^`\n\n[^1]: x", "P a^[^1]^\nN1 x\n"},
      {"a^[1]^ b.\n\n# Notes\n\n1. A Author, ‘T’ <https://a.org>.",
       "P a[1] b.\nN1 A Author, ‘T’ <https://a.org>.\n"},
  });
}

TEST(ReadMarkdown, TellsRaisedNumbersThatMislead) {
  const auto told = [](const std::string& markdown) {
    std::string out;
    for (const Diagnostic& d : read_markdown(markdown).diagnostics) {
      out += std::to_string(d.line) + ' ' + std::string(name_of(d.kind)) + ' ' + d.label + '\n';
    }
    return out;
  };
  EXPECT_EQ(told("# Law\n\nAbout 10<sup>6</sup> of 5 km<sup>2</sup>.[^1]\n\nIn "
                 "2019<sup>1</sup>.\n\n[^1]: x"),
            "3 raised-number 6\n5 raised-number 1\n");
  EXPECT_EQ(told("# Law\n\nIn 2019<sup>1</sup> it x<sup>2</sup>.\n\n# Notes\n\n1. A Author, ‘T’ "
                 "<https://a.org>."),
            "");
}

TEST(ReadMarkdown, TakesAlongTheBracketsAroundMarks) {
  expect_shown({
      {"a ([^1]) b ( [^2] ), c", "P a{1} b{2}, c\n"},
      {"a [[^1]] b ([^1], [^p]) c", "P a{1} b{1}{p} c\n"},
      {"a <sup>([^1])</sup> b", "P a{1} b\n"},
      {"a (see [^1]) b [c [^1]]", "P a (see{1}) b [c{1}]\n"},
  });
}

TEST(ReadMarkdown, TakesNoMarksFromCodeCommentsAndEscapes) {
  expect_shown({
      {"`[^1]` and ``a ` [^2]``", "P [^1] and a ` [^2]\n"},
      {"```\n[^1]\n[^2]: x\n```", "P [^1] [^2]: x\n"},
      {"~~~ md\n[^1]: x\n~~~~", "P [^1]: x\n"},
      {"- ```\n  [^1]: x\n  ```\n- b", "P [^1]: x\nI b\n"},
      {"> ```\n> [^1]: x\n\nout[^2]", "P [^1]: x\nP out{2}\n"},
      {"\\[^1] and \\\\[^2]", "P [^1] and \\{2}\n"},
      {"a<!-- [^1] -->b\n\n<!--\n\n[^2]: x\n\n-->\nc", "P ab\nP c\n"},
      {"a <!-- b\n\nc --> d", "P a d\n"},
      {"`<!--` [^1] `-->`", "P <!--{1} -->\n"},
      {"<https://x.org/[^1]> [y](https://x.org/[^2])", "P https://x.org/[^1] y\n"},
      {"<pre>\n[^1]: x\n</pre>\n\n<script>\n\n[^2]: y\n</script>", "P {1}: x\n"},
      {"x\n\n    [^1]: code", "P x\nP [^1]: code\n"},
  });
}

TEST(ReadMarkdown, NamesTheLinesOfTheFile) {
  const RawProfile raw = read_markdown(
      "---\r\ntitle: Kenya\r\n---\r\n\r\n# Kenya\r\n\r\n## Law\r\n<!-- a\r\n\r\nb -->\r\n"
      "Text[^2]\r\n\r\n[^1]: one\r\n    more\r\n\r\n|A|\r\n|-|\r\n|b|\r\n|c|\r\n\r\n[^2]: two\r\n"
      "- x\r\n- y\r\n");
  EXPECT_EQ(raw.title, "Kenya");
  std::vector<std::size_t> lines;
  for (const RawBlock& block : raw.blocks) lines.push_back(block.line);
  EXPECT_EQ(lines, (std::vector<std::size_t>{7, 11, 18, 19, 22, 23}));
  ASSERT_EQ(raw.notes.size(), 2u);
  EXPECT_EQ(raw.notes[0].line, 13u);
  EXPECT_EQ(raw.notes[0].text, "one more");
  EXPECT_EQ(raw.notes[1].line, 21u);
}

TEST(ReadMarkdown, ReadsBlocksOfHtml) {
  expect_shown({
      {"<h2>Law</h2>\n\n<p>Text &amp; more[^1]<br/>end</p>\n<ul><li>a</li><li>b</li></ul>",
       "H2 Law\nP Text & more{1} end\nI a\nI b\n"},
      {"<table><tr><th>A</th></tr><tr><td>a</td><td>b[^1]</td></tr></table>", "R a | b{1}\n"},
      {"<div>\n\nInner *text*\n\n</div>", "P Inner text\n"},
      {"<details><summary>Sum</summary>\n\nx\n\n</details>", "P Sum\nP x\n"},
      {"<style>p { }</style>\n<script>var a = '<p>b</p>';</script>", ""},
  });
}

TEST(ReadMarkdown, LeavesOutWhatOnlySteersThePage) {
  expect_shown({
      {"[TOC]\n\nx\n\n* TOC\n{:toc}\n\ny\n{: .wide}", "P x\nP y\n"},
      {"::: {.note #a}\nx\n:::\n\n:::warning Mind this\n\ny ::: z\n\n:::",
       "P x\nP Mind this\nP y ::: z\n"},
      {"!!! warning \"Two *classes*\"\n\n    No card.[^1]\n\n    - none\n\n??? note\n    "
       "Folded.\n\nx",
       "P Two classes\nP No card.{1}\nI none\nP Folded.\nP x\n"},
      {"=== \"Citizens\"\n    Ten\n    years.\n\n    More.\n\n=== \"Stateless\"\n\n\tFive.\n\ny",
       "P Citizens\nP Ten years.\nP More.\nP Stateless\nP Five.\nP y\n"},
      {"- a\n\n    !!! tip inline end\n        b\n\n!!! a\n\n    ??? b \"c\"\n\n        d\n\n    e",
       "I a\nI b\nP c\nP d\nP e\n"},
      {"!!! who knows\n\n??? why\n\n```\n!!! note\n    x\n```",
       "P !!! who knows\nP ??? why\nP !!! note x\n"},
      {"a %% see [^9] %% b %%c%%\n\n%%\nnot yet\n\n# Nor this\n%%\n\nd", "P a b\nP d\n"},
      {"5%% of a and `%% b %%`\n\n%% open\n\nc", "P 5%% of a and %% b %%\nP %% open\nP c\n"},
      {"flag\n\noverview_background_image\n\nx", "P x\n"},
      {"a {{< figure src=\"x.png\" >}} b[^1]\n\n{{% notice note %}}\nc\n{{% /notice %}}\n\n{% "
       "include d.md %}",
       "P a b{1}\nP c\n"},
      {"`{{< x >}}` a { b } {{ c }} {{< open", "P a { b } {{ c }} {{< open\n"},
  });
}

TEST(ReadMarkdown, SaysWhereUtf8IsInvalidAndRepairsIt) {
  const RawProfile raw = read_markdown("a\n\nb\xFF[^1]\n\n[^1]: c\xC3\n");
  ASSERT_EQ(raw.diagnostics.size(), 2u);
  EXPECT_EQ(raw.diagnostics[0].line, 3u);
  EXPECT_EQ(raw.diagnostics[1].line, 5u);
  EXPECT_EQ(shown_with_marks(raw), "P a\nP b\uFFFD{1}\nN1 c\uFFFD\n");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Each of these is quadratic, or takes a GB and more, without the guard or a bound of our own.
TEST(ReadMarkdown, SurvivesWhatBlowsParsersUp) {
  for (const char* pattern :
       {"[",          "![[]()", "> ",        "- ", "^[", "[^",   "[^1]: ", "[^1]:\n", "<",
        "<!--",       "<a ",    "<div \"",   "`",  "*_", "**a*", "[[a",    "[a](",    "|",
        "https://a_", "[1]: ",  "<http://a", "\\", "&",  "\r",   "\n- ",   "```\n",   "a <!-- b\n",
        "<sup>",      "[^a]\n", "1. ",       "\t", "{:", "~~a "}) {
    const RawProfile raw = read_markdown(repeated(pattern, repetitions(60'000, 20'000)));
    for (const RawBlock& block : raw.blocks)
      ASSERT_TRUE(text::is_valid_utf8(block.text)) << pattern;
  }
  read_markdown("a" + repeated("|a", 5000) + "\n" + repeated("-|", 5000) + "-\n" +
                repeated("a\n", 5000));
  read_markdown("[a]: " + std::string(100000, 'x') + "\n\n" + repeated("[a] ", 50000));
  read_markdown(repeated("> - ", 30000) + "\n" + repeated("\n", 60000) + "x");
}

TEST(ReadMarkdown, KeepsTheWordsOfWhatItDoesNotParse) {
  const std::string deep = repeated("> ", 40) + "word [^1]";
  EXPECT_EQ(markdown_shown("a\n\n" + deep + "\n\n*b*"),
            "P a\nP " + deep.substr(0, 84) + "{1}\nP b\n");
}

// The parser's tables of special characters are shared by all threads.
TEST(ReadMarkdown, ReadsTheSameInManyThreads) {
  const std::string markdown = repeated("~~gone~~ *a* ~~b~~\n\n", 20);
  const std::string alone = markdown_shown(markdown);
  std::vector<std::size_t> different(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : different) {
    threads.emplace_back([&] {
      for (int i = 0; i < repetitions(300, 100); ++i)
        count += markdown_shown(markdown) == alone ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, std::vector<std::size_t>(4, 0));
}

TEST(ReadMarkdown, GivesValidTextAndMarksInOrderForAnyBytes) {
  const std::vector<std::string> parts{"[^1]",
                                       "[^2]: ",
                                       "\n",
                                       "\n\n",
                                       "    ",
                                       "> ",
                                       "- ",
                                       "1. ",
                                       "# ",
                                       "---\n",
                                       "```\n",
                                       "`",
                                       "*",
                                       "_",
                                       "[",
                                       "]",
                                       "(",
                                       ")",
                                       "<!--",
                                       "-->",
                                       "<br>",
                                       "<sup>",
                                       "</sup>",
                                       "|",
                                       "|-|-|\n",
                                       "word ",
                                       "\xFF",
                                       "\xC3",
                                       "é",
                                       "\u00A0",
                                       "中",
                                       "^[",
                                       "$",
                                       "\x01",
                                       "\x02",
                                       "\\",
                                       "<https://x.org/>",
                                       "https://a_b",
                                       "title: x\n",
                                       "+++\n",
                                       "ibid",
                                       "\r\n",
                                       "<div>",
                                       "&amp;",
                                       "[1]",
                                       "Notes\n"};
  std::mt19937 random(20260103);
  for (int i = 0; i < repetitions(3000, 1000); ++i) {
    std::string bytes;
    const std::size_t count = random() % 60;
    for (std::size_t k = 0; k < count; ++k) bytes += parts[random() % parts.size()];
    const RawProfile raw = read_markdown(bytes);
    for (const RawBlock& block : raw.blocks) {
      ASSERT_TRUE(text::is_valid_utf8(block.text)) << bytes;
      ASSERT_EQ(block.text.find('\n'), std::string::npos) << bytes;
      if (!block.marks) continue;
      std::size_t last = 0;
      for (const Mark& mark : *block.marks) {
        ASSERT_GE(mark.at, last) << bytes;
        ASSERT_LE(mark.at, block.text.size()) << bytes;
        ASSERT_EQ(text::char_floor(block.text, mark.at), mark.at) << bytes;
        last = mark.at;
      }
    }
    for (const RawNote& note : raw.notes) {
      ASSERT_TRUE(text::is_valid_utf8(note.text)) << bytes;
      ASSERT_EQ(text::trim(note.text), note.text) << bytes;
    }
  }
}

TEST(ReadMarkdown, ReadsTablesThatAreDrawn) {
  expect_shown({
      // Grids: cells over several lines, items in them, a head, none.
      {"a\n\n+-----+------+\n| F   | Fee  |\n+=====+======+\n| x[^1] | - b |\n|     | - *c* |\n"
       "+-----+------+\n| y   | 2    |\n+-----+------+\n\nz",
       "P a\nR x{1} | b c\nR y | 2\nP z\n"},
      {"+---+---+\n| a | b |\n+---+---+\n| c |   |\n+---+---+", "R a | b\nR c | \n"},
      {"+-----+-----+\n| F[^1] | Fee |\n+:====+====:+\n| a   | b   |\n+-----+-----+",
       "R a{1} | b\n"},
      // Wide characters, a bar behind a backslash, lines that are not drawn to measure.
      {"+------+----+\n| 日本 | a\\|b |\n+------+----+\n| 中   | c  |\n+------+----+",
       "R 日本 | a|b\nR 中 | c\n"},
      // Cells over several columns or rows.
      {"+---+---+\n| a b   |\n+---+---+\n| c | d |\n|   +---+\n|   | e |\n+---+---+",
       "R a b\nR c | d\nR  | e\n"},
      {"- item\n\n  +---+---+\n  | a | b |\n  +---+---+\n\nz", "I item\nR a | b\nP z\n"},
      // No grids.
      {"+---+---+\nno table", "P +---+---+ no table\n"},
      {"```\n+---+---+\n| a | b |\n+---+---+\n```", "P +---+---+ | a | b | +---+---+\n"},
      // Columns below dashes.
      {"  Name  Place\n  ----  ------\n  a[^1]  \n  b     c\n\nz", "R a{1} |\nR b | c\nP z\n"},
      {"Name  Place\n----  ------\nJo    a *b*\nAl    c\n\nTable: People\n\nz",
       "R Jo | a b\nR Al | c\nP Table: People\nP z\n"},
      {"      Fee  Who\n---------  -----\n       12  all\n\n: Fees[^1]\n",
       "R 12 | all\nP Fees{1}\n"},
      {"----  ----\na     b\nc     d\n----  ----\n\nz", "R a | b\nR c | d\nP z\n"},
      {"------------\nName  Place\n----  ------\na     b\n      c\n\nd     e\n------------\n\nz",
       "R a | b c\nR d | e\nP z\n"},
      {": Fees {#tbl:fees}\n\n| a | b |\n|---|---|\n| c | d |", "P Fees\nR c | d\n"},
      {"Table: Fees {#tbl:fees}\n\n+---+---+\n| c | d |\n+---+---+", "P Table: Fees\nR c | d\n"},
      // No columns.
      {"Words here\n--- ---\nmore of them go on", "P Words here\nP more of them go on\n"},
      {"---- ----\n\nz", "P z\n"},
  });
}

TEST(ReadMarkdown, ReadsWhatDirectivesWrap) {
  expect_shown({
      // MyST: fences, options, a title, boxes in boxes.
      {"```{note}\na[^1] *b*\n```\n\nz", "P a{1} b\nP z\n"},
      {"```{admonition} A *title*\n:class: tip\n:name: x\na\n```", "P A title\nP a\n"},
      {"```{tip}\n---\nclass: x\n---\na\n```", "P a\n"},
      {"````{tab-set}\n```{tab-item} One\na\n```\n\n```{tab-item} Two\n- b\n```\n````\nz",
       "P One\nP a\nP Two\nI b\nP z\n"},
      {":::{warning} Mind\n:class: x\na[^1]\n:::\n\nz", "P Mind\nP a{1}\nP z\n"},
      {"```{figure} a.png\n:width: 50%\n\nWhat it shows.\n```", "P What it shows.\n"},
      {"```{toctree}\n:maxdepth: 2\na\nb\n```\n\nz", "P z\n"},
      {"A {abbr}`ID (identity *document*)`, {ref}`the law <law>`[^1], `` {abbr}`x` `` and {a "
       "b}`c`.",
       "P A ID (identity document), the law{1}, {abbr}`x` and {a b}c.\n"},
      {"(a-label)=\n# Law\n\n+++\n\na (b)=c", "H1 Law\nP a (b)=c\n"},
      // Code stays code.
      {"```{python}\na[^1]\n```", "P a[^1]\n"},
      {"```{code-block} c\na[^1]\n```", "P a[^1]\n"},
      {"````{note}\n```c\na[^1]\n```\n````", "P a[^1]\n"},
      // MDX: tags with what they show, bodies that are indented for their sake.
      {"<Tabs>\n  <TabItem value=\"a\" label=\"Apple\" default>\n    An *apple*.[^1]\n\n"
       "    - more\n  </TabItem>\n  <TabItem value=\"o\" label=\"Orange\">One[^1].</TabItem>\n"
       "</Tabs>\n\nz",
       "P Apple\nP An apple.{1}\nI more\nP Orange\nP One{1}.\nP z\n"},
      {"<Tabs\n  groupId=\"x\"\n  values={[{label: 'A > B', value: 'a'}]}>\n<TabItem "
       "value=\"a\">\n\n"
       "a\n\n</TabItem>\n</Tabs>\n\nz",
       "P a\nP z\n"},
      {"<Card title='Fees' />\n\na", "P Fees\nP a\n"},
      {"<Sic> here and <Country> there", "P <Sic> here and <Country> there\n"},
      {"`<Tabs>` is a tag\n\n```\n<Tabs>\n</Tabs>\n```", "P <Tabs> is a tag\nP <Tabs> </Tabs>\n"},
  });
}

TEST(ReadMarkdown, LeavesOutTheBookKeepingOfOutlines) {
  expect_shown({
      {"- id:: 64f1a2b3-0c1d\n  A text.[^1]\n- B\n  collapsed:: true\n  id:: 64f1a2b4\n\t- C [[D]]",
       "I A text.{1}\nI B\nI C D\n"},
      {"- collapsed:: true\n- source:: the act\n- id:: see the act",
       "I source:: the act\nI id:: see the act\n"},
      {"a\n- id:: 64f1a2b3\n\nz", "P a\nP z\n"},
      {"- A\n  :LOGBOOK:\n  CLOCK: [2024-01-01]\n  :END:\n- #+BEGIN_QUOTE\n  B\n  #+END_QUOTE",
       "I A\nI B\n"},
      {"- A ((64f1a2b3-0c1d-4e5f-8a9b-0c1d2e3f4a5b)) b\n- {{embed ((64f1a2b3))}}\n- ((n 5)) stays",
       "I A  b\nI ((n 5)) stays\n"},
      {"std::vector is code, `id:: 64f1`", "P std::vector is code, id:: 64f1\n"},
  });
  const RawProfile raw = read_markdown("title:: Kenya\nlang:: en\n\n- A text.");
  EXPECT_EQ(raw.title, "Kenya");
  EXPECT_EQ(shown_with_marks(raw), "I A text.\n");
}

TEST(ReadMarkdown, RaisesWhatStandsBetweenCarets) {
  expect_shown({
      {"10^6^ and 2^nd^, `10^6^`, x^-2^ and a ^b^, a^b c^ or a^^b^^.",
       "P 106 and 2nd, 10^6^, x-2 and a ^b^, a^b c^ or a^^b^^.\n"},
      {"| a | b |\n|---|---|\n| 10^6^ | x[^1] |", "R 106 | x{1}\n"},
      {"A word.^1^ More.\n\n# Notes\n\n1. A Author, ‘T’ <https://a.org>.",
       "P A word.[1] More.\nN1 A Author, ‘T’ <https://a.org>.\n"},
  });
  const RawProfile raw = read_markdown("Of 10^6^ people.");
  ASSERT_EQ(raw.diagnostics.size(), 1u);
  EXPECT_EQ(raw.diagnostics[0].kind, DiagnosticKind::RaisedNumber);
}

TEST(ReadMarkdown, HasTheDateInOtherLanguages) {
  constexpr const char* kCases[][2] = {
      {"*Dernière mise à jour le 3 mars 2024*", "3 mars 2024"},
      {"**Zuletzt aktualisiert:** 3. März 2024 von Jo", "3. März 2024"},
      {"Última actualización: 3 de marzo de 2024", "3 de marzo de 2024"},
      {"Обновлено 3 марта 2024", "3 марта 2024"},
      {"Last updated on **3 March 2024** by the team", "3 March 2024"},
      {"Mis à jour en profondeur, le registre sert en 2024.", ""},
  };
  for (const auto& [line, date] : kCases) {
    const RawProfile raw = read_markdown(std::string("# Kenya\n\n") + line + "\n\n## Law\n\nx");
    EXPECT_EQ(raw.updated_text, date) << line;
    if (*date != '\0') {
      EXPECT_EQ(shown_with_marks(raw), "H2 Law\nP x\n") << line;
    }
  }
}

}  // namespace
}  // namespace idsearch::indexer
