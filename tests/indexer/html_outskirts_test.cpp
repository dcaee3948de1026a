// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_outskirts.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

TEST(HtmlOutskirts, AboveTheTitleAreTheSite) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<div>Identity Desk</div><p>We move soon.<h1>Kenya</h1><p>a", "P a\n"},
      {"<ul><li>FR<li>EN</ul><h1>Kenya</h1><p>a", "P a\n"},
      {"<p>Cited words.[1]<h1>Kenya</h1><p>a", "P Cited words.[1]\nP a\n"},
      {"<h2>Law</h2><p>x<h1>Kenya</h1><p>a", "H1 Law\nP x\nP a\n"},
      {"<title>Kenya | Site</title><p>First words.<h1>Law</h1><p>a",
       "P First words.\nH1 Law\nP a\n"},
  };
  for (const Row& row : rows) EXPECT_EQ(shown(read_html(row.html)), row.shown) << row.html;
}

TEST(HtmlOutskirts, BehindTheNotesAreTheSite) {
  struct Row {
    const char* html;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>Jo Doe, Nairobi<p>Share this page", ""},
      {"<p>Read <a href=/x>how persons obtain papers in Ghana today.</a>", ""},
      {"<div class=author-bio><p>Jo writes about stateless people and their lives.</div>", ""},
      {"<div class=box><h3>Elsewhere</h3><p>A stateless life.</div>", ""},
      {"<h2>Data Protection</h2><p>No marks here.", "H1 Data Protection\nP No marks here.\n"},
      {"<h2>Courts</h2><p>No marks here.", "H1 Courts\nP No marks here.\n"},
      {"<p>A last tab without heading.[1]", "P A last tab without heading.[1]\n"},
  };
  for (const Row& row : rows) {
    const std::string page =
        std::string(
            "<h1>Kenya</h1><h2>Law</h2><p>Nobody may be left without papers.[1]</p>"
            "<ol class=footnotes><li>Act.</ol>") +
        row.html;
    EXPECT_EQ(
        shown(read_html(page)),
        std::string("H1 Law\nP Nobody may be left without papers.[1]\n") + row.shown + "N1 Act.\n")
        << row.html;
  }
}

TEST(HtmlOutskirts, SentencesBehindTheNotesAreText) {
  struct Row {
    const char* behind;
    const char* shown;
  };
  const Row rows[] = {
      {"<p>Correction: an earlier version gave another year.<p>Share",
       "P Correction: an earlier version gave another year.\n"},
      {"<p>Two bills are before parliament:<ul><li>the Births Bill<li>the Data Bill</ul>",
       "P Two bills are before parliament:\nI the Births Bill\nI the Data Bill\n"},
      {"<blockquote>“Nobody asked us for papers before.”</blockquote>",
       "P “Nobody asked us for papers before.”\n"},
      {"<table><tr><td>Births<td>2,000<tr><td>Deaths<td>900</table>",
       "R Births | 2,000\nR Deaths | 900\n"},
      {"<p>Parliament will vote on the bill next year.<div class=box><h3>Elsewhere</h3><p>A "
       "stateless "
       "life goes on and on.</div>",
       "P Parliament will vote on the bill next year.\n"},
      {"<p class=disclaimer>The views on this page are those of the authors.", ""},
      {"<div class=page-license><p>You may copy this page if you name us.</div>", ""},
      {"<h3>Thanks</h3><p>To all who helped.", "H2 Thanks\nP To all who helped.\n"},
      {"<h3><a href=/ghana>Ghana</a></h3><p>A stateless life goes on and on.", ""},
      {"</div><div><p>Our institute is a charity in the Netherlands.", ""},
  };
  const std::string notes[] = {"<ol class=footnotes><li>Act.</ol>",
                               "<h2>Notes</h2><ol><li>Act.</ol>", "<p>[1] ‘Act’ (2019)."};
  for (const Row& row : rows) {
    for (const std::string& list : notes) {
      const std::string page =
          "<div><h1>Kenya</h1><h2>Law</h2><p>a.[1]</p>" + list + row.behind + "</div>";
      const std::string text = shown(read_html(page));
      EXPECT_EQ(text.substr(0, text.find("N1")), std::string("H1 Law\nP a.[1]\n") + row.shown)
          << page;
    }
  }
}

}  // namespace
}  // namespace idsearch::indexer
