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
      {"<p>Jo writes about stateless people.", ""},
      {"<div class=box><h3>Elsewhere</h3><p>A stateless life.</div>", ""},
      {"<h2>Data Protection</h2><p>No marks here.", "H1 Data Protection\nP No marks here.\n"},
      {"<h2>Courts</h2><p>No marks here.", "H1 Courts\nP No marks here.\n"},
      {"<p>A last tab without heading.[1]", "P A last tab without heading.[1]\n"},
  };
  for (const Row& row : rows) {
    const std::string page =
        std::string("<h1>Kenya</h1><h2>Law</h2><p>a.[1]</p><ol class=footnotes><li>Act.</ol>") +
        row.html;
    EXPECT_EQ(shown(read_html(page)), std::string("H1 Law\nP a.[1]\n") + row.shown + "N1 Act.\n")
        << row.html;
  }
}

}  // namespace
}  // namespace idsearch::indexer
