// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tabs.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

TEST(HtmlTabs, HeadThePanelsThatHaveNoHeading) {
  const char* const shown_text = "H1 Digital ID Overview\nP a.\nH1 Law\nH2 Courts\nP b.\n";
  for (
      const char* html : {
          "<div role=tablist><button role=tab aria-controls=p1>Digital ID Overview</button><button "
          "role=tab aria-controls=p2>Law</button></div><div role=tabpanel id=p1><p>a.</div><div "
          "role=tabpanel id=p2 hidden><h3>Courts</h3><p>b.</div>",
          "<ul><li><a href=#p1>Digital ID Overview</a><li><a href=#p2>Law</a></ul><div "
          "class='tab-pane active' id=p1><p>a.</div><div class=tab-pane id=p2 "
          "style='display:none'><h2>Courts</h2><p>b.</div>",
          "<div role=tab id=t1>Digital ID Overview</div><div role=tabpanel aria-labelledby=t1>"
          "<p>a.</div><div role=tab id=t2>Law</div><div role=tabpanel aria-labelledby=t2 hidden>"
          "<h3>Courts</h3><p>b.</div>",
          "<button data-tab=p1>Digital ID Overview</button><button "
          "data-bs-target='#p2'>Law</button>"
          "<div class=tab id=p1><p>a.</div><div class=tab-pane id=p2 "
          "hidden><h3>Courts</h3><p>b.</div>",
          "<div><ul role=tablist><li role=tab>Digital ID Overview<li role=tab>Law</ul><div><div "
          "role=tabpanel><p>a.</div><div role=tabpanel "
          "hidden><h3>Courts</h3><p>b.</div></div></div>",
          "<div role=button aria-controls=p1>Digital ID Overview</div><div id=p1><p>a.</div>"
          "<div role=button aria-controls=p2>Law</div><div id=p2 hidden><h3>Courts</h3><p>b.</div>",
      }) {
    EXPECT_EQ(shown(read_html("<h1>Kenya</h1>" + std::string(html))), shown_text) << html;
  }
}

TEST(HtmlTabs, AddNothingWhereHeadingsAre) {
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><button role=tab aria-controls=p>Law</button><div id=p>"
                            "<h2>Law</h2><p>a.</div>")),
            "H1 Law\nP a.\n");
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><h2><button aria-controls=p>Law</button></h2><div id=p>"
                            "<p>a.</div>")),
            "H1 Law\nP a.\n");
  // Buttons of notes.
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><button role=tab aria-controls=p>Law</button><div id=p>"
                            "<p>words<button aria-controls=n1><sup>1</sup></button></div><ol "
                            "class=footnotes><li id=n1>Act.</ol>")),
            "H1 Law\nP words{1}\nN1 Act.\n");
  // Headings of the same depth where some tabs repeat their names.
  EXPECT_EQ(shown(read_html("<h1>Kenya</h1><button role=tab aria-controls=p>Legal identity</button>"
                            "<button role=tab aria-controls=q>Law</button><div id=p><p>a.</div>"
                            "<div id=q><h2>Law</h2><h3>Data Protection</h3><p>b.</div>")),
            "H1 Legal identity\nP a.\nH1 Law\nH2 Data Protection\nP b.\n");
  // Tabs of another kind: nothing known among them.
  EXPECT_EQ(
      shown(read_html("<h1>Kenya</h1><h2>Law</h2><button role=tab aria-controls=p>Map</button>"
                      "<div id=p><p>a.</div>")),
      "H1 Law\nP a.\n");
}

}  // namespace
}  // namespace idsearch::indexer
