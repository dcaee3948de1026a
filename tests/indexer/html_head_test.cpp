// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head.hpp"

#include <gtest/gtest.h>

#include "indexer/read_html.hpp"
#include "tests/indexer/raw_profile_text.hpp"

namespace idsearch::indexer {
namespace {

TEST(HtmlHead, NamesTheCountry) {
  struct Row {
    const char* html;
    const char* title;
    const char* country;
    const char* shown;
  };
  const Row rows[] = {
      {"<title>x</title><h1>Kenya</h1><p>a", "Kenya", "", "P a\n"},
      {"<title>Kenya | Site</title><p>a", "Kenya", "", "P a\n"},
      {"<title>Site - Kenya</title><p>a", "Kenya", "", "P a\n"},
      {"<title>South Asia – Site</title><p>a", "South Asia", "", "P a\n"},
      {"<title>Kenya | Site</title><h1>Law</h1><p>a<h1>Data Protection</h1><p>b", "Kenya", "",
       "H1 Law\nP a\nH1 Data Protection\nP b\n"},
      {"<title>Kenya | Site</title><h1>Cards</h1><p>a<h1>Courts</h1><p>b", "Kenya", "",
       "H1 Cards\nP a\nH1 Courts\nP b\n"},
      {"<header><h1>Site</h1></header><main><h1>Kenya</h1><p>a</main>", "Kenya", "", "P a\n"},
      {"<h1>Site</h1><h1>Kenya</h1><h2>Law</h2><p>a", "Kenya", "", "H1 Law\nP a\n"},
      {"<h1>Digital ID: Kenya</h1><h2>Law</h2><p>a", "Digital ID: Kenya", "Kenya", "H1 Law\nP a\n"},
      {"<title>Kenya | Site</title><h1>Country profile</h1><h2>Law</h2><p>a", "Country profile",
       "Kenya", "H1 Law\nP a\n"},
      {"<h1>Kenya<small>Digital ID profile</small></h1><h2>Law</h2><p>a",
       "Kenya Digital ID profile", "Kenya", "H1 Law\nP a\n"},
      {"<h1><span class=eyebrow>Country profile</span>Kenya</h1><h2>Law</h2><p>a",
       "Country profile Kenya", "Kenya", "H1 Law\nP a\n"},
      {"<h1>Digital ID<br>Kenya</h1><h2>Law</h2><p>a", "Digital ID Kenya", "Kenya",
       "H1 Law\nP a\n"},
      {"<h1>South Asia</h1><h2>Law</h2><p>a", "South Asia", "", "H1 Law\nP a\n"},
      {"<h1>Congo – Digital ID</h1><h2>Law</h2><p>a", "Congo – Digital ID", "Congo",
       "H1 Law\nP a\n"},
      {"<title>Digital ID in DR Congo | Site – DR Congo</title><h1>Congo</h1><h2>Law</h2><p>a",
       "Congo", "DR Congo", "H1 Law\nP a\n"},
      {"<p class=title>Kenya</p><h1>Law</h1><p>a", "Kenya", "", "H1 Law\nP a\n"},
      {"<title>Note</title><p class=MsoTitle>Kenya</p><h1>1. Cards</h1><p>a<h1>2. Courts</h1><p>b",
       "Kenya", "", "H1 1. Cards\nP a\nH1 2. Courts\nP b\n"},
      {"<p class='c1 title'>Kenya: who has papers</p><h2>Law</h2><p>a", "Kenya: who has papers",
       "Kenya", "H1 Law\nP a\n"},
      {"<p class=title>Papers</p><h1>Who has them</h1><h2>Law</h2><p>a", "Who has them", "",
       "H1 Law\nP a\n"},
      {"<p class=site-title>Kenya: papers</p><h1>Cards</h1><h2>Law</h2><p>a", "Cards", "",
       "H1 Law\nP a\n"},
      {"<h2>Kenya</h2><h3>Law</h3><p>a", "Kenya", "", "H1 Law\nP a\n"},
      {"<div role=heading aria-level=1>Kenya</div><h2>Law</h2><p>a", "Kenya", "", "H1 Law\nP a\n"},
      {"<header><h1>Site</h1></header><h2>Kenya</h2><h3>Law</h3><p>a", "Kenya", "",
       "H1 Law\nP a\n"},
      {"<p>Our site moves soon.</p><h1>Site</h1><h2>Kenya</h2><h3>Law</h3><p>a", "Kenya", "",
       "H1 Law\nP a\n"},
      {"<h1>Site</h1><p>Kenya</p><h2>Law</h2><p>a", "Kenya", "", "H1 Law\nP a\n"},
      {"<svg><title>Fiji</title></svg><p>First words.", "", "", "P First words.\n"},
  };
  for (const Row& row : rows) {
    const RawProfile raw = read_html(row.html);
    EXPECT_EQ(raw.title, row.title) << row.html;
    EXPECT_EQ(raw.country_text, row.country) << row.html;
    EXPECT_EQ(shown(raw), row.shown) << row.html;
  }
}

TEST(HtmlHead, HasTheDateThatIsSeen) {
  struct Row {
    const char* html;
    const char* updated;
  };
  const Row rows[] = {
      {"<p>Last updated : <time datetime=2020-01-01>January 29, 2026</time></p>",
       "January 29, 2026"},
      {"<span>Last updated</span> <span>3 March 2026</span>", "3 March 2026"},
      {"<dl><dt>Last updated</dt><dd>3 March 2026</dd></dl>", "3 March 2026"},
      {"<table><tr><td>Last updated<td>2026-03-03</table>", "2026-03-03"},
      {"<p>Last updated : 3 March 2026 · 7 min read</p>", "3 March 2026"},
      {"<p>Last updated: 3 March 2026 - 10:20</p>", "3 March 2026"},
      {"<p>Last updated: March 3, 2026</p>", "March 3, 2026"},
      {"<p>Last&#160;updated:&#160;1&#160;May&#160;2026</p>", "1 May 2026"},
      {"<h1>Kenya</h1><div>By Jo&nbsp;· Last&nbsp;updated on 3&nbsp;March&nbsp;2026</div><p>a",
       "3 March 2026"},
      {"<p>Last updated: some day, perhaps</p>", "some day, perhaps"},
      {"<html lang=fr><div>Last updated</div><div>4 novembre 2025</div><p>a", "4 novembre 2025"},
      {"<h1>Kenya</h1><div>Posted on 1 May 2020 Last updated: 3 March 2026</div><p>a",
       "3 March 2026"},
      {"<h1>Kenya</h1><h2>Law</h2><p>The list. Last updated: 3 March 2026", ""},
      {"<main><p>a b c d e f g h</p></main><footer>Last updated: May 1, 2026</footer>",
       "May 1, 2026"},
      {"<p hidden>Last updated: May 1, 2020</p><p>a", ""},
      {"<p>a<p>Last update: March 3, 2026<br>First created: May 1, 2020", "March 3, 2026"},
      {"<p>a<footer>Last updated <!-- -->on <b>Mar 3, 2026</b> by <b>jo</b></footer>",
       "Mar 3, 2026"},
      {"<h1>Kenya</h1><main><p>A law of 2020 says who may have a card and who may not have one.</p>"
       "</main><footer>© 2025, Jo. Last updated on Mar 03, 2026. Made with X 5.3.</footer>",
       "Mar 03, 2026"},
      {"<h1>Kenya</h1><main><p>A law of 2020 says who may have a card and who may not have one.</p>"
       "</main><footer>This page was last edited on 3 March 2026, at 10:12 (UTC).</footer>",
       "3 March 2026"},
      {"<p>a<footer>Page last updated: 3 March 2026</footer>", "3 March 2026"},
      {"<p>This page was last of its kind in 3 March 2026.", ""},
      {"<p>(Last updated: 3 March 2026)</p>", "3 March 2026"},
      {"<p>a<footer>Version 1.2<br>Last updated 2026-03-03 10:12:13 UTC</footer>", "2026-03-03"},
      {"<h1>Kenya</h1><p>1 May 2020 • Updated: 3 March 2026</p><h2>Law</h2><p>a", "3 March 2026"},
      {"<h1>Kenya</h1><p>Created by Jo, last modified on Mar 03, 2026</p><h2>Law</h2><p>a",
       "Mar 03, 2026"},
      {"<h1>Kenya</h1><p>The act, updated on 3 March 2026, is short.</p><h2>Law</h2><p>a", ""},
      {"<h1>Kenya</h1><p>Last updated on 3 March 2026. The act is short.</p><h2>Law</h2><p>a", ""},
      {"<table><tr><td>Last updated<td>@March 3, 2026</table>", "March 3, 2026"},
      {"<div>Modified</div><div>March 3, 2026</div><p>a", "March 3, 2026"},
      {"<div>Published</div><div>March 3, 2026</div><p>a", ""},
      {"<h1>Kenya</h1><p>As at 3 March 2026</p><h2>Law</h2><p>a", "3 March 2026"},
      {"<h1>Kenya</h1><p>As at 3 March 2026</p><footer>Last updated: 4 May 2026</footer>",
       "4 May 2026"},
      {"<h1>Kenya</h1><h2>Law</h2><p>Status: May 2026", ""},
      {"<script type='application/ld+json'>{\"dateModified\":\"2020-01-01\"}</script><p>a", ""},
      {"<meta name=date content=2020-01-01><p>accessed 20 January 2026", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(read_html(row.html).updated_text, row.updated) << row.html;
  const RawProfile raw = read_html("<h1>Kenya</h1>\n<p>\nLast updated : May 1, 2026</p><p>a");
  EXPECT_EQ(raw.updated_line, 3u);
  EXPECT_EQ(shown(raw), "P a\n");
}

TEST(HtmlHead, HasTheDateInOtherLanguages) {
  struct Row {
    const char* html;
    const char* updated;
  };
  const Row rows[] = {
      {"<p>Dernière mise à jour le <time>3 mars 2024</time></p>", "3 mars 2024"},
      {"<p>Zuletzt aktualisiert am 3. März 2024, 10:15 Uhr</p>", "3. März 2024"},
      {"<dl><dt>Última actualización</dt><dd>3 de marzo de 2024</dd></dl>", "3 de marzo de 2024"},
      {"<div>آخر تحديث</div><div>٣ مارس ٢٠٢٤</div><p>a", "٣ مارس ٢٠٢٤"},
      {"<table><tr><td>Последнее обновление<td>3 марта 2024</table>", "3 марта 2024"},
      {"<h1>Kenya</h1><p>Publié le 1 mai 2020, mis à jour le 3 mars 2024</p><h2>Law</h2><p>a",
       "3 mars 2024"},
      {"<p>a<footer>Publicado: 1 mayo 2020 | Actualizado: 3 marzo 2024</footer>", "3 marzo 2024"},
      {"<h1>Kenya</h1><p>La loi, mise à jour le 3 mars 2024, est courte.</p><h2>Law</h2><p>a", ""},
      {"<p>Stand der Technik 2024", ""},
      {"<h1>Kenya</h1><div>2020-02-01 :: <i>Zuletzt aktualisiert am 5. Januar 2024</i> 4 "
       "Minuten</div>"
       "<h2>Recht</h2><p>a",
       "5. Januar 2024"},
      {"<h1>Kenya</h1><div>Par Jo Dernière mise à jour : 3 mars 2024</div><h2>Loi</h2><p>a",
       "3 mars 2024"},
      {"<h1>Kenya</h1><p>Die Seite, Stand: 3. März 2024, ist kurz.</p><h2>Recht</h2><p>a", ""},
  };
  for (const Row& row : rows) {
    const RawProfile raw = read_html(row.html);
    EXPECT_EQ(raw.updated_text, row.updated) << row.html;
    if (*row.updated != '\0') {
      EXPECT_EQ(shown(raw).find("2024"), std::string::npos) << row.html;
    }
  }
}

}  // namespace
}  // namespace idsearch::indexer
