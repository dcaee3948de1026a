// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_apparatus.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

struct ApparatusRow {
  const char* html;
  const char* shown;
};

TEST(HtmlApparatus, LeavesNoWords) {
  const ApparatusRow rows[] = {
      // Word's comments.
      {"<p>A card<span class=MsoCommentReference><a class=msocomanchor href=#_msocom_1 "
       "name=_msoanchor_1>[AB1]</a><span style='mso-special-character:comment'>&nbsp;</span></span>"
       " costs.<div style='mso-element:comment-list'><div style='mso-element:comment'><div "
       "class=msocomtxt><p class=MsoCommentText><a href=#_msoanchor_1 class=msocomoff>[AB1]</a>Is "
       "this so?</div></div></div>",
       "P A card costs.\n"},
      {"<p>A card<a class=msocomanchor href=#_msocom_1>[1]</a> costs.", "P A card costs.\n"},
      // Those of Google Docs.
      {"<p>A<sup><a href=#cmnt1 id=cmnt_ref1>[a]</a></sup> b.<sup><a href=#ftnt1 "
       "id=ftnt_ref1>[1]</a></sup><hr><div><p><a href=#ftnt_ref1 id=ftnt1>[1]</a> "
       "Act.</div><div><p><a href=#cmnt_ref1 id=cmnt1>[a]</a> Check.<p>And this.</div>",
       "P A b.{1}\nN1 Act.\n"},
      {"<p>A<sup><a href=#cmnt1 id=cmnt_ref1>[a]</a></sup><p>B<sup><a href=#cmnt2 "
       "id=cmnt_ref2>[b]</a></sup><p><a href=#cmnt_ref1 id=cmnt1>[a]</a> Check.<p><a "
       "href=#cmnt_ref2 id=cmnt2>[b]</a> Yes.",
       "P A\nP B\n"},
      {"<p>A<sup><a href=#cmnt1>[a]</a></sup> b.<ol class=footnotes><li id=cmnt1>Act.</ol>",
       "P A{a} b.\nNa Act.\n"},
      // Page breaks.
      {"<p>They hold<span epub:type=pagebreak id=p13>13</span> cards.", "P They hold cards.\n"},
      {"<p>They <span role=doc-pagebreak>[p. 13]</span>hold.", "P They hold.\n"},
      {"<p>A.<div epub:type='x pagebreak'>xiv</div><p>B.", "P A.\nP B.\n"},
      {"<div role=doc-pagebreak><p>Somebody put a whole paragraph of the page here.</div>",
       "P Somebody put a whole paragraph of the page here.\n"},
      // Links to themselves, outside of headings.
      {"<dl><dt id=y>Term<a class=headerlink href=#y>¶</a><dd>Words.</dl>", "I Term\nI Words.\n"},
      {"<p id=x>A caption <a class='x anchor-link' href=#x>#</a>", "P A caption\n"},
      {"<p id=x>A <a class=headerlink href=#x>caption</a>", "P A caption\n"},
      {"<p id=x>As <a href=#x>§</a> 5 says.", "P As § 5 says.\n"},
      // Numbers of paragraphs.
      {"<p><span class=paranumber>12</span>One here.", "P One here.\n"},
      {"<p><span class=paranumber>Art 12</span> One.", "P Art 12 One.\n"},
      // What a change took out.
      {"<p>It is <del>10</del><ins>20</ins> <s>or more</s>.", "P It is 20 or more.\n"},
      {"<p>It is <ins>20</ins> <del>10</del>.<p>No <del>change</del>.",
       "P It is 20 .\nP No change.\n"},
      {"<p>It is <del>10</del><ins></ins> euros.", "P It is 10 euros.\n"},
  };
  for (const ApparatusRow& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

}  // namespace
}  // namespace idsearch::indexer
