// SPDX-License-Identifier: GPL-2.0-or-later
// Notes as the programs write them that such pages are saved from.
#include "indexer/html_notes.hpp"

#include <gtest/gtest.h>

#include <span>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

struct Page {
  const char* name;
  const char* html;
  const char* shown;
};

void expect_all(std::span<const Page> pages) {
  for (const Page& page : pages) {
    EXPECT_EQ(shown(read_html(page.html)), page.shown) << page.name << "\n" << page.html;
  }
}

TEST(HtmlNotes, AreReadAsPublishingToolsWriteThem) {
  const Page pages[] = {
      {"the site",
       "<p>A.<sup><a href='#fn-1' id='fnref-1'>[1]</a></sup>B.<sup><a href='#fn-2'>[2]</a></sup>"
       "<ol class='footnotes'><li id='fn-1'><a href='#fnref-1'>^</a><p>&nbsp;‘T’ &lt;<a "
       "href='https://e.org/?a=1&amp;b'>https://e.org/?a=1&amp;b</a>&gt; accessed.</p></li><li "
       "id='fn-2'><a href='#fnref-2'>^</a><span>ibid</span></ol>",
       "P A.{1}B.{2}\nN1 ‘T’ <https://e.org/?a=1&b> accessed.\nN2 ibid\n"},
      {"WordPress, footnotes with a title",
       "<p>A.<sup><a id='identifier_0_12' class='footnote-link' href='#footnote_0_12' "
       "title='Yuna, Title'>1</a></sup> B.<sup><a href='#footnote_1_12' id='identifier_1_12' "
       "class='footnote-link'>2</a></sup></p><ol class='footnotes'><li id='footnote_0_12' "
       "class='footnote'>Yuna, Title<span> [<a href='#identifier_0_12'>&#8617;</a>]</span></li><li "
       "id='footnote_1_12' class='footnote'>ibid<span> [<a "
       "href='#identifier_1_12'>&#8617;</a>]</span></li></ol>",
       "P A.{1} B.{2}\nN1 Yuna, Title\nN2 ibid\n"},
      {"WordPress blocks",
       "<p>A<sup data-fn='9d' class='fn'><a href='#9d-aa' id='9d-aa-link'>1</a></sup>.</p><ol "
       "class='wp-block-footnotes'><li id='9d-aa'>Source. <a href='#9d-aa-link' aria-label='Jump "
       "to "
       "footnote reference 1'>↩︎</a></li></ol>",
       "P A{1}.\nN1 Source.\n"},
      {"Easy Footnotes",
       "<p>A<span id='easy-footnote-1-345'></span><span class='easy-footnote'><a "
       "href='https://site.org/kenya/#easy-footnote-bottom-1-345' "
       "title='Source A'><sup>1</sup></a></span> goes on.</p><div "
       "class='easy-footnote-title'><h4>Notes</h4></div><ol class='easy-footnotes-wrapper'><li "
       "class='easy-footnote-single'><span id='easy-footnote-bottom-1-345'></span>Source A<a "
       "class='easy-footnote-to-top' "
       "href='https://site.org/kenya/#easy-footnote-1-345'></a></li></ol>",
       "P A{1} goes on.\nN1 Source A\n"},
      {"MCI Footnotes",
       "<p>A<span class='footnote_referrer'><a role='button' onclick='x()'><sup "
       "id='footnote_plugin_tooltip_1' class='footnote_plugin_tooltip_text'>[1]</sup></a><span "
       "class='footnote_tooltip'>Source A.</span></span> b.<a "
       "role=button><sup>[2]</sup></a></p><div "
       "class='footnotes_reference_container'><p><span "
       "role='button'>References</span></p><table><caption>References</caption><tbody><tr><th "
       "scope='row' id='footnote_plugin_reference_1'><a "
       "role='button'><span>&#8593;</span>1</a></th><td>Source A.</td></tr><tr><th><a "
       "role='button'><span>&#8593;</span>2</a></th><td>ibid</td></tr></tbody></table></div>",
       "P A[1] b.[2]\nN1 Source A.\nN2 ibid\n"},
      {"Pandoc",
       "<p>A.<a href='#fn1' class='footnote-ref' id='fnref1' "
       "role='doc-noteref'><sup>1</sup></a></p><section id='footnotes' class='footnotes' "
       "role='doc-endnotes'><hr /><ol><li id='fn1'><p>Source.</p><p>More.<a href='#fnref1' "
       "class='footnote-back' role='doc-backlink'>↩︎</a></p></li></ol></section>",
       "P A.{1}\nN1 Source. More.\n"},
      {"GitHub",
       "<p>A.<sup><a href='#user-content-fn-1' id='user-content-fnref-1' data-footnote-ref "
       "aria-describedby='footnote-label'>1</a></sup></p><section data-footnotes "
       "class='footnotes'><h2 class='sr-only' id='footnote-label'>Footnotes</h2><ol><li "
       "id='user-content-fn-1'><p>Source. <a href='#user-content-fnref-1' aria-label='Back to "
       "reference 1'>↩</a></p></li></ol></section>",
       "P A.{1}\nN1 Source.\n"},
      {"MediaWiki",
       "<p>A.<sup id='cite_ref-s_1-0' class='reference'><a href='#cite_note-s-1'><span>[</span>1"
       "<span>]</span></a></sup><sup id='cite_ref-2'><a href='#cite_note-2'>[2]</a></sup> B.<sup "
       "id='cite_ref-s_1-1'><a href='#cite_note-s-1'>[1]</a></sup></p><h2>References</h2><div "
       "class='reflist'><ol class='references'><li id='cite_note-s-1'><span "
       "class='mw-cite-backlink'>^ <a href='#cite_ref-s_1-0'><span>Jump up to: "
       "</span><sup><i>a</i></sup></a> <a href='#cite_ref-s_1-1'><sup><i>b</i></sup></a></span> "
       "<span class='reference-text'>Smith, <i>Book</i> (2012).</span></li><li id='cite_note-2'>"
       "<span><b><a href='#cite_ref-2' title='Jump up'>^</a></b></span> <span>2019 report, see (n "
       "1).</span></li></ol></div>",
       "P A.{1}{2} B.{1}\nN1 Smith, Book (2012).\nN2 2019 report, see (n 1).\n"},
      {"Word",
       "<p class=MsoNormal>A<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" "
       "title=\"\"><span class=MsoFootnoteReference><span><![if !supportFootnotes]><span "
       "class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> b.<a href=\"#_ftn2\" "
       "name=\"_ftnref2\">[2]</a></p><div style='mso-element:footnote-list'><![if "
       "!supportFootnotes]><br clear=all><hr align=left size=1><![endif]><div "
       "style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" "
       "name=\"_ftn1\">[1]</a> Source.<o:p></o:p></p></div><div id=ftn2><p "
       "class=MsoFootnoteText><a "
       "href=\"#_ftnref2\" name=\"_ftn2\">[2]</a> ibid 12.</p><p>more</p></div></div>",
       "P A{1} b.{2}\nN1 Source.\nN2 ibid 12. more\n"},
      {"Word, the first notes not cited",
       "<p>A.<a href=#_ftn3 name=_ftnref3>[3]</a></p><div><div id=ftn1><p><a href=#_ftnref1 "
       "name=_ftn1>[1]</a> Source.</p></div><div id=ftn2><p><a href=#_ftnref2 name=_ftn2>[2]</a> "
       "ibid</p></div><div id=ftn3><p><a href=#_ftnref3 name=_ftn3>[3]</a> Other.</p></div></div>",
       "P A.{3}\nN1 Source.\nN2 ibid\nN3 Other.\n"},
      {"LibreOffice",
       "<p>A.<a class='sdfootnoteanc' name='sdfootnote1anc' "
       "href='#sdfootnote1sym'><sup>1</sup></a> "
       "B.<a name='sdfootnote2anc' href='#sdfootnote2sym'><sup>2</sup></a></p><div "
       "id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' "
       "href='#sdfootnote1anc'>1</a>Source A.</p></div><div id='sdfootnote2'><p><a "
       "name='sdfootnote2sym' href='#sdfootnote2anc'>2</a>ibid</p></div>",
       "P A.{1} B.{2}\nN1 Source A.\nN2 ibid\n"},
      {"Google Docs",
       "<p><span>A.</span><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><span>&nbsp;B</span>"
       "<sup><a href='#ftnt2' id='ftnt_ref2'>[2]</a></sup></p><hr><div><p><a href='#ftnt_ref1' "
       "id='ftnt1'>[1]</a><span>&nbsp;Source A.</span></p></div><div><p><a href='#ftnt_ref2' "
       "id='ftnt2'>[2]</a><span>&nbsp;ibid</span></p></div>",
       "P A.{1}\u00A0B{2}\nN1 Source A.\nN2 ibid\n"},
      {"Sphinx",
       "<p>A <a class='footnote-reference brackets' href='#id2' id='id1' "
       "role='doc-noteref'><span>[</span>1<span>]</span></a> b.</p><aside class='footnote-list'>"
       "<aside class='footnote brackets' id='id2' role='doc-footnote'><span class='label'><span>["
       "</span><a role='doc-backlink' href='#id1'>1</a><span>]</span></span><p>Source "
       "A.</p></aside>"
       "</aside>",
       "P A{1} b.\nN1 Source A.\n"},
      {"a list for each section, from 1 again",
       "<h2>Law</h2><p>A.<sup><a href=#a1>1</a></sup> B.<sup><a href=#a2>2</a></sup><ol "
       "class=footnotes><li id=a1>Act A.<li id=a2>ibid</ol><h2>Courts</h2><p>C.<sup><a "
       "href=#b1>1</a>, <a href=#b2>2</a></sup> D [<a href=#b1>1</a>–<a href=#b3>3</a>].<h3>Notes"
       "</h3><ol><li id=b1>Act B.<li id=b2>(n 1) 5.<li id=b3>Act D.</ol>",
       "H1 Law\nP A.{1} B.{2}\nH1 Courts\nP C.{3}{4} D{3}{4}{5}.\nN1 Act A.\nN2 ibid\nN3 Act "
       "B.\nN4 (n 1) 5.\nN5 Act D.\n"},
      {"two lists of paragraphs, from 1 again",
       "<p>A.<a href=#x1><sup>1</sup></a><p id=x1>1. Act A.<h2>Law</h2><p>B.<a "
       "href=#y1><sup>[1]</sup></a><h3>Notes</h3><p id=y1>[1] Act B.<p id=y2>[2] Act C.",
       "P A.{1}\nH1 Law\nP B.{2}\nN1 Act A.\nN2 Act B.\nN3 Act C.\n"},
      {"TeX4ht, books before notes that begin from 1 again",
       "<p>A.<span class=footnote-mark><a href='#fn1x0' id=b1><sup>1</sup></a></span> B <span "
       "class=cite>[<a href='#Xpoe'>1</a>]</span>.<p>Text.<div><p class=bibitem><span>[1]</span><a "
       "id=Xpoe></a>Ann Poe. Cards.</p></div><div class=footnotes><p><a href='#b1' "
       "id=fn1x0><sup>1</sup></a>Act A.</p></div>",
       "P A.{2} B{1}.\nP Text.\nN1 Ann Poe. Cards.\nN2 Act A.\n"},
      {"mdBook, with a link to a word of the text in a note",
       "<p>A <span id=rule>Rule</span>.<sup class=footnote-reference id=fr-1-1><a "
       "href='#footnote-1'>1</a></sup><ol class=footnote-definition><li id=footnote-1><p>The <a "
       "href='#rule'>Rule</a> is old. <a href='#fr-1-1'>↩</a></ol>",
       "P A Rule.{1}\nN1 The Rule is old.\n"},
      {"books with numbers beside notes with links",
       "<p>A [1].<sup><a href='#f1'>1</a></sup> B [2], "
       "[3].<h2>References</h2><ol><li>Poe.<li>Roe.<li>"
       "Doe.</ol><div class=footnotes><p id=f1>1. Act.</div>",
       "P A{1}.{4} B{2}{3}.\nN1 Poe.\nN2 Roe.\nN3 Doe.\nN4 Act.\n"},
      {"Justia, the number in a paragraph before the note",
       "<p>A.<a href=#F1 name=T1><sup>[Footnote 1]</sup></a> B.<a href=#F2 name=T2><sup>[Footnote "
       "2]</sup></a><h3>Footnotes</h3><p><a name=F1 href=#T1>[Footnote 1]</a><p>Act "
       "A.<p>More.<p><a name=F2 href=#T2>[Footnote 2]</a><p>Act C 2003 was passed in the year of "
       "the flood.",
       "P A.{1} B.{2}\nN1 Act A. More.\nN2 Act C 2003 was passed in the year of the flood.\n"},
      {"Justia, the last note of several paragraphs like one before it",
       "<div><p>A.<sup><a href=#F1 name=T1>1</a></sup> B.<a href=#F2>[2]</a><hr><p><a name=F1 "
       "href=#T1>1</a> Act A.<p>More of it.<p>[<a name=F2 href=#T2>2</a>] Act B.<p>It goes "
       "on.<blockquote>As quoted.</blockquote><p>It ends.<p>© Example</div><p>Of the site.",
       "P A.{1} B.{2}\nN1 Act A. More of it.\nN2 Act B. It goes on. As quoted. It ends.\n"},
      {"the last note, where all before it have one paragraph",
       "<h2>Law</h2><p>A.<a href=#F1 name=T1>[1]</a> B.<a href=#F2>[2]</a><hr><p><a name=F1 "
       "href=#T1>[1]</a> Act A.<p><a name=F2 href=#T2>[2]</a> Act B.<p>The bill came later than "
       "all of these.",
       "H1 Law\nP A.{1} B.{2}\nP The bill came later than all of these.\nN1 Act A.\nN2 Act B.\n"},
      {"Substack",
       "<p>A<a class='footnote-anchor' id='footnote-anchor-1-99' href='#footnote-1-99'>1</a> b<a "
       "class='footnote-anchor' href='#footnote-2-99'>2</a></p><div class='footnote'><a "
       "id='footnote-1-99' href='#footnote-anchor-1-99'>1</a><div><p>Source A.</p></div></div><div "
       "class='footnote'><a id='footnote-2-99' "
       "href='#x'>2</a><div><p>ibid</p><p>more</p></div></div>",
       "P A{1} b{2}\nN1 Source A.\nN2 ibid more\n"},
      {"a list of definitions",
       "<p>A<a href='#d5'><sup>1</sup></a> b<a href='#d6'><sup>2</sup></a>.<dl><dt "
       "id='d5'>[1]<dd><p>Source A.<dt id='d6'>[2]<dd>ibid</dl>",
       "P A{1} b{2}.\nN1 Source A.\nN2 ibid\n"},
      {"rows of a table",
       "<p>A<a href='#t1'><sup>1</sup></a> b<a href='#t2'><sup>2</sup></a>.<table><tr "
       "id='t1'><td>1<td>Source A.<tr id='t2'><td>2.<td>ibid</table>",
       "P A{1} b{2}.\nN1 Source A.\nN2 ibid\n"},
      {"lines of one paragraph",
       "<p>A.<a href='#n1'><sup>1</sup></a> B<a href='#n2'><sup>2</sup></a>.<p><a name='n1'></a>1. "
       "Source A.<br><a name='n2'></a>2. ibid<br><a name='n3'></a>3. Source B.",
       "P A.{1} B{2}.\nN1 Source A.\nN2 ibid\nN3 Source B.\n"},
      {"empty anchors before paragraphs",
       "<div>A.<a href='#n1'>[1]</a> B.<a href='#n2'>[2]</a></div><div><a name='n1'></a><p>[1] "
       "Source A.</p><p>more</p><a name='n2'></a><p>[2] ibid</p></div>",
       "P A.{1} B.{2}\nN1 Source A. more\nN2 ibid\n"},
      {"signs",
       "<p>A.<sup><a href='#a1' id='r1'>*</a></sup> B.<sup><a href='#a2'>†</a></sup></p><p "
       "id='a1'><a href='#r1'>*</a> Source A.</p><p id='a2'>† ibid</p>",
       "P A.{*} B.{†}\nN* Source A.\nN† ibid\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, LoseTheDotBehindALinkBackThatShowsTheirNumber) {
  EXPECT_EQ(shown(read_html("<p>A.<sup>[<a class=footnote href=#d1 id=r1>1</a>]</sup></p><div "
                            "id=footnotes><div class=footnote id=d1><a href=#r1>1</a>. Ann "
                            "Poe.</div></div>")),
            "P A.{1}\nN1 Ann Poe.\n");
}

TEST(HtmlNotes, LoseTheSignBehindANumberInAnElementOfItsOwn) {
  struct Row {
    const char* first;
    const char* second;
  };
  const Row rows[] = {
      {"<p><a name=n1>1</a>. Act.<br>", "<a name=n2>2</a>. ibid"},
      {"<p><a name=n1>1</a>) Act.<br>", "<a name=n2>2</a>) ibid"},
      {"<p><b><a name=n1>1</a></b>.&nbsp;Act.<br>", "<b><a name=n2>2</a></b>.&nbsp;ibid"},
      {"<p id=n1><b>1</b>. Act.</p>", "<p id=n2><b>2</b>. ibid"},
      {"<p id=n1><b>1</b> . Act.</p>", "<p id=n2><b>2</b>: ibid"},
      {"<p id=n1><sup>1</sup> Act.</p>", "<p id=n2><sup>2</sup> ibid"},
      {"<p id=n1>[<b>1</b>] Act.</p>", "<p id=n2>[<b>2</b>] ibid"},
      {"<p id=n1>(<b>1</b>) Act.</p>", "<p id=n2>(<b>2</b>) ibid"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(shown(read_html(std::string("<p>A.<sup><a href=#n1>1</a></sup> B.<sup><a href=#n2>2"
                                          "</a></sup></p><hr>") +
                              row.first + row.second)),
              "P A.{1} B.{2}\nN1 Act.\nN2 ibid\n")
        << row.first;
  }
  EXPECT_EQ(shown(read_html("<p>A.<sup><a href=#n1>1</a></sup></p><p id=n1><sup>1</sup> .xyz.org")),
            "P A.{1}\nN1 .xyz.org\n");
}

TEST(HtmlNotes, GetTheirNumbersFromTheList) {
  const Page pages[] = {
      {"place", "<p>A.[1] B.[2]<h3>Notes</h3><ol><li>Source.<li>ibid</ol>",
       "P A.[1] B.[2]\nN1 Source.\nN2 ibid\n"},
      {"start and value",
       "<p>A.[23] B.[25]<h2>References</h2><ol start=23><li>Source.<li value=25>ibid<li>x</ol>",
       "P A.[23] B.[25]\nN23 Source.\nN25 ibid\nN26 x\n"},
      {"ids", "<p>A.[23]<ol><li id=fn-23>Source.<li id=fn-24>ibid</ol>",
       "P A.[23]\nN23 Source.\nN24 ibid\n"},
      {"two lists, the second going on",
       "<h2>Cards</h2><p>A.[1] "
       "B.[2]<h3>Notes</h3><ol><li>Source.<li>ibid</ol><h2>Courts</h2><p>C.[3]"
       "<h3>Notes</h3><ol><li>Other.<li>ibid 2</ol>",
       "H1 Cards\nP A.[1] B.[2]\nH1 Courts\nP C.[3]\nN1 Source.\nN2 ibid\nN3 Other.\nN4 ibid 2\n"},
      {"two lists from 1 again, each below the section that cites it",
       "<h2>Cards</h2><p>A.<sup>1</sup> B.<sup>2</sup><h3>Notes</h3><ol><li>Act A.<li>ibid</ol>"
       "<h2>Courts</h2><p>C.<sup>1</sup> D [1, 2].<h3>Notes</h3><ol><li>Act C.<li>(n 1) 5</ol>",
       "H1 Cards\nP A.{1} B.{2}\nH1 Courts\nP C.{3} D{3}{4}.\nN1 Act A.\nN2 ibid\nN3 Act C.\nN4 "
       "(n 1) 5\n"},
      {"three lists from 1 again, the last longer than the first",
       "<p>A.[1]<ol class=footnotes><li>Act A.</ol><p>B.[1]<ol class=footnotes><li>Act B.</ol>"
       "<p>C.[1] D.[2]<ol class=footnotes><li>Act C.<li>Act D.</ol>",
       "P A.[1]\nP B.{2}\nP C.{3} D.{4}\nN1 Act A.\nN2 Act B.\nN3 Act C.\nN4 Act D.\n"},
      {"two lists from 1 again, and a mark behind them that may mean either",
       "<h2>Cards</h2><p>A.[1]<h3>Notes</h3><ol><li>Act A.</ol><h2>Courts</h2><p>C.[1]"
       "<h3>Notes</h3><ol><li>Act C.</ol><h2>Fees</h2><p>D.[1]",
       "H1 Cards\nP A.[1]\nH1 Courts\nP C.[1]\nH1 Fees\nP D.[1]\nN1 Act A.\nN1 Act C.\n"},
      {"a list of books behind the notes, with numbers",
       "<h2>Law</h2><p>A.[1] B.[2]<h2>Notes</h2><ol><li>Act.<li>ibid</ol><h2>References</h2><ol>"
       "<li>Poe, Cards.<li>Roe, Names.</ol>",
       "H1 Law\nP A.[1] B.[2]\nH1 References\nI Poe, Cards.\nI Roe, Names.\nN1 Act.\nN2 ibid\n"},
      {"two lists of paragraphs from 1 again, each below the section that cites it",
       "<h2>Cards</h2><p>A.[1] B.<sup>2</sup><p>[1] Poe, ‘A’ (2015).<p>[2] "
       "ibid<h2>Courts</h2><p>C.[1] "
       "D.[2]<p>[1] Roe, ‘B’ (2008).<p>[2] (n 1) 5.",
       "H1 Cards\nP A.{1} B.{2}\nH1 Courts\nP C.{3} D.{4}\nN1 Poe, ‘A’ (2015).\nN2 ibid\nN3 Roe, "
       "‘B’ (2008).\nN4 (n 1) 5.\n"},
      {"such lists, where a mark has no note",
       "<h2>Cards</h2><p>A.[1] B.[3]<p>[1] Poe, ‘A’ (2015).<h2>Courts</h2><p>C.[1]<p>[1] Roe, ‘B’ "
       "(2008).",
       "H1 Cards\nP A.[1] B.[3]\nH1 Courts\nP C.[1]\nN1 Poe, ‘A’ (2015).\nN1 Roe, ‘B’ (2008).\n"},
      {"two parts of a page with the same ids",
       "<h2>Cards</h2><p>A.<sup id=fnref1><a href='#fn1'>1</a></sup><ol class=footnotes><li "
       "id=fn1>Act "
       "A. <a href='#fnref1'>1</a></ol><h2>Courts</h2><p>B.<sup id=fnref1><a "
       "href='#fn1'>1</a></sup>"
       "<ol class=footnotes><li id=fn1>Act B. <a href='#fnref1'>1</a></ol>",
       "H1 Cards\nP A.{1}\nH1 Courts\nP B.{2}\nN1 Act A.\nN2 Act B.\n"},
      {"in hidden boxes with buttons that close them",
       "<main><p>A card has a chip.<sup><a href='#fn1'>1</a></sup><sup><a href='#fn2'>2</a></sup>"
       "</main><div id=fn1 role=dialog hidden><button>×</button><p>Act A.</div><div id=fn2 "
       "role=dialog hidden><button>×</button><p>ibid</div>",
       "P A card has a chip.{1}{2}\nN1 Act A.\nN2 ibid\n"},
      {"two lists, the second saying where it starts",
       "<p>A.[1]<ol class=footnotes><li>Source.</ol><p>B.[2]<ol class=footnotes "
       "start=2><li>Other.</ol>",
       "P A.[1]\nP B.[2]\nN1 Source.\nN2 Other.\n"},
      {"a number that begins the words",
       "<p>A.[1] B.[2]<ol class=footnotes><li>1954 Convention.<li>2 June.</ol>",
       "P A.[1] B.[2]\nN1 1954 Convention.\nN2 2 June.\n"},
      {"a number that the list repeats",
       "<p>A.[1] B.[2]<ol class=footnotes><li>1. Source.<li>[2] ibid</ol>",
       "P A.[1] B.[2]\nN1 Source.\nN2 ibid\n"},
      {"hidden, in a footer",
       "<p>A.[1]<footer hidden><ol class=footnotes><li>Source.</ol>x</footer>",
       "P A.[1]\nN1 Source.\n"},
      {"an item that was never cited",
       "<p>A.<a href=#n2><sup>2</sup></a><ol><li id=n1>Source.<li id=n2>ibid</ol>",
       "P A.{2}\nN1 Source.\nN2 ibid\n"},
      {"links to notes in notes",
       "<p>A.<a href=#n1>[1]</a><a href=#n2>[2]</a><ol><li id=n1>Source.<li id=n2>Yuna (n <a "
       "href=#n1>1</a>) 7. <a href=#r>^</a></ol>",
       "P A.{1}{2}\nN1 Source.\nN2 Yuna (n 1) 7.\n"},
      {"a body that was cut",
       "<p>A.<a href=#fn2 id=fnref2>2</a><ol><li id=fn1><a href=#fnref1>1</a> Source.<li id=fn2><a "
       "href=#fnref2>2</a> ibid</ol>",
       "P A.{2}\nN1 Source.\nN2 ibid\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, AreThoseThatNobodyCitesToo) {
  const Page pages[] = {
      {"paragraphs with ids that say nothing",
       "<p>A.<a href='#q7'>[2]</a> B.<a href='#w1'>[4]</a></p><h2>Notes</h2><p id=x3>[1] "
       "Act.</p><p "
       "id=q7>[2] Book.</p><p id=e5>[3] Code.</p><p id=w1>[4] Deed.</p><p id=z2>[5] Edict.</p>",
       "P A.{2} B.{4}\nN1 Act.\nN2 Book.\nN3 Code.\nN4 Deed.\nN5 Edict.\n"},
      {"raised numbers before the words",
       "<p>A.<sup><a href='#q7'>2</a></sup></p><div class=footnotes><p id=x3><sup>1</sup> "
       "Act.</p><p "
       "id=q7><sup>2</sup> Book.</p><p id=e5><sup>3</sup> Code.</p></div>",
       "P A.{2}\nN1 Act.\nN2 Book.\nN3 Code.\n"},
      {"terms and their texts",
       "<p>A.<a href='#q7'>[2]</a></p><dl><dt id=a>[1]<dd>Act.<dt id=q7>[2]<dd>Book.</dl>",
       "P A.{2}\nN1 Act.\nN2 Book.\n"},
      {"rows",
       "<p>A.<a href='#q7'>[2]</a></p><table><tr id=a><td>1<td>Act.<tr "
       "id=q7><td>2<td>Book.</table>",
       "P A.{2}\nN1 Act.\nN2 Book.\n"},
      {"numbers and words in paragraphs of their own",
       "<p>A.<a href='#q7'>[2]</a></p><p id=a>1.^<p>Act.<p id=q7>2.^<p>Book.<p>Site",
       "P A.{2}\nN1 Act.\nN2 Book.\n"},
      {"a paragraph that only begins with the next number",
       "<p>A.<a href='#q7'>[2]</a></p><p>1 office is open.</p><h2>Notes</h2><p id=q7>[2] Book.</p>",
       "P A.{2}\nP 1 office is open.\nN2 Book.\n"},
      {"the second part of a list",
       "<p>A.[1] B.[3]</p><h2>Notes</h2><ol><li>Act.<li>Book.</ol><ol start=3><li>Code.</ol>",
       "P A.[1] B.[3]\nN1 Act.\nN2 Book.\nN3 Code.\n"},
      {"parts of a list out of order",
       "<p>A.[1] B.[3]</p><h2>Notes</h2><ol start=3><li>Code.</ol><ol><li>Act.<li>Book.</ol>",
       "P A.[1] B.[3]\nN3 Code.\nN1 Act.\nN2 Book.\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, HaveNumbersOfAllKinds) {
  const Page pages[] = {
      {"Roman numbers of endnotes",
       "<p>A.<a href='#_edn1' name=_ednref1>[i]</a> B.<a href='#_edn2' "
       "name=_ednref2>[ii]</a></p><div "
       "id=edn1><p><a href='#_ednref1' name=_edn1>[i]</a> Act.</p></div><div id=edn2><p><a "
       "href='#_ednref2' name=_edn2>[ii]</a> ibid</p></div>",
       "P A.{1} B.{2}\nN1 Act.\nN2 ibid\n"},
      {"Roman numbers of endnotes beside footnotes",
       "<p>A.<a href='#f1sym' name=f1anc class=sdfootnoteanc><sup>1</sup></a> B.<a href='#e1sym' "
       "name=e1anc class=sdendnoteanc><sup>i</sup></a> C.<a href='#e2sym' name=e2anc "
       "class=sdendnoteanc><sup>ii</sup></a></p><div id=f1><p><a href='#f1anc' "
       "name=f1sym>1</a>Act.</p></div><div id=e1><p><a href='#e1anc' name=e1sym>i</a>See "
       "Code.</p></div><div id=e2><p><a href='#e2anc' name=e2sym>ii</a>ibid</p></div>",
       "P A.{1} B.{i} C.{ii}\nN1 Act.\nNi See Code.\nNii ibid\n"},
      {"Word, endnotes in a box behind that of footnotes",
       "<p>A.<a href='#_ftn1' name=_ftnref1>[1]</a> B.<a href='#_edn1' name=_ednref1>[i]</a> C.<a "
       "href='#_ftn2' name=_ftnref2>[2]</a></p><div><hr><div id=ftn1><p><a href='#_ftnref1' "
       "name=_ftn1>[1]</a> Act.</p></div><div id=ftn2><p><a href='#_ftnref2' name=_ftn2>[2]</a> "
       "ibid</p></div></div><div><hr><div id=edn1><p><a href='#_ednref1' name=_edn1>[i]</a> See "
       "Code.</p></div></div>",
       "P A.{1} B.{i} C.{2}\nN1 Act.\nN2 ibid\nNi See Code.\n"},
      {"Roman numbers alone, without brackets",
       "<p>B.<a href='#e1sym' name=e1anc class=sdendnoteanc><sup>i</sup></a> C.<a href='#e2sym' "
       "name=e2anc class=sdendnoteanc><sup>ii</sup></a></p><div id=e1><p><a href='#e1anc' "
       "name=e1sym>i</a>See Code.</p></div><div id=e2><p><a href='#e2anc' "
       "name=e2sym>ii</a>ibid</p></div>",
       "P B.{1} C.{2}\nN1 See Code.\nN2 ibid\n"},
      {"a group of its own",
       "<p>A.<sup><a href='#n1'>[note 1]</a></sup> B.<sup><a href='#c1'>[1]</a></sup></p><ol><li "
       "id=n1>Act.</ol><ol><li id=c1>Book.</ol>",
       "P A.{note 1} B.{1}\nNnote 1 Act.\nN1 Book.\n"},
      {"numbers in boxes of their own",
       "<p>A.<sup>1</sup> B.<sup>2</sup></p><div>References</div><div><div>1</div><div>Act "
       "(2019).</div><div>2</div><div>ibid</div></div>",
       "P A.{1} B.{2}\nN1 Act (2019).\nN2 ibid\n"},
      {"numbers raised by the characters themselves",
       "<p>A.¹ B,² of 5 km².<h2>Law</h2><p>C.³ ²<p>¹ Act A.<p>² ibid<p>³ Act C.",
       "P A.{1} B,{2} of 5 km².\nH1 Law\nP C.{3}{2}\nN1 Act A.\nN2 ibid\nN3 Act C.\n"},
      {"such numbers, and a list", "<p>A.¹ B.²<h2>Notes</h2><ol><li>Act A.<li>ibid</ol>",
       "P A.{1} B.{2}\nN1 Act A.\nN2 ibid\n"},
      {"such numbers in links",
       "<p>A.<a href='#x1' id=y1>¹</a> B<a href='#x2'>²</a>.<p id=x1><a href='#y1'>¹</a> Act "
       "A.<p id=x2>² ibid",
       "P A.{1} B{2}.\nN1 Act A.\nN2 ibid\n"},
      {"such numbers beside brackets", "<p>A.[1] B.² C.¹<h2>Notes</h2><p>[1] Act A.<p>[2] ibid",
       "P A.{1} B.{2} C.¹\nN1 Act A.\nN2 ibid\n"},
      {"brackets of Chinese pages",
       "<p>A.<sup>〔1〕</sup> B.<sup>【2】</sup><h2>Notes</h2><p>[1] Act (2019).<p>[2] ibid",
       "P A.{1} B.{2}\nN1 Act (2019).\nN2 ibid\n"},
      {"round brackets",
       "<p>A.<sup>(1)</sup> B.<sup>(2)</sup></p><h2>Notes</h2><p>(1) Act (2019).<p>(2) ibid",
       "P A.{1} B.{2}\nN1 Act (2019).\nN2 ibid\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, HaveTitlesInOtherLanguages) {
  for (const char* title : {"Notes de bas de page", "Références", "Fußnoten", "Примечания", "脚注",
                            "注释：", "Kaynakça", "الهوامش", "הערות", "เชิงอรรถ"}) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A.[1]</p><h2>" + std::string(title) +
                              "</h2><ol><li>Act (2019).</ol>")),
              "H1 Law\nP A.[1]\nN1 Act (2019).\n")
        << title;
  }
}

TEST(HtmlNotes, LeaveAListOfBooksToTheText) {
  const std::string books =
      "<ol><li>Doe, <i>Cards</i> (2020).<li>Roe, Acts (2019).<li>Poe, Third (2018).</ol>";
  const std::string shown_books =
      "I Doe, Cards (2020).\nI Roe, Acts (2019).\nI Poe, Third (2018).\n";
  const std::string linked =
      "<h1>Kenya</h1><h2>Law</h2><p>A.<a href=#f1><sup>1</sup></a> B.<a "
      "href=#f2><sup>2</sup></a></p>"
      "<h2>Notes</h2><ol><li id=f1>Act (2019).<li id=f2>ibid</ol>";
  const std::string plain = "<h1>Kenya</h1><h2>Law</h2><p>A.[1] B.[2]</p>";
  const std::string notes = "<h2>Footnotes</h2><ol><li>Act (2019).<li>ibid</ol>";
  const std::string shown_notes = "N1 Act (2019).\nN2 ibid\n";
  for (const char* title : {"References", "Bibliography", "Literaturverzeichnis", "参考文献"}) {
    const std::string heading = "<h2>" + std::string(title) + "</h2>";
    const std::string section = "H1 " + std::string(title) + "\n" + shown_books;
    EXPECT_EQ(shown(read_html(linked + heading + books)),
              "H1 Law\nP A.{1} B.{2}\n" + section + shown_notes);
    EXPECT_EQ(shown(read_html(plain + notes + heading + books)),
              "H1 Law\nP A.[1] B.[2]\n" + section + shown_notes);
    EXPECT_EQ(shown(read_html(plain + heading + books + notes)),
              "H1 Law\nP A.[1] B.[2]\n" + section + shown_notes);
    // In a box of its own, with links.
    EXPECT_EQ(shown(read_html("<div>" + linked + "</div><div class=references>" + heading +
                              "<ul><li><a href=x>Doe, Cards</a><li>Roe</ul></div>")),
              "H1 Law\nP A.{1} B.{2}\nH1 " + std::string(title) + "\nI Doe, Cards\nI Roe\n" +
                  shown_notes);
  }
  EXPECT_EQ(shown(read_html(
                plain + "<h2>Notes</h2><p>1. Act (2019).</p><p>2. ibid</p>"
                        "<h2>References</h2><p>1. Doe, Cards (2020).</p><p>2. Roe (2019).</p>")),
            "H1 Law\nP A.[1] B.[2]\nH1 References\nP 1. Doe, Cards (2020).\nP 2. Roe (2019).\n" +
                shown_notes);
  // Where nothing else has the notes, it does.
  EXPECT_EQ(shown(read_html(plain + "<h2>References</h2><ol><li>Act (2019).<li>ibid</ol>")),
            "H1 Law\nP A.[1] B.[2]\n" + shown_notes);
}

TEST(HtmlNotes, AreFoundBeforeBoxesOfTheSite) {
  for (const char* box :
       {"<h4>About the author</h4><p>Jo writes about stateless people.</p>",
        "<article><h4><a href='/r'>Ghana</a></h4><p>Read how persons obtain papers.</p></article>",
        "<section><h2>Support us</h2><p>Your gift helps.</p></section><ul><li>Terms of use</ul>",
        "<h2>3 comments</h2><p>Good page.</p>"}) {
    EXPECT_EQ(
        shown(read_html(std::string("<article><h1>Kenya</h1><h2>Law</h2><p>A.[1] "
                                    "B.[2]</p><p>[1] Act (2019).</p><p>[2] ibid</p></article>") +
                        box)),
        "H1 Law\nP A.[1] B.[2]\nN1 Act (2019).\nN2 ibid\n")
        << box;
  }
}

TEST(HtmlNotes, EndWithTheirTable) {
  const std::string page =
      "<main><h1>Kenya</h1><h2>Law</h2><p>Nobody may be left without papers.<sup>[1]</sup> "
      "B.<sup>[2]</sup></p><div "
      "style='display:none'><table><tr><th><span>↑</span>1<td>Act (2019) s "
      "4.<tr><th><span>↑</span>2<td>ibid "
      "5.</table></div></main>";
  for (const char* behind :
       {"<p>We thank all who helped.</p><footer><p>© 2026 Site</p></footer>",
        "<aside><h2>Related</h2><a href='/syria'>Syria</a></aside><footer>© 2026 Site</footer>",
        "<div><h2>Related</h2><a href='/syria'>Syria</a></div>", "<p>© 2026 Site</p>"}) {
    EXPECT_EQ(
        shown(read_html(page + behind)),
        "H1 Law\nP Nobody may be left without papers.[1] B.[2]\nN1 Act (2019) s 4.\nN2 ibid 5.\n")
        << behind;
  }
}

TEST(HtmlNotes, EndWithTheBoxThatHoldsNothingElse) {
  const std::string text = "<h1>Kenya</h1><h2>Law</h2><p>A.[1] B.[2]</p>";
  const std::string notes = "<p>1.^ Act (2019).<p>And its schedule.<p>2.^ ibid 5.";
  const std::string behind = "<p>We thank all who helped us with this.";
  const std::string own_box =
      "H1 Law\nP A.[1] B.[2]\nP We thank all who helped us with this.\n"
      "N1 Act (2019). And its schedule.\nN2 ibid 5.\n";
  EXPECT_EQ(shown(read_html(text + "<div>" + notes + "</div>" + behind)), own_box);
  EXPECT_EQ(shown(read_html(text + "<div><h2>Notes</h2>" + notes + "</div>" + behind)), own_box);
  // In the box of the text it may be the rest of the last note, as in the first.
  EXPECT_EQ(shown(read_html(text + notes + behind)),
            "H1 Law\nP A.[1] B.[2]\nN1 Act (2019). And its schedule.\n"
            "N2 ibid 5. We thank all who helped us with this.\n");
}

TEST(HtmlNotes, EndBeforeACopyrightLineAndWhatStandsAboveIt) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2>Law</h2><p>A.[1] B.[2]<p>1.^ Act (2019).<p>2.^ "
                            "ibid 5.<p>We thank all who helped us with this.<p>© 2026 Site")),
            "H1 Law\nP A.[1] B.[2]\nP We thank all who helped us with this.\nN1 Act (2019).\n"
            "N2 ibid 5.\n");
}

TEST(HtmlNotes, AreLinesOfOneParagraph) {
  const Page pages[] = {
      {"numbers", "<p>A.[1] B.[2]</p><h2>Notes</h2><p>1. Act.<br>2. ibid<br>3. Code.</p>",
       "P A.[1] B.[2]\nN1 Act.\nN2 ibid\nN3 Code.\n"},
      {"numbers with a sign, below a title in the same element",
       "A.[1] B.[2]<hr><b>Notes</b><br>\n1.^ Act.<br>\n2.^ ibid<br>",
       "P A.[1] B.[2]\nN1 Act.\nN2 ibid\n"},
      {"brackets, with a skipped number and a line that goes on",
       "<p>A.[1] B.[3]</p><p>[1] Act<br>of 1999.<br>[3] Code.</p>",
       "P A.[1] B.[3]\nN1 Act of 1999.\nN3 Code.\n"},
      {"raised numbers",
       "<p>A.<sup>1</sup> B.<sup>2</sup></p><h2>Notes</h2><p><sup>1</sup>Act.<br><sup>2</sup>ibid",
       "P A.{1} B.{2}\nN1 Act.\nN2 ibid\n"},
      {"lines of an address", "<p>Box 7,<br>12 Main Road,<br>13 Hill.</p>",
       "P Box 7, 12 Main Road, 13 Hill.\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, AreFoundByTheirLooks) {
  const Page pages[] = {
      {"brackets", "<p>A.[1] B.[2]</p><p>[1] Source (2020).</p><p>[2] ibid</p>",
       "P A.[1] B.[2]\nN1 Source (2020).\nN2 ibid\n"},
      {"raised",
       "<p>A.<sup>1</sup> B<sup>2</sup>.<p><sup>1</sup> Source (2020).<p><sup>2</sup>ibid",
       "P A.{1} B{2}.\nN1 Source (2020).\nN2 ibid\n"},
      {"dots", "<p>A.[1] B.[2]</p><h2>Notes</h2><p>1. Source (2020).</p><p>2. ibid</p>",
       "P A.[1] B.[2]\nN1 Source (2020).\nN2 ibid\n"},
      {"the layout of text dumps", "<p>A.[1]</p><div>1.^</div><div>Source.</div>",
       "P A.[1]\nN1 Source.\n"},
      {"items without a name", "<p>A.[1] B.[2]</p><ol><li>Source (2020).<li>ibid</ol>",
       "P A.[1] B.[2]\nN1 Source (2020).\nN2 ibid\n"},
      {"bullets with numbers", "<p>A.[1] B.[2]</p><ul><li>[1] Source (2020).<li>[2] ibid</ul>",
       "P A.[1] B.[2]\nN1 Source (2020).\nN2 ibid\n"},
      {"in a footer", "<p>A.[1] B.[2]</p><footer><p>[1] Source (2020).<p>[2] ibid</footer>",
       "P A.[1] B.[2]\nN1 Source (2020).\nN2 ibid\n"},
      {"a plain list with a footer behind it",
       "<p>A.[1] B.[2]</p><ol><li>‘Act’ (2019).<li>ibid</ol><p>About us</p><p>Contact</p>",
       "P A.[1] B.[2]\nN1 ‘Act’ (2019).\nN2 ibid\n"},
      {"a plain list that does not answer all marks",
       "<p>A.[1] B.[9]</p><ol><li>In 2019, an act.<li>In 2020, a decree.</ol><p>Text.</p>",
       "P A.[1] B.[9]\nI In 2019, an act.\nI In 2020, a decree.\nP Text.\n"},
      {"a number with a sign behind it alone in an element", "<p>A.</p><q1>777⏎", "P A.\nP 777⏎\n"},
      {"a numbered list of the text is none", "<p>A.</p><ol><li>first<li>second</ol><p>B.</p>",
       "P A.\nI first\nI second\nP B.\n"},
      {"nor is one that cites",
       "<p>The courts:</p><ol><li>one[1]<li>two[2]</ol><p>[1] S (2020).<p>[2] ibid",
       "P The courts:\nI one[1]\nI two[2]\nN1 S (2020).\nN2 ibid\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, KeepTheWordsAsWritten) {
  const Page pages[] = {
      {"an address in brackets, as text",
       "<p>A.[1]<ol class=notes><li>T &lt;https://e.org/a_b&gt;.</ol>",
       "P A.[1]\nN1 T <https://e.org/a_b>.\n"},
      {"and as what looks like a tag",
       "<p>A.[1]<ol class=notes><li>T <https://e.org/a_b> accessed.</ol>",
       "P A.[1]\nN1 T <https://e.org/a_b> accessed.\n"},
      {"an address that was cut short is whole in the link",
       "<p>A.[1]<ol class=notes><li>T &lt;<a "
       "href='https://e.org/long/x?y'>https://e.org/lo…</a>&gt; and "
       "<a href='http://www.e.org/z'>www.e.org/...</a></ol>",
       "P A.[1]\nN1 T <https://e.org/long/x?y> and www.e.org/z\n"},
      {"a title with a link stays a title",
       "<p>A.[1]<ol class=notes><li><a href='https://e.org'>‘Title…’</a> (2020).</ol>",
       "P A.[1]\nN1 ‘Title…’ (2020).\n"},
      {"links back that are counted",
       "<p>A.<sup id=r1><a href=#n1>1</a></sup>B.<sup id=r1-2><a href=#n1>1</a></sup><ol><li "
       "id=n1>Act. <a href=#r1>↩</a> <a href=#r1:2>↩<sup>2</sup></a></ol>",
       "P A.{1}B.{1}\nN1 Act.\n"},
      {"links back in brackets, with what parts them",
       "<p>A.<sup><a id=a href=#n1>1</a></sup>B.<sup><a id=b href=#n1>1</a></sup><sup><a id=c "
       "href=#n2>2</a></sup>C.<sup><a id=d href=#n2>2</a></sup><ol><li id=n1>(<a href=#a>1</a>, <a "
       "href=#b>2</a>) Act, s 1(2).<li id=n2>Code. [<a href=#c>↩</a><a href=#d>↩</a>]</ol>",
       "P A.{1}B.{1}{2}C.{2}\nN1 Act, s 1(2).\nN2 Code.\n"},
      {"a number that is a link back in a cell of its own",
       "<p>A.<a id=a href=#n1>[1]</a> B.<a id=b href=#n2>[2]</a><table id=n1><tr><td><a "
       "href=#a>[1]</a><td>Act | Code.</table><table id=n2><tr><td><a href=#b>[2]</a><td>ibid "
       "3.</table>",
       "P A.{1} B.{2}\nN1 Act | Code.\nN2 ibid 3.\n"},
      {"a link to a section is no link back",
       "<h2 id=s>Cards</h2><p id=p>A.[1]<ol class=notes><li>See <a href=#s>Cards</a> and <a "
       "href=#p>above</a>.</ol>",
       "H1 Cards\nP A.[1]\nN1 See Cards and above.\n"},
  };
  expect_all(pages);
}

TEST(HtmlNotes, KnowTheirLines) {
  const RawProfile raw = read_html("<p>A.[1]\n<ol class=notes>\n<li>\nSource.\n<li>ibid</ol>");
  ASSERT_EQ(raw.notes.size(), 2u);
  EXPECT_EQ(raw.notes[0].line, 3u);
  EXPECT_EQ(raw.notes[1].line, 5u);
  EXPECT_TRUE(raw.has_note_list);
  EXPECT_FALSE(read_html("<p>A.").has_note_list);
}

}  // namespace
}  // namespace idsearch::indexer
