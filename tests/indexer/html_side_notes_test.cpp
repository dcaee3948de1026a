// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_side_notes.hpp"

#include <gtest/gtest.h>

#include <string>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

std::string read_with_sides(const std::string& html) {
  return shown(read_html("<h1>Kenya</h1><h2>Law</h2>" + html));
}

struct SideNotePage {
  const char* html;
  const char* shown;
};

TEST(HtmlSideNotes, AreNotesWhoseMarksStandWhereTheyDo) {
  const SideNotePage pages[] = {
      {"<p>A card<label for=s1 class='margin-toggle sidenote-number'></label><input type=checkbox "
       "id=s1 "
       "class=margin-toggle><span class=sidenote>Ann Poe, Title.</span> and more.<label for=s2 "
       "class='margin-toggle sidenote-number'></label><input type=checkbox id=s2 "
       "class=margin-toggle><span class=sidenote>ibid 3.</span></p><p>Next.</p>",
       "H1 Law\nP A card{1} and more.{2}\nP Next.\nN1 Ann Poe, Title.\nN2 ibid 3.\n"},
      // Pandoc's, with line breaks and a wrapper.
      {"<p>A.<span class=sidenote-wrapper><label for=sn-0 class='margin-toggle "
       "sidenote-number'></label><input type=checkbox id=sn-0 class=margin-toggle><span "
       "class=sidenote>One.<br><br>Two.<br><br></span></span> B.</p>",
       "H1 Law\nP A.{1} B.\nN1 One. Two.\n"},
      // Numbers that are shown are no text.
      {"<p>A<sup class=sidenote-number>4</sup><small class=sidenote>Four.</small> b<label "
       "class=sidenote-toggle>5</label><span class=sidenote>5. Five.</span>.</p>",
       "H1 Law\nP A{4} b{5}.\nN4 Four.\nN5 Five.\n"},
      {"<p>A <b>bold<span class=sidenote>One.</span></b> end</p><ul><li>b<span "
       "class=sidenote>Two.</span></ul>",
       "H1 Law\nP A bold{1} end\nI b{2}\nN1 One.\nN2 Two.\n"},
      {"<p><span class=sidenote>One.</span>A.</p>", "H1 Law\nP {1}A.\nN1 One.\n"},
      {"<table><tr><td>a<span class=sidenote>One.</span><td>b</table>",
       "H1 Law\nR a{1} | b\nN1 One.\n"},
      // A number that the note repeats is shown once.
      {"<p>A card.<span class=x-footnote><sup>1</sup><span><span><sup>1</sup> <span>1</span> Ann "
       "Poe, <i>1 Title</i>.</span></span></span> More<span id=footnote2><sup>2</sup><span><sup>2"
       "</sup>ibid 3.</span></span>.</p>",
       "H1 Law\nP A card.{1} More{2}.\nN1 Ann Poe, 1 Title.\nN2 ibid 3.\n"},
      // A button that shows what stands hidden behind it.
      {"<p>A card.<button aria-describedby=x>1</button><span id=x hidden>Act A.</span> "
       "More<button>2</button><span hidden>ibid 3.</span>, too.</p>",
       "H1 Law\nP A card.{1} More{2}, too.\nN1 Act A.\nN2 ibid 3.\n"},
      // Distill.
      {"<p>A card.<d-footnote>Act <i>A</i>.</d-footnote> More<dt-fn>ibid 3.</dt-fn>, too.</p>",
       "H1 Law\nP A card.{1} More{2}, too.\nN1 Act A.\nN2 ibid 3.\n"},
      // LaTeXML: a mark that repeats the number of a note has no note of its own.
      {"<p>A.<span class='ltx_note "
       "ltx_role_footnotemark'><sup>1</sup><span><span><sup>1</sup><span "
       "class=ltx_note_type>footnotemark: </span><span>1</span></span></span></span> B.<span "
       "class='ltx_note ltx_role_footnote'><sup>1</sup><span><span><sup>1</sup><span>1</span>Act."
       "</span></span></span></p>",
       "H1 Law\nP A.{1} B.{1}\nN1 Act.\n"},
      // Not so a footnote of nothing but its number, or what is not called a note.
      {"<p>A<span class=footnote><sup>1</sup><span><sup>1</sup></span></span> b.</p>",
       "H1 Law\nP A11 b.\n"},
      {"<p>A<span class=box><sup>1</sup><span><sup>1</sup> Words.</span></span> b.</p>",
       "H1 Law\nP A11 Words. b.\n"},
      // A list that repeats them is no second one; one that says something else is.
      {"<p>A<sup>1</sup><span class=sidenote>One.</span> b<sup>2</sup><span "
       "class=sidenote>Two.</span></p><ul class=footnotes><li><span>1</span><div>One.</div><li>"
       "<span>2</span><div>Other.</div></ul>",
       "H1 Law\nP A{1} b{2}\nN1 One.\nN2 Two.\nN2 Other.\n"},
      // What is called so and holds a number alone is a mark.
      {"<p>A<sup><button class=inline-footnote><a href=#n1>1</a></button></sup> b.</p><div><div "
       "id=n1><a>1</a><p>One.</div></div>",
       "H1 Law\nP A{1} b.\nN1 One.\n"},
      // A list of notes has the numbers.
      {"<p>A<sup><a href=#fn1>1</a></sup> b<span class=sidenote>Side.</span>.</p><ol "
       "class=footnotes><li id=fn1>One.</ol>",
       "H1 Law\nP A{1} b{s1}.\nNs1 Side.\nN1 One.\n"},
      // Others of them show numbers.
      {"<p>A<label class=sidenote-toggle>1</label><span class=sidenote>One.</span> b<span "
       "class=sidenote>Side.</span> c<label class=sidenote-toggle>2</label><span "
       "class=sidenote>Two.</span>.</p>",
       "H1 Law\nP A{1} b{s2} c{2}.\nN1 One.\nNs2 Side.\nN2 Two.\n"},
  };
  for (const SideNotePage& page : pages)
    EXPECT_EQ(read_with_sides(page.html), page.shown) << page.html;
}

TEST(HtmlSideNotes, WithoutANumberAreNoNamesBesideNumbers) {
  const auto numeric = [](const std::string& html) {
    return read_html("<h1>Kenya</h1><h2>Law</h2>" + html).numeric_labels;
  };
  EXPECT_TRUE(
      numeric("<p>A<span class=sidenote>Side.</span> b<sup><a href=#fn1>1</a></sup>.</p><ol "
              "class=footnotes><li id=fn1>One.</ol>"));
  EXPECT_TRUE(numeric(
      "<p>A<sup><a href=#a>*</a></sup> b<sup><a href=#b>1</a></sup>.</p><div class=footnotes><p "
      "id=a>* The author thanks.</p><p id=b>1 One.</p></div>"));
  EXPECT_FALSE(numeric(
      "<p>A<sup><a href=#a>a</a></sup> b<sup><a href=#b>b</a></sup>.</p><div class=footnotes><p "
      "id=a>a One.</p><p id=b>b Two.</p></div>"));
}

TEST(HtmlSideNotes, AreWhatAMarkInTheSameLineLeadsTo) {
  const SideNotePage pages[] = {
      {"<p>A<sup><a href=#c1>1</a></sup><span id=c1 class=note__text>Ann Poe, Title.</span> and "
       "b.<sup><a href=#c2>2</a></sup><span id=c2 class=note__text>ibid.</span> End.</p>",
       "H1 Law\nP A{1} and b.{2} End.\nN1 Ann Poe, Title.\nN2 ibid.\n"},
      {"<p>A<sup class=modern-footnotes-footnote data-mfn=1><a href='javascript:void(0)' "
       "role=button>1</a></sup><span role=tooltip class=modern-footnotes-footnote__note>Ann "
       "Poe.</span> b.</p>",
       "H1 Law\nP A{1} b.\nN1 Ann Poe.\n"},
      {"<p>A<a href=#s1 class=sidenote-ref>1</a><span id=s1 class=sidenote>One.</span> b.</p>",
       "H1 Law\nP A{1} b.\nN1 One.\n"},
      // Not a note beside the text: the list at the end is one paragraph.
      {"<p>A.<sup><a href=#n1>1</a></sup></p><p><span id=n1>1. One.</span><br><span id=n2>2. "
       "Two.</span></p>",
       "H1 Law\nP A.{1}\nN1 One.\nN2 Two.\n"},
  };
  for (const SideNotePage& page : pages)
    EXPECT_EQ(read_with_sides(page.html), page.shown) << page.html;
}

TEST(HtmlSideNotes, MayBeBlocksInALine) {
  const SideNotePage pages[] = {
      {"<p>A card<aside class=sidenote>Ann Poe, Title.</aside> is <b>issued</b>.</p><p>B.</p>",
       "H1 Law\nP A card{1} is issued.\nP B.\nN1 Ann Poe, Title.\n"},
      {"<p>A<aside class=sidenote><p>One.</p><p>Two.</p></aside> b.</p>",
       "H1 Law\nP A{1} b.\nN1 One. Two.\n"},
      {"<p>A<aside class=sidenote><ul><li>One.</ul></aside> b.</p>", "H1 Law\nP A\nI One.\nP b.\n"},
      {"<p>A<div class='sidenote right'><p>One.</p></div> b<aside class=sidenote>Two.</aside>.</p>",
       "H1 Law\nP A{1} b{2}.\nN1 One.\nN2 Two.\n"},
      {"<ul><li>A<aside class=sidenote>One.</aside> b<li>c</ul>",
       "H1 Law\nI A{1} b\nI c\nN1 One.\n"},
      {"<p>A.<aside class=marginnote>A remark.</aside> B.</p>", "H1 Law\nP A. B.\nP A remark.\n"},
      // Between paragraphs it is text of its own; others are the site's.
      {"<p>A.</p><aside class=sidenote>A box.</aside><p>B.</p>", "H1 Law\nP A.\nP A box.\nP B.\n"},
      {"<p>A.<aside class=related>Other pages</aside> B.</p>", "H1 Law\nP A.\nP B.\n"},
  };
  for (const SideNotePage& page : pages)
    EXPECT_EQ(read_with_sides(page.html), page.shown) << page.html;
}

TEST(HtmlSideNotes, ThatRepeatANoteOfTheListAreNotReadTwice) {
  EXPECT_EQ(
      read_with_sides("<p>A<sup><a href=#fn1>1</a></sup><span class=sidenote>One.</span> b.</p><ol "
                      "class=footnotes><li id=fn1>One.</ol>"),
      "H1 Law\nP A{1} b.\nN1 One.\n");
}

TEST(HtmlSideNotes, WithoutANumberAreTextOfTheirOwn) {
  EXPECT_EQ(read_with_sides(
                "<p>A.<label for=m1 class=margin-toggle>&#8853;</label><input type=checkbox id=m1 "
                "class=margin-toggle><span class=marginnote>A remark.</span> B.</p><p>C.</p>"),
            "H1 Law\nP A. B.\nP A remark.\nP C.\n");
}

TEST(HtmlSideNotes, AreNoBoxesNorOtherNames) {
  EXPECT_EQ(read_with_sides("<p>A.</p><div class=sidenote><p>A box.</p></div><p><span "
                            "class=sidenote-like>b</span></p>"),
            "H1 Law\nP A.\nP A box.\nP b\n");
}

}  // namespace
}  // namespace idsearch::indexer
